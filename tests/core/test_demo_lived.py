"""The copy of a data folder that pictures are drawn of."""

from __future__ import annotations

from mentorcrm.core import backup, contacts, demo, imports
from mentorcrm.core.database import Database
from mentorcrm.core.progress import Progress
from tests.factories import add_contact


def test_a_copy_is_lived_in_and_the_folder_stays_as_it_is(db, now, tmp_path):
    with db.transaction("Add people") as session:
        for name in ("Ada", "Ben", "Cleo", "Dora", "Zack", "Zara", "Zoe"):
            add_contact(session, name)
    copy, downloads = tmp_path / "copy", tmp_path / "downloads"
    demo.copy_lived_in(db.folder, copy, downloads, now)
    with db.read() as session:
        assert contacts.count(session) == 7
        assert imports.history(session) == []
    lived = Database.open(copy)
    try:
        with lived.read() as session:
            assert contacts.count(session, contacts.ContactFilter(state="trash")) == 3
            assert [row.new for row in imports.history(session)] == [7]
        assert [info.kind for info in backup.available(copy)] == [*["daily"] * 3, "manual"]
        later = imports.preview(lived, downloads / demo.EXPORT_NAME, Progress()).result
    finally:
        lived.close()
    assert (later.updated, len(later.skipped)) == (1, 1)
    assert later.new + later.possible_duplicates == 6
