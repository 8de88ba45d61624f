"""An import that would fill the disk is refused before its first row."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest

from mentorcrm.core.errors import UserError
from tests import linkedin_files as files
from tests.core.imports.box import Box, dump, person


def test_import_without_room_on_the_disk_is_refused_and_leaves_nothing(
    box: Box, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = dump(box.db)
    nearly_full = SimpleNamespace(free=3_400_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: nearly_full)
    with pytest.raises(UserError, match=r"has 3 MB free, and .* needs about 9 MB"):
        box.bring(files.modern([person("Ida Lund", "ida")]))
    assert dump(box.db) == before
