"""A document as one Markdown text; the body stays as its author wrote it."""

from __future__ import annotations

import re

from mentorcrm.core.documents.document import Document, one_line

_MARK = re.compile(r"[\\`*\[\]<>]|~~|(?<!\w)_|_(?!\w)|&(?=#?\w+;)|#(?=#*$)")


def escaped(text: str) -> str:
    """Return plain ``text`` so that Markdown reads it as it is."""
    return _MARK.sub(lambda found: "".join(f"\\{mark}" for mark in found[0]), text)


def as_markdown(document: Document) -> str:
    """Return ``document`` as Markdown."""
    parts = [f"# {escaped(one_line(document.title))}"]
    if document.subtitle:
        parts.append(f"*{escaped(one_line(document.subtitle))}*")
    if document.body.strip():
        parts.append(document.body.strip("\n"))
    if document.footer:
        parts += ["---", escaped(one_line(document.footer))]
    return "\n\n".join(parts) + "\n"
