"""Read a sentence as words with their classes, and find cues: short patterns with a weight.

A pattern is a line of elements with blanks between them: ``word|other`` as written, ``WANT`` a
class of ``section_words``, ``..4`` up to four words of any kind, ``#`` a number, ``^`` the
beginning of the sentence, ``x?`` an element that may be missing. Each becomes a regular
expression without nested repetition, tried only where its words are: linear time.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from mentorcrm.core.coach.descriptions.section_words import classes

_TOKEN = re.compile(r"[^\W_]+(?:['’‘´`][^\W_]+)*|[,:()?!+/&–—\"“”-]")
_SHORT_FORMS = (("'ve", "have"), ("'m", "am"), ("'ll", "will"), ("'re", "are"), ("'d", "would"))
_AS_TWO = {
    "can't": "can not", "cannot": "can not", "won't": "will not", "cant": "can not",
    "shan't": "shall not", "dont": "do not", "doesnt": "does not", "didnt": "did not",
    "wont": "will not", "isnt": "is not", "arent": "are not", "havent": "have not",
    "hasnt": "has not", "wasnt": "was not", "ive": "i have", "im": "i am", "youre": "you are",
    "youve": "you have", "youd": "you would", "gonna": "going to", "wanna": "want to",
    "wouldnt": "would not", "couldnt": "could not", "shouldnt": "should not",
    "it's": "it is", "that's": "that is", "there's": "there is", "who's": "who is",
    "what's": "what is", "he's": "he is", "she's": "she is", "thats": "that is",
    "ain't": "is not", "nobody's": "nobody is", "let's": "let us", "id": "i would",
}  # fmt: skip
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence as rules compare it, with its place in the text."""

    word: str
    classes: frozenset[str]
    start: int
    end: int


_NONE: frozenset[str] = frozenset()
_NUMBER = frozenset({"#"})
_ANY = ""
"""The key of cues that any sentence could hold."""


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return the words and marks between two places of ``text``; short forms become two."""
    known = classes()
    found: list[Word] = []
    for match in _TOKEN.finditer(text, start, end):
        raw = match.group()[:_LONGEST_WORD].lower()
        for mark in "’‘´`":
            raw = raw.replace(mark, "'")
        for word in _apart(raw):
            of = known.get(word, _NONE)
            if word[0].isdigit():
                of = of | _NUMBER
            found.append(Word(word, of, match.start(), match.end()))
    return found


def _apart(raw: str) -> list[str]:
    if "'" not in raw:
        return _AS_TWO[raw].split() if raw in _AS_TWO else [raw]
    if raw in _AS_TWO:
        return _AS_TWO[raw].split()
    if raw.endswith("n't"):
        return [raw[:-3], "not"]
    for ending, full in _SHORT_FORMS:
        if raw.endswith(ending):
            return [raw[: -len(ending)] or full, full]
    if raw.endswith("'s"):
        return [raw[:-2] or "s", "'s"]
    return [raw]


def encoded(words: Sequence[Word]) -> str:
    """Return the words as patterns read them: classes in angle brackets before each word."""
    return (
        " "
        + " ".join(
            "".join(f"<{name}>" for name in sorted(word.classes)) + word.word for word in words
        )
        + " "
    )


def _element(source: str) -> str:
    optional = source.endswith("?") and len(source) > 1
    if optional:
        source = source[:-1]
    if source.startswith(".."):
        rule = rf"(?:\S+ ){{0,{source[2:] or 3}}}"
    else:
        rule = f"(?:{'|'.join(_alternative(name) for name in source.split('|'))}) "
    return f"(?:{rule})?" if optional else rule


def _alternative(name: str) -> str:
    if name == "#" or (name.isupper() and len(name) > 1):
        return rf"[^ ]*<{name}>[^ ]*"
    return rf"(?:<[A-Z#]+>)*{re.escape(name)}"


@dataclass(frozen=True)
class Cue:
    """A pattern, what section it speaks for, and how strongly."""

    name: str
    section: str
    weight: float
    source: str
    needs: frozenset[str]
    choices: tuple[frozenset[str], ...]

    @cached_property
    def rule(self) -> re.Pattern[str]:
        """Return the regular expression, made when a sentence first needs it."""
        parts = self.source.split()
        start = "^ " if parts[0] == "^" else " "
        return re.compile(start + "".join(_element(part) for part in parts if part != "^"))

    def may_fit(self, present: frozenset[str]) -> bool:
        """Say whether a sentence with these words and classes could hold the pattern."""
        return self.needs <= present and not any(
            choice.isdisjoint(present) for choice in self.choices
        )

    @property
    def keys(self) -> frozenset[str]:
        """Return words and classes of which every sentence that holds the pattern has one."""
        if self.needs:
            return frozenset({min(self.needs, key=lambda name: (name.isupper(), -len(name), name))})
        return min(self.choices, key=len, default=_NONE)


def _cue(section: str, group: str, weight: float, line: str) -> Cue:
    wanted = [
        frozenset(part.split("|"))
        for part in line.split()
        if part != "^" and not part.startswith("..") and not (part.endswith("?") and len(part) > 1)
    ]
    needs = frozenset(name for names in wanted if len(names) == 1 for name in names)
    choices = tuple(names for names in wanted if len(names) > 1)
    return Cue(f"{section}.{group}", section, weight, line, needs, choices)


@cache
def cues_of(table: tuple[tuple[str, str, float, str], ...]) -> tuple[Cue, ...]:
    """Compile a table of (section, group, weight, lines of patterns)."""
    return tuple(
        _cue(section, group, weight, line)
        for section, group, weight, lines in table
        for line in lines.splitlines()
        if line.strip()
    )


class CueBook:
    """Cues by what a sentence must hold for them: of the hundreds few are ever tried."""

    def __init__(self, cues: Sequence[Cue]) -> None:
        self._cues = cues
        self._by_key: dict[str, list[int]] = {}
        for number, cue in enumerate(cues):
            for key in cue.keys or (_ANY,):
                self._by_key.setdefault(key, []).append(number)

    def fitting(self, present: frozenset[str]) -> list[Cue]:
        """Return the cues that a sentence with these words and classes could hold, in order."""
        numbers = set(self._by_key.get(_ANY, ()))
        for name in present:
            numbers.update(self._by_key.get(name, ()))
        cues = map(self._cues.__getitem__, sorted(numbers))
        return [cue for cue in cues if cue.may_fit(present)]


def found_cues(words: Sequence[Word], book: CueBook) -> list[Cue]:
    """Return the cues of a sentence."""
    code = encoded(words)
    present = frozenset(word.word for word in words).union(*(word.classes for word in words))
    return [cue for cue in book.fitting(present) if cue.rule.search(code)]
