"""Words that say what makes a goal reachable, and who helps."""

from __future__ import annotations

MEANS_WORDS: dict[str, str] = {
    "resource": """
        time budget
        access account afternoon allowance archive arrangement backing backup bench
        bonus book-token budget bursary camera cash certificate childcare coach
        coaching code computer connection contact cover credential credit cushion
        data database desk degree diploma discount draft drafts equipment
        expertise experience fee fellowship foundation fund funding funds
        garage garden grant groundwork guidance hall help inheritance input
        instructor insurance internship invitation kit kitchen knowledge lab land
        laptop lease leave lesson library licence license loan
        login lump machine material materials membership mentor mentorship momentum
        money morning notes nursery outline overdraft paperwork partner partnership
        pension permission permit pipeline placement plan plot portfolio premises
        prototype qualification quote reader recording redundancy reference referee relationship
        relatives research retainer room sabbatical saving savings scheme scholarship
        seat sessions severance shed slides slot software space spreadsheet
        sponsor sponsorship stipend studio subscription subsidy supervision supervisor support
        syllabus tablet template ticket time token tool tools training
        transcript truck tuition tutor tutoring van venue voucher waiver
        weekend weekends workshop workspace sandbox stall dataset manuscript
        skills background
        exemption headstart advantage oven loom tractor server programme program
        course class classes curriculum textbook textbooks offcuts scores recipes
        stall phone recorder seeds drill notes cards kitty fuel
        tickets flights sessions slides
        """,
    # Persons who can help; with "my" or a name before a verb of giving they are a means.
    "helper": """
        teammate workmate deskmate lodger bandmate in-law sparring therapist supervisor
        accountant adviser advisor agency agent alumni association aunt auntie bank boss board
        brother buddy
        captain chair chamber charity chef chief church clinic club coach colleague college
        commander community company
        consultant cooperative council counsellor counselor cousin crew dad daughter
        dean department director
        doctor editor embassy employer engineer ex-boss ex-colleague expert family
        father federation firm flatmate
        foreman foundation founder friend friends godfather godmother government grandma
        grandmother grandfather group guild head headteacher hospital hr husband imam incubator accelerator
        institute instructor
        investor landlord lawyer lecturer librarian library lab line-manager mate manager
        matron mayor mentor midwife
        ministry mother mum mom mother-in-law neighbor neighbour nephew niece notary nurse
        office officer organisation organization parents parish partner
        pastor peer pharmacist principal priest prof professor programme
        publisher rabbi recruiter rector relative retiree roommate school
        secretary senior
        sister society son sponsor spouse supervisor supplier teacher team trainer
        trust tutor uncle
        union unit university uni veteran vicar wife workmate consortium cto ceo cfo
        somebody someone state city union regiment army bursar
        grandparents in-laws folks sibling siblings housemate
    """,
    "help_verb": """
        mind edit drive meet
        accompany advise agree allow answer approve arrange assign assist audit back believe book
        buddy buy champion check coach confirm correct cover critique
        donate double employ
        encourage endorse explain forward free fund give grant guide
        help host insure introduce invest invite join lease lend let license
        loan mentor
        mock nominate offer organise organize owe pair pay pledge
        practise practice prepare
        proofread promise provide recommend refer reimburse
        review revise shadow sponsor
        subsidise subsidize supervise
        supply support swap teach test top train translate trust tutor
        vet volunteer vouch waive welcome write subsidise earmark allocate
        babysit bankroll quiz cook lecture
        """,
    # Verbs that hardly ever mean anything but helping.
    "help_strong": """
        advise assist back bankroll coach cover donate finance fund grant help lend loan mentor
        proofread reimburse sponsor subsidise subsidize supervise support sponsor tutor vouch waive
        underwrite babysit earmark allocate
    """,
    # What is done, paid or at hand already.
    "ready": """
        allocated agreed approved arranged assigned available blocked booked built cleared
        collected
        confirmed complete completed covered done drafted earmarked enrolled finished free funded
        gathered
        given granted guaranteed included kept lined offered organised organized paid passed
        pencilled pledged
        prepared prepaid promised provided put ready received reserved
        ringfenced saved scheduled secured set signed sorted sponsored started stocked tested
        translated written installed accepted bought rented borrowed spared idle
    """,
    "did": """
        apprenticed assisted attended audited baked began built chaired coached collected
        completed cooked
        co-authored cut delivered designed did directed drafted drove earned edited farmed
        finished fixed found gathered got
        graduated grew hosted interned interpreted kept
        laid learned learnt led made managed nursed organised organized painted passed
        performed played practised practiced prepared presented printed produced programmed
        published ran reached recorded repaired rehearsed
        restored reviewed saved served set shadowed sold spent started studied
        taught tested
        trained translated treated tutored volunteered worked wrote written done completed
        signed spoken read enrolled joined bought borrowed paid blocked
        reserved booked hired negotiated cleared
    """,
    "lack": """
        no not without lacking lack lacks never none nobody nothing neither nor hardly barely
        scarcely zero short shortage missing unpaid unfunded insufficient little few nowhere
        cannot unable refuse refused refuses denied rejected cancelled canceled
        unavailable unclear unsure unsupported unprepared expired broke afford
    """,
    "experience": """
        experience years decades career background track practice apprenticeship
        training stint veteran decade yrs seasons
    """,
}
