from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from mentorcrm import core
from mentorcrm.core.settings import EXPORT_FOLDER
from mentorcrm.gui.exports.dialog import ExportDialog, Shown, shown_by
from tests import factories


@pytest.fixture
def network(write):
    """Five people; Ruth and Ada are on the board."""

    def fill(session):
        names = ("Ada Okafor", "Mei Tanaka", "Ruth Adeyemi", "Tom Brandt", "=cmd()")
        ids = [factories.add_contact(session, name) for name in names]
        factories.add_candidate(session, ids[0])
        factories.add_candidate(session, ids[2], "asked", zone=factories.ZONE)
        return ids

    return write(fill)


@pytest.fixture
def dialog(qtbot, app, network, tmp_path):
    def make(shown: Shown | None = None) -> ExportDialog:
        app.settings.set(EXPORT_FOLDER, str(tmp_path))
        made = ExportDialog(app, shown)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def press_export(qtbot, dialog: ExportDialog) -> None:
    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        qtbot.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)


def names(path: Path) -> list[str]:
    header, *rows = core.exports.read_back(path)
    return [row[header.index("Name")] for row in rows]


def test_safe_csv_of_everybody_is_proposed(qtbot, app, dialog, tmp_path):
    shown = dialog()
    assert shown.format.currentData() == "csv-safe"
    assert shown.everybody.text() == "All (5)"
    assert not shown.filtered.isVisible()
    assert not shown.selected.isVisible()
    assert Path(shown.file.text()) == tmp_path / "MentorCRM people 2026-11-23.csv"
    press_export(qtbot, shown)
    path = tmp_path / "MentorCRM people 2026-11-23.csv"
    assert len(names(path)) == 5
    assert "'=cmd()" in path.read_text(encoding="utf-8-sig")
    text, actions = app.notices.toasts[-1]
    assert text == "5 people written to MentorCRM people 2026-11-23.csv"
    assert [label for label, _do in actions] == ["Show folder"]


def test_selected_people_are_exported_when_several_are(qtbot, dialog, network, tmp_path):
    shown = dialog(Shown("contacts", None, (network[1], network[3])))
    assert shown.selected.isChecked()
    press_export(qtbot, shown)
    assert names(next(tmp_path.glob("*.csv"))) == ["Mei Tanaka", "Tom Brandt"]


def test_filter_of_the_page_decides(qtbot, dialog, tmp_path):
    chosen = core.contacts.ContactFilter(text="ruth")
    shown = dialog(Shown("contacts", chosen))
    assert shown.filtered.isChecked()
    assert shown.filtered.text() == "Those shown now (1)"
    press_export(qtbot, shown)
    assert names(next(tmp_path.glob("*.csv"))) == ["Ruth Adeyemi"]


def test_mentors_go_out_as_vcards(qtbot, app, dialog, tmp_path):
    shown = dialog(Shown("candidates"))
    shown.format.setCurrentIndex(shown.format.findData("vcard"))
    assert shown.file.text().endswith(".vcf")
    press_export(qtbot, shown)
    text = next(tmp_path.glob("*.vcf")).read_bytes().decode()
    assert text.count("BEGIN:VCARD") == 2
    assert "X-MENTORCRM-STAGE:asked" in text
    assert app.notices.toasts[-1][0].startswith("2 mentors written to")


def test_filter_by_due_knows_the_moment(dialog):
    shown = dialog(Shown("candidates", core.board.BoardFilter(due="overdue")))
    assert shown.filtered.text() == "Those shown now (0)"


def test_other_kind_than_the_page_has_no_scope_of_it(qtbot, dialog, network):
    shown = dialog(Shown("contacts", None, (network[1], network[3])))
    shown.what.setCurrentIndex(shown.what.findData("candidates"))
    assert not shown.selected.isVisible()
    assert shown.everybody.isChecked()
    assert shown.everybody.text() == "All (2)"


def test_place_that_cannot_be_written_is_said_and_the_dialog_stays(qtbot, dialog, tmp_path):
    shown = dialog()
    shown.file.selectAll()
    qtbot.keyClicks(shown.file, str(tmp_path / "missing" / "people.csv"))
    qtbot.mouseClick(shown.export_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "folder does not exist" in shown.note.text(), timeout=10_000)
    assert shown.isVisible()
    assert shown.export_button.isEnabled()
    assert list(tmp_path.rglob("people.csv")) == []


def test_existing_file_is_announced_and_no_name_is_refused(qtbot, dialog, tmp_path):
    shown = dialog()
    there = tmp_path / "there.csv"
    there.write_text("old")
    shown.file.selectAll()
    qtbot.keyClicks(shown.file, str(tmp_path / "there"))
    assert shown.path() == there
    assert "will be replaced" in shown.note.text()
    shown.file.selectAll()
    qtbot.keyClick(shown.file, Qt.Key.Key_Delete)
    assert not shown.export_button.isEnabled()
    qtbot.keyClicks(shown.file, "x" * 300)
    assert shown.export_button.isEnabled()


def test_chosen_file_keeps_its_name_when_the_format_changes(qtbot, dialog, tmp_path):
    shown = dialog()
    shown.choose_button.click()
    chooser = shown.findChild(QFileDialog)
    assert chooser is not None
    chooser.fileSelected.emit(str(tmp_path / "mine.csv"))
    chooser.close()
    shown.format.setCurrentIndex(shown.format.findData("vcard"))
    assert shown.path() == tmp_path / "mine.vcf"


def test_cancelled_export_leaves_no_file(qtbot, dialog, app, tmp_path):
    shown = dialog()
    shown.export()
    shown.cancel_button.click()
    qtbot.waitUntil(
        lambda: shown.export_button.isEnabled() or not shown.isVisible(), timeout=10_000
    )
    # The work may have ended before the cancel reached it: then the file is whole.
    for path in tmp_path.glob("*"):
        if path.suffix in (".csv", ".part"):
            assert path.suffix == ".csv"
            assert len(names(path)) == 5


def test_everything_has_a_name_and_a_place_in_the_order_of_focus(dialog):
    shown = dialog()
    for widget in (shown.what, shown.format, shown.file):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_page_tells_what_it_shows(app, window, network):
    app.settings.remember(EXPORT_FOLDER, "")
    page = window.show_section("people")
    assert shown_by("people", page) == Shown("contacts", None, tuple(page.current_ids()))
    page.search("ruth")
    shown = shown_by("people", page, network[:2])
    assert shown.chosen == core.contacts.ContactFilter(text="ruth")
    assert shown.selected == tuple(network[:2])
    board = window.show_section("board")
    assert shown_by("board", board).what == "candidates"
    assert shown_by("goals", None) == Shown()


def test_menu_opens_the_dialog(app, window, network):
    window.show_section("people")
    window.export()
    dialog = window.findChild(ExportDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert dialog.what.currentData() == "contacts"
    dialog.reject()
