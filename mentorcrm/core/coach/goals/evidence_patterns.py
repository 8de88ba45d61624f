"""The patterns of evidence, by what they speak for."""

from __future__ import annotations

CHANGE: dict[str, str] = {
    "want": """
        i|we @want
        i|we|to would|will|shall|should|must|need|plan
        would|'d like|love|prefer
        ^ want|hope|hoping|aiming|looking|planning|trying|seeking|wish|keen|determined|wanting|need|going
        my|the|our *{0,2} @meta is|would
        ^ aim|goal|target|objective|resolution|plan|ambition
        what i am|want|need|would|wish
        i am going|trying|determined|keen|looking|aiming|hoping|after|about
    """,
    "wish_strong": """
        be|become|feel|grow|get|being|becoming|feeling more|less|a|much|better|happier|stronger|braver *{0,2} @wish_adj|person|leader|version|professional
        more|greater|better|new|bigger|stronger|higher|own|healthier|less *{0,1} @wish_noun
        be|become|feel|being|feeling @wish_adj
        as a person|leader|professional|human|whole
        my|our self|career|life|network|potential|confidence|brand|profile|visibility|presence|horizons|horizon|voice|comfort|shell|growth|circle
        myself|yourself|itself
        out there|of my shell|more
        next level
        good|better role|direction|place
        taken seriously|serious
    """,
    "ev_head": """
        ^ to? @event_strong&base_form
        to|will|shall|and|must|should|i finally? @event_strong&base_form
    """,
    "ev_weak_head": """
        ^ to? @event_verb&base_form
        to|will|shall|and @event_verb&base_form
    """,
    "ev_done": """
        ~be|~get|~have|~become *{0,7} @event_strong&ed_form
        @event_strong&ed_form
        ~have|~get|see my|our|the|a|one *{0,6} @event_verb&ed_form
        recognised|recognized|staged|granted|recruited|offered|named|passed|taken|logged by|at|in|as|on|for|out
        ~be|get granted|recruited|offered|named|passed|taken|called|picked|knighted|licensed
        ~be sworn
        is|are|be|goes|go|going|went live|online|public|ready|up|out
        on sale|air|stage|shelves|shelf|market
        in print
        in the store|shops|bookshops|shop
        done|cleared
    """,
    "ev_noun": """
        accreditation|admission|appointment|approval|certification|graduation|promotion|publication|registration|submission
        offer|contract|place|seat|position|post|job|spot letter|signed|at|in|as
        own *{0,2} @product
        first|second|third *{0,3} @product|@role|customer|client|contract|sale|order|author|edition
        a job|place|seat|post|position|contract
    """,
    "become": """
        ~become|make|be|as|~hire|~promote|~appoint|~elect|~name|~swear|land|get *{0,4} @role
        ~become *{0,2} @role
        ~move|~step|~rise|~go|~switch|~train up|on? to|as *{0,4} @role
        permanent|full post|position|contract|job
    """,
    "cred_lead": """
        ^ a|an|my|the|our|first|full|own? *{0,2} @credential
        @credential in|for|from|at|as|of|by
        ^ a|an|my|our|one *{0,2} @product at|in|on|with|of|for
        ^ a|an|my|our *{0,1} place|seat|spot|name|piece|stall|pitch in|at|on|of
    """,
    "role_lead": "^ a? *{0,1} @role",
    "role": "@role",
    "credential": "@credential",
    "product": "@product",
    "topic": "@topic",
    "skill": """
        @skill_only
        ~learn|~know|~understand *{0,3} how|about
        better|good|confident|comfortable|fluent|steadier|solid|competent|literate at|in|with|on|when|before|to
        ~get|~be|~become|being *{0,1} better|good|quicker|faster|fluent|comfortable|confident|clearer|solid|fluid|fluently
        ~learn|~understand|~study|~explain|~manage|~handle
        @skill_adj in|at|with
        @topic|speaking|writing|presentation|management|time|language skills
        ~gain|~expand|~deepen|~build|~develop *{0,3} knowledge|expertise|skills|experience *{0,1} of|in|with
        get|got the hang|grip
        grip|command|hang|grasp of|on
        skills|skill in|at|as
        working|work on my
        more practice|fluent
        *{1,1} less @skill_adj
        shorter|clearer|fluent|fluently|smoother|quicker
        know my way
    """,
    "shift": """
        ~shift|~move|~pivot|~transition|~drift|~lean|~turn|~go|~switch *{0,4} toward|towards|into|away|from
        move|moving in direction|the direction
        towards|toward
        out of *{1,3} into
    """,
    "number": """
        #
        @number_word
    """,
    "number_kpi": """
        #|@number_word *{0,2} @kpi
        @kpi *{0,5} from|to|by|below|under|above|of #|@number_word
        ~increase|~reduce|~cut|~lower|~raise|~grow|~boost|~decrease|~improve|~lose|~save|~earn|~drop|~lift *{0,6} #
    """,
    "kpi": "@kpi",
    "number_now": """
        have|has|had|manage|lead|teach|with|am|are|is|were|was|currently|now|there|counts|employ|our|after|at|as|being *{0,2} #|@number_word
        team|staff|firm|company|group|one|school|class|crew of *{0,1} #|@number_word
        #|@number_word @beneficiary|people|colleagues|employees|kids|children|beds|years|strong|of *{0,1} and|or|but|us|in
        old|aged #
        # to #
    """,
    "number_contact": """
        #|@number_word *{0,4} @contact
        ~meet|~talk|~speak|~reach|~contact|~ring|~ask *{0,4} #|@number_word
        #|@number_word *{0,3} with|from|to
        #|@number_word @wish_adj|other|old|new
    """,
    "contact": "@contact",
    "contact_verb": "@contact_verb",
    "number_goal": """
        #|@number_word *{0,2} @product|@role|@credential|@event_strong&ed_form
        #|@number_word paying|pilot|paid|retainer
        ~double|~halve|~triple|~quadruple
        # %|percent|k|€|$|£|euro|euros|dollars|pounds|naira|rupees|per
        $|€|£|eur|usd #
        from|of #|@number_word *{0,2} to #|@number_word
        below|under|above|over|least|than|to|reach #|@number_word
    """,
    "level": """
        @level
        distinction|level #
        from a? # to
    """,
}

MEANS: dict[str, str] = {
    "m_have": """
        i|we have|own|hold|got|keep|possess|know|save|saved|set|kept|inherited *{0,5} @resource|@helper|@credential
        i|we have|own|hold|got|inherited !to|no|not|never|to
        there is|are|'s *{0,4} @resource|@helper
        ^ got|have a|the|my|two|three|some *{0,2} @resource
        with the|my|a|an|his|her|our *{0,3} @helper|@resource
        with the help|support
        using|thanks|backed|supported|sponsored|funded
        have|got *{0,3} @resource
        my *{0,2} @resource ~be|~cover|~last|~pay|~allow|~let
    """,
    "m_idiom": """
        on the house|firm|company|loan|trust|parish
        on board|us|them
        behind me|us
        ~set|~put aside|by
        signed off
        plenty of
        said|say|says yes
        ~help|~show|~teach|~walk|~guide|~take|~coach|~train|~introduce me|us
        may use|sit|borrow|draw|take
        can use|borrow|count|draw|take|do|spare|put
        at my|our disposal
        stands|stand empty|ready
        thanks to
        in return for
        ~let me|us|my
    """,
    "m_helper": """
        @helper *{0,4} @help_verb&s_form|@help_verb&ed_form
        @helper *{0,3} will|can|has|have|is|are *{0,2} @help_verb|@ready|happy|willing|board|behind
        @helper *{0,2} put|has|have *{0,3} @ready|down|forward|aside|in
        @helper *{0,2} agree|agrees|agreed|ok|okay|fine
    """,
    "m_help_me": """
        @help_verb&s_form|@help_verb&ed_form me|us|my
        lets|gives|lends|shows|helps|pays|teaches|tells|walks|takes|drives|trains|coaches|lent|gave me|us|my
        *{1,1} with me|us
        for me|us
        agreed|promised|offered|volunteered|willing|happy|confirmed to
        me *{0,3} anytime|free
        @do_verb&s_form|@do_verb&ed_form *{0,2} me|us|my|our
        @helper|@kin is|'s|are moving|coming|helping|teaching|paying|covering|willing|building|editing|lending|printing|driving|minding|looking|in
        is|are|'s ~pay|~cover|~fund by|from|out
        works|enough for that|it|this
    """,
    "m_help_strong": "@help_strong",
    "m_ready": """
        is|are|was|were|been|be|already|half|seat|place *{0,2} @ready
        already
        in place|hand|the bag|my drawer
        is|are|was|were *{0,1} @did|@event_strong&ed_form|@do_verb&ed_form
        ~come through
        up to date
        @number_word|half|most of the *{1,2} are|is
        is|are here|there|through|mine|in|up|with
    """,
    "m_did": """
        i|we have? already? @did
        i|we have *{0,2} @did
        i|we was|were *{0,3} for @number_word|#
        i|we have been *{0,1} @help_verb&ing_form|doing|running|saving|coaching|practising|training
    """,
    "m_experience": """
        #|@number_word @unit of|as|in|on|at|with|behind|experience|with
        @number_word|# years|yrs|seasons|decades *{1,1}
        years *{0,3} experience
        @number_word|# years *{0,3} taught|behind
    """,
    "m_free": """
        free|spare|paid|off|blocked|unused|quiet @resource|@unit
        @resource|@unit|@weekday off|free|blocked|mine
        for free|nothing
        pro bono
        rent free
        free|spare|quiet|my|two|three|some|all|whole|most|these|friday|sunday mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|evenings|mornings|nights|afternoons|hours
        mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends|evenings|mornings|nights|afternoons are|off|free|mine|for|to|open|blocked
        me|us on? mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays
        booked|taken leave|days|time
        days|day off
        the time
    """,
    "m_agree": "~agree|~promise|~offer|~volunteer|~confirm|~commit|happy|willing",
    "m_hours": """
        #|@number_word *{0,2} @unit a|per|each|every|weekly|daily
        @number_word|# hour|hours|hrs|h|evenings|nights|min|mins|minutes
    """,
    "m_resource": "@resource",
    "m_help_verb": "@help_verb&s_form|@help_verb&ed_form",
    "m_lack_means": """
        no|without|lack|lacking|never|neither|nor|zero|hardly|any *{0,2} @resource|@helper|@experience|money|time|contacts|idea|clue|budget|plan|support
        not *{0,2} even|yet|slightest|@resource|@experience
        can not afford
    """,
    "m_lack": """
        no|without|lack|lacking|not|never|nobody|nothing|neither|zero|hardly *{0,3} @resource|@helper|@experience
        not *{0,3} @ready|prepared|yet|started|know|afford
        ~refuse|~cut|~cancel|~deny|denied|never|refused
        nothing|nobody *{0,3}
        too expensive|busy|full
        do not|never have
    """,
}

STAKES: dict[str, str] = {
    "s_kin": "@kin",
    "s_my_kin": "my|our|his|her|own *{0,2} @kin",
    "s_beneficiary": "@beneficiary",
    "s_harm": "@harm",
    "s_harm_weak": "@harm_weak",
    "s_harm_other": """
        @beneficiary|they|who|one|people|@helper|@kin *{0,3} @harm|@harm_weak
        @harm|@harm_weak *{0,2} @beneficiary|@kin|us
        ~lose|~cost|~kill|~threaten|~ruin|~drop|~leave|~miss|~fail *{1,2}
        out of *{0,1} work|job|money|business|time|strength
        run|runs|ran|running out|dry
        depend|depends|hang|hangs|hinge|hinges|stand|stands|falls on|by|or|with
        at stake|risk
        in danger|trouble|debt|tears
        can not *{0,3} any|pay|afford|sleep|read|sign|tell|get|see|look|climb
        never|not|nobody *{0,3} again|see|know|listen|listens|hear|notice|noticed|dare|home
        laid|handed|turned|thrown|passed|shut|pushed|left|sent off|in|down|out|away|over|behind
        ~give up
        tired|sick|scared|afraid|ashamed|terrified|proud of|that|to
    """,
    "s_value": "@value",
    "s_money": "@money",
    "s_because": "@because",
    "s_if": """
        if|otherwise|unless|without|else
        whoever|whenever
        as long as
        while|whenever|until|each time
        or the|we|they|i|he|she|else|my|our
        that or
        when i|we|the
        only then|way
    """,
    "s_so": """
        so that|i|we|the|my|our|they|people
        in order to
        which|this|that|it would|will|means|lets|allows|keeps|gives|decides|matters
        then i|we|my|our|the
        to @value
        for my|our|the @kin|@beneficiary|family
        because|since|as *{0,4} @kin|@beneficiary|@harm|@value|@harm_weak|need
        i|we owe|promised
        would let|mean|allow|spare|save|end|give|make|free
        want *{0,3} them|kids|children|my @kin
    """,
    "s_negative": "no|not|never|nobody|nothing|none|cannot|without|only|alone",
    "s_they": "they|them|their|he|she|his|her|those",
    "s_number_people": "#|@number_word|half|many|most *{0,2} @beneficiary|@kin|jobs|wages|salaries|families|of them",
    "s_each": "each|every|one|half|last *{0,1} week|month|year|day|night|winter|summer|in|of|time|evening|child|screen",
    "s_aside": """
        not sure
        no idea|matter|preference
        either|whichever|whatever|anyway|anyhow|wherever
        all the same
        that is|'s all|it|fine
        they|people tell|say|told me
        i think|guess|find|suppose
        fine by|with me
        do not care|mind|know
        does not matter
        could not tell
        we will see
        for now
        as discussed
    """,
    "s_plan": """
        i|we would|will|shall|could|might|may @base_form
        i|we would @*
        i|we @skill_verb&base_form|practise|run|read|train|write
    """,
    "s_i_past": """
        i|we went|was|were|had|tried|thought|said|saw|took|grew|came|moved
        i|we @event_verb&ed_form|@help_verb&ed_form|@did|@harm&ed_form
    """,
    "s_failed": """
        i|we|attempt|try|time|sitting|exam|date *{0,4} failed|rejected|stopped|wrong|well
        i|we did not|never pass|dare|finish|start|manage|go
        turned|sent me|us|down *{0,1} down|once|twice|away
    """,
    "s_not_want": """
        do|does|did|will not|never want|wish|let|leave|forget|again
        stop|stopped|cannot|refuse|hate|owe|miss|promised|watch|watched|bear
        ~see *{0,2} @kin|@beneficiary
        tied to
        ~fall on
        without @kin|us|me
    """,
    "s_empty": """
        @because *{0,4} @empty_reason
        because|since everyone|everybody|one|i want|like|think
        for the sake
        interesting|trendy|trend|important|cool|nice|fun|fascinating|hot
        why not
        as|like|since|because *{0,3} everyone|everybody|people|one *{0,1} do|does|should|says|say
    """,
}
