"""Spelling by the dictionaries that the system has, through Enchant; nothing leaves the machine.

Enchant is optional: without the library or without a dictionary there is no checking, and
``problem()`` says why. SQLAlchemy-free.
"""

from __future__ import annotations

import importlib
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import write_private

WORDS_NAME = "words.txt"
"""The user's own words, one a line, beside the database."""

_WORD = re.compile(r"[\w\u0300-\u036f]+(?:['’][\w\u0300-\u036f]+)*")
_LONGEST_WORD = 50
_MENTORING = ("mentee", "mentees", "mentorship", "mentorships")
_SCRIPTS = {
    **dict.fromkeys(("ru", "uk", "bg", "sr", "mk", "be"), "CYRILLIC"),
    **dict.fromkeys(("ar", "fa", "ur"), "ARABIC"),
    "el": "GREEK",
    "he": "HEBREW",
    "hy": "ARMENIAN",
    "ka": "GEORGIAN",
}


@cache
def _enchant() -> Any:
    """Return the module ``enchant``, or None where it or its library is missing."""
    try:
        return importlib.import_module("enchant")
    except (ImportError, OSError, AssertionError):
        # The last two when a library is there that cannot be loaded, or a wrong path was set.
        return None


def languages() -> tuple[str, ...]:
    """Return the languages that a dictionary is there for, such as ``en_US``, sorted."""
    enchant = _enchant()
    if enchant is None:
        return ()
    found = {name for name in enchant.list_languages() if len(name) > 1}
    # "en" beside "en_US" is the same dictionary under another name.
    whole = {name for name in found if "_" in name}
    return tuple(sorted(whole | {name for name in found if not _has_country(name, whole)}))


def problem() -> str:
    """Return why nothing can be checked and what to install, or "" when all is well."""
    if _enchant() is None:
        return _("Spell checking needs the library Enchant. {hint}").format(hint=_hint())
    if not languages():
        return _("There is no dictionary for spell checking. {hint}").format(hint=_hint())
    return ""


def best_language(wanted: str, locale_name: str, available: Iterable[str]) -> str | None:
    """Return the language to check in: the one wanted, else the locale's, else a near one."""
    there = tuple(available)
    short = locale_name.partition("_")[0]
    choices = (wanted, locale_name, short, *(name for name in there if name.startswith(short)))
    english = ("en_GB", "en_US", *there)
    return next((name for name in (*choices, *english) if name and name in there), None)


def words(text: str) -> Iterator[tuple[int, int]]:
    """Yield where the words stand that can be checked.

    Left out: words with digits, capitals only (``CEO``, ``CEOs``), names such as ``LinkedIn``
    with a capital inside, single letters, and very long ones.
    """
    for found in _WORD.finditer(text):
        word = found[0]
        if 1 < len(word) <= _LONGEST_WORD and _is_plain(word):
            yield found.span()


class Speller:
    """Judge words of one language, with the user's own words and names taken as right."""

    def __init__(self, language: str, own_words: Path) -> None:
        """Load the dictionary of ``language``; UserError when it cannot be read."""
        enchant = _enchant()
        if enchant is None:
            raise UserError(problem())
        try:
            self._dictionary = enchant.Dict(language)
        except enchant.errors.Error as error:
            raise UserError(
                _("The dictionary {name} cannot be read.").format(name=language), str(error)
            ) from error
        self.language = language
        self._script = _SCRIPTS.get(language.partition("_")[0], "LATIN")
        self._file = own_words
        self._own = {*_MENTORING, *_read(own_words)}
        self._names: frozenset[str] = frozenset()
        self._judged: dict[str, bool] = {}

    def accept(self, names: Iterable[str]) -> None:
        """Take the words in ``names`` as right, such as the names of the user's contacts."""
        self._names = frozenset(part.casefold() for name in names for part in _WORD.findall(name))

    def is_right(self, word: str) -> bool:
        """Tell whether ``word`` is in the dictionary, or is none of its script."""
        key = unicodedata.normalize("NFC", word).replace("’", "'")
        if key not in self._judged:
            self._judged[key] = self._judge(key)
        bare = key.casefold().removesuffix("'s")
        return self._judged[key] or bare in self._own or bare in self._names

    def suggestions(self, word: str, limit: int = 6) -> list[str]:
        """Return what may have been meant, the likeliest first."""
        key = unicodedata.normalize("NFC", word).replace("’", "'")
        found: list[str] = self._dictionary.suggest(key)[:limit]
        return [each.replace("'", "’") for each in found] if "’" in word else found

    def learn(self, word: str) -> None:
        """Keep ``word`` as right, for this and all later sessions; UserError when it cannot be."""
        # Read anew: another window may have learned words meanwhile.
        self._own.update(_read(self._file))
        self._own.add(unicodedata.normalize("NFC", word).replace("’", "'").casefold())
        try:
            write_private(
                self._file, "".join(f"{own}\n" for own in sorted(self._own.difference(_MENTORING)))
            )
        except OSError as error:
            raise UserError(
                _("The word counts until you close the program, but could not be saved."),
                str(error),
            ) from error

    def _judge(self, word: str) -> bool:
        if not unicodedata.name(word[0], "").startswith(self._script):
            return True
        # English dictionaries know "cafe" and "naive" without their marks only.
        bare = _without_marks(word) if self.language.startswith("en") else word
        return bool(self._dictionary.check(word) or self._dictionary.check(bare))


def _read(file: Path) -> list[str]:
    try:
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return []
    return [line.strip().casefold() for line in text.splitlines() if line.strip()]


def _is_plain(word: str) -> bool:
    if any(letter.isdigit() or letter == "_" for letter in word):
        return False
    return word[1:] == word[1:].lower()


def _without_marks(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _has_country(name: str, whole: set[str]) -> bool:
    return any(other.startswith(f"{name}_") for other in whole)


def _hint() -> str:
    if sys.platform == "linux":
        return _("On Debian and Ubuntu, install libenchant-2-2 and hunspell-en-us.")
    if sys.platform == "darwin":
        return _("With Homebrew, install enchant.")
    return _("Install the Python package pyenchant, which brings it along.")
