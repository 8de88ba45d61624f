"""Words that set a deadline, and words that only look like it."""

from __future__ import annotations

from mentorcrm.core.coach.goals.patterns import PatternSet

DEADLINE, RHYTHM, PAST, VAGUE, EFFORT, NAME = (
    "deadline", "rhythm", "past", "vague", "effort", "name",
)  # fmt: skip

TIME_PATTERNS = PatternSet(
    {
        VAGUE: """
            soon|someday|sometime|eventually|asap|shortly
            one|some day
            at some|one point|stage|time
            in the future
            to|until this day
            at the end of the day
            in the|a long|longer|near|nearer|distant run|term|future
            in|over|for the near|nearer|foreseeable|distant|longer? future|term
            sooner or later
            in due course|time
            over|with time
            over the|some years|time
            in the coming|next years
            when|once|whenever i have|find|get|feel *{0,2} time|ready|courage|chance
            when|once the time comes|is
            when|once things *{0,3}
            as soon as
            before too? long
            before|until it is too late
            until i feel|am|can
            until then|now|recently|lately
            in my lifetime
            one of these days
            down the road|line
            later on
            sometime in my life
        """,
        RHYTHM: """
            every|each *{0,3} @unit|@weekday|@season
            every|each #|@number_word @unit
            weekly|daily|monthly|fortnightly|quarterly|yearly|annually|nightly|biweekly
            #|one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozen|once|twice|times|thrice|hours|hour|minutes|evenings|evening|mornings a|an|per|each|every @unit
            mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekends
            on weekends
            per @unit
            all the time
        """,
        PAST: """
            last|past|previous @unit|@month|@season|@weekday|@period|summer|winter|march|may
            last|past|previous #|@number_word @unit
            #|@number_word|some|many @unit ago
            @unit ago
            since @month|march|may|#|@season
            since last *{0,2}
            back in #|@month
            # @unit back
        """,
        DEADLINE: """
            within|inside the|a|this|one|my|our? @span_unit|half
            within|over|during|throughout|in|inside|across|for the|this|my|these? next|coming|following|upcoming @number_word|#|few|couple? of? @span_unit|half|@period
            in|within|inside|under|over|less|fewer than? @number_word|#|half|about|around|roughly? a|an|@number_word? to|or|-|–|and? #|@number_word? @span_unit
            in|within half|about a|an? @span_unit
            @number_word|#|@span_unit|half @span_unit|year? from now|today|here|tomorrow
            @number_word|#|@span_unit from now|today
            this|next|coming|current|upcoming|following @span_unit|weekend|@period|half
            this|next|coming|current|upcoming|following *{1,1} year|semester|term|season|cycle|session|round|intake|period|quarter
            next|coming|this half year
            the weeks|months|days until|till|before|to|up *{1,3}
            by|before|until|till|at|on the? end|close|start|beginning|middle|turn|half of *{1,4}
            by|before|until|till|at|on the|my|our? end|close|turn of *{1,2}
            end of the|this|my|our|next? @unit|@period|@time_event
            year|month|quarter|season|term end|close
            eoy|eom|eoq|eod|yearend
            deadline|due|deadline's|cutoff :|=|is|on|by|-|–|the|for? *{1,4}
            target|due|end|finish|final|latest|closing date *{0,3}
            tomorrow|tonight
            by|before|until|in week|wk|kw #
            have|got|myself|us|still #|@number_word @span_unit to|left|until|till
            inside|within of? #|@number_word|a @span_unit
            in|over|within the|a space|course|period|span of *{1,4}
            during @feast
            next|coming|following #|@number_word @span_unit|weekends
            up to @feast
            between now and *{1,4}
            by then
            before|by midnight|tomorrow|tonight|retirement|graduation
            at the|very latest latest?
            no|not later than *{1,3}
            by|at|before|around the? age of? #|@number_word
            by|before|for|until|on my|her|his|our|its # th|st|rd|nd? birthday|anniversary
            by|before|until|till the # th|st|rd|nd
            in|within a couple|few of? @span_unit
            @span_unit deadline
            when i turn|reach|hit|am #
            i turn|hit #
            @number_word|# @span_unit 's time
            @span_unit 's time
            a|one|two|three|four|five|six|nine|twelve @span_unit to go
            this time|day next|tomorrow *{0,1}
            the|my|our remaining *{0,2} @span_unit
            by|until|before|till the? new|coming|next @period|year|years
        """,
    }
)
