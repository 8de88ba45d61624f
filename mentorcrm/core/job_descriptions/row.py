"""The one row of a job description: writing into it, or saying that it is gone."""

from __future__ import annotations

from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.schema import JobDescription


def update_description(session: Session, description_id: int, values: dict[str, Any]) -> None:
    """Write ``values`` into the row of a description; raise NotFound when it is gone."""
    query = (
        update(JobDescription)
        .where(JobDescription.id == description_id)
        .values(values)
        .returning(JobDescription.id)
    )
    if session.execute(query).one_or_none() is None:
        raise no_description()


def no_description() -> NotFound:
    """Return the error for a description that is not there."""
    return NotFound(_("This description is not there any more."))
