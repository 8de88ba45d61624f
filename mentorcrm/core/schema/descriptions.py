"""Job descriptions of ideal mentors: what they serve, their versions, and who got which."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from mentorcrm.core.schema.base import Base, cascade, set_null


class _Sections:
    """The eight Markdown sections (``SECTIONS``) and the order the user gave them."""

    title: Mapped[str]
    goal: Mapped[str] = mapped_column(default="", server_default="")
    obstacles: Mapped[str] = mapped_column(default="", server_default="")
    experience: Mapped[str] = mapped_column(default="", server_default="")
    style: Mapped[str] = mapped_column(default="", server_default="")
    time: Mapped[str] = mapped_column(default="", server_default="")
    offer: Mapped[str] = mapped_column(default="", server_default="")
    why: Mapped[str] = mapped_column(default="", server_default="")
    success: Mapped[str] = mapped_column(default="", server_default="")
    section_order: Mapped[str] = mapped_column(default="", server_default="")
    """Names of sections with spaces between; empty for the usual order."""


class JobDescription(_Sections, Base):
    """The ideal mentor, in eight Markdown sections."""

    __tablename__ = "job_description"

    id: Mapped[int] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class JobDescriptionGoal(Base):
    """A goal that a job description serves."""

    __tablename__ = "job_description_goal"
    __table_args__ = (UniqueConstraint("job_description_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_description_id: Mapped[int] = mapped_column(cascade("job_description.id"))
    goal_id: Mapped[int] = mapped_column(cascade("goal.id"), index=True)


class JobDescriptionNeed(Base):
    """A need that a job description answers."""

    __tablename__ = "job_description_need"
    __table_args__ = (UniqueConstraint("job_description_id", "need_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_description_id: Mapped[int] = mapped_column(cascade("job_description.id"))
    need_id: Mapped[int] = mapped_column(cascade("need.id"), index=True)


class Version(_Sections, Base):
    """A job description as it was saved once; named by the user, or not."""

    __tablename__ = "version"

    id: Mapped[int] = mapped_column(primary_key=True)
    job_description_id: Mapped[int] = mapped_column(cascade("job_description.id"), index=True)
    name: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Sending(Base):
    """Which version went to whom, when, and by which way."""

    __tablename__ = "sending"

    id: Mapped[int] = mapped_column(primary_key=True)
    version_id: Mapped[int] = mapped_column(cascade("version.id"), index=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(set_null("candidate.id"), index=True)
    channel: Mapped[str] = mapped_column(default="", server_default="")
    note: Mapped[str] = mapped_column(default="", server_default="")
    sent_at: Mapped[datetime]
