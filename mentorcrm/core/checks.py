"""What text may be stored, said in words when it may not."""

from __future__ import annotations

import unicodedata

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

_LONGEST_LINE = 1_000
_LONGEST_TEXT = 1_000_000


def clean_text(text: str, what: str) -> str:
    """Return ``text`` as it may be stored; raise UserError naming ``what`` when it may not."""
    if "\x00" in text:
        raise UserError(_("{field} contains a NUL character. Remove it.").format(field=what))
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise UserError(
            _("{field} contains half a character that cannot be saved. Type it again.").format(
                field=what
            )
        )
    if len(text) > _LONGEST_TEXT:
        raise UserError(
            _("{field} is longer than a million characters. Shorten it.").format(field=what)
        )
    return text


def clean_line(text: str, what: str) -> str:
    """Return ``text`` as one line without surplus spaces, checked like ``clean_text``."""
    line = " ".join(clean_text(text, what).split())
    if len(line) > _LONGEST_LINE:
        raise UserError(
            _("{field} is longer than a thousand characters. Shorten it.").format(field=what)
        )
    return "" if _is_invisible(line) else line


def _is_invisible(line: str) -> bool:
    """Tell whether nothing of the line can be seen, such as a zero-width space alone."""
    return all(unicodedata.category(letter) in ("Cf", "Cc", "Zs") for letter in line)
