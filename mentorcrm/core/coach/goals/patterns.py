"""Small patterns over tokens, so that a rule reads like the words it looks for.

A pattern is a line of elements with blanks between them. An element is one or more
alternatives with ``|`` between them: ``word`` (as written, in lower case), ``~word`` (any form
of it), ``@class`` (a class of the lexicon; ``@one&other`` asks for both), ``#`` (a number), ``*`` (anything but a mark),
``^`` (the beginning of the sentence or a mark). ``!`` before an element negates it; ``?`` or
``{0,3}`` after it repeats it. Repetitions are short and no pattern nests: the time is linear.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Protocol

_MOST_KEPT = 20_000


class Readable(Protocol):
    """What a pattern needs to know about a token."""

    @property
    def word(self) -> str: ...  # noqa: D102
    @property
    def lemma(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def classes(self) -> frozenset[str]: ...  # noqa: D102


@dataclass(frozen=True)
class Element:
    """One place of a pattern."""

    words: frozenset[str]
    lemmas: frozenset[str]
    classes: frozenset[str]
    pairs: tuple[frozenset[str], ...]
    number: bool
    anything: bool
    negated: bool
    least: int
    most: int

    def fits(self, token: Readable) -> bool:
        """Say whether ``token`` may stand here."""
        hit = (
            token.word in self.words
            or token.lemma in self.lemmas
            or (self.anything and token.kind != "mark")
            or (self.number and token.kind == "number")
            or not self.classes.isdisjoint(token.classes)
            or any(pair <= token.classes for pair in self.pairs)
        )
        return hit != self.negated and not (self.negated and token.kind == "mark")


def _element(text: str) -> Element:
    least, most = 1, 1
    if text.endswith("?") and len(text) > 1:
        text, least = text[:-1], 0
    elif text.endswith("}"):
        text, _, counts = text[:-1].partition("{")
        least, most = (int(count) for count in counts.split(","))
    negated = text.startswith("!") and len(text) > 1
    names = text.removeprefix("!").split("|") if negated else text.split("|")
    return Element(
        words=frozenset(name for name in names if name[0] not in "~@#*"),
        lemmas=frozenset(name[1:] for name in names if name[0] == "~"),
        classes=frozenset(name[1:] for name in names if name[0] == "@" and "&" not in name),
        pairs=tuple(frozenset(name[1:].split("&")) for name in names if "&" in name[1:]),
        number="#" in names,
        anything="*" in names,
        negated=negated,
        least=least,
        most=most,
    )


@dataclass(frozen=True)
class Pattern:
    """A line of elements, and the name of what it is evidence for."""

    name: str
    source: str

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """Return the places of the pattern."""
        return tuple(_element(part) for part in self.source.split() if part != "^")

    @cached_property
    def is_first(self) -> bool:
        """Say whether it fits at the beginning of a clause only."""
        return self.source.startswith("^")

    def end(self, line: Sequence[Readable], start: int) -> int | None:
        """Return where a fit that begins at ``start`` ends, or None."""
        if self.is_first and start and line[start - 1].kind != "mark":
            return None
        return _end(self.elements, 0, line, start)


def _end(
    elements: tuple[Element, ...], place: int, line: Sequence[Readable], at: int
) -> int | None:
    if place == len(elements):
        return at
    element = elements[place]
    count = 0
    while count < element.least:
        if at + count >= len(line) or not element.fits(line[at + count]):
            return None
        count += 1
    while True:
        end = _end(elements, place + 1, line, at + count)
        if end is not None:
            return end
        if count >= element.most or at + count >= len(line) or not element.fits(line[at + count]):
            return None
        count += 1


class PatternSet:
    """Many patterns, found together in one pass over a sentence."""

    def __init__(self, lines: dict[str, str]) -> None:
        """Take the patterns by name, one a line."""
        self._by_key: dict[str, list[Pattern]] = {}
        self._anywhere: list[Pattern] = []
        self._kept: dict[tuple[str, bool], tuple[Pattern, ...]] = {}
        for name, block in lines.items():
            for line in filter(None, map(str.strip, block.splitlines())):
                self._file(Pattern(name, line))

    def _file(self, pattern: Pattern) -> None:
        first = pattern.elements[0]
        if first.negated or first.anything or not first.least:
            self._anywhere.append(pattern)
            return
        keys = [*first.words, *("~" + lemma for lemma in first.lemmas)]
        keys += ["@" + name for name in first.classes] + (["#"] if first.number else [])
        keys += ["@" + min(pair) for pair in first.pairs]
        for key in keys:
            self._by_key.setdefault(key, []).append(pattern)

    def find(self, line: Sequence[Readable]) -> Iterator[tuple[str, int, int]]:
        """Give name, beginning and end of every fit in a sentence."""
        for at, token in enumerate(line):
            for pattern in self._candidates(token):
                end = pattern.end(line, at)
                if end is not None and end > at:
                    yield pattern.name, at, end

    def _candidates(self, token: Readable) -> tuple[Pattern, ...]:
        """Return the patterns that may begin with a token, each once; the answer is kept."""
        key = (token.word, token.kind == "number")
        found = self._kept.get(key)
        if found is None:
            names = [token.word, "~" + token.lemma, *("@" + name for name in token.classes)]
            names += ["#"] if token.kind == "number" else []
            listed = [*self._anywhere, *(p for name in names for p in self._by_key.get(name, ()))]
            found = tuple({id(pattern): pattern for pattern in listed}.values())
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            self._kept[key] = found
        return found
