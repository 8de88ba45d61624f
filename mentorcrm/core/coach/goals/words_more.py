"""More words of the same classes: the long tail of trades, harms, helpers and papers."""

from __future__ import annotations

MORE_WORDS: dict[str, str] = {
    "harm": """
        tearing tears apart crying cried hide hiding dark walks-free fined blame nobody's tiptoe orphan rain diggers motorway
        abandoned abused abusive accidents addicted afloat aggression agony alarming alcoholic ambulance
        amputees angrier anxious apartheid argue arguing attacked attacks awful backlog backlogs ban banned bankrupts
        begging betray betrayed bitter blackmail blamed blindness boycott breach breakdown breakdowns
        breathless broke bug bugs bullies burglary buried casualties catastrophe chaotic chronic claim
        claims clash coffin collapses complaints complain complains concussion condemned conflict
        confused confusion contagious contempt corrupt cracks crashes crime criminal crises crisis
        criticised cruel crush culprit curse damaged damages daunting deaths debtor deficit defects
        defeated defenceless delay delayed delays demolished demolition denied depression deprived
        desert deserted deteriorate devastated disability disabled disadvantaged disappeared disappointed
        disasters disease diseases disgrace dismissal displaced dispute disrespect distress
        dominated doom downsized downsizing drought drowned drowning drunk dumped dumping dust earthquake
        emergencies endanger endangered enemy epidemic eroded error errors exclude excluded exclusion
        exploitation explode extort extortion fainted fallout famished fatal fatigue
        fears feud filth fires flooded flooding floods forgotten fracture frail frustrated frustrating
        frustration fumes furious gambling gangs ghetto gossip grieving grim guilt hardship harassed
        harassment harmed harassing haunt haunted headache headaches heartbroken helpless hinder hurting
        hypertension ignorance illegal illegally imprisoned incompetent inequality inferior inflation injuries
        injustices insecure insecurity insult insulted insults interrupted intimidated isolation
        jeopardy jealous junk laughing landslide lawsuits laying liability liar lice loneliness looting losses
        lynch malnutrition mines miserable misery misled mismanaged missing mistakes mistaken
        mistrust misuse mortality murder mutilation neglected nervous nightmares obese obsolete offended
        oppressed oppression outcast outages outsourced overcrowded overrun overwhelmed painkillers
        pandemic paralysis penniless penalties perished persecution pests pirates plague pleading plummet
        pollution poorest predators prejudice pneumonia problems protest punished punishment quarrel
        quarrels racist raid raided ransom recession redundancies refused regretted relapsed resentment
        revenge riot risk risks risky robbed robbery rubbish rumours rust sabotage sacked sadness
        scam scammed scams scars scarcity seizure seizures severe shaking shambles shameful shock
        shocked shocking shootings shortages shouts sickness siege slave slavery slump smash smog
        smuggled sorrow spam spat spill starvation starving starve steal stealing stolen stranded strain
        stressed struggles struggling stuttering suffocate suicidal suspended swamped sweatshop symptoms
        tension terror terrible theft thief thieves threatened threats thirst torn torture toxic tragedy tragic
        trauma traumatised trembling tumours turmoil tyranny ulcers unaffordable unbearable uncertainty
        undermine underfed undernourished unfairly unhappy unheated unpaid unsafe unstable unwanted
        upset vandals vulnerable violence violent virus vomit wasting weeping wildfire withered
        worthless wounded wounds wrecks wrongly wrongful yell yelling foreclosed bailiff bailiffs
        layoff sinking drowns starves crumbling closures shuttered shutting dwindling dwindle
        disappearing vanishing fading fades decaying decay rots moulds leaks leaking collapsing
        overheats breaks misfires mocked sneer sneered laughingstock humiliates belittled
        stutters mumbling stammer stammering freeze freezing blush blushing tremble sweat sweating
        procrastinate fired unjust meanwhile-dead evicts repossesses perishes spoils spoil spoiled
        spoilt wilt wilting infertile infested miscarried premature widowed orphan stateless overruled
        outnumbered outvoted unelected ignored neglects forgets misdiagnosis misread overdosed
    """,
    "beneficiary": """
        accused actors addicts ageing alumni apprentice artisans asthmatics athletes attendants audience autistic
        beekeepers beneficiaries blind breadwinner builders buyers callers camp carers cattle cleaners
        clerks coal-miners colony commuter congregation constituents convicts cyclists
        defendants dependants diabetic donors dwellers dyslexic evacuees ewes factory-workers flock
        foals fosters freelancers gardeners goats grandmas grandmothers grandfathers grannies
        growers hens heirs hikers horses immigrants infants inhabitants intern junior kin lambs
        learners lodgers lorry-drivers minorities monks musicians nomads novices nuns nursery
        occupants officers operators outpatients owners participants patient paupers peasants
        pedestrians pickers players pilgrim planters porters preschoolers
        probationers prostitutes protesters pupil quadriplegics ramblers rangers regulars
        resident returners rider rookies sailors salesmen scholars schoolchildren seamen
        servants settlers sheep shepherds shoppers singles sisters slum smallholder sportsmen
        squad stateless student subscribers supporters suppliers survivor swimmers teachers
        tenant toddlers trainee tribe tribes truckers turtles typists underdogs unborn unemployed
        users vendors victim walkers wheelchair whales wives worker youngest
        grandsons granddaughters schoolgirls schoolboys lasses freshers sophomores orphanage ratepayers
        taxpayers electorate voters ward wards villages parish parishes townsfolk country nation people's
    """,
    "value": """
        abroad belong belonging breathing breadwinner calmer citizenship clean cleaner clothe comfort cure cured
        decent deserve deserved deserves dignified dream dreamed dreamt drinking enough equality
        everyone's fair fairer faithful feeding flourish forgiveness free gift grandchildren grateful
        healing healthy heritage honest honoured human humanity inheritance inspire
        joy keepsake laugh legacies lifelong lifeline lighter longer nourish nourishing oath
        outlive owe owed payback peaceful permanent planet preserve preserved prevent
        prevented prosper protected protects proud prouder purpose quiet reconcile remember
        remembered repair rescue restore restored reunite reunited role-model roots sanctuary saved
        saves shelter smile solidarity stable sustainable thank thriving together tradition
        traditions traditions trusted unity upbringing warm warmth water wellbeing wildlife clean-water
        independence self-reliant selfsufficient breadwinning roof fridge table groceries
    """,
    "do_verb": """
        sit stand look run read set put take walk watch work share send sign see go show step
        hold hire drop
        accept adapt add adopt appoint ask assess bless build calculate call care carry champion chase check
        clear clean collect comment compile connect consult convince copy count craft create critique
        deliver demonstrate design develop devote direct discuss distribute do draft draw
        drop enable equip escort examine exchange exempt facilitate feed fetch film find finish fix
        fit follow form format forward free furnish gather grade grant grind handle hire hold house
        improve inform inspect instruct intro invest keep knit know lay lead leave lecture link
        list listen load look maintain make manage mark mend mill moderate nurse nod
        observe oversee pack paint partner phone pick pitch place plan plant play plug polish post
        practise present press pull quote raise rehearse relieve remind repair replace rescue reserve
        ring save sew share shoot sort sponsor spot spread stand steer stock store strengthen
        suggest tailor take test text throw tip tow trade trim tune type upload use verify
        video visit wave weld whip
    """,
    "help_strong": """
        accompany babysit bankroll chaperone chauffeur childmind endorse fundraise intro introduce lends
        minds mentor sponsors subsidised tutors vouches funds reimburses waives
    """,
    "helper": """
        abbot adjudicator administrator airline alderman ambassador assembly assistant associate
        auditor authorities barber bishop brigade broker brotherhood bureau butcher caretaker
        carpenter centre chancellor chaplain charity chieftain choirmaster clerk clinician commission
        commissioner committee conductor congregation consultant contractor controller cook
        councillor county court crewmate curator deacon deputy designer developer diocese
        district donor driver electrician embassy engineer ex-husband examiner faculty farmer
        fiance fiancee fixer foodbank forester fund gallery garage gardener genius girlfriend boyfriend
        godparent governor grandad grandson granddaughter granny guild gym headmaster headmistress hospice
        hotel imam inspector institution interpreter janitor jobcentre journalist judge
        laboratory landlady layman league magistrate mechanic minister
        monastery mosque municipality musician nan ngo nun operator opera
        owner paramedic parishioner pastor philanthropist photographer physician
        pilot plumber podiatrist post predecessor president priest printer producer programmer
        psychologist rector referee registrar retailer sacristan salesman
        scholar seller senate sergeant server sheriff shop skipper solicitor
        specialist station statistician studio superior surgeon synagogue tailor tanner technician temple
        theatre therapist translator treasurer troop trustee twin vendor venture vet
        volunteer warden watchmaker workshop writer stepfather stepmother
        dentist cleric veterans sparring-partner line physio physiotherapist cfo coo cio
        """,
    "resource": """
        accountant acres alumni app apparatus apprentice assistant attic babysitter barn basement bike blog boots
        brushes buffer bus capital car cards cellar cert chapel charger chemicals clinic clearance
        colleague compost console cooker copy corpus costumes costs cradle
        crane crew cuttings darkroom debut deposit desktop detector dictaphone dictionary digger diary
        dinghy documents donation donations donor drone dye easel engines
        enrolment envelope essays examples excavator extension fabric farm fees field fields files film
        flashcards forge form forms frame fridge fuel furnace furniture garage
        gear generator glasshouse granny grants greenhouse guitar gym hammer handbook hardware
        headset hectare hectares hives
        ingredients instrument insurance interviews inventory jig kayak keyboard
        kiln kits ladder lecture lectures lens lenses licence loans loft logbook loom lorry
        lyrics mandate manual maps medal mic microphone microscope
        mill mixer mocks model models modules moulds motorbike mower needles nest notebook
        offcut orchard outfit overdraft ovens pages paint pan papers parachute passport paste
        patience patients pc pen pension piano pictures pieces pitch plants
        printer prints props raft recipe recommendation recorder
        refund rehearsal rig route rota sandbox
        saw saxophone scaffold scanner schedule scholarship screen script seat seeds server
        sewing shed sheet sheets simulator sketches slides slot
        speaker spreadsheets stamina stand starter stock storage stove
        stipends studio subscription supplies tandem tape
        teacher textbooks theatre thesis ticket timber tractors truck
        trust tutors typewriter tyres uniform users van video videos vines
        violin visa voucher warehouse workbench workbooks
        severance overtime windfall crowdfunding dowry equity seed cashflow runway
        """,
    "topic": """
        acupuncture aerodynamics aikido amharic analysis animation antibiotics apiculture apps aquaculture aramaic archery
        arranging asl astronomy audit audits auslan backhand ballet balance-sheet bandaging bass basque beading
        bees bhangra blacksmithing blockchain boxing breathing brickwork bridge bulgarian burmese butchery
        cabinetmaking calligraphy canning cassava cello chainsaw cheese chords clarinet climbing clowning
        cloud coffee-roasting compost composting concreting confectionery contract conveyancing corsican
        cottage-cheese courtroom cricket crochet cultivation cupping curating cymbals dari data-science
        decoupage defibrillator deescalation dementia dermatology diagnostics diesel dialect didgeridoo
        dough drafting drawing dressage drilling drones drumming dyeing ebooks ecg edm electricity
        embryology emulsions engraving ergonomics ethics excavation fades falconry farsi fencing fertiliser
        fiddle fiddle-making filleting finance financials fishing flamenco flute flying forestry forensics forging
        formwork foundry framing freediving fugue gaelic gamelan genealogy geometry glass glazing gluing
        gospel grammar guarani gujarati haggling hairdressing handover handwriting harmony harp harvesting
        hebrew hieroglyphs horn horticulture icelandic iconography immigration infographics insulation insurance
        integration interpreting inuktitut irish jazz joints joinery judo juggling kannada kazakh khmer kinyarwanda
        knitting knots kurdish lacquer lambing landscaping lao latvian lasers lettering libretto lifesaving lighting
        lithuanian livestock looms luthiery machine-learning macedonian macros makeup maltese mapping maple
        masonry massage meat media medication metalwork metrics microfinance milking minuet mongolian
        motorcycles mountaineering mri murals mushrooms music narration navajo navigation needlework
        networking-gear neurology nutrition oboe oils opera organ orthopaedics orchids oromo oysters papiamento
        parenting pastry patchwork pattern-cutting pensions percussion perfume pesticides phlebotomy phonics
        pigs pilates pitching pizza plastering playwriting podcasting poetry pottery prescribing pruning
        psalms psychotherapy publishing pumps puppetry quantum quarrying questionnaires quichua rap
        recruitment recycling redox reggae regression rendering reporting respiratory restoration retouching
        rice riding rigging roofing routing rugby running safety saddlery saxophone scales scansion scoring
        scottish screenwriting security sedation seismology semiconductors sermons sewage sheepdog shearing
        shiatsu shipbuilding sinhala skiing slovak slovene smithing sniffing soil soldering solar songwriting
        sound soups sparring speeches spelling spinning stagecraft statics statistics stonework stone-masonry
        strategy-games stucco subtitling surfing surveying suturing synthesis tabla tango tanning tap
        tatar taxidermy telescope tennis tibetan tiling timber toddlers tort tracking triage trombone
        trumpet tuning typesetting typography uighur uilleann upcycling uzbek vaccination vba vegan ventilation
        vines vineyards virology viticulture vocals voiceover volleyball wallpaper waste watercolour
        waterproofing webdesign weirs whittling wicker wiring wolof woodcarving woodturning wound yoga
        zoology zulu zumba excel-macros pivot-tables joins interviews paperwork tables backend frontend
        dentures wheelchairs x-rays xrays
    """,
    "credential": """
        a-level a-levels abilitation abitur accreditation actuaries acls aelp apostille apprenticeship articles
        barista-certificate bachelorette bas beng bcom bed blue-card bts ca capm cbap cert certs ceh cfp chc
        chartered cdcs cia cips cma cmgr cna cpc cpr cscs css ctp dba deng dip dipifr doctoral dphil
        driver's driving edd ehic emt epc erasmus facs fca fellowships fracgp frca frcr gaokao german-b2
        gnvq goldcard green-card gold guild habilitation hgv1 hons igcse ilr imc inset ippf jd
        journeyman klinik laureate leaving lcsw levels licentiate lpc lpn ltd matriculation mbbs mch mcs md mda
        membership meng mrcp mrcs mres mrcgp msw mtech national naati nclex-rn neet nrec nvqs oath
        ordination passport pe pharmd plt pgdip phr pilot's pmi-acp postdoc privatdozent
        professorship psychd pte rcn red-seal residence rgn rn rya safe sat seal shrm sia
        smc solas staatsexamen stcw sworn tenure-track tefl toeic topik trinity turas tuv tüv upsc usmle-step
        viva yachtmaster zertifikat ticket
    """,
    "role": """
        abbess acrobat adjudicator aide aldermen anchor announcer arbitrator arborist archivist arranger astronaut
        bailiff ballerina bartender bassist beautician bellringer bishop boatbuilder boatman bosun bouncer broadcaster
        bursar busker cabinetmaker camerawoman cameraman cardmaker caterer celebrant cellist ceramicist
        chieftain childminder chiropractor claims-adjuster cleaner clown coder comedian commandant
        compere comptroller concertmaster conservationist controller cooper coxswain critic croupier
        dairyman dancer deacon deckhand delegate designer desk dispenser diver docker docent doorman drummer
        druggist dyer ecologist embalmer emcee envoy escort estimator ethicist evangelist falconer ferryman
        fiddler firewoman fishmonger flautist flutist footballer frontman furrier gamekeeper geneticist
        glassblower glazier goalkeeper grazier greengrocer grocer groundsman guitarist hairstylist
        handler harbourmaster harpist headhunter herbalist herder homeopath horticulturist hostess
        hydrologist immunologist indexer influencer innkeeper insurer interviewer judo-teacher juror
        keynote knight lamplighter laundress legate lecturer librettist lifeguard linguist lobbyist lyricist
        machinist maestro magician makeup maltster manicurist masseur mathematician mayoress mentor
        messenger midwifery milkman milliner mistress monk mp naturopath neurosurgeon newsreader
        nun observer oenologist ophthalmologist orator orchestrator organiser organist orthodontist ostler
        packer papermaker paediatrician parliamentarian patissier patrol pediatrician perfumer
        petty-officer pharmacologist phlebotomist piper planter playwright ploughman postman
        postmistress postmaster prefect presenter prior probationer prompter prop provost
        puppeteer purser quilter radiotherapist rapper reader receiver rheumatologist rigger ringmaster
        roadie roaster rower saddler sacristan saxophonist scaffolder schoolteacher scout scribe
        scriptwriter searcher seer selector sexton shareholder shipwright shoemaker shopkeeper signalman
        sociologist songwriter soprano speechwriter spokesperson stagehand stationmaster stevedore
        stockbroker stonemason storyteller stuntman subeditor surveyor swimmer synodal
        taxidermist tattooist taxi telegrapher tenor thatcher toastmaster town-clerk toxicologist
        transcriber trombonist trumpeter turner ump usherette valet valuer ventriloquist vintner
        violist virologist vocalist wainwright walker warder warehouseman weaver webmaster whip
        wheelwright wholesaler woodcarver woodworker wrestler
    """,
    "event_verb": """
        abolish accomplish administer airlift amend announce annul appeal apply apprentice arraign arrest assign attain
        bag ban baptise bid bind blog bottle breed bring buil bury canvass carve cast catalogue celebrate
        check choose clean climb clinch close code collect comply conclude conduct consecrate
        construct contest cook crack create cross crown cure cut cycle declare dedicate demo demolish
        design detach dig dispatch display distil dive donate double draft draw drill drive edit embark emigrate
        engrave enlist erect evacuate exit expand expose extend extract fence fix fly forge form
        formulate found frame freeze fuse gazette generate graft grant halve harvest hatch head host
        illustrate immigrate import insulate invent jump kayak kick launch lay lead leave lecture lift
        light litigate lower maintain man manufacture mark marry master measure mint model mount
        name navigate nominate note notify occupy offer omit operate organise outfit paint pack
        paddle pave perform phase pick pickle pioneer plaster play plead plough post pour
        preside press price process procure program propose prosecute prune pump quadruple quote raise
        reach read rebrand receive recertify recite reclaim reconcile recover recruit recycle
        redesign redraft reduce refit reform reforest refuse rehearse reinstate reinvest release relight remove render
        reopen repair report represent reprint reroof rescue reset restart restock restructure result
        retake retrain return reunite reupholster reveal revise ride rig ring rise roast row rule
        sail salvage save scan schedule score screen screenprint sculpt seal seat seed serve service set sew
        shear shift shoot shut sing sit sketch slash smoke solve spray staff stamp
        stitch stock stop store stream strike subscribe sue supply surpass survey swim tag
        take tape teach tend thatch throw tile time top trade train transform transplant transport
        travel treat trim triple tune turn type unite unveil upgrade vaccinate vet vote wallpaper
        weave weigh weld wire withdraw write
    """,
    "event_strong": """
        incorporate naturalise inaugurate canonise ordain sworn unveil recertify accredit gazette enlist reopen
        graduate matriculate crowdfund finalise complete co-author coauthor self-publish relocate emigrate immigrate
        passed appointed elected hired published signed licensed licenced certified chartered registered
        admitted awarded accepted shortlisted nominated promoted commissioned launched opened sold
        delivered handed submitted defended printed installed released approved granted funded
        adopted ratified staged recorded premiered recruited
    """,
    "product": """
        adaptation advert air-filter allotments almanac amphitheatre annexe antenna anthem apartment apprenticeships aqueduct
        arboretum arcade aria atelier audiobook award-show bakehouse ballet ballot bandstand bed-and-breakfast
        bench bill bistro blanket boathouse boiler bookcase bothy briefing broadcast bulletin bylaw canal canoe
        canteen carousel cart cartoon castle cathedral cd chapel chart chatroom checkpoint chicken-run
        cider circuit classroom clinic-app club coaching-practice codebase column compendium conservatory
        consultancy container coop copybook corpus costume cottage course-book courtyard creamery crane cubicle
        customer-portal dairy dam database daycare deck depot device diary digest directory dispensary dock documentary
        dojo dress drill duet e-book embroidery exhibit exhibition-stand fablab fair feature fellowship-scheme
        fence ferry field-guide fishpond flagship floor flyer foodbank food-truck footbridge formula
        fountain fresco galley garment gazette generator gîte grammar grammar-book granary grant-scheme
        graphic-novel guesthouse guide guild handbook hangar hatchery headquarters helpline henhouse
        hive hives hotline hub hymn hymnal hymnbook incubator index inn instrument invoice jam jar kiln
        kindergarten kit label lathe laundry law-firm laundrette leaflet lectionary lesson lessons
        letterbox library-app lifeboat loaf loaves lodge loom machine makerspace mast memorial mill
        minibus mosaic motorbike nature-trail nursery-school observatory ode opera-house
        outpost oven pamphlets pantry patch pavilion payroll pavement pension-scheme pergola pharmacy photobook
        pier plantation playlist plough policy pond popup pottery prayer-book preschool press prequel
        print printout prize-fund producer-group programme protocol pub puppet-show quilt raft rail-link
        ramp rating reader recital record-label refuge register rehearsal-room remix reservoir resort
        revue rota rulebook safehouse sanctuary sauna saxophone-solo scheme score screen sculpture-park
        seedbank seminar sermon set shed ship showroom simulator sitcom skatepark skit solo sonata
        songbook soundtrack speech staircase statute stock-list storehouse strategy-paper stroller subsidiary
        suit suite summerhouse sundial supermarket supplement surgery-unit tapestry tavern tearoom
        telescope temple template territory theatre therapy-room timetable toy track tractor trailer
        training tram translation treaty tree triptych trust tunnel tutorial unit vaccine-clinic
        vase villa vlog walkway wall wardrobe waterwheel webinar-series windmill wing winery woodland
        workspace yacht youth-club zoo baskets jars tonnes pounds kilo kilos units copies
        prints tables chairs lamps pairs orders contracts licences loans deals policies subscriptions
    """,
}
