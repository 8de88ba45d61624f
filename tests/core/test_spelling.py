"""Which words are checked, in which language, and what is taken as right."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mentorcrm.core import spelling
from mentorcrm.core.errors import UserError

ROOT = Path(__file__).parents[2]


@pytest.fixture
def speller(tmp_path):
    if "en_US" not in spelling.languages():
        pytest.skip(spelling.problem() or "no dictionary en_US (hunspell-en-us)")
    return spelling.Speller("en_US", tmp_path / "data" / spelling.WORDS_NAME)


def _checked(text: str) -> list[str]:
    return [text[start:end] for start, end in spelling.words(text)]


def test_words_leave_out_numbers_abbreviations_and_names_with_inner_capitals():
    text = "I met 3 CEOs and the CTO in Q3 via LinkedIn: don't rush, take 2nd_steps or H2O."
    assert _checked(text) == ["met", "and", "the", "in", "via", "don't", "rush", "take", "or"]


def test_words_with_marks_of_their_own_stay_whole():
    assert _checked("cafe\u0301 naïve Größe 👩🏽‍🚀 it’s") == [
        "cafe\u0301",
        "naïve",
        "Größe",
        "it’s",
    ]


@pytest.mark.parametrize(
    ("wanted", "locale", "there", "best"),
    [
        ("de_DE", "en_US", ("de_DE", "en_US"), "de_DE"),
        ("", "en_US", ("de_DE", "en_US"), "en_US"),
        ("", "de_AT", ("de_DE", "en_US"), "de_DE"),
        ("", "fr_FR", ("de_DE", "en_US"), "en_US"),
        ("xx", "C", ("de_DE",), "de_DE"),
        ("", "en_US", (), None),
    ],
)
def test_best_language_is_the_one_wanted_else_the_nearest(wanted, locale, there, best):
    assert spelling.best_language(wanted, locale, there) == best


def test_speller_judges_words_whatever_their_apostrophes_and_accents(speller):
    right = ("receive", "don’t", "don't", "naïve", "cafe\u0301", "mentee", "Менtor", "שלום")
    assert [word for word in right if not speller.is_right(word)] == []
    assert not speller.is_right("recieve")
    assert "receive" in speller.suggestions("recieve")


def test_learned_word_is_right_in_any_case_and_after_a_restart(speller, tmp_path):
    assert not speller.is_right("Zyblorian")
    speller.learn("Zyblorian")
    assert speller.is_right("zyblorian")
    assert speller.is_right("Zyblorian’s")
    file = tmp_path / "data" / spelling.WORDS_NAME
    assert file.read_text(encoding="utf-8") == "zyblorian\n"
    again = spelling.Speller("en_US", file)
    assert again.is_right("Zyblorian")


def test_words_learned_by_another_window_are_kept(speller, tmp_path):
    other = spelling.Speller("en_US", tmp_path / "data" / spelling.WORDS_NAME)
    speller.learn("blorpish")
    other.learn("fnordian")
    again = spelling.Speller("en_US", tmp_path / "data" / spelling.WORDS_NAME)
    assert again.is_right("blorpish")
    assert again.is_right("fnordian")


def test_names_of_people_are_right(speller):
    assert not speller.is_right("Adeyemi")
    speller.accept(["Ruth Adeyemi", "Jean-Luc O'Zorblatt"])
    assert speller.is_right("Adeyemi")
    assert speller.is_right("Adeyemi's")
    assert speller.is_right("O’Zorblatt")


def test_unknown_language_is_an_error_with_words(tmp_path, speller):
    with pytest.raises(UserError, match="xx_XX"):
        spelling.Speller("xx_XX", tmp_path / "words.txt")


def test_without_the_library_there_are_no_languages_and_the_reason_is_told():
    code = "from mentorcrm.core import spelling; print(spelling.languages(), spelling.problem())"
    environment = {**os.environ, "PYENCHANT_LIBRARY_PATH": "/nonexistent/libenchant.so"}
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.startswith("() Spell checking needs the library Enchant.")
