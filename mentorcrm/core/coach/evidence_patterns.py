"""The patterns of evidence, by what they speak for."""

from __future__ import annotations

CHANGE: dict[str, str] = {
    "wish": """
        @wish_noun
        @wish_adj
    """,
    "wish_strong": """
        be|become|feel|grow|get|being|becoming|feeling more|less|a|much|better|happier|stronger|braver *{0,2} @wish_adj|person|leader|version|professional
        more|greater|better|new|bigger|stronger|higher|own *{0,1} @wish_noun
        as a person|leader|professional|human|whole
        my|our self|career|life|network|potential|confidence|brand|profile|visibility|presence|horizons|horizon|voice|comfort|shell|growth
        myself|yourself|itself
        out there|of my shell|more
        next level
    """,
    "event_strong": "@event_strong",
    "event_verb": "@event_verb",
    "become": """
        ~become|make|be|as|~hire|~promote|~appoint|~elect|land|get *{0,4} @role
        ~become *{0,2} @role
    """,
    "role": "@role",
    "credential": "@credential",
    "product": "@product",
    "topic": "@topic",
    "skill": """
        @skill_only
        ~learn|~know|~understand *{0,2} how|about
        better|good|confident|comfortable|fluent|steadier|competent at|in|with|on
        ~get|~be|~become better|good|quicker|faster|fluent|comfortable|confident|clearer
        ~learn
    """,
    "shift": "~shift|~move|~pivot|~transition|~drift|~lean|~turn *{0,4} toward|towards|into|away|from",
    "number": """
        #
        @number_word !@unit
    """,
    "number_contact": """
        #|@number_word *{0,3} @contact
        ~meet|~talk|~speak|~reach|~contact *{0,4} #|@number_word
        #|@number_word *{0,3} with|from
    """,
    "contact": "@contact",
    "number_goal": """
        #|@number_word *{0,2} @product|@role|@credential
        first *{0,3} customer|client|contract|sale|order|book|album
        # %|percent|k|€|$|£|euro|euros|dollars|pounds|naira|rupees
        $|€|£ #
    """,
    "level": "@level",
}

MEANS: dict[str, str] = {
    "m_have": """
        i|we have|own|hold|got|keep|possess|know|save|saved|set *{0,4} @resource|@helper|@credential
        there is|are|'s *{0,4} @resource|@helper
        with the|my|a|an|his|her|our *{0,3} @helper|@resource
        i|we|have already
    """,
    "m_helper": """
        @helper *{0,3} @help_verb
        @helper *{0,3} will|can|has|have|is|are *{0,2} @help_verb|@ready|happy|willing
    """,
    "m_help_me": """
        *{1,1} me|us|my
        with me|us
        ~lend|~give|~pay|~let|~teach|~offer|~lends *{0,1} me|us|my|for
    """,
    "m_help_strong": "@help_strong",
    "m_ready": """
        is|are|was|were|been|be|already|half *{0,2} @ready
        already
    """,
    "m_did": """
        i|we have? already? @did
        i|we have *{0,2} @did
    """,
    "m_experience": """
        #|@number_word @unit of|as|in|on|at|with|behind|experience|with
        @number_word|# years|yrs @*
        years *{0,3} experience
    """,
    "m_free": """
        free|spare|paid|off|blocked|unused @resource|@unit
        @resource|@unit off|free
        for free
        pro bono
    """,
    "m_agree": "~agree|~promise|~offer|~volunteer|happy|willing|~confirm to?",
    "m_hours": "#|@number_word @unit a|per|each|every|weekly|daily @unit?",
    "m_resource": "@resource",
    "m_help_verb": "@help_verb",
    "m_lack": """
        no|without|lack|lacking|not|never|nobody|nothing|neither|zero|hardly *{0,3} @resource|@helper|@experience
        not *{0,3} @ready|prepared|yet
    """,
}

STAKES: dict[str, str] = {
    "s_kin": "@kin",
    "s_beneficiary": "@beneficiary",
    "s_harm": "@harm",
    "s_value": "@value",
    "s_money": "@money",
    "s_because": "@because",
    "s_if": """
        if|otherwise|unless|without|else|before|until
        whoever|whenever
    """,
    "s_so": """
        so that|i|we|the|my|our|they
        in order to
        which|this|that would|will|means|lets|allows
    """,
    "s_negative": "no|not|never|nobody|nothing|none|cannot|without|only|alone",
    "s_they": "they|them|their|he|she|his|her",
    "s_empty": "@because *{0,3} @empty_reason",
}
