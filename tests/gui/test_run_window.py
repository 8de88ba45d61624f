"""What a start of the window does when the data folder cannot be used."""

from __future__ import annotations

import pytest

from mentorcrm.core.errors import UserError
from mentorcrm.gui.main import run_window
from mentorcrm.gui.notices import Notices


def test_folder_that_cannot_be_used_is_told_in_a_window_and_ends_the_start(
    qapp, tmp_path, monkeypatch
):
    place = tmp_path / "file"
    place.write_text("")
    told: list[str] = []

    def leave(_notices: Notices, text: str, _details: str, _folder: object) -> bool:
        told.append(text)
        return len(told) < 2

    monkeypatch.setattr(Notices, "cannot_open", leave)
    with pytest.raises(UserError, match="cannot be used"):
        run_window(place)
    assert told == [f"The data folder {place} cannot be used: File exists."] * 2
