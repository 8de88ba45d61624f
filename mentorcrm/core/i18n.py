"""Texts in the user's language: gettext for core, window and command line alike."""

from __future__ import annotations

import gettext
import locale
import os

from mentorcrm.core.locations import resources

_DOMAIN = "mentorcrm"
_translations: gettext.NullTranslations = gettext.NullTranslations()


def install(language: str | None = None) -> None:
    """Load the texts of ``language``, or of the session's language when it is None."""
    global _translations  # noqa: PLW0603 - one language per process, chosen at its start
    chosen = language or os.environ.get("LANGUAGE") or locale.getlocale()[0] or "en"
    _translations = gettext.translation(
        _DOMAIN, localedir=resources() / "locale", languages=chosen.split(":"), fallback=True
    )


def _(message: str) -> str:
    """Return ``message`` in the user's language."""
    return _translations.gettext(message)


def ngettext(singular: str, plural: str, count: int) -> str:
    """Return the form of the text that fits ``count``."""
    return _translations.ngettext(singular, plural, count)
