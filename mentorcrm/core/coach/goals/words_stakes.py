"""Words that show what is at stake, for whom, and what hurts or is hoped for."""

from __future__ import annotations

STAKE_WORDS: dict[str, str] = {
    "kin": """
        aunt babies baby boy boys brother brothers child children cousin cousins dad daughter
        daughters family families father folks
        fiance fiancee girl girls grandchild grandchildren granddaughter grandfather
        grandmother grandparents grandson
        household husband kid kids mama marriage mother mum mom nephew nephews niece nieces
        papa parent parents partner
        sibling siblings sister sisters son sons spouse toddler twins uncle wife widow
        newborn orphan girlfriend boyfriend in-laws
    """,
    "beneficiary": """
        adolescents amputees animals apprentices asylum babies bees believers caregivers carers child children citizens
        classmates
        clients coast commuters community communities congregation cooks cows crew crews
        customers deaf
        detainees diabetics disabled
        drivers elderly elders employees families farmers faithful fishermen forest girls
        guests herd homeless
        households
        inmates interns juniors kids labourers learners lads ladies locals maids
        members men
        migrants miners mothers neighbours neighbors neighbourhood newcomers nurses offenders
        orphans parishioners parents
        passengers patients pensioners people pilgrims poor prisoners public pupils readers
        recruits refugees
        residents riders river rural shopkeepers smallholders soldiers staff students
        survivors teenagers teens tenants town townspeople
        traders trainees valley veterans victims viewers village villagers villages visitors volunteers
        vulnerable widows women workers workforce youngsters youth refugees elders
        girls boys infants toddlers elder tribe district congregants strikers kids'
        households newborns ward island team colleagues department
    """,
    # What hurts: verbs, nouns and states of loss, danger, need and shame.
    "harm": """
        fails failing failure
        abandon abuse accident ache addict afraid alarm amputation anger
        angry anxiety arrest ashamed asthma bankrupt bankruptcy bleed blunt
        bullied burn burnout bury burnt cancer cheat cheated chaos
        closure collapse complain complaint corruption crisis crushed cry crying
        damage danger dangerous dead death debt debts decline deport
        depressed depression desperate despair die died dies disaster disciplinary
        discriminate dismiss drought dying embarrass embarrassed embarrassing emergency eviction
        evict exhausted exhaustion exploit fear fed
        fired forced fraud frighten frightened funeral go-under grave grief
        guilt guilty harm hate heart-attack hospitalised hopeless hunger hungry
        hurt hurts ill illness infect infection injure injured injury
        injustice invisible isolate jail jobless kill killed layoff laid-off
        lonely lose loses losing loss lost misdiagnosed mistake moneylender
        mortgage neglect nightmare obsolete overdose overlooked overwork overworked overdue
        pain painful panic penalty perish poison pollute poverty ran-out
        redundancy redundant ridicule rot ruin sack sacked scared shame
        shortage shouted shrinking shutdown sleepless starve stranded suffer suffering
        suicide surcharge terrified threat threaten trapped trouble turned-away turnover
        ugly unemployed unemployment unfair unsafe untreated violence vanishing wasted
        worn worse worst wound yelled bleak burnout outdated passed-over
        extinct disappear disappearing vanished evicted deported laid axed bleeding
        dropout sepsis bankrupts lapse foreclose relapse overcharged humiliate humiliated
        humiliating unheard misunderstand misunderstood dread divorce homeless orphaned stillborn
        prison jail exile famine hunger rape trafficking slum drugs
        addiction dementia dialysis tumour tumor epilepsy stillbirth miscarriage paralysed
        paralyzed bleeds bleed coughing orphaned evicted homelessness eviction repossessed
        repossess insolvent insolvency bankruptcy layoffs dole foodbank soup overdraft
        arrears exploited cheated cheating swindled lied beaten beat mugged
        stabbed knives knife gun shot crippled amputated malaria tuberculosis
        tb cholera diabetes diarrhoea insulin hospitalised outage blackout recall
        lawsuit sued sue tribunal scandal discrimination racism sexism stigma
        bullying mobbing extinction drought erosion mould rotting rotten burning
        burned smoke lungs wreck wrecked collapse collapsed crumble crumbles
        crumbling suffers dread ashamed regret lonely loneliness insomnia panic
        stutter mumble scream screaming shouting yelling laughed mocked ignored
        overlooked sidelined passed-over underpaid overworked understaffed dismissed unheard worst
        ruins ruined doomed sleepless tears wept weep mourn poisoned
        polluted contaminated deadly fatal dropouts truancy illiterate undocumented detained
        deport stateless asylum widow sepsis infection haemorrhage
    """,
    # These hurt only in company: a fire, or a fine day.
    "harm_weak": """
        fail failing failure
        break broken cost cut fine fined fire leak dry cold
        lack pressure poor strike strangers stroke blind fold flood empty
        forget forgot jam limp mess miss missed overtime quit quits
        problem shut sink snap wait waiting waste weak surrender swallow
        drown close closed closes silence burden attack blow alone wrong
        expire fall sick tiring queue shrink faint choke reject rejected
        crash resign resigned retire stuck axe unpaid struggle sad victim
        vanish worry worried gone stop stops stopped stopping fight fights
        fighting fear lost hang hangs scattered slow slower turned thrown
        throw threw unable dropped drop drops drift cannot expensive bill
        bills barely hardly eat eats eaten
    """,
    "value": """
        afford allow alive autonomy better breathe bread care college comfort dignity earn
        eat educate equal
        equality
        fairness faith feed food freedom future generation gratitude grow-old heal health
        healthcare heard home honor
        honour hope income independence independent inherit justice keep lasting legacy
        livelihood live living matter matters
        meaning meaningful peace pension pride promise promised proud provide protect purpose
        rent rescue respect rights
        safe safely safety salary salaries save saving school schooling secure security
        serve sleep stability stay
        stays surviving survive survival sustain support tuition trust truth wage wages
        warm welfare
        heritage tradition homeland afloat solvent
    """,
    "money": """
        rent mortgage salary salaries wage wages pension fees debt debts loan bill bills income money
        savings pay paycheck rents tax
    """,
    "because": """
        because since as cause coz cuz bc cos for therefore thus hence
    """,
    "consequence": """
        otherwise else without unless if until before meaning hence thereby whoever whenever
    """,
    # Why-words without a stake end in one of these.
    "empty_reason": """
        always awesome beneficial boring career cool curious everybody everyone exciting
        fascinating fashion fashionable fun
        good great important interested interesting key love necessary nice required should
        spirit trend trendy trending useful
        valuable why wish
    """,
}
