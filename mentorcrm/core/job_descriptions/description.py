"""Write job descriptions; every saved state is kept as a version."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete as delete_from, insert, select, update
from sqlalchemy.orm import Session

from mentorcrm.core import drafts
from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.job_descriptions import links, versions
from mentorcrm.core.job_descriptions.examples import example
from mentorcrm.core.job_descriptions.row import no_description, update_description
from mentorcrm.core.job_descriptions.sections import stored_order, template
from mentorcrm.core.schema import SECTIONS, Candidate, JobDescription


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
    # Ids are given again: what was half typed for one deleted since is not for this one.
    drafts.discard(session, "job_description", description_id)
    links.set_goals(session, description_id, goal_ids, now)
    versions.keep(session, description_id, now)
    return description_id


def add_from_template(
    session: Session, now: datetime, goal_ids: Collection[int] = (), title: str = ""
) -> int:
    """Add a job description whose sections hold sentences to finish."""
    return add(session, title or _("My ideal mentor"), now, goal_ids=goal_ids, **template())


def add_from_example(
    session: Session, name: str, now: datetime, goal_ids: Collection[int] = ()
) -> int:
    """Add a job description that begins as the example ``name``; return its id."""
    return add(session, _("My ideal mentor"), now, goal_ids=goal_ids, **example(name).sections)


def edit(session: Session, description_id: int, now: datetime, **fields: Any) -> None:
    """Change the title or the sections of a job description."""
    update_description(session, description_id, {**_checked(fields), "updated_at": now})
    versions.keep(session, description_id, now)


def set_order(session: Session, description_id: int, names: Sequence[str], now: datetime) -> None:
    """Put the eight sections into this order."""
    values = {"section_order": stored_order(names), "updated_at": now}
    update_description(session, description_id, values)
    versions.keep(session, description_id, now)


def delete(session: Session, description_id: int) -> None:
    """Delete a job description; its candidates stay on the board without one."""
    _release_candidates(session, description_id)
    gone = session.execute(
        delete_from(JobDescription)
        .where(JobDescription.id == description_id)
        .returning(JobDescription.id)
    ).one_or_none()
    if gone is None:
        raise no_description()


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
