"""What a goal asks of people: its needs, and the descriptions of who is looked for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions.sections import written_sections
from mentorcrm.core.match import lexicon, weights
from mentorcrm.core.match.completeness import completeness
from mentorcrm.core.match.rows import Description, NeedAsked, Question
from mentorcrm.core.schema import (
    SECTIONS,
    Goal,
    JobDescription,
    JobDescriptionGoal,
    JobDescriptionNeed,
    Need,
    Obstacle,
)

_NEEDS = (
    select(
        Need.id,
        Need.text,
        Need.difference,
        Need.kind,
        Need.must,
        Need.obstacle_id,
        Obstacle.text.label("obstacle"),
    )
    .outerjoin(Obstacle, Obstacle.id == Need.obstacle_id)
    .order_by(Obstacle.id.is_(None), Obstacle.rank, Obstacle.id, Need.rank, Need.id)
)


def question(session: Session, goal_id: int, *, judged: bool = False) -> Question:
    """Return what the goal asks; raise NotFound when it is gone.

    Only when ``judged`` is it found out how complete the descriptions are: reading eight
    sections takes longer than everything else here.
    """
    title = session.scalar(select(Goal.title).where(Goal.id == goal_id))
    if title is None:
        raise NotFound(_("This goal is not there any more."))
    descriptions = _descriptions(session, goal_id)
    sections = [_written(row) for row in descriptions]
    return Question(
        goal_id,
        title,
        _needs(
            session, goal_id, {row.id: own for row, own in zip(descriptions, sections, strict=True)}
        ),
        _wants(own.get("experience", "") for own in sections),
        _wants(own.get("style", "") for own in sections),
        tuple(_as_description(row, judged) for row in descriptions),
    )


def _needs(
    session: Session, goal_id: int, sections: Mapping[int, Mapping[str, str]]
) -> tuple[NeedAsked, ...]:
    answered: dict[int, list[str]] = {}
    link = JobDescriptionNeed
    links = select(link.need_id, link.job_description_id).where(
        link.job_description_id.in_(sections)
    )
    for need_id, owner in session.execute(links.order_by(link.job_description_id)):
        answered.setdefault(need_id, []).append(sections[owner].get("experience", ""))
    places = {
        obstacle: place
        for place, obstacle in enumerate(
            session.scalars(
                select(Obstacle.id)
                .where(Obstacle.goal_id == goal_id)
                .order_by(Obstacle.rank, Obstacle.id)
            )
        )
    }
    return tuple(
        NeedAsked(
            row.id,
            row.text,
            row.kind,
            row.must,
            row.obstacle_id,
            row.obstacle or "",
            places.get(row.obstacle_id),
            need_wants(
                row.text,
                row.kind,
                row.difference,
                row.obstacle or "",
                "\n".join(answered.get(row.id, ())),
            ),
            need_full(row.text, row.kind),
            need_own(row.text, row.kind),
        )
        for row in session.execute(_NEEDS.where(Need.goal_id == goal_id))
    )


def need_wants(
    text: str, kind: str = "skill", difference: str = "", obstacle: str = "", description: str = ""
) -> dict[str, float]:
    """Return the concepts that meet a need, each with the weight of where it is said best."""
    found = dict(weights.KINDS[kind])
    for part, counts in (
        (text, weights.TEXT),
        (difference, weights.DIFFERENCE),
        (obstacle, weights.OBSTACLE),
        (description, weights.DESCRIPTION),
    ):
        for concept in lexicon.concepts(part, denied_too=True):
            found[concept] = max(found.get(concept, 0.0), counts * _says(concept))
    return found


def need_full(text: str, kind: str = "skill") -> float:
    """Return how much must meet before evidence counts in full: as much as the need itself says.

    What would be different and the obstacle give more words to be found by; they do not make
    a need harder to meet.
    """
    said = math.fsum(need_wants(text, kind).values())
    return min(weights.FULL, max(weights.LEAST_FULL, said))


def need_own(text: str, kind: str = "skill") -> frozenset[str]:
    """Return the concepts that a need names itself, without common words."""
    named = need_wants(text, kind)
    return frozenset(concept for concept in named if named[concept] >= weights.OWN_WORD)


def _says(concept: str) -> float:
    if lexicon.is_group(concept):
        return 1.0
    return weights.WEAK_WORD if lexicon.is_weak(concept) else weights.OWN_WORD


def _wants(texts: Iterable[str]) -> dict[str, float]:
    found = lexicon.concepts("\n".join(texts), denied_too=True)
    return {concept: _says(concept) for concept in found}


def _descriptions(session: Session, goal_id: int) -> list[Any]:
    """Return the descriptions that serve the goal, or answer one of its needs."""
    serving = select(JobDescriptionGoal.job_description_id).where(
        JobDescriptionGoal.goal_id == goal_id
    )
    answering = (
        select(JobDescriptionNeed.job_description_id)
        .join(Need, Need.id == JobDescriptionNeed.need_id)
        .where(Need.goal_id == goal_id)
    )
    columns = [getattr(JobDescription, name) for name in SECTIONS]
    query = (
        select(JobDescription.id, JobDescription.title, *columns)
        .where(or_(JobDescription.id.in_(serving), JobDescription.id.in_(answering)))
        .order_by(JobDescription.id)
    )
    return list(session.execute(query))


def _written(row: Any) -> dict[str, str]:
    sections = {name: getattr(row, name) for name in SECTIONS}
    return {name: sections[name] for name in written_sections(sections)}


def _as_description(row: Any, judged: bool) -> Description:
    if not judged:
        return Description(row.id, row.title)
    return Description(
        row.id, row.title, *completeness({name: getattr(row, name) for name in SECTIONS})
    )
