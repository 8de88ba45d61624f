"""What the user's country expects of a document: the size of paper, the tag of the language."""

from __future__ import annotations

import locale
import os
import sys

PAPERS = ("a4", "letter")
# Where letter paper is the rule (CLDR, supplemental measurement data: paperSize US-Letter).
_LETTER = frozenset("BZ CA CL CO CR GT MX NI PA PH PR SV US VE".split())


def paper_of(setting: str, name: str | None = None) -> str:
    """Return "a4" or "letter": the ``setting``, else what the locale ``name`` uses.

    Without a ``name`` that of the session decides.
    """
    if setting in PAPERS:
        return setting
    chosen = _locale("LC_PAPER") if name is None else name
    country = chosen.replace("-", "_").partition(".")[0].partition("@")[0].rpartition("_")[2]
    return "letter" if country.upper() in _LETTER else "a4"


def usual_language(name: str | None = None) -> str:
    """Return the language of the session as a tag such as "en-GB"; empty when it is not known."""
    chosen = _locale("LC_MESSAGES") if name is None else name
    tag = chosen.partition(".")[0].partition("@")[0].replace("_", "-")
    parts = tag.split("-")
    known = 2 <= len(parts[0]) <= 3 and all(part.isascii() and part.isalnum() for part in parts)
    return tag if known else ""


def _locale(category: str) -> str:
    for variable in ("LC_ALL", category, "LANG"):
        if value := os.environ.get(variable, ""):
            return "" if value in ("C", "POSIX") or value.startswith("C.") else value
    return "" if sys.platform.startswith("linux") else locale.getlocale()[0] or ""
