"""Files of other people's programs, when the collection lies beside the project."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from mentorcrm.core import imports
from mentorcrm.core.database import Database
from mentorcrm.core.errors import UserError
from mentorcrm.core.progress import Progress

CORPUS = Path(__file__).parents[3] / ".." / "shared" / "corpus"
PEOPLE = {
    "linkedin_csv/shape_2018-11__Connections_2018.csv": (2, 0),
    "linkedin_csv/shape_2021-06__Connections_2021.csv": (2, 0),
    "linkedin_csv/silkyrich_linkedin-export-viewer__Connections.csv": (2000, 0),
    "linkedin_zip/own_own__Basic_LinkedInDataExport_05-14-2021.zip": (2, 0),
    "linkedin_zip/own_own__Basic_LinkedInDataExport_10-21-2023.zip": (2, 1),
    "linkedin_zip/own_own__Complete_LinkedInDataExport_03-09-2026.zip": (2, 1),
    "linkedin_zip/silkyrich_linkedin-export-viewer__sample_export.zip": (2000, 0),
}
needs_corpus = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the collection of sample files is not beside the project"
)


@needs_corpus
@pytest.mark.parametrize("name", PEOPLE)
def test_linkedin_sample_comes_in_whole_and_once(db: Database, now: datetime, name: str) -> None:
    first = imports.run(db, CORPUS / name, Progress(), now)
    people, skipped = PEOPLE[name]
    assert (first.new + first.possible_duplicates + first.unchanged, len(first.skipped)) == (
        people,
        skipped,
    )
    assert first.warnings == [] or first.unchanged
    again = imports.run(db, CORPUS / name, Progress(), now)
    assert (again.import_id, again.new, again.updated, again.unchanged) == (None, 0, 0, people)


@needs_corpus
def test_every_other_sample_is_refused_with_words(db: Database, now: datetime) -> None:
    others = [
        path
        for path in sorted(CORPUS.rglob("*"))
        if path.is_file() and str(path.relative_to(CORPUS)) not in PEOPLE
    ]
    assert others
    for path in others:
        with pytest.raises(UserError) as caught:
            imports.run(db, path, Progress(), now)
        assert path.name in str(caught.value)
