"""Writing a document to a file: the ending decides the format, the file is whole or not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mentorcrm.core.documents.document import Document
from mentorcrm.core.documents.docx import as_docx
from mentorcrm.core.documents.html import as_html
from mentorcrm.core.documents.markdown import as_markdown
from mentorcrm.core.documents.text import as_text
from mentorcrm.core.errors import UserError
from mentorcrm.core.exports.target import safe_file_name, write_bytes
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import is_there

PdfWriter = Callable[[Document, Path, str], None]
"""What writes a PDF on paper of a size: given by whoever may use Qt."""


@dataclass(frozen=True, slots=True)
class Form:
    """A kind of file, and what makes its bytes; PDF is made elsewhere."""

    key: str
    suffix: str
    made: Callable[[Document, str], bytes] | None


FORMS = {
    "pdf": Form("pdf", ".pdf", None),
    "docx": Form("docx", ".docx", as_docx),
    "html": Form("html", ".html", lambda document, _paper: _encoded(as_html(document))),
    "markdown": Form("markdown", ".md", lambda document, _paper: _encoded(as_markdown(document))),
    "text": Form("text", ".txt", lambda document, _paper: _encoded(as_text(document))),
}
"""What can be written, the proposed one first."""
_OTHER_SUFFIXES = {".htm": "html", ".markdown": "markdown", ".text": "text"}


def form_of(path: Path) -> Form:
    """Return the format that the ending of ``path`` asks for."""
    suffix = path.suffix.casefold()
    key = _OTHER_SUFFIXES.get(suffix)
    for form in FORMS.values():
        if suffix == form.suffix or form.key == key:
            return form
    known = ", ".join(form.suffix for form in FORMS.values())
    raise UserError(
        _("“{file}” has no ending that MentorCRM can write. Use one of {known}.").format(
            file=path.name, known=known
        )
    )


def write(
    path: Path,
    document: Document,
    *,
    paper: str,
    pdf: PdfWriter | None = None,
    overwrite: bool = True,
) -> Form:
    """Write ``document`` to ``path`` in the format of its ending, and return that format.

    Raises UserError for an ending that is not known, for a file that is there already unless
    ``overwrite``, and for a place that cannot be written; the old file is then as it was.
    """
    form = form_of(path)
    if not overwrite and is_there(path):
        raise UserError(
            _("“{file}” is there already. Choose another name, or replace it.").format(file=path)
        )
    if form.made is not None:
        write_bytes(path, form.made(document, paper))
    elif pdf is not None:
        pdf(document, path, paper)
    else:
        raise UserError(_("PDF needs Qt, which is not there. Choose .docx or .html."))
    return form


def write_text(path: Path, text: str) -> None:
    """Write ``text`` as it is, such as a message, with a line end after it."""
    write_bytes(path, _encoded(text.rstrip("\n") + "\n"))


def proposed_name(document: Document, today: date, suffix: str) -> str:
    """Return the file name that the window proposes."""
    return safe_file_name(f"{document.title} {today.isoformat()}", suffix)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", errors="replace")
