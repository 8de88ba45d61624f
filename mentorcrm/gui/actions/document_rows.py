"""The rows of the table about documents: out to a file or to paper, and in."""

from __future__ import annotations

from mentorcrm.core.i18n import _
from mentorcrm.gui.actions.row import ActionRow, on, page

_PAGE = "ideal_mentor"


def document_rows() -> tuple[ActionRow, ...]:
    """Return what brings the description of the ideal mentor out, and one in."""
    return (
        ActionRow(
            "export_description",
            _("Export ideal &mentor…"),
            "file-output",
            "file",
            page(_PAGE, "export_description"),
            section=_PAGE,
            group=3,
            tip=_("Write the description to a PDF, a Word document or another file"),
            enabled_when=on(_PAGE),
        ),
        ActionRow(
            "print_description",
            _("&Print…"),
            "printer",
            "file",
            page(_PAGE, "print_description"),
            ("Ctrl+P",),
            section=_PAGE,
            group=3,
            tip=_("See the pages of the description and print them"),
            enabled_when=on(_PAGE),
        ),
        ActionRow(
            "import_document",
            _("Import a &document…"),
            "file-input",
            "file",
            page(_PAGE, "import_document"),
            group=3,
            tip=_("Make a description of a Word, Markdown or text file"),
            enabled_when=lambda window: window.app.is_ready,
        ),
    )
