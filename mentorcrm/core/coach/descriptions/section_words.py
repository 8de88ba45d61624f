"""Classes of words that tell the eight sections apart, with every form of their verbs."""

from __future__ import annotations

from functools import cache

_VERBS = {
    "WANT": """want hope aim plan intend wish aspire strive seek try dream yearn resolve wanna
        head prepare""",
    "CHANGE": """become get move lead build open launch finish complete pass write publish land
        earn grow learn start found manage run switch transition change turn bring raise sell buy
        reach win master qualify graduate submit defend reduce cut double triple increase improve
        expand establish secure obtain gain achieve develop make create release record perform
        return join hire scale export convert step teach train present speak negotiate hold keep
        save retire hand prepare certify translate design implement introduce migrate ship deliver
        register license restore renovate plant set take go put convince stage organise organize
        rebuild revive reopen enter leave replace register accredit produce film compose sing play
        cook bake farm breed sail race swim climb walk ride drive fly stand read code program
        rank recruit fund finance pay own inherit transfer relocate emigrate convert crack break
        cover map document digitise digitize preserve protect save rescue unite merge split roll
        supply serve host curate exhibit show tour coach referee score enrol enroll apply sit
        chair preside direct supervise head guide steer persuade quit resign escape stop""",
    "STRUGGLE": """struggle freeze panic stumble fail avoid procrastinate dread fear lack miss
        stall worry doubt hesitate drown choke stammer stutter blush overthink reject refuse block
        hinder prevent hamper slow undermine sabotage suffer flounder fumble mumble ramble cry
        shake sweat crumble collapse forget postpone delay dodge shrink apologise apologize
        undersell underprice undercharge overcommit overpromise quarrel argue clash ignore dismiss
        laugh mock resist distrust mistrust decline shut overwhelm intimidate scare frighten
        terrify bore confuse tire exhaust paralyse paralyze exclude burn hide flinch soften
        snap shout hate loathe resent wander drift waffle underestimate""",
    "SERVE": """offer give provide share help assist teach show fix repair build bake cook
        translate write edit proofread design paint draw photograph film sew knit weld mend
        drive carry clean host feed lend donate pay treat bring send make play sing babysit mind
        garden tutor index transcribe type code program automate test review promote introduce
        recommend credit acknowledge name dedicate mention endorse return repay reward invite
        volunteer knead brew grow pick deliver serve supply cater interpret digitise digitize
        organise organize run handle take do swap trade barter""",
    "TALKTO": """talk meet call phone ring speak chat walk zoom visit text message mail email
        skype lunch sit write read answer reply""",
    "MANNER": """listen challenge encourage push nudge ask question praise criticise criticize
        correct interrupt lecture preach judge argue debate laugh smile swear joke respect trust
        explain demonstrate confront contradict support hold reassure provoke tease scold shout
        patronise patronize flatter coddle spoon sugarcoat cheer soothe micromanage patronize
        pretend gossip bully rescue pry hurry rush ramble preach nag moralise moralize
        condescend intimidate boast brag probe reflect value believe appreciate disagree admit
        apologise apologize forgive cherish""",
    "DONE": """lead run build found manage work train teach publish negotiate own sell buy close
        open launch survive navigate handle live write direct supervise chair serve sit practise
        practice coach raise grow scale hire fire convert move switch change fail lose win pass
        do make experience face see come go start set keep breed bring take carry design ship
        deliver implement represent argue litigate prosecute defend examine assess audit treat
        operate nurse farm cook bake brew sail fly drive study research edit produce perform tour
        record exhibit curate teach organise organize campaign lobby advise consult recruit
        mentor retire emigrate immigrate return rebuild restore turn cross bury deal hold play
        sing conduct stage fund finance invest register license qualify get leave quit raise""",
    "LOSE": """close die vanish disappear lose leave suffer drown starve collapse shrink fade
        shut end stop burn flood break bury drop faint wait need depend rely deserve benefit
        decide matter kill drink sleep inherit survive""",
    "PROVE": """know see tell notice measure judge sign ring ask need hear say show prove
        recognise recognize agree count stop trust leave let finish done feel""",
}

_IRREGULAR = {
    "become": "became", "get": "got gotten", "lead": "led", "build": "built", "write":
    "wrote written", "grow": "grew grown", "run": "ran running", "bring": "brought", "sell": "sold",
    "buy": "bought", "win": "won winning", "cut": "cutting", "make": "made", "speak":
    "spoke spoken", "hold": "held", "set": "setting", "take": "took taken", "go": "went gone goes",
    "put": "putting", "rebuild": "rebuilt", "leave": "left", "sing": "sang sung", "swim":
    "swam swum swimming", "ride": "rode ridden", "drive": "drove driven", "fly": "flew flown flies",
    "stand": "stood", "read": "read", "pay": "paid", "break": "broke broken", "show": "shown",
    "sit": "sat sitting", "quit": "quitting", "freeze": "froze frozen", "forget":
    "forgot forgotten forgetting", "shrink": "shrank shrunk", "hide": "hid hidden", "give":
    "gave given", "teach": "taught", "draw": "drew drawn", "feed": "fed", "lend": "lent", "send":
    "sent", "do": "did done does", "meet": "met", "ring": "rang rung", "think": "thought", "come":
    "came", "see": "saw seen", "keep": "kept", "lose": "lost", "choose": "chose chosen", "fight":
    "fought", "deal": "dealt", "begin": "began begun", "know": "knew known", "tell": "told", "feel":
    "felt", "say": "said", "hear": "heard", "let": "letting", "shut": "shutting", "drink":
    "drank drunk", "sleep": "slept", "stop": "stopped stopping", "plan": "planned planning", "ship":
    "shipped shipping", "drop": "dropped dropping", "chat": "chatted chatting", "tap": "tapped",
    "quarrel": "quarrelled", "travel": "travelled travelling", "cry": "cried", "try": "tried",
    "swear": "swore sworn", "knit": "knitting", "sew": "sewn", "nag": "nagged nagging", "brag":
    "bragging", "step": "stepped stepping", "transfer": "transferred", "swap": "swapped swapping",
    "have": "has had having", "dig": "dug", "find": "found", "eat": "ate eaten", "split": "splitting",
    "map": "mapped mapping", "program": "programmed", "snap": "snapped", "hit": "hitting",
    "shake": "shook shaken",
}  # fmt: skip

_WORDS = {
    "ME": "i we",
    "MY": "my our mine ours",
    "MEO": "me us myself ourselves",
    "YOU": "you ye u yourself thou",
    "YOUR": "your yours ur",
    "HE": "he she they",
    "HIM": "him her them his their",
    "WHO": "who whom whose",
    "MENTOR": """mentor mentors coach coaches adviser advisor guide guru sponsor elder teacher
        tutor supervisor sounding counsel counsellor companion role-model confidant""",
    "ONE": """someone somebody anyone anybody person man woman soul people individual human folk
        leader expert professional veteran practitioner candidate person's sb lady gentleman
        colleague engineer doctor nurse lawyer founder entrepreneur executive manager director
        pastor priest farmer chef teacher scientist professor scholar researcher designer
        developer accountant artist musician officer journalist editor principal head headteacher
        owner consultant surgeon midwife builder carpenter baker trader banker investor judge
        barrister litigator cantor rabbi conductor cheesemaker beekeeper master journeyman
        operator producer publisher writer author curator""",
    "NEG": "not no never nobody none nothing neither nor without hardly barely nowhere",
    "GOALN": """goal goals aim aims ambition ambitions objective objectives target targets dream
        aspiration mission intention destination purpose plan vision project""",
    "OBSTN": """obstacle obstacles barrier barriers hurdle hurdles problem problems challenge
        challenges difficulty difficulties issue issues bottleneck gap gaps weakness weaknesses
        impediment constraint constraints snag snags trouble troubles roadblock roadblocks blocker
        blockers fear fears shyness anxiety shortage trap stumbling-block headache nightmare
        handicap drawback limitation limitations bottlenecks imposter impostor debt burnout
        insecurity nerves stage-fright self-doubt dyslexia adhd setback""",
    "HARD": """hard tough difficult tricky daunting scary overwhelming stuck lost alone isolated
        afraid scared nervous anxious ashamed embarrassed shy weak clueless unsure uncertain
        confused tired exhausted stretched overloaded overlooked invisible rusty outdated
        unqualified inexperienced unprepared impossible useless terrible hopeless bad worst poor
        awful rubbish lousy hesitant reluctant terrified petrified intimidated lonely burnt-out
        short understaffed underpaid overworked helpless powerless outnumbered dependent desperate
        insecure awkward clumsy tongue-tied expensive unaffordable missing absent sceptical
        skeptical hostile suspicious stubborn late behind""",
    "TRAIT": """patient patience direct honest honesty blunt kind warm calm strict gentle curious
        humble humility tough firm frank candid straight straightforward empathetic empathic
        compassionate generous funny humorous humour humor dry sarcastic sarcasm ironic irony
        loyal discreet discretion confidential confidentiality reliable dependable punctual
        pragmatic practical structured organised organized relaxed informal formal friendly
        supportive encouraging demanding critical rigorous open-minded open nonjudgmental
        non-judgmental judgmental respectful sincere transparent authentic unsentimental unhurried
        unshockable playful serious thoughtful reflective analytical creative inclusive feminist
        religious secular faith principled ethical integrity trustworthy trust down-to-earth
        grounded steady quiet soft-spoken soft chatty energetic enthusiastic optimistic realistic
        sceptic sceptical skeptical irreverent eccentric silly stern unflappable tactful
        diplomatic plain plain-spoken cheerful cheerleader approachable accessible tolerant
        fair-minded fair ego modest arrogant unpretentious cynical cruel rude harsh abrasive bossy
        condescending pushy vegan christian muslim jewish buddhist hindu atheist left-wing humble
        passionate motivated disciplined collaborative values value character personality vibe
        temperament chemistry tone manners laid-back easygoing easy-going tenderness warmth
        courage stubborn mercy sense empathy kindness bluntness directness openness curiosity""",
    "UNIT": """minute minutes min mins hour hours hr hrs h session sessions call calls meeting
        meetings morning mornings afternoon afternoons evening evenings lunch lunches coffee
        coffees breakfast dinner conversation conversations chat chats visit visits weekend
        weekends walk walks zoom teams skype message messages mail mails email emails voice
        letter letters half-hour quarter saturday sunday monday tuesday wednesday thursday friday
        saturdays sundays mondays tuesdays wednesdays thursdays fridays half-day day days night
        slot slots catch-up catch-ups meet-up meetup appointment appointments check-in check-ins
        videocall phonecall video phone whatsapp signal messenger shift shifts round rounds""",
    "PERIOD": """week weeks fortnight fortnights month months year years quarter quarters term
        terms semester semesters season seasons day days wk wks mth mths yr yrs winter summer
        spring autumn fall sprint""",
    "OFTEN": """weekly monthly fortnightly biweekly bi-weekly quarterly daily twice thrice yearly
        annually bimonthly regularly occasionally sometimes every""",
    "NUMW": """one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen eighteen twenty thirty forty fifty sixty seventy eighty ninety hundred
        hundreds thousand thousands million half couple few dozen dozens several a an""",
    "BIG": """nine ten eleven twelve thirteen fourteen fifteen twenty thirty forty fifty sixty
        seventy eighty ninety hundred hundreds thousand thousands million millions dozens every
        most half third quarter all entire whole each""",
    "OTHERS": """child children kid kids girl girls boy boys women men youth youngsters teenagers
        pupil pupils student students patient patients mother mothers father fathers family
        families parents grandparents elderly elders neighbours neighbors neighbourhood
        neighborhood community communities village villages villagers town towns city district
        county region country nation people society public citizens residents workers labourers
        laborers farmers fishermen fisherfolk herders nurses teachers migrants refugees immigrants
        newcomers prisoners veterans widows orphans apprentices generation generations
        grandchildren newborn newborns baby babies tribe tribes clan congregation parish parishes
        diocese church mosque temple school schools hospital hospitals clinic clinics industry
        profession field trade craft sector discipline science democracy planet climate river
        forest forests sea coast valley valleys island islands soil bees species wildlife
        language languages tradition traditions culture heritage history world humanity poor
        homeless disabled deaf blind vulnerable folks lads lasses customers passengers
        listeners readers viewers voters tenants members others everyone everybody anybody somebody
        cousin cousins grandmother grandfather daughters sons survivors victims drivers crews crew
        young younger old generation's peers colleagues juniors trainees interns staff team teams
        employees minorities minority dalit roma cree aboriginal indigenous rural estate street""",
    "GAINME": """salary pay money raise bonus promotion cv resume title hours happier sleep income
        rent mortgage pension comfort peace enjoy fun joy fulfilled fulfilment fulfillment
        satisfaction confident confidence proud pride respect self myself recognition flat
        apartment house car holiday career""",
    "VAGUE": """tbd tbc tba todo na n/a none nil nope nah skip skipped blank empty void open any
        anything anyone everything something nothing whatever whenever wherever whichever however
        etc stuff thing things flexible flexibly depends depend preference preferences fussed
        bothered mind sure unsure maybe perhaps probably hmm hm er um umm ok okay fine later soon
        yet still now moment pending review come coming follow follows discuss discussed see seen
        below above attached decide decided decision undecided think thinking thought thoughts
        figure work worked out sort know knows idea ideas clue say said tell fill filled finish
        write written writing draft placeholder insert text here section part bit promise offer
        give sorry apologies cringe god who what when where which how why really just very so too
        quite important matter matters good great best better nice well better happy love lot lots
        grow growth learn learning develop development improve success successful succeed potential
        level next self time times suit suits suitable convenient available feel feels feeling go
        goes going get gets got be been being have has had do does did done make makes way
        lol haha joke point answer question questions experience style need needs want wants like
        person people someone somebody mentor help value values thank thanks please welcome
        everybody everyone tonight today tomorrow tired try more less much many most all some same
        other others rest let lets left right don't dont idk dunno vuoto leer vide vacio n a
        together we'll i'll you'll life world person's ever never always enough back forward
        prefer special particular specific exactly honest honestly frankly mean means meant
        agreed agree agreement competency competencies enhance enhanced positive attachment listing
        applicable rewarding leader full full-time arrange arranged talk possible sense
        wonderful amazing awesome incredible fantastic exciting opportunity passion passionate
        everywhere list short brief words word given comes free wish hope dream believe trust
        gratitude grateful eternal forever thankful respect meaningful special skill skills
        increase enhance further professionally personally professional personal career""",
    "STOP": """the a an and or but if of to in on at by for with from as is am are was were it its
        this that these those i we you he she they me us my our your his her their them him not no
        yes can could will would shall should may might must there then than up down over under
        again also only about into onto off per via s d ll ve re t m oh well po""",
}


def _forms(verb: str) -> set[str]:
    """Return the forms of an English verb, spelling rules applied."""
    forms = {verb, *_IRREGULAR.get(verb, "").split()}
    if verb.endswith("e"):
        forms |= {verb + "s", verb + "d", verb[:-1] + "ing"}
    elif verb.endswith("y") and verb[-2:-1] not in "aeou":
        forms |= {verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"}
    elif verb.endswith(("s", "sh", "ch", "x", "z")):
        forms |= {verb + "es", verb + "ed", verb + "ing"}
    else:
        forms |= {verb + "s", verb + "ed", verb + "ing"}
    return forms


@cache
def classes() -> dict[str, frozenset[str]]:
    """Return the classes of each known word, in every form."""
    found: dict[str, set[str]] = {}
    for name, block in _WORDS.items():
        for word in block.split():
            found.setdefault(word, set()).add(name)
    for name, block in _VERBS.items():
        for verb in block.split():
            for form in _forms(verb):
                found.setdefault(form, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}
