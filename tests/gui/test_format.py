"""How moments, notes and places are written."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mentorcrm.gui.format import one_line, path_of, place_words, when


@pytest.mark.parametrize(
    ("later", "words"),
    [
        (timedelta(0), "Today, 09:00"),
        (timedelta(days=1), "Tomorrow, 09:00"),
        (timedelta(days=-1), "Yesterday, 09:00"),
        (timedelta(days=3), "Thu 26 Nov, 09:00"),
        (timedelta(days=-400), "Sun 19 Oct 2025, 09:00"),
    ],
)
def test_a_moment_is_written_with_its_day(now: datetime, later: timedelta, words: str) -> None:
    assert when(now + later, now, ZoneInfo("UTC")) == words


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("She grew **five *good* leads**.", "She grew five good leads."),
        ("# Agreed\n\n- [x] Send the draft\n- [ ] Ask twice", "Agreed Send the draft Ask twice"),
        ("> Much better.\n\n1. First", "Much better. First"),
        ("2 * 3 * 4 is snake_case_name", "2 * 3 * 4 is snake_case_name"),
        ("Use `code`", "Use code"),
        ("", ""),
    ],
)
def test_a_note_in_one_line_has_no_marks(markdown: str, words: str) -> None:
    assert one_line(markdown) == words


def test_the_home_folder_is_written_short_and_read_back(monkeypatch, tmp_path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    path = tmp_path / "Documents" / "MentorCRM.csv"
    assert place_words(path) == "~/Documents/MentorCRM.csv"
    assert path_of(place_words(path)) == path
    assert path_of("~") == tmp_path
    assert place_words(Path("/elsewhere/a.csv")) == "/elsewhere/a.csv"
    assert path_of("~name.csv") == Path("~name.csv")
