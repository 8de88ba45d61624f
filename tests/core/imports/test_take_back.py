"""Taking an import back: what nobody built on goes, the rest stays."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from mentorcrm import core
from mentorcrm.core import imports
from mentorcrm.core.errors import UserError
from tests import linkedin_files as files
from tests.core.imports.box import Box, counts, dump, person


class TestTakeBack:
    def take(self, box: Box, import_id: int = 1, hours: int = 24) -> tuple[int, int, int]:
        with box.db.transaction("Take back import") as session:
            taken = imports.take_back(session, import_id, box.now + timedelta(hours=hours))
        return (taken.kept, taken.removed, taken.restored)

    def test_untouched_people_go(self, box: Box) -> None:
        before = dump(box.db, "import")
        box.bring(files.modern(files.people(600)))
        after = dump(box.db)
        assert self.take(box) == (0, 600, 0)
        assert dump(box.db, "import") == before
        box.db.undo()
        assert dump(box.db) == after

    @pytest.mark.parametrize("hours", [0, 24])
    @pytest.mark.parametrize(
        "touch",
        [
            lambda s, id_, now: core.contacts.edit(s, id_, now, company="Umbra"),
            lambda s, id_, now: core.contacts.edit(s, id_, now, notes="Met at the fair"),
            lambda s, id_, now: core.contacts.set_channels(s, id_, "phone", ["+4912345"], now),
            lambda s, id_, now: core.contacts.set_channels(s, id_, "link", [], now),
            lambda s, id_, now: core.contacts.archive(s, [id_], now),
            lambda s, id_, now: core.tags.set_tags(s, id_, ["alumni"], now),
            lambda s, id_, now: core.board.add(s, id_, now=now),
            lambda s, id_, now: core.activities.log(s, id_, "note", "Hello", now, now),
        ],
        ids=["field", "notes", "phone", "link", "archive", "tag", "card", "note"],
    )
    def test_touched_people_stay(self, box: Box, touch: Any, hours: int) -> None:
        box.bring(files.modern([person("Ida Lund", "ida"), person("Bo Ek", "bo")]))
        ida = next(c.id for c in box.contacts() if c.first_name == "Ida")
        with box.db.transaction("Touch") as session:
            touch(session, ida, box.now + timedelta(hours=hours))
        assert self.take(box) == (1, 1, 0)

    def test_changed_fields_get_their_old_value_unless_changed_again(self, box: Box) -> None:
        first = [person("Ida Lund", "ida"), person("Bo Ek", "bo")]
        box.bring(files.modern(first))
        old = {c.id: (c.name, c.company, c.emails) for c in box.contacts()}
        box.bring(
            files.modern(
                [
                    person("Ida Berg", "ida", "Umbra", "ida@mail.example"),
                    person("Bo Ek", "bo", "Umbra"),
                ]
            )
        )
        bo = next(c.id for c in box.contacts() if c.first_name == "Bo")
        with box.db.transaction("Edit") as session:
            core.contacts.edit(session, bo, box.now, company="Woodgrove")
        assert self.take(box, 2) == (1, 0, 1)
        now = {c.id: (c.name, c.company, c.emails) for c in box.contacts()}
        assert now.pop(bo)[1] == "Woodgrove"
        old.pop(bo)
        assert now == old
        assert counts(box.bring(files.modern(first))) == (0, 0, 2, 0, 0)

    def test_adopted_person_loses_only_what_the_import_gave(self, box: Box) -> None:
        with box.db.transaction("Add") as session:
            core.contacts.add(session, "Ida Lund", emails=["ida@mail.example"], now=box.now)
        before = box.one()
        box.bring(files.modern([person("Ida Lund", "ida", email="ida@mail.example")]))
        assert box.one().company == "Tarn"
        assert box.one().links
        assert self.take(box) == (0, 0, 1)
        after = box.one()
        assert (after.name, after.company, after.emails, after.links) == (
            before.name,
            before.company,
            before.emails,
            before.links,
        )
        with box.db.read() as session:
            assert (
                session.connection().exec_driver_sql("SELECT count(*) FROM external_key").scalar()
                == 0
            )

    def test_second_time_is_refused_and_the_history_says_so(self, box: Box) -> None:
        box.bring(files.modern([person("Ida Lund", "ida")]))
        self.take(box)
        with pytest.raises(UserError, match="taken back already"):
            self.take(box)
        with pytest.raises(UserError, match="no import"):
            self.take(box, 99)
        with box.db.read() as session:
            (row,) = imports.history(session)
        assert row.taken_back_at is not None
        assert row.new == 1

    def test_people_come_back_with_the_next_import(self, box: Box) -> None:
        text = files.modern([person("Ida Lund", "ida")])
        box.bring(text)
        self.take(box)
        assert counts(box.bring(text)) == (1, 0, 0, 0, 0)
