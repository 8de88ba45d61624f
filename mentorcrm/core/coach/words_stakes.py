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
        abandon abuse accident ache addict afraid alarm alone amputation anger angry anxiety arrest
        ashamed asthma attack
        bankrupt bankruptcy bleed blind blow blunt break bullied burden burn burnout bury
        burnt cancer
        cheat cheated chaos choke close closed closes closing closure collapse complain
        complaint corruption cost crash crisis
        crushed cry crying cut damage danger dangerous dead death debt debts decline
        deport depressed depression
        desperate despair die died dies disaster disciplinary discriminate dismiss
        drought drown dry dying
        embarrass embarrassed embarrassing emergency empty eviction evict exhausted exhaustion
        exploit expire fail failed failure
        faint fall fear fed fine fined fire fired flood fold forced forget forgot
        fraud frighten frightened
        funeral gap go-under grave grief guilt guilty harm hate heart-attack hospitalised
        hopeless hunger hungry hurt
        hurts ill illness infect infection injure injured injury injustice invisible isolate jail jobless
        jam kill killed lack
        late layoff laid-off leak leave leaving left limp lonely lose loses losing loss lost
        mess miss missed misdiagnosed
        mistake
        moneylender mortgage neglect nightmare obsolete overdose overlooked overtime overwork
        overworked overdue pain painful panic penalty
        perish poison pollute poor poverty pressure problem quit quits ran-out redundancy redundant reject
        rejected
        resign resigned retire ridicule rot ruin sack sacked sad scared shame shortage shouted
        shrink shrinking shut shutdown sick silence sink
        sleepless snap starve stranded strangers strike struggle stuck suffer suffering suicide surcharge
        surrender swallow
        terrified threat threaten tired tiring trapped trouble turned-away turnover ugly
        unemployed unemployment unfair
        unpaid unsafe untreated victim violence vanish vanishing wait waiting waste wasted
        weak
        worn worry worried worse worst wrong wound yelled bleak burnout outdated passed-over
        extinct disappear disappearing vanished evicted deported laid axe axed bleeding
        dropout stroke sepsis bankrupts lapse foreclose relapse overcharged humiliate humiliated
        humiliating cold unheard misunderstand misunderstood dread divorce
        queue homeless orphaned stillborn
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
