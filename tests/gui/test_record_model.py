"""The model of long lists: after any change it shows what a fresh query would show."""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QTableView

from mentorcrm import core
from mentorcrm.gui.record_model import IdRole, RecordModel, RecordRole
from tests import factories


class People(RecordModel):
    """People by name, as ids in order or as (sort value, id) pairs."""

    tables = ("contact",)

    def __init__(self, app, *, pairs: bool) -> None:
        super().__init__(app)
        self.pairs = pairs
        self.rows_read = 0
        self.keys_read = 0

    def fetch_keys(self) -> Sequence[Any]:
        self.keys_read += 1
        keys = self._keys(None)
        return keys if self.pairs else [record_id for _name, record_id in keys]

    def fetch_keys_of(self, ids: Collection[int]) -> Sequence[Any] | None:
        return self._keys(ids) if self.pairs else None

    def _keys(self, ids: Collection[int] | None) -> list[tuple[str, int]]:
        def query(session):
            contact = core.schema.Contact
            wanted = session.query(contact.sort_name, contact.id).where(
                contact.deleted_at.is_(None)
            )
            if ids is not None:
                wanted = wanted.where(contact.id.in_(ids))
            return [tuple(row) for row in wanted.order_by(contact.sort_name, contact.id)]

        return self.app.read(query)

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        self.rows_read += len(ids)
        return self.app.read(core.contacts.rows, list(ids))

    def cell(self, record: Any, column: int, role: int) -> Any:
        return record.name if record and role == Qt.ItemDataRole.DisplayRole else None


@pytest.fixture(params=[True, False], ids=["pairs", "ids"])
def model(app, request):
    made = People(app, pairs=request.param)
    made.reload()
    return made


def shown(model) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def truth(model) -> list[int]:
    return [record_id for _name, record_id in model._keys(None)]


def test_model_follows_what_is_added_renamed_and_removed(model, app, qtmodeltester):
    qtmodeltester.check(model)
    ids: list[int] = []
    for name in ("Ruth", "Ada", "Mei"):
        app.do("Add", factories.add_contact, name, then=ids.append)
    assert shown(model) == ["Ada", "Mei", "Ruth"]
    app.do("Rename", core.contacts.edit, ids[1], app.now(), name="Zora")
    assert shown(model) == ["Mei", "Ruth", "Zora"]
    app.do("Trash", core.contacts.trash, [ids[0]], app.now())
    assert shown(model) == ["Mei", "Zora"]
    app.undo()
    app.undo()
    assert shown(model) == ["Ada", "Mei", "Ruth"]


def test_model_equals_query_after_random_actions_and_undo(model, app):
    chance = random.Random(7)
    ids: list[int] = []
    for _step in range(60):
        kind = chance.choice(("add", "add", "rename", "trash", "undo", "redo"))
        if kind == "add" or not ids:
            app.do("Add", factories.add_contact, f"N{chance.randrange(40):02}", then=ids.append)
        elif kind == "rename":
            name = f"N{chance.randrange(40):02}"
            app.do("Rename", core.contacts.edit, chance.choice(ids), app.now(), name=name)
        elif kind == "trash":
            app.do("Trash", core.contacts.trash, [chance.choice(ids)], app.now())
        elif kind == "undo":
            app.undo()
        else:
            app.redo()
        assert model.ids() == truth(model)
        rows = app.read(core.contacts.rows, model.ids())
        assert shown(model) == [rows[record_id].name for record_id in model.ids()]


def test_roles_give_id_and_record(model, app):
    app.do("Add", factories.add_contact, "Ruth")
    index = model.index(0, 0)
    assert index.data(IdRole) == model.record_id(0)
    assert index.data(RecordRole).name == "Ruth"
    assert model.row_of(model.record_id(0)) == 0
    assert model.row_of(999) is None


def test_rows_are_read_only_where_they_are_seen(model, app):
    app.do("Add", factories.add_network, 1000)
    model.rows_read = 0
    model.index(500, 0).data()
    model.index(510, 0).data()
    assert model.rows_read <= 200
    assert model.rowCount() == 1000


def test_one_change_does_not_read_all_keys(app):
    model = People(app, pairs=True)
    app.do("Add", factories.add_network, 500)
    model.reload()
    model.keys_read = 0
    app.do("Rename", core.contacts.edit, model.record_id(250), app.now(), name="Zz")
    assert model.keys_read == 0
    assert model.record(499).name == "Zz"


def test_selection_stays_with_its_record(model, app, qtbot):
    app.do("Add", factories.add_network, 20)
    view = QTableView()
    qtbot.addWidget(view)
    view.setModel(model)
    chosen = model.record_id(5)
    view.selectionModel().setCurrentIndex(
        model.index(5, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    app.do("Add", factories.add_contact, "Aaa")
    assert view.currentIndex().data(IdRole) == chosen
    model.reload()
    assert view.currentIndex().data(IdRole) == chosen


def test_preset_is_shown_before_the_database_is_open(themed, settings, db, qtbot):
    from mentorcrm.gui.app import App
    from mentorcrm.gui.notices import Notices

    with db.transaction("Add") as session:
        ruth = factories.add_contact(session, "Ruth")
    with db.read() as session:
        rows = core.contacts.rows(session, [ruth])
    app = App(settings, Notices(), clock=lambda: factories.MONDAY, zone=factories.ZONE)
    model = People(app, pairs=True)
    model.preset([("ruth", ruth), ("sam", 77)], rows)
    assert shown(model) == ["Ruth", None]
    app.attach(db)
    assert shown(model) == ["Ruth"]
