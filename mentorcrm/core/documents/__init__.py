"""Documents: one neutral form, written as Markdown, HTML, DOCX, PDF and text, and read back."""

from __future__ import annotations

from mentorcrm.core.documents.document import Document
from mentorcrm.core.documents.docx import as_docx
from mentorcrm.core.documents.html import as_html
from mentorcrm.core.documents.linkedin import LIMITS, linkedin, units
from mentorcrm.core.documents.markdown import as_markdown
from mentorcrm.core.documents.place import PAPERS, usual_language, usual_paper
from mentorcrm.core.documents.reading import SUFFIXES, read, read_bytes
from mentorcrm.core.documents.text import as_text
from mentorcrm.core.documents.writing import FORMS, Form, form_of, proposed_name, write

__all__ = [
    "FORMS",
    "LIMITS",
    "PAPERS",
    "SUFFIXES",
    "Document",
    "Form",
    "as_docx",
    "as_html",
    "as_markdown",
    "as_text",
    "form_of",
    "linkedin",
    "proposed_name",
    "read",
    "read_bytes",
    "units",
    "usual_language",
    "usual_paper",
    "write",
]
