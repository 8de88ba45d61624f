"""Needs by candidates: who covers what, what nobody covers, and where to begin."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentorcrm.core.board.filters import ON_BOARD
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.core.match import weights
from mentorcrm.core.match.asking import question
from mentorcrm.core.match.judging import Judge
from mentorcrm.core.match.people import people
from mentorcrm.core.match.rows import Cell, Fit, NeedAsked, Person, Question
from mentorcrm.core.schema import Candidate, CandidateGoal


@dataclass(frozen=True, slots=True)
class Column:
    """One person on the board who is considered for the goal."""

    candidate_id: int
    contact_id: int
    name: str
    position: str
    company: str
    stage: str
    fit: Fit


@dataclass(frozen=True, slots=True)
class Gap:
    """A need that nobody covers well; ``best`` is who comes nearest, if anybody."""

    need_id: int
    text: str
    must: bool
    best: str
    best_key: str
    words: str

    @property
    def uncovered(self) -> bool:
        """Tell whether nobody covers it even in part."""
        return self.best_key != "partly"


@dataclass(frozen=True, slots=True)
class Match:
    """The whole answer for one goal."""

    question: Question
    linked: bool
    """False when no card is linked to the goal, so that all cards of the board are compared."""
    columns: tuple[Column, ...]
    gaps: tuple[Gap, ...]
    opportunities: tuple[str, ...]

    @property
    def provisional(self) -> bool:
        """Tell whether the description says too little to rely on this."""
        return self.question.provisional


def match(session: Session, goal_id: int, now: datetime, zone: tzinfo = UTC) -> Match:
    """Return who of the board covers which need of the goal, and why; the best fit first."""
    asked = question(session, goal_id, judged=True)
    cards, linked = considered(session, asked)
    known = people(session, {contact for contact, _stage in cards.values()}, goal_id)
    fits = _judged(asked, known, now, zone)
    columns = in_order(_columns(cards, known, fits), known)
    return Match(asked, linked, columns, gaps(asked, columns), opportunities(asked, columns))


def fits(
    session: Session,
    goal_id: int,
    now: datetime,
    zone: tzinfo = UTC,
    contact_ids: Collection[int] | None = None,
) -> dict[int, Fit]:
    """Return the fit of each card that is considered for the goal, by candidate.

    With ``contact_ids`` only of the cards of these people.
    """
    asked = question(session, goal_id)
    cards, _linked = considered(session, asked)
    if contact_ids is not None:
        wanted = set(contact_ids)
        cards = {card: row for card, row in cards.items() if row[0] in wanted}
    known = people(session, {contact for contact, _stage in cards.values()}, goal_id)
    found = _judged(asked, known, now, zone)
    return {card: found[contact] for card, (contact, _stage) in cards.items() if contact in found}


def best_first(found: dict[int, Fit], ids: Iterable[int]) -> list[int]:
    """Return cards by their fit, those without one last, equals by id."""
    return sorted(ids, key=lambda card: (-found[card].share if card in found else 1.0, card))


def considered(session: Session, asked: Question) -> tuple[dict[int, tuple[int, str]], bool]:
    """Return contact and stage of each card to compare, by id, and whether these are linked.

    Linked are cards for the goal, or for a description that serves it or answers a need of
    it. Where there are none, all cards of the board are compared.
    """
    owners = [each.id for each in asked.descriptions]
    mine = select(CandidateGoal.candidate_id).where(CandidateGoal.goal_id == asked.goal_id)
    query = select(Candidate.id, Candidate.contact_id, Candidate.stage).where(ON_BOARD)
    query = query.order_by(Candidate.id)
    linked = query.where(or_(Candidate.id.in_(mine), Candidate.job_description_id.in_(owners)))
    rows = session.execute(linked).all()
    found = rows or session.execute(query).all()
    return {row.id: (row.contact_id, row.stage) for row in found}, bool(rows)


def _judged(
    asked: Question, known: Sequence[Person], now: datetime, zone: tzinfo
) -> dict[int, Fit]:
    judge = Judge(asked, now, zone)
    return {person.contact_id: judge.fit(person) for person in known}


def _columns(
    cards: dict[int, tuple[int, str]], known: Sequence[Person], found: dict[int, Fit]
) -> list[Column]:
    """Return one column per person: somebody with several cards stands under the first."""
    first: dict[int, tuple[int, str]] = {}
    for card, (contact, stage) in cards.items():
        first.setdefault(contact, (card, stage))
    return [
        Column(
            first[person.contact_id][0],
            person.contact_id,
            person.name,
            person.position,
            person.company,
            first[person.contact_id][1],
            found[person.contact_id],
        )
        for person in known
    ]


def in_order(columns: Iterable[Column], known: Iterable[Person]) -> tuple[Column, ...]:
    """Return the columns by fit, equals by name and then by id."""
    names = {person.contact_id: person.sort_name for person in known}
    return tuple(
        sorted(
            columns,
            key=lambda each: (-each.fit.share, names[each.contact_id], each.contact_id),
        )
    )


def gaps(asked: Question, columns: Sequence[Column]) -> tuple[Gap, ...]:
    """Return the needs that nobody covers well, musts first, in the order of the needs."""
    found = []
    for need in sorted(asked.needs, key=lambda need: not need.must):
        cells = [(column.fit.cell(need.id), column.name) for column in columns]
        best = max(cells, key=lambda each: each[0].level, default=None)
        if best is None or not best[0].covers:
            found.append(_gap(need, best))
    return tuple(found)


def _gap(need: NeedAsked, best: tuple[Cell, str] | None) -> Gap:
    key = weights.level_key(best[0].level) if best else "unknown"
    name = best[1] if best and key != "unknown" else ""
    if need.is_bare:
        words = _("“{need}” says too little to find anybody for it")
    elif key == "partly":
        words = _("{name} covers in part: {need}")
    elif key == "perhaps":
        words = _("Nobody covers: {need}. Perhaps {name}")
    else:
        words = _("Nobody covers: {need}")
    return Gap(need.id, need.text, need.must, name, key, words.format(need=need.text, name=name))


def opportunities(asked: Question, columns: Sequence[Column]) -> tuple[str, ...]:
    """Return where to begin: the biggest obstacle that meets somebody, the widest help."""
    return tuple(
        words
        for words in (
            _biggest_obstacle(asked, columns),
            _most_musts(columns),
            _next_to_ask(columns),
        )
        if words
    )


def _biggest_obstacle(asked: Question, columns: Sequence[Column]) -> str:
    for need in asked.needs:
        if need.place is None:
            continue
        covering = [each for each in columns if each.fit.cell(need.id).covers]
        if covering:
            best = max(covering, key=lambda each: each.fit.cell(need.id).level)
            words = _("{name} has what “{obstacle}” needs")
            return words.format(name=best.name, obstacle=need.obstacle)
    return ""


def _most_musts(columns: Sequence[Column]) -> str:
    best = max(columns, key=lambda each: each.fit.musts_covered, default=None)
    if best is None or not best.fit.musts_covered:
        return ""
    words = ngettext(
        "{name} covers {n} of {all} must-need",
        "{name} covers {n} of {all} must-needs",
        best.fit.musts,
    )
    return words.format(name=best.name, n=best.fit.musts_covered, all=best.fit.musts)


def _next_to_ask(columns: Sequence[Column]) -> str:
    ready = (each for each in columns if each.stage == "identified" and each.fit.helps)
    best = next(ready, None)
    return "" if best is None else _("Ask next: {name}").format(name=best.name)
