"""Reading a document that the user has: Markdown, plain text, or a DOCX file, as Markdown."""

from __future__ import annotations

from pathlib import Path

from mentorcrm.core.documents.document import readable
from mentorcrm.core.documents.docx_reading import docx_as_markdown
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import archive, caps, encoding
from mentorcrm.core.locations import expanded

SUFFIXES = (".md", ".markdown", ".txt", ".text", ".docx")
LONGEST = 2_000_000
"""Characters in a text: about a thousand pages. Much more, and reading would take minutes."""
_OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {b"%pdf": "PDF", b"{\\rtf": "RTF", b"<!doctype": "HTML", b"<html": "HTML"}


def read(path: Path) -> str:
    """Return the document in ``path`` as Markdown; raise UserError with the cure when it is none.

    The content decides what a file is, not its name. Caps: 50 MB, unpacked 200 MB, and two
    million characters.
    """
    file = expanded(path)
    try:
        is_empty = file.is_file() and file.stat().st_size == 0
    except (OSError, ValueError):
        is_empty = False  # reading will say why
    if is_empty:
        raise _nothing(file.name)
    return read_bytes(caps.read_file(file), file.name)


def read_bytes(data: bytes, name: str) -> str:
    """Return ``data``, which the user knows as ``name``, as Markdown."""
    if len(data) > caps.FILE_LIMIT:
        raise caps.too_large(name)
    if archive.is_archive(data):
        text = docx_as_markdown(data, name)
    else:
        text = _text(data, name)
    if len(text) > LONGEST:
        raise UserError(
            _("{file} holds more text than is read: {limit} million characters.").format(
                file=name, limit=LONGEST // 1_000_000
            )
        )
    if not text.strip():
        raise _nothing(name)
    return text


def _text(data: bytes, name: str) -> str:
    if data.startswith(_OLD_WORD):
        raise UserError(
            _(
                "{file} is an old Word file, or one with a password. "
                "Open it in your word processor and save it as .docx without a password."
            ).format(file=name)
        )
    for mark, kind in _OTHERS.items():
        if data[:100].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(mark):
            raise _unknown(name, kind)
    found = encoding.detect(data)
    text = data.decode(found.codec, errors="replace")
    if "\x00" in text:
        raise _unknown(name, _("no text"))
    return readable(text.removeprefix("\ufeff"))


def _unknown(name: str, kind: str) -> UserError:
    return UserError(
        _(
            "{file} cannot be read: it is {kind}. Save it as .docx, .md or .txt and try again."
        ).format(file=name, kind=kind)
    )


def _nothing(name: str) -> UserError:
    return UserError(_("{file} holds no text. Choose another file.").format(file=name))
