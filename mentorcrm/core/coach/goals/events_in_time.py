"""Find events that end a period: "before my contract ends", "until the rains start"."""

from __future__ import annotations

from collections.abc import Iterator

from mentorcrm.core.coach.goals.patterns import PatternSet
from mentorcrm.core.coach.goals.reading import Line, Word

_LONGEST = 7
_ENDS = frozenset("because so otherwise as which who and but if or since while".split())
_BY = frozenset(
    "by before until till til untill ahead prior for at when come to during throughout over".split()
)
_ALWAYS = frozenset("until till til untill".split())
_NOT_AFTER_BEFORE = frozenset(
    "them me him us it long now anyone anybody everyone others that this these those even".split()
)
_NOT_AFTER_UNTIL = frozenset("now then recently lately today he she ready".split())
_OPEN_ENDED = frozenset("feel ready perfect late".split())
_STATES = frozenset(
    "know can am are is works feels clicks sticks understand have get master do".split()
)
_STOOD = frozenset("up appear appears appeared stand stands stood never ever came".split())
_POINTS = frozenset("the my our her his their a an this next i we he she they your it's".split())
_HAPPENS = frozenset(
    """
    ends end starts start begins begin expires expire arrives arrive comes come turns turn opens open closes
    close kicks retires retire leaves leave finishes finish runs run completes complete
    graduates graduate moves move returns return launches is due reaches reach lands becomes hits
    starting hit ships lapses falls resumes resume reopens meets sits votes changes
    """.split()
)

_PATTERNS = PatternSet(
    {
        "event": """
            by the time *{1,6}
            in time for *{1,4}
            ahead of *{1,4}
            prior to *{1,4}
            when i|she|he|we|they turn|turns|reach|retire|retires|graduate *{0,2}
            the day i|we|she *{1,3}
            during|throughout|over|in my|the|this|our|his|her *{0,4} fellowship|sabbatical|internship|placement|residency|apprenticeship|secondment|leave|notice|probation|traineeship|tenure|term
            at|for|during the|our|my|this next|upcoming|coming|annual *{0,2} @time_event
            birth|arrival of the|my|our *{1,3}
            while i am on *{1,3} leave
            while my *{1,3} lasts
        """
    }
)


def events(line: Line) -> Iterator[tuple[int, int]]:
    """Give beginning and end of every event of a sentence that is a deadline."""
    for at, word in enumerate(line):
        if word.word in _BY:
            end = _end_of_clause(line, at + 1)
            if end > at + 1 and _is_event(line, at, end):
                yield at, end
    for _name, first, end in _PATTERNS.find(line):
        yield first, end


def _end_of_clause(line: Line, at: int) -> int:
    end = at
    while end < len(line) and end - at < _LONGEST:
        if line[end].kind == "mark" or (line[end].word in _ENDS and end > at):
            break
        end += 1
    return end


def _is_event(line: Line, at: int, end: int) -> bool:
    first, words = line[at].word, line[at + 1 : end]
    if first in _ALWAYS:
        return _is_until(words)
    if first == "before":
        return _is_before(line, at, words)
    lead = words[0]
    if first == "by":
        is_point = len(words) > 1 or lead.word in _POINTS or lead.is_capital
        is_event = is_point and _has_event(words[:5]) and not lead.word.endswith("ing")
        return is_event or _names_a_day(words) or _is_named(line, at, lead)
    if first in ("when", "come"):
        happens = any(word.word in _HAPPENS for word in words)
        events = tuple(word for word in words if word.word not in _HAPPENS)
        return happens and _has_event(events) and lead.word in _POINTS
    if first == "to" and at and line[at - 1].word in ("up", "prior", "from"):
        return lead.word != "date" and _has_event(words)
    return False


def _has_event(words: Line) -> bool:
    return any(word.is_a("time_event") and not word.word.endswith("ing") for word in words)


def _names_a_day(words: Line) -> bool:
    return any(word.word in ("day", "eve", "night") and word.is_capital for word in words)


def _is_named(line: Line, at: int, lead: Word) -> bool:
    """Say whether "by" begins a clause with a feast that no list has: "By Losar I will"."""
    begins = at == 0 or line[at - 1].kind == "mark"
    before = line[at - 1].word if at else ""
    after = line[at + 2] if at + 2 < len(line) else lead
    if lead.word in ("the", "our", "next") and after.is_capital and not before.endswith("ed"):
        return not line[at - 1].is_a("ed_form") if at else True
    return begins and lead.is_capital and lead.kind == "word" and not lead.classes


def _is_until(words: Line) -> bool:
    lead = words[0]
    is_hour = (lead.is_a("number_word") or lead.kind == "number") and not _has_event(words)
    is_open = any(word.word in _OPEN_ENDED for word in words)
    if lead.word in ("i", "we", "it") and len(words) > 1:
        is_open = is_open or words[1].word in _STATES
    return not is_hour and not is_open and lead.word not in _NOT_AFTER_UNTIL


def _is_before(line: Line, at: int, words: Line) -> bool:
    lead = words[0]
    if lead.word in _NOT_AFTER_BEFORE or lead.word.endswith("ing"):
        return False
    if lead.word in ("too", "long") or any(word.word in ("late", "die") for word in words):
        return False
    if at and line[at - 1].word in _STOOD:
        return False
    return _names_a_day(words) or lead.word in _POINTS or lead.is_capital or _has_event(words)
