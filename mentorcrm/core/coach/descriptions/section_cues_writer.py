"""Cues of the sections that speak of the writer: goal, obstacles, offer."""

from __future__ import annotations

Table = tuple[tuple[str, str, float, str], ...]

WRITER: Table = (
    ("goal", "wants", 1.0, """
        ME ..2 want|hope|intend|aim|plan|aspire|wish|seek|strive|resolve|decide|decided to ..2 CHANGE
        ME am ..2 aiming|hoping|planning|trying|working|going|preparing|determined|set|about|training|studying|applying|keen|looking to|for|towards|toward|on ..3 CHANGE
        ME am ..2 aiming|heading|training|preparing|studying|working for|towards|toward
        ME would ..2 like|love|prefer to ..2 CHANGE
        ME want MY ..6 to be|become|have|get
        ME want ..1 a|an|the|my|our|two|three ..4 licence|license|degree|certificate|promotion|post|role|job|shop|business|book|seat|chair|company|contract|grant|place|farm|band|team|practice
        ME need|must|have to ..1 pass|finish|complete|submit|get|win|raise|build|open|land|become
        ME hope|want|aim|plan|intend|need|trying|try to ..1 be|run|CHANGE
        MY ..2 GOALN is|was|would|: to|that|a|an|the
        MY ..2 GOALN :|is|are
        the|my GOALN is|: ..3 CHANGE
        by ..4 ME ..1 want|will|should|hope|must
        ME will ..1 be ..4 by|before
        ME am ..1 after|chasing|pursuing ..1 a|an|the|my|that|one
        ME am ..1 moving|switching|changing|transitioning|leaving|retraining|going from|to|into|for|back
        ME see|picture|imagine myself|ourselves
        ME go|want|wanna pro|solo|independent|freelance|full
        ^ to become|be|open|launch|pass|finish|found|start|win|publish|lead|set|get|move|build
        ^ CHANGE ..2 a|an|the|my|our|as|into|from|in
        ^ becoming|opening|getting|finishing|launching|passing|writing|moving|building|starting|setting
        help|helps|helping|take|get MEO ..1 to? CHANGE ..1 MY|a|an|the|into|as
        so ..1 that? ME can ..1 CHANGE
        ME have ..1 set|put MEO|MY
    """),
    ("goal", "hints", 0.45, """
        GOALN
        ME ..2 WANT
        become ..1 a|an|the
        ME am|was|started ..2 opening|launching|building|founding|starting|applying|writing
        from ..3 to ..3 by
        would like to
        dream of|about|is|has
        MY next|own|first
        first ..4 to|in|of
    """),
    ("goal", "against", -0.6, """
        ME ..2 want|need|like|seek ..2 ONE|MENTOR
        do|does|have not ..1 a|any|one? GOALN
        not sure ..3 what ..1 I|ME want
        no ..1 GOALN
        YOU ..1 want|hope|intend|aim to
    """),
    ("obstacles", "mine", 1.0, """
        ME ..2 STRUGGLE
        ME am|was|feel|get|be|been|become|felt ..3 HARD
        ME am|are|is always|constantly|still|too|so|only ..1 HARD
        ME can|could|do|did|have|am|was not ..2 STRUGGLE|CHANGE|DONE|DONE|know|find|afford|seem|dare|say|sleep|speak|understand|get|be|ask|talk|yet|tell|have
        ME do|does not ..1 know|have|understand|speak|dare|see
        ME do not|never know how
        ME have no|never|zero|little|hardly|neither|nobody|none
        ME have not ..1 DONE|DONE|been|yet|any|a
        ME never|always ..1 DONE|STRUGGLE|learned|learnt|know|had|have|say|get
        ME lack|miss|keep|kept ..3
        ME keep|keeps getting|being|putting|saying|failing|losing|doing|making|giving|going|STRUGGLE
        MY ..3 is|are|was|keeps|goes|gets too|not|weak|poor|bad|rusty|low|broken|gone|HARD|shaky|zero|terrible|STRUGGLE
        no|nobody|none|noone one? ..4 ever|will|wants|takes|listens|believes|knows|reads|told|taught|around|here|has|answers
        ME was|am never|only ..2 taught|told|shown|trained|asked|given
        have|has been ..1 rejected|refused|ignored|turned|passed|told|stuck|blocked|fired|failed
        ME ..1 failed|tried|applied ..6 twice|times|and|but|nothing
        ME tried ..4 but
        stands|standing|stand|stood|gets|get|comes|is in the|my|our way|road|path
        stops|stopping|holds|holding|blocks|blocking|keeps|keeping|slows|against|prevents|scares|frightens MEO
        the|my|main|biggest|real|only ..2 OBSTN ..1 is|are|:|was
        OBSTN ..2 is|are|: ..1
        ME ..1 do|does|did|have|has|had|can|could not ..2 time|money|network|contacts|experience|confidence|idea|clue|degree|anyone|anybody|words|english|budget|savings|papers|licence|support
        MEO ..1 makes|made ..2 HARD|sweat|nervous|sick
        makes|make|made MEO ..2 HARD|sweat|nervous|sick|freeze|feel|doubt
        too HARD|much|many|little|few|old|young|late|small|big|slow|busy|quiet|loud|polite|shy|low|high|far|expensive ..2 to|for
        hard|difficult|tough|impossible|tricky ..1 for? MEO? to|is|part|bit|because|when
        ME ..2 burned|burnt|burning out
        ME undersell|underprice|overthink|procrastinate|panic|freeze|choke|ramble|mumble|avoid
        MEO ..1 as|like a ..1 child|girl|sweeper|sweepers|fool|outsider|joke|burden|baby
    """),
    ("obstacles", "world", 0.6, """
        OBSTN
        HARD
        STRUGGLE
        NEG enough
        no ..1 money|time|one|budget|contacts|network|experience|degree|staff|funding|space|help|support|idea|papers|training|savings
        but ..3 NEG
        they|bank|boss|manager|director|board|council|office|family|father|mother|husband|wife|uncle|uncles|partner|owner|team ..2 wants|want|thinks|think|says|say|refuses|will|does|do|treat|treats|call|calls|see|sees|expects|laughs
        every ..2 posting|posting|advert|application|time|job ..3 says|asks|wants|requires|ME
        ME only
        only ME|one
        left|quit|died|resigned ..2 in|and|last|by
        instead of
        runway|debt|lease|deadline|rejection|rejections|rejected|refused
        but ME
    """),
    ("obstacles", "against", -0.6, """
        YOU ..3 STRUGGLE|HARD
        WHO ..3 STRUGGLE
        ONE ..3 HARD|STRUGGLE
        do|does not ..1 mind|matter|care
        ME would|will|can|could ..6 YOU|YOUR
        NEG ..1 ME can not
    """),
    ("offer", "for_you", 1.0, """
        ME can|will|would|could|may|shall ..4 SERVE ..6 YOU|YOUR
        ME can|will|would|could ..1 happily|gladly|also|always|certainly|in|be SERVE|return|happy|glad|pleased
        ME am ..1 happy|glad|willing|ready|able|prepared|delighted to ..1 SERVE
        ME will|would|can|could ..1 SERVE ..1 YOU|YOUR
        ME SERVE YOU|YOUR
        ME can ..1 SERVE
        in|as return|exchange|turn|thanks|trade
        YOU will|would|can|could ..1 get|have|receive|gain|eat|never|stay|sleep|use|be
        YOU get|gets|receive|gain|take|keep ..1 a|the|my|our|to|free|all|first
        for|of|on YOU|YOUR :|- ..2
        YOUR ..4 done|fixed|free|repaired|mended|translated|redone|painted|looked
        for free
        free of charge
        free ..2 for YOU|as
        on|at MEO|my|our cost|expense|house|me
        ME ..1 pay|pays ..1 for|the|YOU|YOUR
        from ME|MY|MEO side|end
        MY side
        SERVE YOUR ..3 website|report|reports|books|garden|car|house|menu|kids|children|grandchildren|wife|team|students|nails|hair|taxes|accounts|boat|book|model|newsletter|bike|dog|data|slides|recipes
        a|the week|night|day|seat|place|table|room|bed|share|copy|box|basket|loaf|bottle|jar|tour ..4 YOU|YOUR
        WHO|ONE|ME ..2 would like to give back
        teach YOUR|YOU
    """),
    ("offer", "hints", 0.5, """
        ME SERVE
        YOUR
        ME cook|bake|weld|sew|knit|code|translate|play|mend|fix|build|grow|paint|brew|photograph|make
        as long as
        happy to
        all the ..3 YOU
        ME bring|brings
        ME have ..5 YOU can|could|may
        credit|royalty|fee|commission|voucher|acknowledgement|honorarium|discount
    """),
    ("offer", "against", -0.9, """
        can|could|do|have not ..1 offer|promise|give|pay|much|anything
        not|nothing|little|no ..3 to? offer|give|return
        YOU ..1 can|could|will|would|should|must ..1 help|teach|show|tell|give MEO
        ME need|want|ask|look ..3 YOU|ONE to
        if YOU ..2 teach|help|show
    """),
)  # fmt: skip
