"""E-mail addresses, phone numbers and links: what may be stored, and what is the same."""

from __future__ import annotations

import unicodedata

from mentorcrm.core.checks import clean_line, clean_text
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.text import fold


def clean_email(text: str) -> str:
    """Return the address; raise UserError that names what is wrong with it."""
    address = clean_text(text, _("The e-mail address")).strip()
    before, at, after = address.rpartition("@")
    if not at:
        problem = _("the @ is missing")
    elif not before:
        problem = _("there is nothing before the @")
    elif not after:
        problem = _("there is nothing after the @")
    elif any(letter.isspace() for letter in address):
        problem = _("it contains a space")
    elif any(unicodedata.category(letter) == "Cc" for letter in address):
        problem = _("it contains a control character")
    elif "@" in before and not (before.startswith('"') and before.endswith('"')):
        problem = _("it contains more than one @")
    elif len(address) > 254:  # the longest path that mail servers accept (RFC 5321)
        problem = _("it is longer than 254 characters")
    else:
        return address
    raise UserError(
        _("“{address}” is not an e-mail address: {problem}.").format(
            address=address[:80], problem=problem
        )
    )


def clean_channel(kind: str, value: str) -> str:
    """Return the value of a channel of ``kind`` as it may be stored."""
    if kind == "email":
        return clean_email(value)
    if kind == "phone":
        return clean_line(value, _("The phone number"))
    if kind == "link":
        return clean_line(value, _("The link"))
    raise ValueError(f"no such kind of channel: {kind}")


def folded_channel(kind: str, value: str) -> str:
    """Return what makes two values of a channel the same: the key that lookups use."""
    if kind == "phone":
        digits = "".join(letter for letter in value if letter.isdigit())
        return f"+{digits}" if value.lstrip().startswith("+") else digits
    folded = fold(value)
    if kind == "link":
        for prefix in ("https://", "http://", "www."):
            folded = folded.removeprefix(prefix)
        return folded.rstrip("/")
    return folded
