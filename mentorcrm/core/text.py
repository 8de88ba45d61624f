"""Folding of text, so that names compare and sort as people expect."""

from __future__ import annotations

import unicodedata

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _


def fold(text: str) -> str:
    """Return ``text`` without case, accents and surplus white space."""
    if text.isascii():
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return " ".join(bare.casefold().split())


def storable(text: str, longest: int = 1_000_000) -> str:
    """Return ``text`` if the database can keep it whole, else raise UserError."""
    if "\0" in text or any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UserError(_("This text holds characters that cannot be kept. Please type it anew."))
    if len(text) > longest:
        raise UserError(_("This text is too long. A million characters is the most."))
    return text
