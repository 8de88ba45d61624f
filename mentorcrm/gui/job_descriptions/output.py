"""A description leaves the program, or comes in: file, message, paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import IMPORT_FOLDER, PAPER
from mentorcrm.gui.app import App

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document
    from mentorcrm.core.job_descriptions import DescriptionDetail
    from mentorcrm.core.progress import Progress

# Here and below, dialogs and readers load when they are first asked for.


def export_description(app: App, description_id: int, parent: QWidget) -> None:
    """Ask in which format, and where."""
    from mentorcrm.gui.job_descriptions.export_dialog import ExportDialog  # noqa: PLC0415

    detail = app.read(core.job_descriptions.detail, description_id)
    titles = core.job_descriptions.section_titles()
    messages = {
        limit: core.documents.linkedin_text(detail, limit, titles)
        for limit in core.documents.LIMITS
    }
    dialog = ExportDialog(app, _document(detail), messages, parent)
    dialog.print_requested.connect(lambda: _print(app, detail, parent))
    dialog.open()


def print_description(app: App, description_id: int, parent: QWidget) -> None:
    """Show the pages, to print them."""
    _print(app, app.read(core.job_descriptions.detail, description_id), parent)


def _print(app: App, detail: DescriptionDetail, parent: QWidget) -> None:
    from mentorcrm.gui.job_descriptions.print_preview import PrintPreview  # noqa: PLC0415

    paper = core.documents.paper_of(app.settings.get(PAPER))
    PrintPreview(app, _document(detail), paper, parent).open()


def _document(detail: DescriptionDetail) -> Document:
    return core.job_descriptions.as_document(detail, core.documents.usual_language())


def choose_document(app: App, parent: QWidget, then: Callable[[int], object]) -> None:
    """Let the user choose a document; ``then`` is called with the description made of it."""
    chooser = QFileDialog(parent, _("Import a document"), app.settings.get(IMPORT_FOLDER))
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    endings = " ".join(f"*{suffix}" for suffix in core.documents.SUFFIXES)
    chooser.setNameFilters([_("Documents ({endings})").format(endings=endings), _("All files (*)")])
    chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    chooser.fileSelected.connect(lambda name: import_document(app, Path(name), then))
    chooser.open()


def import_document(app: App, path: Path, then: Callable[[int], object]) -> None:
    """Read a document beside the window and add a description from it, as one step."""

    def read(_progress: Progress) -> Any:
        return core.job_descriptions.taken_apart(core.documents.read(path))

    def add(parts: Any) -> None:
        app.settings.remember(IMPORT_FOLDER, str(path.parent))
        app.do(
            _("Import description {file}").format(file=path.name),
            core.job_descriptions.add_from_document,
            parts,
            app.now(),
            file_name=path.stem,
            then=then,
            done=_("Imported {file}: see which section each part went to").format(file=path.name),
        )

    app.run(_("Reading {file}").format(file=path.name), read, add)
