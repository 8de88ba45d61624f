"""Cues of the sections that speak of the mentor: experience, style, time."""

from __future__ import annotations

from mentorcrm.core.coach.descriptions.section_cues_writer import Table

MENTOR: Table = (
    ("experience", "has_done", 1.0, """
        WHO ..1 has|have|had ..3 DONE
        WHO 's ..3 DONE
        WHO is ..1 DONE
        WHO has|have|had ..3 experience|years|background|knowledge|practice|network|contacts|seen|been
        WHO ..1 DONE ..1 a|an|the|in|his|her|their|its|for|from|through|to|with|as|at|it|this
        WHO ..1 led|built|founded|ran|managed|taught|published|sold|moved|worked|survived|trained|became|grew|won|lost|failed|started|wrote|came|went|knows|understands|speaks
        WHO ..1 used to
        WHO ..2 knows|know|understands|speaks|runs|owns|works|leads|manages|teaches|practises|practices|writes|sits|sat
        YOU have|'ve ..3 DONE
        YOU ..1 have ..2 been|kept|had|got ..5
        YOU ..1 led|ran|built|founded|taught|managed|trained|sold|wrote|run|worked|broke|started|moved|served|know|knew|used
        YOU are|were ..2 a|an|the ..2 certified|qualified|licensed|chartered|retired|former|senior|experienced|registered|ONE
        if YOU ..1 have|are|were|ran|led|taught|trained|worked|built|know
        YOU have|must|should|need ..2 have|know|worked|experience|been
        HE should|must|has|have ..2 have|DONE|worked|experience|know|been
        should|must|ideally ..1 have|know ..1 DONE|worked|been|led|built|a|the|how|what|run
        experience|experienced|background|expertise|track|knowledge|fluent|versed|trained|specialised|specialized|skilled in|with|of|as|on|record|at
        #|NUMW ..2 years|yrs|winters|seasons|decades ..2 in|of|as|at|experience|behind|or|on|with|plus|a
        # + years|yrs|yr
        at least #|NUMW ..1 years|winters|seasons|decades|decade|times
        ex - ..1
        former|retired|ex|veteran|seasoned|senior|established|practising|practicing|qualified|certified|experienced ONE|..1
        ONE ..1 with ..3 experience|background|years|practice|record|degree|knowledge|network
        ONE ..1 from|in|at|within|inside ..2 the|a|an
        has|have been through|there|around|in
        been there|through
        came|come|comes|emerged out|from|up ..2 the|side
        the|other side
        having|ideally worked|led|been|done|built|a|from|somebody|someone
        look|looking|looked|searching|search|seek|seeking|wanted for? ..1 a|an|ONE ..3 ONE
    """),
    ("experience", "hints", 0.45, """
        ONE ..1 WHO
        ONE ..4 DONE
        ONE
        ^ YOU ..3 DONE
        twice|once ..3 DONE
        must have
        nice to have
        bonus|plus|preferably|ideally|preferred
        DONE ..4 yourself|himself|herself|themselves
    """),
    ("experience", "against", -0.7, """
        ME have ..5 years|yrs
        ME have|'ve|had ..3 DONE
        ME ..3 experience
        MY ..2 experience|background|years
        YOU ..1 would|will|can|could
        do|does not ..1 matter|mind|care
    """),
    ("style", "traits", 0.8, """
        TRAIT
        TRAIT ..2 and|but|, ..2 TRAIT
        WHO ..3 TRAIT
        WHO is ..3 TRAIT
        YOU ..4 TRAIT
        ONE TRAIT
        a|an TRAIT ONE|MENTOR
        TRAIT ONE
        with ..2 TRAIT
    """),
    ("style", "acts", 1.0, """
        WHO ..1 will|would|can|does|do|is|not|never|wo|always|first ..3 MANNER
        WHO ..2 MANNER
        WHO ..3 not ..2 MANNER|STRUGGLE
        WHO will|would|can ..2 not
        WHO ..1 would|will rather|sooner|tell|say|let|show|give|call|keep|make|hold|push
        WHO ..1 tells|says|lets|shows|gives|calls|keeps|makes|holds|pushes|laughs|believes|thinks|respects|values|cares|listens|asks|waits|looks|talks|speaks|treats|fears|takes
        WHO ..2 would|will|can not
        YOU ..1 should|must|need|would|will|can ..3 MANNER
        YOU do not ..2 MANNER|mind|confuse|think|need|talk|lecture|be|know
        YOU tell|say|ask|push|let|show|listen|laugh|call|argue|believe|care|think
        tell MEO ..2 if|when|what|straight|the|no|that|off|where|to|plainly|honestly
        tells MEO
        let|lets MEO ..2 MANNER|fail|finish|talk|find|make|swear|think|struggle|try
        push|challenge|correct|interrupt|question|contradict|criticise|stretch|listen MEO|to
        ask|asks|asking ..3 questions|question
        do|please not ..1 MANNER|be|sugar|coddle|baby|patronise|patronize|rescue|tell|fix|let|treat|call
        no MANNER|TRAIT|pep|sugar|small|bullshit|bs|nonsense|jargon|ego|drama|judgment|judgement|lectures|lecture|shouting|hand|fluff|frameworks|speeches|slogans|flattery|gossip|politics
        not MANNER|lecture|a guru|cheerleader|lecturer|preacher
        rather|sooner than
        ME ..1 can not|hardly ..1 work|stand|take|bear|learn with|from|hand|a|people|ONE
        ME ..1 like|love|prefer|respect|appreciate|value|admire|respond|learn|get|work|trust|need ..1 ONE|people|on|best|better|when|it|to|honesty|a
        ME get on|along|well with
        stays|stay|keep|keeps|kept|said between|private|secret|to|confidential|confidence ..1 us|room|confidential|himself|herself
        between us
        feedback
        sense of humour|humor
        sugar coat|coating|coated
        hand - holding
        handholding|cheerleader|cheerleading|guru
        shares|share|shared|same ..2 values|faith|belief|beliefs|language|humour|humor
        person ..1 TRAIT
        good listener
        on first - ? name|names
        faith ..2 or|matters
        welcome
    """),
    ("style", "hints", 0.45, """
        MANNER
        YOU ..2 not
        calls|call|ring|say|said it|a|things|no
        allergic|prefer|respect|sacred|believe|believes
        ok|okay ..2 not
        over|above|before|outranks money|profit|family|figures
        talk|talks down|over|small|straight|plain
        rather
        never
    """),
    ("style", "against", -0.5, """
        ME am|was|get|feel|felt ..2 TRAIT
        ME ..1 MANNER
        MY ..2 TRAIT
        they|everyone|uncles|boss|manager|director ..2 MANNER
    """),
    ("time", "amount", 1.0, """
        #|NUMW ..3 UNIT ..2 a|per|every|each|once|twice|/|monthly|weekly|fortnightly|quarterly|in|for|until|till|on|over|altogether|max|maximum|by|split ..1
        #|NUMW - ? UNIT ..4 every|a|per|once|twice|weekly|monthly ..2 PERIOD
        once|twice|thrice ..1 a|per|every|each|in|weekly ..1 PERIOD
        once|twice|thrice monthly|weekly|quarterly
        once|twice|thrice every
        one|two|three|four|# times ..1 a|per|every|each PERIOD
        UNIT ..1 a|per|every|each|/ ..1 PERIOD
        UNIT every|each ..2 PERIOD
        every ..3 PERIOD
        every|each ..2 UNIT ..4 #|NUMW|for|until|till|from|at|over|by|if
        every other|second|third|few|two|three|four|six|# PERIOD|UNIT
        OFTEN ..2 UNIT
        UNIT OFTEN
        weekly|monthly|fortnightly|biweekly|quarterly
        for #|NUMW ..1 PERIOD
        over #|NUMW ..1 PERIOD
        for ..1 a|one|half year|term|season|quarter|while
        # min|mins|minutes|hr|hrs|hours|h
        #|NUMW ..1 minutes|min|mins|hours|sessions|calls|meetings|lunches|conversations
        half an|a ..1 hour|day|hours
        an|one|two|three hour|hours
        until|till|to ..4 spring|summer|autumn|winter|easter|christmas|january|february|march|april|may|june|july|august|september|october|november|december|ramadan|advent|lent|harvest|exam|exams
        by phone|zoom|video|email|mail|whatsapp|messenger|skype|signal|letter|telephone|teams
        on|over|via zoom|phone|whatsapp|signal|teams|skype|video|messenger|coffee|lunch|telegram
        face to face
        in person
        voice notes|note|messages|message
    """),
    ("time", "hints", 0.4, """
        UNIT
        PERIOD
        mornings|evenings|afternoons|weekends|lunchtime|nap|saturdays|sundays|mondays|tuesdays|wednesdays|thursdays|fridays
        OFTEN
        ME would|will ask|call|ring|meet|come|visit|need
    """),
    ("time", "against", -0.7, """
        ME have|'ve|am|was|were|had ..4 #|NUMW ..1 years|months|yrs|seasons
        #|NUMW years ..1 ago|old|experience|of|in|now|at|behind
        ago
        ME work|works|worked ..4 hours|days|nights
        by|before ..3 ME
        YOU have ..6 years
        WHO ..6 years
        since
        ME will|would|can|could ..2 SERVE
    """),
)  # fmt: skip
