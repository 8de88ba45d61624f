"""The import wizard and the history, through their real widgets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent

from mentorcrm import core
from mentorcrm.core import imports
from mentorcrm.core.progress import Progress
from mentorcrm.gui.app import App
from mentorcrm.gui.imports.history import ImportHistoryDialog
from mentorcrm.gui.imports.wizard import ImportWizard
from tests import linkedin_files as files

NAMELESS = "\n,,,,,,07 Jun 2026\n"


def people(app: App) -> list[str]:
    def names(session: Any) -> list[str]:
        ids = core.contacts.keys(session, "name", False, core.contacts.ContactFilter())
        return [core.contacts.detail(session, id_).name for id_ in ids]

    return app.read(names)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return files.write(tmp_path / "Connections.csv", files.modern(files.people(12)) + NAMELESS)


class Driver:
    """Press the wizard's buttons and wait for its pages."""

    def __init__(self, qtbot: Any, app: App, paths: list[Path]) -> None:
        self.qtbot, self.app = qtbot, app
        self.wizard = ImportWizard(app, paths)
        self.wizard.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(self.wizard)
        with qtbot.waitExposed(self.wizard):
            self.wizard.open()

    def arrive(self, page: Any) -> Any:
        self.qtbot.waitUntil(lambda: self.wizard.stack.currentWidget() is page, timeout=10_000)
        return page

    def press(self, button: Any) -> None:
        assert button.isVisible() and button.isEnabled()  # noqa: PT018 - one condition: it can be pressed
        self.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def drive(qtbot: Any, app: App) -> Iterator[Any]:
    yield lambda *paths: Driver(qtbot, app, list(paths))
    qtbot.waitUntil(lambda: not app.tasks.active, timeout=10_000)


def shown_numbers(counts: Any) -> list[str]:
    return [label.text() for label in counts._numbers.values()]


def test_file_is_previewed_imported_and_undone(drive: Any, app: App, export: Path) -> None:
    driver = drive(export)
    wizard = driver.wizard
    preview = driver.arrive(wizard.preview_page)
    assert people(app) == []
    assert shown_numbers(preview.counts) == ["12", "0", "0", "0", "1"]
    assert preview.rows.topLevelItemCount() == 10
    assert "Row 17 was skipped" in preview.report.lines.item(0).text()
    assert "UTF-8" in preview.text.text()
    assert wizard.next_button.text() == "Import 12 people"
    driver.press(wizard.next_button)
    summary = driver.arrive(wizard.summary_page)
    assert len(people(app)) == 12
    assert shown_numbers(summary.counts) == ["12", "0", "0", "0", "1"]
    driver.press(wizard.undo_button)
    driver.qtbot.waitUntil(lambda: summary.title.text() == "The import was undone")
    assert people(app) == []
    driver.press(wizard.next_button)
    assert not wizard.isVisible()


def test_undo_takes_back_the_import_and_not_what_was_done_since(
    drive: Any, app: App, export: Path
) -> None:
    driver = drive(export)
    wizard = driver.wizard
    driver.arrive(wizard.preview_page)
    driver.press(wizard.next_button)
    summary = driver.arrive(wizard.summary_page)
    app.do("Add Ruth", core.contacts.add, name="Ruth Adeyemi", now=app.now())
    driver.press(wizard.undo_button)
    driver.qtbot.waitUntil(lambda: summary.title.text() == "The import was undone")
    assert people(app) == ["Ruth Adeyemi"]
    app.undo()
    assert len(people(app)) == 13


def test_same_file_again_offers_nothing_to_import(drive: Any, app: App, export: Path) -> None:
    imports.run(app.db, export, Progress(), app.now())
    driver = drive(export)
    preview = driver.arrive(driver.wizard.preview_page)
    assert "nothing to import" in preview.note.text()
    assert driver.wizard.next_button.text() == "Close"


def test_summary_leads_to_the_people(drive: Any, qtbot: Any, export: Path) -> None:
    driver = drive(export)
    driver.arrive(driver.wizard.preview_page)
    driver.press(driver.wizard.next_button)
    driver.arrive(driver.wizard.summary_page)
    with qtbot.waitSignal(driver.wizard.people_requested):
        driver.press(driver.wizard.people_button)


def test_without_a_file_it_says_where_to_get_one(drive: Any, app: App, export: Path) -> None:
    driver = drive()
    page = driver.arrive(driver.wizard.choose_page)
    assert page.drop.button.hasFocus()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(export))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.drop.dropEvent(drop)
    driver.arrive(driver.wizard.preview_page)
    assert app.settings.get(core.settings.IMPORT_FOLDER) == str(export.parent)


def test_wrong_file_is_explained_where_it_was_chosen(drive: Any, app: App, tmp_path: Path) -> None:
    driver = drive(files.write(tmp_path / "photo.csv", b"\x89PNG\r\n"))
    page = driver.arrive(driver.wizard.choose_page)
    driver.qtbot.waitUntil(page.error.isVisible)
    assert "photo.csv" in page.error.text()
    assert people(app) == []


def test_unknown_columns_can_be_named(drive: Any, app: App, tmp_path: Path) -> None:
    driver = drive(files.write(tmp_path / "list.csv", "Who;Firm\nIda Lund;Tarn\nBo Ek;Umbra\n"))
    page = driver.arrive(driver.wizard.mapping_page)
    page.combos["name"].setCurrentIndex(page.combos["name"].findData("Who"))
    page.combos["company"].setCurrentIndex(page.combos["company"].findData("Firm"))
    driver.press(driver.wizard.next_button)
    driver.arrive(driver.wizard.preview_page)
    driver.press(driver.wizard.next_button)
    driver.arrive(driver.wizard.summary_page)
    assert people(app) == ["Bo Ek", "Ida Lund"]


def test_several_files_come_one_after_the_other(
    drive: Any, app: App, export: Path, tmp_path: Path
) -> None:
    row = ("Ida", "Lund", "https://www.linkedin.com/in/ida", "", "", "", date(2020, 1, 2))
    second = files.write(tmp_path / "second.csv", files.modern([row]))
    driver = drive(export, second)
    for _file in (export, second):
        driver.arrive(driver.wizard.preview_page)
        driver.press(driver.wizard.next_button)
        driver.arrive(driver.wizard.summary_page)
        if _file is export:
            assert driver.wizard.next_button.text() == "Next file: second.csv"
            driver.press(driver.wizard.next_button)
    assert len(people(app)) == 13


def test_cancel_while_importing_leaves_nothing(drive: Any, app: App, tmp_path: Path) -> None:
    path = files.write(tmp_path / "Connections.csv", files.modern(files.people(6_000)))
    driver = drive(path)
    wizard = driver.wizard
    driver.arrive(wizard.preview_page)
    driver.press(wizard.next_button)
    driver.qtbot.waitUntil(lambda: wizard.progress_page.bar.value() > 0, timeout=10_000)
    driver.press(wizard.cancel_button)
    page = driver.arrive(wizard.choose_page)
    assert "Nothing was imported" in page.error.text()
    assert people(app) == []
    assert app.db.undo_label() is None


def test_closing_while_importing_cancels_first(drive: Any, app: App, tmp_path: Path) -> None:
    path = files.write(tmp_path / "Connections.csv", files.modern(files.people(6_000)))
    driver = drive(path)
    driver.arrive(driver.wizard.preview_page)
    driver.press(driver.wizard.next_button)
    driver.wizard.close()
    driver.qtbot.waitUntil(lambda: not driver.wizard.isVisible(), timeout=10_000)
    assert people(app) == []


def _history(qtbot: Any, app: App) -> ImportHistoryDialog:
    dialog = ImportHistoryDialog(app)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog


def test_history_takes_an_import_back(qtbot: Any, app: App, export: Path) -> None:
    imports.run(app.db, export, Progress(), app.now())
    with app.db.transaction("Note") as session:
        core.activities.log(session, 1, "note", "Hello", app.now(), app.now())
    dialog = _history(qtbot, app)
    item = dialog.table.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(1, 8)] == [
        *("Connections.csv", "12", "0", "0", "0", "1"),
        "In place",
    ]
    qtbot.mouseClick(dialog.take_back_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.message.text().startswith("Removed"), timeout=10_000)
    assert dialog.message.text() == (
        "Removed: 11 people. Kept, because something was changed or added since: 1 person."
    )
    assert len(people(app)) == 1
    assert not dialog.take_back_button.isEnabled()
    app.undo()
    assert len(people(app)) == 12


def test_history_without_imports_says_so(qtbot: Any, app: App) -> None:
    dialog = _history(qtbot, app)
    assert dialog.empty.isVisible()
    assert not dialog.table.isVisible()
    assert not dialog.take_back_button.isEnabled()
