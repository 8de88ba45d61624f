"""Whose fit a change may alter, so that a move does not judge a whole board anew."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from mentorcrm.core.ids import among
from mentorcrm.core.schema import Activity, Candidate, CandidateGoal, ContactTag, NeedMark

Rows = Collection[int] | None
"""Ids of changed rows; None for too many to name."""

_ASKED = ("need", "obstacle", "job_description", "job_description_goal", "job_description_need")
_EVERYBODY = (*_ASKED, "tag")
_OWNERS: dict[str, tuple[Any, Any]] = {
    "candidate": (Candidate.id, Candidate.contact_id),
    "activity": (Activity.id, Activity.contact_id),
    "contact_tag": (ContactTag.id, ContactTag.contact_id),
    "need_mark": (NeedMark.id, NeedMark.contact_id),
}
TABLES = ("contact", "candidate_goal", *_OWNERS, *_EVERYBODY)
"""The tables that a fit is made from."""


def touched(session: Session, changed: Mapping[str, Rows]) -> set[int] | None:
    """Return the contacts whose fit a change may alter; None when it may be anybody's."""
    if any(table in changed for table in _EVERYBODY):
        return None
    found = set(changed.get("contact") or ())
    if any(changed.get(table, ()) is None for table in TABLES):
        return None
    for table, (own, contact) in _OWNERS.items():
        rows = changed.get(table) or ()
        if rows and not _add(session, found, rows, select(own, contact), own):
            return None
    links = changed.get("candidate_goal") or ()
    query = select(CandidateGoal.id, Candidate.contact_id).join(
        Candidate, Candidate.id == CandidateGoal.candidate_id
    )
    if links and not _add(session, found, links, query, CandidateGoal.id):
        return None
    return found


def _add(session: Session, found: set[int], rows: Collection[int], query: Any, own: Any) -> bool:
    """Add the contacts of ``rows``; tell whether all were there, as deleted rows name nobody."""
    known = session.execute(query.where(own.in_(among(rows)))).all()
    found.update(contact for _own, contact in known)
    return len(known) == len(rows)
