"""The "job description" of the ideal mentor: eight Markdown sections, the why among them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, func, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import NotFound, UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import (
    SECTIONS,
    Candidate,
    Goal,
    JobDescription,
    JobDescriptionGoal,
)


@dataclass(frozen=True, slots=True)
class LinkedGoal:
    """A goal that a job description serves."""

    id: int
    title: str
    hue: int


@dataclass(frozen=True, slots=True)
class DescriptionRow:
    """A job description as a list shows it."""

    id: int
    title: str
    written: int
    goals: tuple[LinkedGoal, ...]
    mentors: int
    updated_at: datetime


@dataclass(frozen=True, slots=True)
class DescriptionDetail:
    """Everything the editor of a job description shows."""

    id: int
    title: str
    goal: str
    obstacles: str
    experience: str
    style: str
    time_asked: str
    offer: str
    why: str
    success: str
    created_at: datetime
    updated_at: datetime
    goals: tuple[LinkedGoal, ...]
    mentors: int

    def section(self, name: str) -> str:
        """Return the Markdown of the section ``name`` (one of ``schema.SECTIONS``)."""
        if name not in SECTIONS:
            raise KeyError(name)
        return str(getattr(self, name))

    @property
    def written(self) -> tuple[str, ...]:
        """Return the sections that say something of the user's own."""
        return written_sections({name: self.section(name) for name in SECTIONS})


_COLUMNS = tuple(
    getattr(JobDescription, name)
    for name in DescriptionDetail.__dataclass_fields__
    if name not in ("goals", "mentors")
)


def section_titles() -> dict[str, str]:
    """Return the heading of each section, in order."""
    return {
        "goal": _("The goal"),
        "obstacles": _("What stands in the way"),
        "experience": _("Experience I look for"),
        "style": _("Style and values"),
        "time_asked": _("Time I ask for"),
        "offer": _("What I offer in return"),
        "why": _("Why it matters"),
        "success": _("How we will know it worked"),
    }


def template() -> dict[str, str]:
    """Return a start for each section: sentences to finish, no words put in the mouth."""
    return {
        "goal": _("I want to … by …"),
        "obstacles": _("- What slows me down most: …\n- What I have tried: …"),
        "experience": _("**Must have**\n\n- Has …\n\n**Nice to have**\n\n- Knows …"),
        "style": _("- Someone who …\n- What matters to both of us: …"),
        "time_asked": _("… minutes every … for … months, by …"),
        "offer": _("- I can help with …\n- I will come prepared: …"),
        "why": _("Why this: …\n\nWhy now: …\n\nIt is part of …"),
        "success": _("By … we will both see that …"),
    }


def written_sections(sections: dict[str, str]) -> tuple[str, ...]:
    """Return the names of sections that are neither empty nor the untouched template."""
    blank = template()
    return tuple(
        name
        for name in SECTIONS
        if sections.get(name, "").strip() and sections[name].strip() != blank[name].strip()
    )


def add(
    session: Session,
    title: str,
    now: datetime,
    *,
    goal_ids: Collection[int] = (),
    **sections: Any,
) -> int:
    """Add a job description and return its id."""
    values = _checked({"title": title, **sections})
    values.update(created_at=now, updated_at=now)
    description_id = session.execute(
        insert(JobDescription).values(values).returning(JobDescription.id)
    ).scalar_one()
    _link(session, description_id, goal_ids)
    return description_id


def add_from_template(
    session: Session, now: datetime, goal_ids: Collection[int] = (), title: str = ""
) -> int:
    """Add a job description whose sections hold sentences to finish."""
    return add(session, title or _("My ideal mentor"), now, goal_ids=goal_ids, **template())


def edit(session: Session, description_id: int, now: datetime, **fields: Any) -> None:
    """Change the title or the sections of a job description."""
    _update(session, description_id, {**_checked(fields), "updated_at": now})


def set_goals(
    session: Session, description_id: int, goal_ids: Collection[int], now: datetime
) -> None:
    """Let a job description serve exactly these goals."""
    _update(session, description_id, {"updated_at": now})
    link = JobDescriptionGoal
    linked = set(
        session.scalars(select(link.goal_id).where(link.job_description_id == description_id))
    )
    gone = linked.difference(goal_ids)
    if gone:
        session.execute(
            delete_from(link).where(
                link.job_description_id == description_id, link.goal_id.in_(gone)
            )
        )
    _link(session, description_id, [goal for goal in goal_ids if goal not in linked])


def delete(session: Session, description_id: int) -> None:
    """Delete a job description; its candidates stay on the board without one."""
    _release_candidates(session, description_id)
    gone = session.execute(
        delete_from(JobDescription)
        .where(JobDescription.id == description_id)
        .returning(JobDescription.id)
    ).one_or_none()
    if gone is None:
        raise _no_description()


def descriptions(session: Session) -> list[DescriptionRow]:
    """Return all job descriptions, oldest first."""
    links = _linked_goals(session, None)
    mentors = _mentor_counts(session)
    query = select(*_COLUMNS).order_by(JobDescription.created_at, JobDescription.id)
    return [
        DescriptionRow(
            id=row.id,
            title=row.title,
            written=len(written_sections({name: getattr(row, name) for name in SECTIONS})),
            goals=links.get(row.id, ()),
            mentors=mentors.get(row.id, 0),
            updated_at=row.updated_at,
        )
        for row in session.execute(query)
    ]


def detail(session: Session, description_id: int) -> DescriptionDetail:
    """Return a job description with the goals it serves."""
    row = session.execute(
        select(*_COLUMNS).where(JobDescription.id == description_id)
    ).one_or_none()
    if row is None:
        raise _no_description()
    return DescriptionDetail(
        **row._asdict(),
        goals=_linked_goals(session, description_id).get(description_id, ()),
        mentors=_mentor_counts(session).get(description_id, 0),
    )


def as_markdown(description: DescriptionDetail) -> str:
    """Return the whole description as one Markdown text; empty sections are left out."""
    return "\n\n".join(text for _name, text in _parts(description)) + "\n"


def section_line(description: DescriptionDetail, line: int) -> tuple[str, int] | None:
    """Return the section, and the line in it, of a ``line`` of ``as_markdown``."""
    first = 0
    for name, text in _parts(description):
        length = text.count("\n") + 1
        if name is not None and first + 2 <= line < first + length:
            source = description.section(name)
            cut = source[: len(source) - len(source.lstrip())].count("\n")
            return name, line - first - 2 + cut
        first += length + 1
    return None


def _parts(description: DescriptionDetail) -> list[tuple[str | None, str]]:
    """Return the title, the goals and the written sections, each with its heading."""
    parts: list[tuple[str | None, str]] = [(None, f"# {description.title}")]
    if description.goals:
        titles = ", ".join(goal.title for goal in description.goals)
        parts.append((None, "*" + _("For: {goals}").format(goals=titles) + "*"))
    written = description.written
    for name, title in section_titles().items():
        if name in written:
            parts.append((name, f"## {title}\n\n{description.section(name).strip()}"))
    return parts


def _checked(fields: dict[str, Any]) -> dict[str, Any]:
    unknown = fields.keys() - {"title", *SECTIONS}
    if unknown:
        raise TypeError(f"a job description has no field {sorted(unknown)}")
    values = dict(fields)
    for text in values.values():
        clean_text(text, _("This text"))
    if "title" in values:
        values["title"] = clean_line(values["title"], _("The title"))
        if not values["title"]:
            raise UserError(_("A description needs a title. A few words are enough."))
    return values


def _update(session: Session, description_id: int, values: dict[str, Any]) -> None:
    query = (
        update(JobDescription)
        .where(JobDescription.id == description_id)
        .values(values)
        .returning(JobDescription.id)
    )
    if session.execute(query).one_or_none() is None:
        raise _no_description()


def _link(session: Session, description_id: int, goal_ids: Collection[int]) -> None:
    known = set(session.scalars(select(Goal.id).where(Goal.id.in_(goal_ids))))
    if not known.issuperset(goal_ids):
        raise NotFound(_("This goal is not there any more."))
    rows = [
        {"job_description_id": description_id, "goal_id": goal_id}
        for goal_id in dict.fromkeys(goal_ids)
    ]
    if rows:
        session.execute(insert(JobDescriptionGoal), rows)


def _release_candidates(session: Session, description_id: int) -> None:
    """Let go of this description's cards; a person who has a card without one keeps only that.

    A person may have one card per description and one without any, so setting the
    reference to nothing would clash for who has both.
    """
    free = select(Candidate.contact_id).where(Candidate.job_description_id.is_(None))
    clash = Candidate.contact_id.in_(free)
    mine = Candidate.job_description_id == description_id
    session.execute(delete_from(Candidate).where(mine, clash))
    session.execute(update(Candidate).where(mine).values(job_description_id=None))


def _linked_goals(
    session: Session, description_id: int | None
) -> dict[int, tuple[LinkedGoal, ...]]:
    link = JobDescriptionGoal
    query = (
        select(link.job_description_id, Goal.id, Goal.title, Goal.hue)
        .join(Goal, Goal.id == link.goal_id)
        .order_by(Goal.rank, Goal.id)
    )
    if description_id is not None:
        query = query.where(link.job_description_id == description_id)
    found: dict[int, tuple[LinkedGoal, ...]] = {}
    for owner, goal_id, title, hue in session.execute(query):
        found[owner] = (*found.get(owner, ()), LinkedGoal(goal_id, title, hue))
    return found


def _mentor_counts(session: Session) -> dict[int, int]:
    query = (
        select(Candidate.job_description_id, func.count())
        .where(Candidate.job_description_id.is_not(None), Candidate.set_aside.is_(False))
        .group_by(Candidate.job_description_id)
    )
    return {owner: number for owner, number in session.execute(query) if owner is not None}


def _no_description() -> NotFound:
    return NotFound(_("This description is not there any more."))
