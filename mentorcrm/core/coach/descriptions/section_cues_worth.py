"""Cues of the sections that speak of worth: why it matters, how both will know it worked."""

from __future__ import annotations

from mentorcrm.core.coach.descriptions.section_cues_writer import Table

WORTH: Table = (
    ("why", "others", 0.8, """
        OTHERS ..5 LOSE
        LOSE ..4 OTHERS
        BIG ..2 OTHERS
        # ..2 OTHERS
        OTHERS ..2 WHO ..5
        OTHERS ..3 can|could|will|would|do|does|have|are|still|get|go|deserve ..1 NEG
        OTHERS ..2 deserve|deserves|need|needs|wait|waits|depend|depends|rely|relies|benefit|grow|walk|die|pay|leave
        so ..2 that? OTHERS ..2 can|do|will|have|need
        for ..2 the|our|my|other|every|all|future|next|young ..2 OTHERS
        help|helps|helping|serve|serves|protect|save|saves|change|changes|keep|keeps ..4 OTHERS
        the|our|my OTHERS ..2 will|would|is|are
        next|coming|future|younger ..1 generation|generations|ones
        after us|me ..2 nobody|no
        if ..2 ME ..6 OTHERS
        when OTHERS ..6
        NEG ..4 OTHERS
        OTHERS
        people like ME|MEO|us
        other ..1 OTHERS
    """),
    ("why", "stake", 0.8, """
        matters because
        it matters
        not ..1 just|only|about for? me|my|us|mine
        bigger|larger|more than me|us|just|my|myself|this
        part of ..1 a|the|something|our|what
        nobody|noone|no ..2 else ..3
        nobody|nowhere ..2 under|left|does|else|will|has|knows|enforces|comes|can
        only|last ..4 left|one|place|in|of|record|who|hospital|school|clinic|shop|people
        left ..2 in|who|on|at
        now|today two|three|one|four|five|six|there|# ..1
        will|would|could ..1 die|close|vanish|disappear|end|be ..1 gone|lost|forgotten|closed
        die|dies|died ..1 out|with|of|in|from|before
        LOSE
        every ..1 year|night|day|week|winter|summer|second|third ..4 OTHERS
        this country|town|village|region|city|valley|field|profession
        the|our OTHERS stays|stay|remains|remain|survives|goes|go
        first in|to|from|woman|generation
        otherwise
        if nobody|no|not
        legacy|heritage|justice|equality|climate|dignity|democracy|public good
    """),
    ("why", "against", -0.6, """
        ME ..3 salary|money|raise|bonus|promotion|bored|happy|happier
        MY ..2 salary|cv|resume|career|income|pension
        for myself|me
        ME will|would|can|could ..2 SERVE
        WHO ..2 DONE
        YOU ..3 DONE
    """),
    ("success", "known", 1.0, """
        ME ..1 would|will|can|shall|both ..3 know|tell|see|notice|call ..2
        YOU would|will|can|could|may|should ..3 know|see|notice|tell|stop|say|hear|trust|let|leave|put
        HE would|will ..2 know|see|notice|stop|say
        know|knows|tell|see|proof|prove|proves ..1 ..1 it|we|this ..1 worked|works|done|is
        it ..2 worked|works|working|done
        that is ..2 enough|it|success|done|proof|when
        success ..2 is|would|means|for|looks|will|:|=
        SUCCESS
        measure|measures|measured|marker|proof|sign|signs|indicator|criterion|criteria|metric|yardstick|test|benchmark|evidence
        done|finished|over|good ..1 when|if|once
        job ..1 done|is
        ME ..1 are|am|will|would|is ..2 done|finished|ready|even
        call it ..1 done|a|success|good|worked
        count|counts it? ..1 as|done|success|a
        without ..2 MEO? ringing|asking|looking|calling|checking|thinking|help|needing|YOU|notes|shaking|crying|note|shame|apology|apologising
        worked if|when
        work|works|worked ..2 if|when|once ME
        if|when|once ..3 ME can ..5
        if|when ..2 YOU ..2 can|do|would|no|have|stop|see|hear
        at|by|in the end ..2
        by then
        by ..4 ME will|would|should ..1 have|be
        at ..1 end ..2 of
        ME ..1 can ..4 without|alone|myself|by|and
        look|looking|looked back
        half or|of fewer|less|more
        out of #|NUMW
        of #|NUMW
        in a row
        signed|sign|signs|passes|passed|points|offers|quotes|quoted|invites|stops|nods|laughs ..3
        before and after
        compare|compares|count|recordings|recording
        a|the letter|certificate|licence|contract|offer|grade|score|review|vote
        YOU ..2 stop|stopped|redundant|bored
        no longer
        stopped|ceased|stop|cease ..1 being|asking|writing|pacing|calling|needing
        # or|% ..1
    """),
    ("success", "hints", 0.35, """
        PROVE
        # ..2
        when
        if
        three|four|five|six|ten|twice ..2
        yourself|without
        worked
    """),
    ("success", "against", -0.7, """
        if YOU have|are|were|ran|led|taught|trained|know
        WHO ..2 DONE
        ME want|need|am|was
        ME have not
        YOU have ..2 DONE
        ME can not
    """),
)  # fmt: skip
