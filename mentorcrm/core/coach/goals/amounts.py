"""Find the number that a goal wants to reach, with its unit and where it begins."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.coach.goals.evidence import Findings
from mentorcrm.core.coach.goals.reading import Line, Word
from mentorcrm.core.coach.goals.words_time import NUMBER_WORDS

_SIGNS = {"%": "%", "€": "€", "$": "$", "£": "£", "₹": "₹", "percent": "%", "k": "", "₦": "₦"}
_FROM = frozenset("from of currently now now: is are".split())
_SMALL_WORDS = frozenset("a an half k m couple few several one".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """A number to reach, with its unit ("" when none is named) and the number now."""

    start: float | None
    value: float | None
    unit: str


def number_of(word: Word) -> float | None:
    """Return what a number or number word counts, or None."""
    if word.kind == "number":
        digits = word.word.replace("’", "").replace("'", "").replace(" ", "")
        groups = digits.replace(".", ",").split(",")
        if len(groups) > 1 and all(len(group) == 3 for group in groups[1:]):
            digits = "".join(groups)
        try:
            return float(digits.replace(",", "."))
        except ValueError:
            return None
    if word.kind == "word" and word.word in NUMBER_WORDS and word.word not in _SMALL_WORDS:
        return float(NUMBER_WORDS[word.word])
    return None


def target(found: Findings) -> Amount | None:
    """Return the amount that the goal wants to reach, or None when no number is clear."""
    for part, items in zip(found.units, found.evidence, strict=True):
        if any(item.name.startswith("m_have") for item in items):
            continue
        taken = {
            at
            for row, mention in found.times
            if row == part.row
            for at in range(mention.first, mention.end)
        }
        amount = _amount(found.lines[part.row], part.first, part.end, taken)
        if amount is not None:
            return amount
    return None


def _amount(line: Line, first: int, end: int, taken: set[int]) -> Amount | None:
    numbers = [
        (at, value)
        for at in range(first, end)
        if at not in taken and (value := number_of(line[at])) is not None
    ]
    if not numbers:
        return None
    start = None
    if len(numbers) > 1 and numbers[0][0] and line[numbers[0][0] - 1].word in _FROM:
        start, numbers = numbers[0][1], numbers[1:]
    at, value = numbers[0]
    thousand = at + 1 < end and line[at + 1].word == "k" and line[at + 1].start == line[at].end
    unit = _unit(line, at + (2 if thousand else 1), (first, end), at, taken)
    return Amount(start, value * (1000 if thousand else 1), unit)


def _unit(line: Line, after: int, piece: tuple[int, int], at: int, taken: set[int]) -> str:
    if at > piece[0] and line[at - 1].word in _SIGNS:
        return _SIGNS[line[at - 1].word]
    words: list[str] = []
    for place in range(after, min(piece[1], after + 3)):
        word = line[place]
        if place in taken:
            break
        if word.word in _SIGNS:
            return _SIGNS[word.word]
        if word.kind != "word" or word.is_a("because", "want") or word.word in _STOP:
            break
        words.append(word.text)
        if word.word.endswith("s") or word.lemma != word.word:
            break
    return " ".join(words)


_STOP = frozenset(
    "by in on at for to with of and or from before until till within who that which i my the".split()
)
