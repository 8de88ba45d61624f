"""Documents: one neutral form, written as Markdown, HTML, DOCX, PDF and text, and read back.

What writes and reads files loads on first use: a start needs none of it.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from mentorcrm.core.documents.document import Document

if TYPE_CHECKING:
    from mentorcrm.core.documents.docx import as_docx
    from mentorcrm.core.documents.html import as_html
    from mentorcrm.core.documents.linkedin import LIMITS, linkedin_text, units
    from mentorcrm.core.documents.markdown import as_markdown
    from mentorcrm.core.documents.place import PAPERS, paper_of, usual_language
    from mentorcrm.core.documents.reading import SUFFIXES, read, read_bytes
    from mentorcrm.core.documents.text import as_text
    from mentorcrm.core.documents.writing import (
        FORMS,
        Form,
        form_of,
        proposed_name,
        write,
        write_text,
    )

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
    "linkedin_text",
    "paper_of",
    "proposed_name",
    "read",
    "read_bytes",
    "units",
    "usual_language",
    "write",
    "write_text",
]

_MODULES = {
    "as_docx": "docx",
    "as_html": "html",
    "as_markdown": "markdown",
    "as_text": "text",
    **dict.fromkeys(("LIMITS", "linkedin_text", "units"), "linkedin"),
    **dict.fromkeys(("PAPERS", "paper_of", "usual_language"), "place"),
    **dict.fromkeys(("SUFFIXES", "read", "read_bytes"), "reading"),
    **dict.fromkeys(
        ("FORMS", "Form", "form_of", "proposed_name", "write", "write_text"), "writing"
    ),
}


def __getattr__(name: str) -> Any:
    """Load what is asked for."""
    if name in _MODULES:
        module = importlib.import_module(f"mentorcrm.core.documents.{_MODULES[name]}")
        return getattr(module, name)
    raise AttributeError(f"module 'mentorcrm.core.documents' has no attribute {name!r}")
