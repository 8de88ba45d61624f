"""The pages of the wizard; they show and ask, the wizard decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QProgressBar, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.format import count
from mentorcrm.gui.imports import words
from mentorcrm.gui.imports.parts import Counts, DropArea, FirstRows, Report
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import Form

if TYPE_CHECKING:
    from mentorcrm.core.imports import ImportResult, Preview, UnknownColumns


class _Page(QWidget):
    """A heading, a line below it, and room for what the page is about."""

    def __init__(self, title: str, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = plain_label(title, "h1")
        self.title.setWordWrap(True)
        self.text = plain_label(text, "muted")
        self.text.setWordWrap(True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setVisible(bool(text))
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.title)
        self.column.addWidget(self.text)

    def say(self, title: str, text: str) -> None:
        """Show another heading and line."""
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class ChoosePage(_Page):
    """Ask for a file, and tell where it comes from."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Import your LinkedIn connections"),
            _("Nothing is changed before you have seen what would come in."),
            parent,
        )
        self.drop = DropArea()
        self.error = plain_label("", "danger")
        self.error.setWordWrap(True)
        self.error.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.error.hide()
        steps = plain_label(
            _(
                "1. On LinkedIn open Settings & Privacy, then Data privacy, then Get a copy of "
                "your data.\n2. Choose Connections and request the archive.\n3. LinkedIn sends a "
                "mail, mostly within minutes. Download the file and choose it here as it is."
            )
        )
        steps.setWordWrap(True)
        self.column.addWidget(self.error)
        self.column.addWidget(self.drop, 1)
        self.column.addWidget(plain_label(_("How to get the file"), "h2"))
        self.column.addWidget(steps)

    def show_error(self, text: str) -> None:
        """Say what is wrong with the file and how to cure it; nothing when empty."""
        self.error.setText(text)
        self.error.setVisible(bool(text))


class MappingPage(_Page):
    """Ask which column holds what, for a file with other names."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Which column holds what?"), parent=parent)
        self.combos: dict[str, QComboBox] = {}
        form = Form()
        for field in core.imports.FIELDS:
            combo = Choice()
            self.combos[field] = combo
            form.add(words.field_label(field), combo)
        self.column.addLayout(form)
        self.column.addStretch(1)

    def show_columns(self, file_name: str, unknown: UnknownColumns) -> None:
        """Offer the columns that were found."""
        self.say(
            self.title.text(),
            _(
                "{file} names its columns in another way (row {row}). A full name, or first and "
                "last name, is enough."
            ).format(file=file_name, row=unknown.row),
        )
        likely = core.imports.guess(unknown.columns)
        for field, combo in self.combos.items():
            combo.clear()
            combo.addItem(_("(leave out)"), "")
            for column in unknown.columns:
                combo.addItem(column, column)
            combo.setCurrentIndex(max(0, combo.findData(likely.get(field, ""))))

    def mapping(self) -> Mapping[str, str]:
        """Return column to field as chosen."""
        chosen = {field: combo.currentData() for field, combo in self.combos.items()}
        return {column: field for field, column in chosen.items() if column}


class PreviewPage(_Page):
    """Show what would come in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", " ", parent)
        self.counts = Counts()
        self.note = plain_label("", "muted")
        self.note.setWordWrap(True)
        self.rows = FirstRows()
        self.report = Report()
        self.column.addWidget(self.counts)
        self.column.addWidget(self.note)
        self.report.lines.setMaximumHeight(6 * self.fontMetrics().height())
        self.column.addWidget(self.rows, 1)
        self.column.addWidget(self.report)

    def show_preview(self, preview: Preview) -> None:
        """Show the file as it was understood."""
        result = preview.result
        self.say(
            preview.file_name,
            ngettext(
                "LinkedIn connections, {rows} row ({encoding})",
                "LinkedIn connections, {rows} rows ({encoding})",
                result.records,
            ).format(encoding=preview.encoding, rows=count(result.records)),
        )
        self.counts.show_result(result)
        self.rows.show_people(preview.first)
        self.report.show_result(result)
        if not _writes(result):
            note = _("Everything in this file is here already. There is nothing to import.")
        elif result.possible_duplicates:
            note = _(
                "Possible duplicates come in as people of their own, with a suggestion to merge. "
                "Nobody is merged without you."
            )
        else:
            note = _("What you edited by hand stays as it is.")
        self.note.setText(note)


def _writes(result: ImportResult) -> int:
    return result.new + result.updated + result.possible_duplicates


class ProgressPage(_Page):
    """Show how far the work is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", " ", parent)
        self.bar = QProgressBar()
        self.bar.setAccessibleName(_("Progress"))
        self.bar.setRange(0, 0)
        self.column.addStretch(1)
        self.column.addWidget(self.bar)
        self.column.addStretch(2)

    def begin(self, title: str, text: str) -> None:
        """Start a new piece of work."""
        self.say(title, text)
        self.bar.setRange(0, 0)

    def show_progress(self, done: int, total: int | None, text: str) -> None:
        """Show ``done`` of ``total``."""
        if text:
            self.text.setText(text)
        if total:
            self.bar.setRange(0, total)
            self.bar.setValue(done)


class SummaryPage(_Page):
    """Say what came of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", " ", parent)
        self.counts = Counts()
        self.report = Report()
        self.column.addWidget(self.counts)
        self.column.addWidget(self.report)
        self.column.addStretch(1)

    def show_result(self, file_name: str, result: ImportResult) -> None:
        """Show the result of one file."""
        if _writes(result):
            title = _("{file} is imported").format(file=file_name)
            text = _("It is one step: Undo takes all of it back.")
        else:
            title = _("Nothing new in {file}").format(file=file_name)
            text = _("Everybody in it is here already; nothing was changed.")
        self.say(title, text)
        self.counts.show_result(result)
        self.report.show_result(result)

    def show_undone(self, text: str) -> None:
        """Say that the import was undone."""
        self.say(_("The import was undone"), text)


def writes(results: Sequence[ImportResult]) -> bool:
    """Tell whether any of the results changed or would change anything."""
    return any(map(_writes, results))
