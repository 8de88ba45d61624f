"""Fixtures of the tests of imports."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mentorcrm.core.database import Database
from tests.core.imports.box import Box


@pytest.fixture
def box(db: Database, tmp_path: Path, now: datetime) -> Box:
    return Box(db, tmp_path, now)
