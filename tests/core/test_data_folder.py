"""A data folder that cannot be used is said in words, before anything is done."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from mentorcrm.core.data_folder import prepare_data
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make every folder look read-only: root may write whatever the permissions say."""
    monkeypatch.setattr(os, "access", lambda _path, mode: not mode & os.W_OK)


def test_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    folder = prepare_data(tmp_path / "new" / "data")
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.usefixtures("read_only")
def test_data_folder_that_may_not_be_written_is_refused_in_words(folder: Path) -> None:
    with pytest.raises(UserError, match="cannot be used: it may not be written to"):
        Database.open(folder)


def test_data_folder_that_is_a_file_is_refused_in_words(tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("")
    with pytest.raises(UserError, match="cannot be used: File exists"):
        Database.open(place)
