"""Every mapped class on one page: the entity diagram of MentorCRM in code.

Each journaled table has one integer ``id``, because the journal names a row by
table and id. Instants are UTC, dates are plain, and every foreign key says what
happens when its row goes. Tables that the journal itself keeps (actions, journal
rows, drafts) are at the end and are never journaled.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

from sqlalchemy import (
    CheckConstraint,
    ColumnElement,
    Dialect,
    ForeignKey,
    Index,
    MetaData,
    String,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from sqlalchemy.types import TypeDecorator

STAGES = ("identified", "asked", "accepted", "declined")
SUB_STATES: dict[str, tuple[str, ...]] = {
    "identified": ("found", "researching", "path_chosen", "introduction_requested", "ready"),
    "asked": ("sent", "nudged_once", "nudged_twice", "replied"),
    "accepted": ("first_meeting_set", "met", "agreement", "active", "paused", "completed"),
    "declined": ("no", "not_now", "no_reply"),
}
GOAL_STATUSES = ("active", "reached", "dropped")
NEED_KINDS = ("skill", "network", "confidence", "project", "negotiation", "other")
ACTIVITY_KINDS = ("note", "call", "meeting", "message_in", "message_out", "other", "stage_move")
CHANNEL_KINDS = ("email", "phone", "link")
SECTIONS = (
    "goal",
    "obstacles",
    "experience",
    "style",
    "time_asked",
    "offer",
    "why",
    "success",
)

INSTANT_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


class Instant(TypeDecorator[datetime]):
    """Store an aware moment as UTC text ``YYYY-MM-DDTHH:MM:SSZ``, which sorts by time."""

    impl = String(20)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the UTC text of ``value``; raise ValueError for a naive moment."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        return value.astimezone(UTC).strftime(INSTANT_FORMAT)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        """Return the aware UTC moment of the stored text."""
        if value is None:
            return None
        return datetime.strptime(value, INSTANT_FORMAT).replace(tzinfo=UTC)


class Base(DeclarativeBase):
    """Common base; its naming convention lets migrations name every constraint."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: Instant()}


def _one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


def _cascade(target: str) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE")


def _set_null(target: str) -> ForeignKey:
    return ForeignKey(target, ondelete="SET NULL")


class Contact(Base):
    """A person. ``degree`` 1 is in People; 2 is second degree and hidden there."""

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    first_name: Mapped[str] = mapped_column(default="", server_default="")
    last_name: Mapped[str] = mapped_column(default="", server_default="")
    sort_name: Mapped[str]
    """The name folded for sorting and matching: ``core.text.fold(name)``."""
    company: Mapped[str] = mapped_column(default="", server_default="")
    position: Mapped[str] = mapped_column(default="", server_default="")
    location: Mapped[str] = mapped_column(default="", server_default="")
    how_met: Mapped[str] = mapped_column(default="", server_default="")
    notes: Mapped[str] = mapped_column(default="", server_default="")
    source: Mapped[str] = mapped_column(default="manual", server_default="manual")
    connected_on: Mapped[date | None]
    degree: Mapped[int] = mapped_column(default=1, server_default="1")
    import_id: Mapped[int | None] = mapped_column(_set_null("import.id"), index=True)
    """The import that created this contact."""
    last_contact_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    """Equal to ``created_at`` until somebody changes the contact or what hangs on it."""
    archived_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


_LISTED = text("degree = 1 AND archived_at IS NULL AND deleted_at IS NULL")
for _name in ("sort_name", "company", "position", "last_contact_at", "connected_on", "created_at"):
    _column = Contact.__table__.c[_name]
    _terms: list[ColumnElement[object]] = [_column]
    if _name in ("company", "position"):
        _terms = [func.lower(_column)]
    Index(f"ix_contact_listed_{_name}", *_terms, Contact.__table__.c.id, sqlite_where=_LISTED)
Index("ix_contact_sort_name", Contact.__table__.c.sort_name)
Index(
    "ix_contact_deleted_at",
    Contact.__table__.c.deleted_at,
    sqlite_where=text("deleted_at IS NOT NULL"),
)
Index(
    "ix_contact_archived_at",
    Contact.__table__.c.archived_at,
    sqlite_where=text("archived_at IS NOT NULL"),
)


class ExternalKey(Base):
    """What another program calls this contact; the reason an import finds it again."""

    __tablename__ = "external_key"
    __table_args__ = (UniqueConstraint("source", "key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"), index=True)
    source: Mapped[str]
    key: Mapped[str]


class Channel(Base):
    """One e-mail address, phone number or link of a contact, in the order of ``place``."""

    __tablename__ = "channel"
    __table_args__ = (_one_of("kind", CHANNEL_KINDS), Index(None, "kind", "folded"))

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"), index=True)
    kind: Mapped[str]
    label: Mapped[str] = mapped_column(default="", server_default="")
    value: Mapped[str]
    folded: Mapped[str]
    place: Mapped[int] = mapped_column(default=0, server_default="0")


class Tag(Base):
    """A word the user puts on people."""

    __tablename__ = "tag"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    folded: Mapped[str] = mapped_column(unique=True)


class ContactTag(Base):
    """A tag on a contact."""

    __tablename__ = "contact_tag"
    __table_args__ = (UniqueConstraint("contact_id", "tag_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"))
    tag_id: Mapped[int] = mapped_column(_cascade("tag.id"), index=True)


class Goal(Base):
    """What the user wants to reach, in the five SMART parts."""

    __tablename__ = "goal"
    __table_args__ = (_one_of("status", GOAL_STATUSES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    specific: Mapped[str] = mapped_column(default="", server_default="")
    metric: Mapped[str] = mapped_column(default="", server_default="")
    start_value: Mapped[float | None]
    current_value: Mapped[float | None]
    target_value: Mapped[float | None]
    unit: Mapped[str] = mapped_column(default="", server_default="")
    achievable: Mapped[str] = mapped_column(default="", server_default="")
    relevant: Mapped[str] = mapped_column(default="", server_default="")
    due_on: Mapped[date | None]
    status: Mapped[str] = mapped_column(default="active", server_default="active")
    hue: Mapped[int] = mapped_column(default=0, server_default="0")
    """Place in the theme's list of goal colours (0 to 7)."""
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Obstacle(Base):
    """What stands between the user and a goal; the biggest has the lowest rank."""

    __tablename__ = "obstacle"

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(_cascade("goal.id"), index=True)
    text: Mapped[str]
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")


class Need(Base):
    """What the user needs from a mentor, because of an obstacle or by itself."""

    __tablename__ = "need"
    __table_args__ = (_one_of("kind", NEED_KINDS),)

    id: Mapped[int] = mapped_column(primary_key=True)
    goal_id: Mapped[int] = mapped_column(_cascade("goal.id"), index=True)
    obstacle_id: Mapped[int | None] = mapped_column(_set_null("obstacle.id"), index=True)
    text: Mapped[str]
    kind: Mapped[str] = mapped_column(default="skill", server_default="skill")
    must: Mapped[bool] = mapped_column(default=True, server_default="1")
    rank: Mapped[float] = mapped_column(default=0.0, server_default="0")


class JobDescription(Base):
    """The ideal mentor, in eight Markdown sections (``SECTIONS`` gives their order)."""

    __tablename__ = "job_description"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    goal: Mapped[str] = mapped_column(default="", server_default="")
    obstacles: Mapped[str] = mapped_column(default="", server_default="")
    experience: Mapped[str] = mapped_column(default="", server_default="")
    style: Mapped[str] = mapped_column(default="", server_default="")
    time_asked: Mapped[str] = mapped_column(default="", server_default="")
    offer: Mapped[str] = mapped_column(default="", server_default="")
    why: Mapped[str] = mapped_column(default="", server_default="")
    success: Mapped[str] = mapped_column(default="", server_default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class JobDescriptionGoal(Base):
    """A goal that a job description serves."""

    __tablename__ = "job_description_goal"
    __table_args__ = (UniqueConstraint("job_description_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    job_description_id: Mapped[int] = mapped_column(_cascade("job_description.id"))
    goal_id: Mapped[int] = mapped_column(_cascade("goal.id"), index=True)


class Candidate(Base):
    """A card on the board: a contact considered for a job description."""

    __tablename__ = "candidate"
    __table_args__ = (_one_of("stage", STAGES),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"))
    job_description_id: Mapped[int | None] = mapped_column(
        _set_null("job_description.id"), index=True
    )
    stage: Mapped[str] = mapped_column(default="identified", server_default="identified")
    sub_state: Mapped[str] = mapped_column(default="found", server_default="found")
    rank: Mapped[float]
    next_step: Mapped[str] = mapped_column(default="", server_default="")
    asked_at: Mapped[datetime | None]
    ask_channel: Mapped[str] = mapped_column(default="", server_default="")
    decline_reason: Mapped[str] = mapped_column(default="", server_default="")
    revisit_on: Mapped[date | None]
    stage_changed_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    set_aside: Mapped[bool] = mapped_column(default=False, server_default="0")
    """True while the contact is archived or in the trash: off the board, nothing lost."""


Index(
    "ix_candidate_unique",
    Candidate.__table__.c.contact_id,
    func.coalesce(Candidate.__table__.c.job_description_id, 0),
    unique=True,
)
Index(
    "ix_candidate_board",
    Candidate.__table__.c.stage,
    Candidate.__table__.c.rank,
    Candidate.__table__.c.id,
    sqlite_where=text("set_aside = 0"),
)


class CandidateGoal(Base):
    """A goal that a candidate could help with."""

    __tablename__ = "candidate_goal"
    __table_args__ = (UniqueConstraint("candidate_id", "goal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(_cascade("candidate.id"))
    goal_id: Mapped[int] = mapped_column(_cascade("goal.id"), index=True)


class Activity(Base):
    """One dated entry of a contact's timeline."""

    __tablename__ = "activity"
    __table_args__ = (
        _one_of("kind", ACTIVITY_KINDS),
        Index(None, "contact_id", "happened_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"))
    candidate_id: Mapped[int | None] = mapped_column(_set_null("candidate.id"), index=True)
    kind: Mapped[str]
    happened_at: Mapped[datetime]
    title: Mapped[str] = mapped_column(default="", server_default="")
    body: Mapped[str] = mapped_column(default="", server_default="")
    from_stage: Mapped[str | None]
    to_stage: Mapped[str | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]


class Reminder(Base):
    """What to do, when, about whom.

    ``local_at`` (``YYYY-MM-DDTHH:MM``) and ``zone`` (IANA) are what the user meant; ``due_at``
    is the UTC moment that follows from them and what the clock is compared with. A
    candidate has at most one open reminder of kind ``follow_up``.
    """

    __tablename__ = "reminder"

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int | None] = mapped_column(_cascade("contact.id"), index=True)
    candidate_id: Mapped[int | None] = mapped_column(_cascade("candidate.id"), index=True)
    kind: Mapped[str] = mapped_column(default="follow_up", server_default="follow_up")
    title: Mapped[str] = mapped_column(default="", server_default="")
    local_at: Mapped[str]
    zone: Mapped[str]
    due_at: Mapped[datetime]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    done_at: Mapped[datetime | None]
    notified_at: Mapped[datetime | None]
    """The due moment a notification was last shown for; shown once per due moment."""
    set_aside: Mapped[bool] = mapped_column(default=False, server_default="0")


Index(
    "ix_reminder_open_due",
    Reminder.__table__.c.due_at,
    Reminder.__table__.c.id,
    sqlite_where=text("done_at IS NULL AND set_aside = 0"),
)
Index(
    "ix_reminder_one_follow_up",
    Reminder.__table__.c.candidate_id,
    unique=True,
    sqlite_where=text("kind = 'follow_up' AND done_at IS NULL"),
)


class Import(Base):
    """One file that came in: what it was, and the report that was shown."""

    __tablename__ = "import"

    id: Mapped[int] = mapped_column(primary_key=True)
    file_name: Mapped[str]
    file_sha256: Mapped[str]
    format: Mapped[str]
    finished_at: Mapped[datetime]
    new: Mapped[int]
    updated: Mapped[int]
    unchanged: Mapped[int]
    possible_duplicates: Mapped[int]
    report: Mapped[str]
    """JSON: ``{"skipped": [...], "warnings": [...]}``."""
    taken_back_at: Mapped[datetime | None]


class ImportChange(Base):
    """A field of a contact that an import changed; lets the import be taken back."""

    __tablename__ = "import_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    import_id: Mapped[int] = mapped_column(_cascade("import.id"), index=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"), index=True)
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]


class DuplicateSuggestion(Base):
    """Two contacts that may be the same person; never merged without being asked."""

    __tablename__ = "duplicate_suggestion"
    __table_args__ = (UniqueConstraint("contact_id", "other_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(_cascade("contact.id"))
    other_id: Mapped[int] = mapped_column(_cascade("contact.id"), index=True)
    import_id: Mapped[int | None] = mapped_column(_set_null("import.id"), index=True)
    reason: Mapped[str]
    dismissed_at: Mapped[datetime | None]


class Draft(Base):
    """Text being typed, kept outside the journal so that kill -9 costs seconds at most."""

    __tablename__ = "draft"
    __table_args__ = (UniqueConstraint("kind", "record_id", "field"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    field: Mapped[str]
    text: Mapped[str]
    saved_at: Mapped[datetime]


class Action(Base):
    """One step: a user's (``do``), its ``undo`` or ``redo``, or the program's (``system``)."""

    __tablename__ = "action"

    id: Mapped[int] = mapped_column(primary_key=True)
    label: Mapped[str]
    kind: Mapped[str]
    client: Mapped[str]
    state: Mapped[str]
    target_id: Mapped[int | None]
    """For ``undo`` and ``redo``: the ``do`` action they are about."""
    source_id: Mapped[int | None]
    """For ``do``: the action whose journal rows now undo or redo it."""
    happened_at: Mapped[datetime]


class JournalRow(Base):
    """What one statement did to one row (``I``, ``U``, ``D``) or to a range of new rows (``R``)."""

    __tablename__ = "journal"
    __table_args__ = (
        Index("ix_journal_action", "action_id"),
        Index("ix_journal_row", "table_name", "row_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    action_id: Mapped[int] = mapped_column(_cascade("action.id"))
    table_name: Mapped[str]
    row_id: Mapped[int]
    last_id: Mapped[int | None]
    """For ``R``: the last row of the range."""
    op: Mapped[str]
    before: Mapped[str | None]
    """For ``U`` the changed columns, for ``D`` the whole row, as they were: a JSON object."""


NOT_JOURNALED = frozenset({"draft", "action", "journal"})
