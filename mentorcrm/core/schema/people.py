"""People, how to reach them, and the imports they came with."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from mentorcrm.core.schema.base import (
    CHANNEL_KINDS,
    Base,
    cascade,
    one_of,
    set_null,
)

_NO_CASE = String(collation="NOCASE")


class Contact(Base):
    """A person. ``degree`` 1 is in People; 2 is second degree and hidden there."""

    __tablename__ = "contact"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    first_name: Mapped[str] = mapped_column(default="", server_default="")
    last_name: Mapped[str] = mapped_column(default="", server_default="")
    sort_name: Mapped[str]
    """The name folded for sorting and matching: ``core.text.fold(name)``."""
    company: Mapped[str] = mapped_column(_NO_CASE, default="", server_default="")
    position: Mapped[str] = mapped_column(_NO_CASE, default="", server_default="")
    location: Mapped[str] = mapped_column(default="", server_default="")
    how_met: Mapped[str] = mapped_column(default="", server_default="")
    notes: Mapped[str] = mapped_column(default="", server_default="")
    source: Mapped[str] = mapped_column(default="manual", server_default="manual")
    connected_on: Mapped[date | None]
    degree: Mapped[int] = mapped_column(default=1, server_default="1")
    import_id: Mapped[int | None] = mapped_column(set_null("import.id"), index=True)
    """The import that created this contact."""
    last_contact_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    """Equal to ``created_at`` until somebody changes the contact or what hangs on it."""
    archived_at: Mapped[datetime | None]
    deleted_at: Mapped[datetime | None]


_LISTED = text("degree = 1 AND archived_at IS NULL AND deleted_at IS NULL")
for _name in ("sort_name", "company", "last_contact_at"):
    Index(
        f"ix_contact_listed_{_name}",
        Contact.__table__.c[_name],
        Contact.__table__.c.id,
        sqlite_where=_LISTED,
    )
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
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"), index=True)
    source: Mapped[str]
    key: Mapped[str]
    imported: Mapped[str] = mapped_column(default="{}", server_default="{}")
    """JSON: the field values this source gave last; a field that still equals them is its."""


class Channel(Base):
    """One e-mail address, phone number or link of a contact, in the order of ``place``."""

    __tablename__ = "channel"
    __table_args__ = (one_of("kind", CHANNEL_KINDS), Index(None, "kind", "folded"))

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"), index=True)
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
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"))
    tag_id: Mapped[int] = mapped_column(cascade("tag.id"), index=True)


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
    import_id: Mapped[int] = mapped_column(cascade("import.id"), index=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"), index=True)
    field: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str | None]


class DuplicateSuggestion(Base):
    """Two contacts that may be the same person; never merged without being asked."""

    __tablename__ = "duplicate_suggestion"
    __table_args__ = (UniqueConstraint("contact_id", "other_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    contact_id: Mapped[int] = mapped_column(cascade("contact.id"))
    other_id: Mapped[int] = mapped_column(cascade("contact.id"), index=True)
    import_id: Mapped[int | None] = mapped_column(set_null("import.id"), index=True)
    reason: Mapped[str]
    dismissed_at: Mapped[datetime | None]
