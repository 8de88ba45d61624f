"""Words of which goals are made: wishes, skills, events, roles, papers, things and contacts."""

from __future__ import annotations

GOAL_WORDS: dict[str, str] = {
    # What a bare wish asks for: nothing that anybody could point at.
    "wish_noun": """
        advancement ambition assertiveness authenticity awareness balance belief boldness boundary
        brand calm career challenge change charisma clarity comfort commitment confidence
        connection consistency courage creativity credibility dedication destiny development
        direction discipline drive effectiveness efficiency empowerment energy engagement
        enthusiasm excellence experience exposure expertise faith focus footing freedom
        fulfilment fulfillment fulfilling future goal growth habit happiness harmony horizon
        identity impact impression improvement independence influence initiative inspiration
        integrity involvement job journey joy knowledge leader leadership learning legacy level
        life lifestyle limit luck manner meaning mind mindset momentum motivation mojo
        network networking opportunity organisation organization outlook passion path patience
        peace performance persona personality perspective place position possibility potential
        power presence priority productivity professional professionalism profile progress
        progression prosperity purpose quality reach recognition relation relationship reliability
        reputation resilience respect responsibility role routine satisfaction self
        self-belief self-confidence self-esteem shell situation skill skillset soul space spark
        stability standing state stature status strength stress structure style success
        support synergy talent thing thought thriving time track trust value version
        vibe visibility vision voice way wellbeing wellness wisdom work world zone
        person individual human stuff something everything anything nothing more better
        best lot bit kind sort area field aspect sense part side step stone stage door
        everyday daily general overall generally workplace industry sector company team
        organisation environment setting people man woman guy somebody someone anybody everybody
        transformation excellence ecosystem landscape value-add ladder dream hope wish feeling
        attitude approach behaviour behavior character comfort-zone background spotlight radar
        table room crowd corner chance plan start beginning difference decision
    """,
    # How somebody wishes to be or feel.
    "wish_adj": """
        able ambitious assertive authentic balanced better big bigger bold bolder brave braver bright
        brighter calm calmer capable centred comfortable committed complete confident connected
        consistent courageous creative credible decent decisive dedicated deeper different disciplined
        driven dynamic effective efficient empowered energetic engaged enthusiastic excellent
        exceptional exciting experienced fearless fit flexible focused free freer fresh fulfilled full
        fulfilling further good grateful great greater grounded grown happier happy hard harder
        healthier healthy heard helpful high higher holistic honest humble impactful important
        independent influential innovative inspired inspiring interesting involved key kinder
        known less liked likeable lost louder loved major mature meaningful mindful modern motivated new
        noticed open organised organized outgoing passionate patient peaceful personal positive
        powerful present proactive productive professional professionally proper
        proud ready real recognised recognized relaxed relevant reliable resilient respected
        responsible rich richer right rounded satisfied satisfying seen self-assured assured
        self-confident senior serious sharp sharper sincere smart smarter steady steadier stronger strong
        structured stuck stressed successful supportive sure tough tougher true valued vibrant visible
        well-rounded whole wiser worthwhile worthy young personally authentic
    """,
    # Verbs that a bare wish is made with.
    "wish_verb": """
        accelerate achieve advance aspire balance be become boost broaden build challenge change
        climb connect contribute deepen develop diversify drive elevate embody embrace empower
        engage enhance enjoy enrich evolve excel expand explore feel find flourish focus further
        gain get glow go grow have improve increase influence inspire keep know lead learn leverage
        level live love make maximise maximize move network nurture optimise optimize organise
        progress push reach realise realize rise seek seize shape shine show start stay step
        strengthen strive succeed think thrive transform try uncover unleash unlock uplift upskill
        widen work put raise
    """,
    # Verbs of getting better at something: no end to see unless a level is named.
    "skill_verb": """
        absorb acquaint advance brush bone build comprehend crack deepen develop devote dig drill
        dive enhance
        explore expand familiarise familiarize fathom follow get gain grasp hone improve internalise
        know learn level master memorise memorize polish pick practice practise read refine refresh
        rehearse relearn reskill revise sharpen shift specialise specialize strengthen study teach
        touch train transition understand upgrade upskill work pivot move
    """,
    "skill_only": """
        brush comprehend deepen enhance explore familiarise familiarize grasp hone improve
        internalise learn
        master polish practise practice refine refresh sharpen strengthen study understand upskill
        shift transition pivot lean dabble tinker dig dive drift reorient reorientate
    """,
    # How good: without a level behind it nobody can tell when it is there.
    "skill_adj": """
        abreast adept articulate awkward better clearer clumsy comfortable competent concise
        confident conversant deeper faster fluent fluently fluid good handier knowledgeable literate
        natural proficient quicker readable safer secure shorter skilled skilful skillful
        smoother solid steadier stronger surer versed
    """,
    # Verbs whose end anybody can check: done or not done.
    "event_verb": """
        accept accredit acquire adopt admit advertise appoint approve assemble author authorise authorize
        award beat broadcast buy call-up certify charter clear close commission complete confirm
        convert co-author cover debut defend deliver deploy digitise digitize dismiss
        earn elect employ enact enrol enroll erect establish exchange exhibit fell file fill finalise finalize
        finish found franchise fund fundraise graduate hand handover hire implement inaugurate
        incorporate induct install introduce invest invite issue join land launch lease license
        list lodge matriculate merge migrate move naturalise nominate notarise obtain onboard open
        ordain outsource own pass patent pay perform perform pilot pitch place plant premiere present print
        produce promote publish purchase qualify quit ratify recertify reelect refinance
        refurbish register release relaunch relocate renew rent repay replace requalify resign restore
        retire
        return roll secure select sell settle ship shortlist sign stage start submit swear switch
        tender test transfer unveil upload validate victory win renovate retrofit refurbish translate
        convict exhibit rebuild remortgage crowdfund rewire automate record compose choreograph
    """,
    # Those among them that hardly ever mean anything vague.
    "event_strong": """
        accredit adopt appoint approve authorise authorize award bestehen certify charter commission
        convert defend elect enrol enroll exhibit graduate hire inaugurate incorporate install
        issue join land launch licence license matriculate naturalise notarise
        obtain ordain pass patent premiere
        promote publish purchase qualify ratify recertify register release relaunch relocate
        requalify resign
        sell ship shortlist sign submit tenure validate win debut file open admit accept buy
        swear deliver finish complete hand print franchise repay renovate plant implement deploy
        accreditation admission appointment approval certification graduation promotion publication
        registration submission
    """,
    # What such an event gives: papers, posts and things that are there or not.
    "credential": """
        accreditation admission apprenticeship approval award ba badge bachelor bsc board-certification
        certificate certification chartership citizenship clearance credential
        degree diploma doctorate exam exams examination examn fellowship finals gcse habilitation
        hnd ielts
        licence license licensure llm masters mba meisterbrief mphil msc nclex ncee nvq
        gre gmat lsat mcat matura abitur
        patent permit phd pmp qualification registration residency scholarship toefl tenure
        visa delf dalf testdaf telc goethe hsk jlpt dele cpa acca cfa cima cisa cissp ccna prince2
        itil cipd cipm sqe bar aat osce plab usmle csm psm boards oet iso fda ce trademark
        barrister's qts pgce qtls tefl celta delta medal prize title grant bursary
        stipend waec jamb neco hgv cdl ckad cka aws azure
        nebosh prize ribbon marathon triathlon
    """,
    "role": """
        accountant actuary administrator adviser advisor agent agronomist ambassador anaesthetist
        analyst animator apprentice archaeologist architect archivist artist assessor assistant
        associate astronomer attorney auditor author baker banker barber barista barrister
        beekeeper biochemist biologist blacksmith bookbinder bookkeeper bookseller botanist brewer bricklayer broker
        builder bureaucrat butcher buyer cantor captain cardiologist carer caretaker carpenter
        cartographer cashier
        chair chairman chairperson chairwoman chaplain chef chemist chief choreographer clerk
        clinician coach
        cobbler colonel columnist commander commissioner composer conductor confectioner
        conservator
        constable consultant contractor controller cook coordinator copywriter coroner cto ceo cfo
        coo cmo vp svp evp councillor counsellor counselor craftsman curator dean dentist deputy dermatologist
        designer detective developer dietician dietitian diplomat director dispatcher doctor doula draughtsman
        dramaturg dressmaker driver economist editor educator electrician engineer
        entrepreneur
        epidemiologist estimator examiner executive facilitator farmer fashion fellow
        filmmaker firefighter
        fisherman fitter florist forester foreman forester freelancer fundraiser gardener geologist
        geophysicist gp
        goldsmith governor graphic grower guard guide gynaecologist hairdresser handyman
        head headmaster headmistress
        headteacher historian host housekeeper hygienist illustrator imam inspector instructor
        interpreter
        inventor investigator investor janitor jeweller joiner journalist judge juggler
        keeper
        landscaper lawyer lecturer legislator librarian lieutenant linguist linesman locksmith
        logistician luthier machinist magistrate major marketer mason master matron mayor
        mechanic mediator
        merchant meteorologist midwife miller miner minister missionary moderator musician
        nanny navigator
        negotiator neurologist notary novelist nurse nutritionist obstetrician officer oncologist
        operator optician
        optometrist ornithologist osteopath owner painter panellist paralegal paramedic
        partner pastor pathologist
        pediatrician paediatrician pharmacist philosopher photographer physician physicist
        physio physiotherapist pianist
        pilot planner plasterer playwright plumber podiatrist poet policeman politician porter
        postdoc potter preacher president
        priest principal printer producer professor programmer prosecutor proofreader
        psychiatrist psychologist
        psychotherapist publican publisher rabbi radiographer radiologist ranger realtor
        receptionist rector recruiter referee
        registrar reporter representative researcher resident restorer roofer sailor
        salesman salesperson
        saleswoman scientist screenwriter sculptor seamstress secretary senator sergeant
        shepherd
        sheriff singer sister skipper soldier solicitor soloist sommelier specialist sprinter
        statistician steward
        storekeeper stylist superintendent supervisor surgeon surveyor tailor tanner
        teacher technician
        technologist tester therapist tiler toolmaker trader trainee trainer translator
        treasurer trucker trustee
        tutor typist umpire undertaker underwriter upholsterer urologist usher vet veterinarian
        vicar videographer
        violinist waiter waitress warden watchmaker weaver welder winemaker writer zoologist
        manager lead leader boss ombudsman spokesman spokesperson spokeswoman
    """,
    # Things that somebody makes, opens, owns or hands in.
    "product": """
        album allotment anthology apiary app application archive article atlas bakery bakehouse band
        bar barn beehive bike
        biography blog boat book bookshop booklet boutique brewery bridge brochure building
        business cafe café calculator
        calendar catalogue catalog centre chapter charity chatbot checklist choir class clinic
        clubhouse cohort collection
        comic company composition concert cookbook cooperative co-op coop course coursebook
        creche crèche curriculum dashboard database dataset dictionary dissertation document
        documentary dossier draft edition
        ebook engine episode essay exhibition extension factory farm festival film flat
        forum foundation
        fund gallery game garage garden glossary greenhouse guidebook guideline gym handbook
        hospice hostel hotel house installation
        journal kiosk kitchen lab laboratory leaflet ledger library listing magazine
        manual manuscript
        map market memoir menu model module monograph mosque movie mural museum
        musical newsletter ngo
        nursery novel office opera orchard orchestra outlet pamphlet panel paper
        parish patent pattern
        pavilion pipeline platform play playground plug-in plugin podcast poem polytunnel portfolio
        portal poster practice
        preprint prototype proposal quartet query radio range record recording recipe repository
        report
        restaurant review roadmap salon school screenplay script sculpture series shelter
        shop show
        site sketch software song startup start-up stall stand statue storefront studio
        surgery survey symphony
        syllabus system tablet textbook thesis toolkit tool track trail treatise
        trilogy truck
        vaccine van venture verse video vineyard warehouse web webshop website well wiki workshop
        workbook worksheet yearbook zine house home cottage apartment plot land mortgage car
        job post contract offer position seat
        stage premiere cooperative trademark server plant line model warehouse
        branch mill
    """,
    # People and talks by the dozen: no concrete change, however many.
    "contact": """
        acquaintance appearance attendee audience card chat coffee colleague comment connection
        contact
        conversation coffee-chat dm event face folk follower friend gathering greeting handshake
        impression intro introduction invitation lead like lunch mail meetup meeting mentee
        message mixer namecard name networking number peer people person
        persons phone-call post professional reaction reply slot stranger subscriber
        talk view webinar conference person allies ally recommendation outreach speaker call calls
        breakfast dinner
    """,
    "contact_verb": """
        approach ask attend befriend chat connect contact dm email interview introduce invite
        know message meet network phone ping reach ring speak swap talk visit write call greet
        encounter collect gather
    """,
    # Fields of knowledge and craft: what a skill can be about.
    "topic": """
        accounting accountancy acoustics actuarial agile agronomy ai algebra analytics anatomy
        arabic arbitration architecture auditing baking beekeeping bengali biology biostatistics
        bookkeeping botany branding braille brewing budgeting calculus calligraphy cantonese
        carpentry catalan ceramics chemistry chess chinese choreography cinematography
        cleaning cobol coding compliance composing conducting contracts controlling
        cooking copywriting coptic counselling counterpoint courtroom crm croatian cryptography
        css cybersecurity czech danish dance data debating design dentistry derivatives
        devops dialysis diplomacy docker drafting drawing dutch ecology econometrics economics
        editing electronics embroidery engineering english epidemiology esperanto estonian etching
        etl excel facilitation fermentation figma filipino finnish forecasting forestry french
        fundraising genetics geology georgian german gis git golang grafting greek guitar
        hausa hebrew hindi html hydraulics hydroponics igbo illustration immunology
        improvisation indonesian interviewing investing irrigation italian japanese
        java javascript journalism joinery kanban korean kotlin kubernetes latin latex
        law lean linguistics linux litigation logistics machining malay malayalam mandarin
        maori marathi marketing mathematics maths matlab mediation medicine metallurgy
        microbiology microscopy midwifery modelling modeling moderation negotiating negotiation
        nepali neuroscience norwegian nursing onboarding oncology optics orchestration origami
        oud painting palliative pashto patent paediatrics pedagogy permaculture persian pharmacology
        philosophy phlebotomy phonetics photography photoshop physics piano pivot planning plumbing
        polish portuguese powerpoint presentation presenting pricing printing procurement
        programming prompt proofreading psychology punjabi python quechua quilting r radiology
        reporting research retail revit rhetoric robotics romanian rust russian safeguarding
        sailing sales sanskrit sap scala scheduling sculpting sculpture seo serbian sewing
        shorthand sign singing soldering somali spanish speaking spreadsheet sql
        stakeholder statistics storyboarding storytelling supervision surgery swahili swedish
        swift tableau tagalog tailoring tamil tax taxation teaching telugu terraform thai
        therapy tigrinya torah toxicology translation triage turkish twi typescript typing ukrainian
        ultrasound upholstery urdu ux valuation vietnamese violin welding weaving welsh
        winemaking woodwork writing xhosa yiddish yoruba zulu english feedback delegation delegating
        powerbi bi nlp agriculture farming gardening gluten sourdough lathe cad autocad solidworks
        triathlon swimming running cycling marathon cello drums saxophone
    """,
    # What is measured in work and life: naming it with a number is concrete.
    "kpi": """
        accidents attendance backlog bounce bug bugs churn click commission complaints conversion
        cost costs crop customers debt defects deliveries donations downtime dropout earnings
        emissions energy enrolment errors euros dollars expenses fitness footfall fuel income inventory
        kg kilo kilos km kilometres latency lbs loan losses margin membership miles mistakes occupancy
        orders output overheads overtime overdraft pounds production productivity profit
        readers readership readmissions response retention returns revenue salary sales savings scrap
        score signups spend steps subscriptions tickets tons traffic turnover uptime usage users volume
        wait waiting waste weight words yield hours pages chapters books articles posts lessons
    """,
    "level": """
        a1 a2 b1 b2 c1 c2 beginner intermediate advanced distinction merit pass grade score band
        percentile black-belt
    """,
    "want": """
        want wish hope aim intend plan like love aspire dream target goal objective ambition
        resolution need mission determine keen desire seek look aspire wanna eager
    """,
    "meta": """
        goal aim target objective ambition wish plan dream hope resolution intention mission
        priority challenge vision purpose deadline idea thing
    """,
}
