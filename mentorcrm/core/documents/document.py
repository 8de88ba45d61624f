"""A document as every writer takes it: a title, a line below it, a body, a footer."""

from __future__ import annotations

import re
from dataclasses import dataclass

_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor a reader of PDF takes: controls, half characters, no characters."""


@dataclass(frozen=True, slots=True)
class Document:
    """What is written, whatever the format."""

    title: str
    subtitle: str = ""
    """One line of plain text below the title."""
    body: str = ""
    """Markdown."""
    footer: str = ""
    """One line of plain text at the foot."""
    language: str = ""
    """The language of the text as a tag such as "en" or "pt-BR"; empty when it is not known."""


def one_line(text: str) -> str:
    """Return ``text`` as one line without characters that nobody can see."""
    return " ".join(readable(text).split())


def readable(text: str) -> str:
    """Return ``text`` with one kind of line end and without what no format can hold."""
    ends = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _UNSEEN.sub("\ufffd", ends.replace("\u2029", "\n"))
