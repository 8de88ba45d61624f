"""Judge people by what a goal asks: pure functions, the same answer for the same facts.

Pieces of evidence add up like independent hints (one minus the product of what each leaves
open), so that another piece never lowers a level, and no number of titles makes a proof.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo

from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.match import lexicon, weights
from mentorcrm.core.match.rows import (
    Cell,
    Component,
    Entry,
    Fit,
    Mark,
    NeedAsked,
    Person,
    Question,
    Reason,
)
from mentorcrm.core.match.stems import words
from mentorcrm.core.moments import day_words

_MARKS = re.compile(r"[*_`#>]+|\[[ xX]?\]|^\s*(?:[-+]|\d+[.)])\s+", re.MULTILINE)
_LONGEST_QUOTE = 90
_DIGITS = 4
_OWN_WORDS = ("message_out",)


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text about a person, with the concepts of each of its sentences."""

    part: str
    text: str
    entry: Entry | None
    said: tuple[tuple[str, frozenset[str]], ...]
    concepts: frozenset[str]


class Judge:
    """Judge people for one goal, at one moment; texts that repeat are read once."""

    def __init__(self, question: Question, now: datetime, zone: tzinfo) -> None:
        self._question = question
        self._now = now
        self._zone = zone
        self._wanted = frozenset(
            {concept for need in question.needs for concept in need.wants}
            | question.experience.keys()
            | question.style.keys()
        )
        self._read: dict[str, tuple[tuple[str, frozenset[str]], ...]] = {}

    def fit(self, person: Person) -> Fit:
        """Return how the person fits, with every reason."""
        pieces = [piece for piece in self._pieces(person) if piece.concepts]
        cells = tuple(self._cell(need, person, pieces) for need in self._question.needs)
        components = self._components(person, pieces, cells)
        total = sum(part.weight for part in components)
        share = math.fsum(part.weight * part.level for part in components) / total if total else 0.0
        must = {need.id for need in self._question.needs if need.must}
        return Fit(
            person.contact_id,
            round(share, _DIGITS),
            cells,
            components,
            len(must),
            sum(cell.covers for cell in cells if cell.need_id in must),
        )

    def _components(
        self, person: Person, pieces: list[_Piece], cells: tuple[Cell, ...]
    ) -> tuple[Component, ...]:
        counted = weights.COMPONENTS
        found = []
        needs = self._question.needs
        total = sum(need.weight for need in needs)
        if total:
            level = math.fsum(n.weight * c.level for n, c in zip(needs, cells, strict=True)) / total
            found.append(Component("needs", counted["needs"], round(level, _DIGITS)))
        for kind, wants in (
            ("experience", self._question.experience),
            ("style", self._question.style),
        ):
            if wants:
                said = max(weights.LEAST_FULL, math.fsum(wants.values()))
                full = min(weights.FULL_PROFILE, said)
                level, reasons = self._weigh(wants, pieces, full, titles=kind == "experience")
                found.append(Component(kind, counted[kind], level, reasons))
        near = self._access(person)
        found.append(Component("access", counted["access"], *near))
        return tuple(found)

    def _cell(self, need: NeedAsked, person: Person, pieces: list[_Piece]) -> Cell:
        level, reasons = self._weigh(need.wants, pieces, need.full, titles=True)
        if need.own and not any(need.own & piece.concepts for piece in pieces):
            level = min(level, weights.UNNAMED)
        mark = person.marks.get(need.id)
        cell = Cell(need.id, level, reasons, mark, level)
        return cell if mark is None else with_mark(cell, mark.level)

    def _weigh(
        self, wants: Mapping[str, float], pieces: Iterable[_Piece], full: float, *, titles: bool
    ) -> tuple[float, tuple[Reason, ...]]:
        reasons = []
        for piece in pieces:
            if piece.part == "position" and not titles:
                continue
            met = math.fsum(wants[concept] for concept in piece.concepts & wants.keys())
            if met >= weights.LEAST_MET:
                strength = round(min(1.0, met / full) * weights.CEILING[piece.part], _DIGITS)
                reasons.append(Reason(piece.part, self._words(piece, wants), strength))
        ordered = sorted(set(reasons), key=lambda each: (-each.strength, each.part, each.text))
        return _together(ordered), tuple(ordered)

    # What is known of somebody, piece by piece

    def _pieces(self, person: Person) -> Iterator[_Piece]:
        yield self._position(person)
        for tag in person.tags:
            yield self._piece("tag", tag)
        if person.notes:
            yield self._piece("notes", person.notes)
        if person.how_met:
            yield self._piece("how_met", person.how_met)
        for entry in person.entries:
            part = "written" if entry.kind in _OWN_WORDS else "timeline"
            yield self._piece(part, entry.text, entry)

    def _position(self, person: Person) -> _Piece:
        role = person.position
        if role and person.company:
            role = _("{position} at {company}").format(position=role, company=person.company)
        piece = self._piece("position", person.position)
        concepts = piece.concepts
        if lexicon.SENIOR in self._wanted and lexicon.is_senior(person.position):
            concepts |= {lexicon.SENIOR}
        return _Piece("position", role, None, piece.said, concepts)

    def _piece(self, part: str, text: str, entry: Entry | None = None) -> _Piece:
        said = self._read.get(text)
        if said is None:
            said = self._read[text] = tuple(
                (sentence, met)
                for sentence in lexicon.sentences(text)
                if (met := self._wanted & lexicon.concepts(sentence).keys())
            )
        return _Piece(part, text, entry, said, frozenset().union(*(met for _text, met in said)))

    def _words(self, piece: _Piece, wants: Mapping[str, float]) -> str:
        if piece.part == "tag":
            return _("tag {tag}").format(tag=piece.text)
        if piece.part == "position":
            return piece.text
        quote = _quoted(_best(piece, wants))
        if piece.entry is None:
            words_of = {"notes": _("your notes: {quote}"), "how_met": _("how you met: {quote}")}
            return words_of[piece.part].format(quote=quote)
        today = self._now.astimezone(self._zone).date()
        day = day_words(piece.entry.happened_at.astimezone(self._zone).date(), today)
        return _entry_words(piece.entry.kind).format(day=day, quote=quote)

    # How near somebody is

    def _access(self, person: Person) -> tuple[float, tuple[Reason, ...]]:
        found = [*self._access_by_time(person), *_access_by_stage(person), *_access_by_tag(person)]
        found.sort(key=lambda reason: (-reason.strength, reason.text))
        return (found[0].strength if found else 0.0), tuple(found)

    def _access_by_time(self, person: Person) -> Iterator[Reason]:
        if person.last_contact_at is None:
            return
        days = max(0, (self._now - person.last_contact_at).days)
        near = next(
            (level for most, level in weights.ACCESS_RECENT if days <= most),
            weights.ACCESS_DORMANT,
        )
        text = _("in touch today")
        if days:
            text = ngettext("in touch {n} day ago", "in touch {n} days ago", days).format(n=days)
        if days > 365:
            years = days // 365
            text = ngettext(
                "in touch {n} year ago: an old tie may know most",
                "in touch {n} years ago: an old tie may know most",
                years,
            ).format(n=years)
        yield Reason("access", text, near)


def with_mark(cell: Cell, level: int | None) -> Cell:
    """Return ``cell`` with the user's own mark at ``level``, or (None) without one."""
    found = tuple(reason for reason in cell.reasons if reason.part != "mark")
    if level is None:
        return Cell(cell.need_id, cell.found, found, None, cell.found)
    mark = Mark(level, cell.mark.note if cell.mark else "")
    reasons = (_of_mark(mark), *found)
    return Cell(cell.need_id, weights.MARKED[level], reasons, mark, cell.found)


def _together(reasons: Iterable[Reason]) -> float:
    """Return what pieces of evidence show together: each takes its part of what is open."""
    left = 1.0
    for reason in reasons:
        left *= 1.0 - reason.strength
    return round(1.0 - left, _DIGITS)


def _access_by_stage(person: Person) -> Iterator[Reason]:
    said = {"accepted": _("has said yes"), "asked": _("has been asked")}
    for stage in sorted(set(person.stages)):
        if weights.ACCESS_STAGE[stage]:
            yield Reason("access", said[stage], weights.ACCESS_STAGE[stage])


def _access_by_tag(person: Person) -> Iterator[Reason]:
    for tag in person.tags:
        if weights.NEAR_TAGS & set(words(tag)):
            yield Reason("access", _("tag {tag}").format(tag=tag), weights.ACCESS_TAG)


def _of_mark(mark: Mark) -> Reason:
    text = _("you marked: {word}").format(word=weights.mark_words()[mark.level])
    if mark.note:
        text = _("{mark} ({note})").format(mark=text, note=mark.note)
    return Reason("mark", text, weights.MARKED[mark.level])


def _entry_words(kind: str) -> str:
    return {
        "note": _("your note of {day}: {quote}"),
        "call": _("a call, {day}: {quote}"),
        "meeting": _("a meeting, {day}: {quote}"),
        "message_in": _("their message of {day}: {quote}"),
        "message_out": _("your message of {day}: {quote}"),
        "other": _("your entry of {day}: {quote}"),
    }[kind]


def _best(piece: _Piece, wants: Mapping[str, float]) -> str:
    """Return the sentence that shows most, the first of equals."""

    def shown(said: tuple[str, frozenset[str]]) -> float:
        return math.fsum(wants[concept] for concept in said[1] & wants.keys())

    return max(piece.said, key=shown)[0]


def _quoted(sentence: str) -> str:
    text = " ".join(_MARKS.sub("", sentence).split()).rstrip(",;:")
    if len(text) > _LONGEST_QUOTE:
        text = text[: _LONGEST_QUOTE - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"
    return _("“{text}”").format(text=text)
