"""Words of time: months, days, feasts, units, and events that can be a deadline."""

from __future__ import annotations

MONTHS = {
    "january": 1, "jan": 1, "february": 2, "feb": 2, "febuary": 2, "march": 3, "mar": 3,
    "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8,
    "aug": 8, "september": 9, "sep": 9, "sept": 9, "october": 10, "oct": 10, "november": 11,
    "nov": 11, "december": 12, "dec": 12,
}  # fmt: skip
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
SEASONS = {
    "spring": (3, 20), "summer": (6, 21), "autumn": (9, 22), "fall": (9, 22),
    "winter": (12, 21), "springtime": (3, 20), "summertime": (6, 21),
}  # fmt: skip
NUMBER_WORDS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90, "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "dozen": 12, "half": 0.5, "couple": 2, "few": 3, "several": 3, "lakh": 100_000,
    "crore": 10_000_000, "k": 1000, "m": 1_000_000,
}  # fmt: skip
FIXED_FEASTS = {
    "christmas": (12, 25), "xmas": (12, 25), "chrismas": (12, 25), "halloween": (10, 31),
    "michaelmas": (9, 29), "candlemas": (2, 2), "epiphany": (1, 6), "hogmanay": (12, 31),
    "juneteenth": (6, 19), "nowruz": (3, 21), "midsummer": (6, 24), "pongal": (1, 14),
    "silvester": (12, 31), "martinmas": (11, 11), "lammas": (8, 1), "anzac": (4, 25),
}  # fmt: skip
EASTER_FEASTS = {
    "easter": 0, "carnival": -47, "pentecost": 49, "whitsun": 49, "ascension": 39, "lent": -46,
    "fasnacht": -47, "karneval": -47, "corpus": 60,
}  # fmt: skip
OTHER_FEASTS = frozenset(
    """
    ramadan ramzan eid diwali deepavali hanukkah chanukah passover pesach thanksgiving purim
    navratri dussehra durga puja onam holi vesak songkran nyepi tet sukkot yom-kippur rosh
    ashura muharram hajj nativity assumption advent baisakhi vaisakhi ugadi losar oktoberfest
    bayram mawlid tet tết ferragosto imbolc kwanzaa beltane fasching loy songkran burns pascha whit
    """.split()
)

TIME_WORDS: dict[str, str] = {
    "month": " ".join(name for name in MONTHS if name not in {"may", "march", "mar"}),
    "month_or_verb": "may march mar",
    "weekday": " ".join(WEEKDAYS),
    "season": "spring summer autumn fall winter springtime summertime",
    "number_word": " ".join(NUMBER_WORDS),
    "feast": " ".join([*FIXED_FEASTS, *EASTER_FEASTS, *sorted(OTHER_FEASTS)]),
    "unit": """
        day days week weeks month months year years quarter quarters semester semesters term terms
        fortnight fortnights decade decades hour hours minute minutes season seasons weekend
        weekends wk wks mth mths mo mos yr yrs trimester trimesters sprint sprints
        night nights evening evenings morning mornings
    """,
    "span_unit": """
        twelvemonth
        day days week weeks month months year years quarter quarters semester semesters term terms
        fortnight fortnights season seasons wk wks mth mths mo mos yr yrs trimester trimesters
        sprint sprints
    """,
    "period": """
        year semester term quarter season month week summer winter spring autumn fall
        ramadan lent
        fy financial fiscal school academic calendar tax half-year halfyear sabbatical
        internship residency fellowship placement apprenticeship
        cycle session break holiday holidays vacation recess
    """,
    # What happens on a day: with "by", "before" or "until" in front it is a deadline.
    "time_event": """
        accreditation adjudication admission agm anniversary application appraisal arrival assembly assessment assizes
        auction audit
        ballot
        baptism biennale birth birthday board break budget campaign carnival census ceremony cohort
        concert
        competition conclave conference congress convention convocation course cruise cutoff cut-off date
        deadline defence
        defense demo delivery departure deployment derby discharge due dean-date election elections
        enrolment equinox
        evaluation exam exams examination exhibition expiry expo fair feast festival fiesta final finals
        flight freeze gala games
        go-live golive graduation handover harvest hearing holiday holidays inauguration inspection
        intake interview kick-off kickoff launch lambing lease leave matura meeting
        merger migration migration
        milking monsoon move move-in olympics onboarding opening ordination parade
        paschal pilgrimage planting plenary
        premiere presentation probation rains rainy ramp recess reform regatta registration
        relaunch release
        relocation renewal
        reorganisation restructure restructuring retirement retreat reunion review rollout round
        sabbatical
        school season semester session sitting solstice sowing start summit surgery
        switchover symposium term test tournament trial trip turn vacation vote
        visit wedding world-cup worldcup birthday viva closing inventory stocktake ultimatum
        secondment internship contract visa permit mandate tenancy notice leave maternity paternity
        due-date surgery
    """,
    "vague_time": """
        soon someday sometime eventually future later ultimately shortly anytime asap whenever
        finally gradually
    """,
    "rhythm": """
        every each weekly daily monthly fortnightly quarterly yearly annually regularly nightly
        hourly biweekly per always often
    """,
    "past_time": """
        ago last past previous since former formerly previously recently lately
    """,
}
