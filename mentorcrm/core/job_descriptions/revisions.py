"""Versions of a job description: every saved state is kept."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from mentorcrm.core.schema import SECTIONS, JobDescription, Revision

KEPT = ("title", *SECTIONS, "section_order")
"""The columns that make a version."""


def keep(session: Session, description_id: int, now: datetime) -> int:
    """Keep the present state as a revision, unless the newest one is equal; return its id."""
    columns = [getattr(JobDescription, name) for name in KEPT]
    present = session.execute(select(*columns).where(JobDescription.id == description_id)).one()
    newest = session.execute(
        select(Revision.id, *(getattr(Revision, name) for name in KEPT))
        .where(Revision.job_description_id == description_id)
        .order_by(Revision.id.desc())
        .limit(1)
    ).one_or_none()
    if newest is not None and tuple(newest[1:]) == tuple(present):
        return int(newest[0])
    values = {**present._asdict(), "job_description_id": description_id}
    values.update(created_at=now, updated_at=now)
    return session.execute(insert(Revision).values(values).returning(Revision.id)).scalar_one()
