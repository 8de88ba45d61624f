"""Exporting, printing and importing a description in the window."""

from __future__ import annotations

from pathlib import Path

import docx
import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog

from mentorcrm import core
from mentorcrm.core.documents import linkedin_text, units
from mentorcrm.core.settings import EXPORT_FOLDER, PAPER
from mentorcrm.gui import theme
from mentorcrm.gui.format import count
from mentorcrm.gui.job_descriptions.export_dialog import ExportDialog
from mentorcrm.gui.job_descriptions.output import import_document
from mentorcrm.gui.job_descriptions.print_preview import PrintPreview

TEXTS = {
    "goal": "Lead the **data team** by June 2027.",
    "time": "30 minutes every month for six months.",
    "why": "Twice I watched a good team come apart. It is part of *better* city data.",
}


@pytest.fixture
def made(write, now):
    return write(core.job_descriptions.add, "A calm lead", now, **TEXTS)


@pytest.fixture
def page(window, made):
    shown = window.show_section("ideal_mentor")
    assert shown.editor.record_id == made
    return shown


@pytest.fixture
def dialog(qtbot, app, page, window, tmp_path):
    app.settings.set(EXPORT_FOLDER, str(tmp_path))
    app.settings.set(PAPER, "a4")
    page.export_description()
    (shown,) = window.findChildren(ExportDialog)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.waitUntil(lambda: shown.preview.caption.text() == "1 page", timeout=15_000)
    return shown


def _click(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def _export(qtbot, dialog) -> Path:
    path = dialog.path()
    with qtbot.waitSignal(dialog.accepted, timeout=15_000):
        _click(qtbot, dialog.export_button)
    return path


def test_pdf_is_proposed_and_written(qtbot, app, dialog, tmp_path):
    assert dialog.form.key == "pdf"
    assert dialog.path() == tmp_path / "A calm lead 2026-11-23.pdf"
    reader = pypdf.PdfReader(_export(qtbot, dialog))
    assert "Lead the data team by June 2027" in " ".join(reader.pages[0].extract_text().split())
    text, actions = app.notices.toasts[-1]
    assert text == "“A calm lead” written to A calm lead 2026-11-23.pdf"
    assert [label for label, _do in actions] == ["Open", "Show folder"]


@pytest.mark.parametrize(
    ("key", "name", "words"),
    [
        ("docx", "A calm lead 2026-11-23.docx", None),
        ("html", "A calm lead 2026-11-23.html", "<strong>data team</strong>"),
        ("markdown", "A calm lead 2026-11-23.md", "Lead the **data team**"),
        ("text", "A calm lead 2026-11-23.txt", "Lead the data team by June 2027."),
    ],
)
def test_each_format_is_written_with_its_ending(qtbot, dialog, key, name, words):
    dialog.choose(key)
    path = _export(qtbot, dialog)
    assert path.name == name
    if words is None:
        assert docx.Document(str(path)).paragraphs[0].text == "A calm lead"
    else:
        assert words in path.read_text(encoding="utf-8")


def test_page_is_drawn_white_with_dark_letters(app, qapp, dialog):
    theme.apply(qapp, "dark")
    image = dialog.preview.page.grab().toImage()
    lights = [
        QColor(image.pixel(x, y)).lightness()
        for x in range(4, image.width(), 3)
        for y in range(4, image.height(), 3)
    ]
    assert min(lights) < 90
    assert sum(light > 250 for light in lights) > 0.9 * len(lights)


def test_paper_is_remembered_and_written(qtbot, app, dialog):
    dialog.paper.setCurrentIndex(dialog.paper.findData("letter"))
    assert app.settings.get(PAPER) == "letter"
    box = pypdf.PdfReader(_export(qtbot, dialog)).pages[0].mediabox
    assert (round(box.width), round(box.height)) == (612, 792)


def test_file_that_is_there_is_said_and_replaced(qtbot, dialog, tmp_path):
    path = tmp_path / "mine.pdf"
    path.write_text("old")
    assert not dialog.note.isVisible()
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(path))
    assert "will be replaced" in dialog.note.text()
    dialog.choose("docx")
    assert dialog.path() == tmp_path / "mine.docx"
    assert not dialog.note.isVisible()
    dialog.choose("pdf")
    assert _export(qtbot, dialog).read_bytes().startswith(b"%PDF")


def test_failure_is_said_in_the_dialog_which_stays(qtbot, dialog, tmp_path):
    dialog.file.selectAll()
    qtbot.keyClicks(dialog.file, str(tmp_path / "no" / "a.pdf"))
    _click(qtbot, dialog.export_button)
    qtbot.waitUntil(lambda: "folder does not exist" in dialog.note.text(), timeout=15_000)
    assert dialog.isVisible()
    assert dialog.export_button.isEnabled()


@pytest.mark.parametrize("limit", [200, 300, 8_000])
def test_message_is_shown_counted_and_copied(qtbot, app, dialog, made, limit):
    dialog.choose(f"linkedin-{limit}")
    detail = app.read(core.job_descriptions.detail, made)
    text = linkedin_text(detail, limit, core.job_descriptions.section_titles())
    assert dialog.preview.text.toPlainText() == text
    assert not dialog.file.isVisible()
    assert not dialog.export_button.isVisible()
    shown = f"{count(units(text))} of {count(limit)} characters, as LinkedIn counts them"
    assert dialog.preview.caption.text() == shown
    with qtbot.waitSignal(dialog.accepted):
        _click(qtbot, dialog.copy_button)
    assert QGuiApplication.clipboard().text() == text


def test_counter_follows_the_typing_and_too_much_is_not_copied(qtbot, dialog):
    dialog.choose("linkedin-200")
    field = dialog.preview.text
    field.selectAll()
    qtbot.keyClicks(field, "x" * 198)
    assert dialog.preview.caption.text().startswith("198 of 200")
    field.insertPlainText("🙂")
    assert dialog.preview.caption.text().startswith("200 of 200")
    assert dialog.copy_button.isEnabled()
    qtbot.keyClicks(field, "y")
    assert dialog.preview.caption.text().startswith("201 of 200")
    assert dialog.preview.caption.property("role") == "danger"
    assert not dialog.copy_button.isEnabled()


def test_text_of_a_file_is_read_only_and_can_be_copied(qtbot, app, dialog):
    dialog.choose("markdown")
    assert dialog.preview.text.isReadOnly()
    _click(qtbot, dialog.copy_button)
    assert QGuiApplication.clipboard().text().startswith("# A calm lead\n")
    assert app.notices.statuses[-1] == "Copied the text"
    assert dialog.isVisible()


def test_text_being_typed_is_in_the_export(qtbot, page, window):
    editor = page.editor.sections["offer"].editor
    editor.source.setFocus()
    qtbot.keyClicks(editor.source, "I help with SQL.")
    page.export_description()
    (dialog,) = window.findChildren(ExportDialog)
    dialog.choose("text")
    assert "I help with SQL." in dialog.preview.text.toPlainText()
    dialog.reject()


@pytest.fixture
def preview(qtbot, app, page, window):
    app.settings.set(PAPER, "a4")
    page.print_description()
    (shown,) = window.findChildren(PrintPreview)
    shown.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.waitUntil(lambda: shown.count.text() == "1 page")
    return shown


def test_preview_shows_the_pages_of_the_paper(qtbot, app, preview):
    assert preview.pages.pageCount() == 1
    preview.paper.setCurrentIndex(preview.paper.findData("letter"))
    assert preview.printer.pageLayout().fullRectPoints().size().toTuple() == (612, 792)
    assert app.settings.get(PAPER) == "letter"
    assert preview.pages.pageCount() == 1


def test_what_is_printed_is_what_the_pdf_holds(preview, tmp_path):
    path = tmp_path / "printed.pdf"
    preview.printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    preview.printer.setOutputFileName(str(path))
    preview.draw(preview.printer)
    reader = pypdf.PdfReader(path)
    assert len(reader.pages) == 1
    assert "Lead the data team" in " ".join(reader.pages[0].extract_text().split())
    assert reader.metadata.title == "A calm lead"


def test_print_asks_for_the_printer(qtbot, preview):
    _click(qtbot, preview.print_button)
    (asked,) = preview.findChildren(QPrintDialog)
    assert asked.isVisible()
    asked.reject()
    assert preview.isVisible()


def test_document_becomes_a_description_that_is_shown(qtbot, app, page, tmp_path):
    path = tmp_path / "old.docx"
    file = docx.Document()
    file.add_heading("Somebody patient", 0)
    file.add_heading("Why it matters", 1)
    file.add_paragraph("Teams come apart.")
    file.add_heading("The goal", 1)
    file.add_paragraph("Lead by June.")
    file.save(str(path))
    import_document(app, path, page.show_record)
    qtbot.waitUntil(lambda: page.editor.title.text() == "Somebody patient", timeout=15_000)
    assert page.editor.sections["why"].editor.text() == "Teams come apart."
    text, actions = app.notices.toasts[-1]
    assert "old.docx" in text
    assert [label for label, _do in actions] == ["Undo"]
    actions[0][1]()
    assert len(app.read(core.job_descriptions.descriptions)) == 1


def test_document_that_cannot_be_read_is_said(qtbot, app, page, tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    import_document(app, path, page.show_record)
    qtbot.waitUntil(lambda: bool(app.notices.errors), timeout=15_000)
    assert "a.pdf" in app.notices.errors[0]
    assert len(app.read(core.job_descriptions.descriptions)) == 1


def test_choosing_a_document_offers_what_can_be_read(qtbot, window, page):
    page.import_document()
    chooser = next(d for d in window.findChildren(QFileDialog) if d.isVisible())
    assert all(ending in chooser.nameFilters()[0] for ending in ("*.docx", "*.md", "*.txt"))
    chooser.reject()


def test_actions_are_possible_where_a_description_is_shown(window, page):
    window.actions_.update()
    for action in ("export_description", "print_description", "import_document"):
        assert window.actions_[action].isEnabled()
    window.show_section("board")
    window.actions_.update()
    assert not window.actions_["export_description"].isEnabled()
    assert window.actions_["import_document"].isEnabled()
    window.actions_["import_document"].trigger()
    assert window.section == "ideal_mentor"
    for shown in window.findChildren(QDialog):
        shown.reject()
