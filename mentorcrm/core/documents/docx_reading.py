"""A DOCX file as Markdown, read part by part: no picture, macro or other file is touched."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from mentorcrm.core.documents.docx_paragraph import ALTERNATIVES, Form, ParagraphReader, Style
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import archive, caps

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NUMBER = re.compile(r" *(\d+)\. ")
_DEEPEST = 60
"""Tables in tables, controls in controls; what stands deeper is read as plain paragraphs."""


def docx_as_markdown(data: bytes, name: str) -> str:
    """Return the text of a DOCX file as Markdown; ``name`` is what errors call it."""
    parts = _Parts(data, name)
    main = parts.main()
    body = parts.xml(main).find(f"{_W}body")
    if body is None:
        raise parts.damaged()
    reader = _BodyReader(
        ParagraphReader(
            _links(parts, main), _styles(parts, main), _numbers(parts, main), _notes(parts, main)
        )
    )
    reader.read(body)
    return reader.markdown()


class _Parts:
    """The parts of the archive, each read under the caps and without a DTD."""

    def __init__(self, data: bytes, name: str) -> None:
        self._data, self._name = data, name
        try:
            self._names = frozenset(archive.names(data, name))
        except UserError as error:
            raise self.damaged(error.message) from error

    def main(self) -> str:
        """Return the name of the part that holds the text."""
        links = self._xml_or_none("_rels/.rels")
        for link in links if links is not None else ():
            if str(link.get("Type", "")).endswith("/officeDocument"):
                target = str(link.get("Target", "")).lstrip("/")
                if target in self._names:
                    return target
        raise UserError(
            _(
                "{file} is an archive, but not a Word document. Choose a .docx, .md or .txt file."
            ).format(file=self._name)
        )

    def beside(self, main: str, name: str) -> Any:
        """Return a part that stands in the folder of ``main``, None when it is not there."""
        return self._xml_or_none(posixpath.join(posixpath.dirname(main), name))

    def xml(self, name: str) -> Any:
        """Return the root of a part."""
        from docx.oxml.parser import parse_xml  # noqa: PLC0415 - only when a file is read

        try:
            text = archive.read_member(self._data, self._name, lambda _names: name)
        except UserError as error:
            raise self.damaged(error.message) from error
        if len(text) > caps.FILE_LIMIT:
            raise caps.too_large(self._name)
        try:
            root: Any = parse_xml(text)
        except (SyntaxError, ValueError) as error:
            raise self.damaged(str(error)) from error
        if root.getroottree().docinfo.doctype:
            raise self.damaged("DTD")
        return root

    def damaged(self, details: str = "") -> UserError:
        """Return the refusal of a file that is not as Word writes it."""
        return UserError(
            _(
                "{file} cannot be read as a Word document: it is damaged or unusual. "
                "Open it in your word processor and save it as .docx again."
            ).format(file=self._name),
            details,
        )

    def _xml_or_none(self, name: str) -> Any:
        return self.xml(name) if name in self._names else None


def _links(parts: _Parts, main: str) -> dict[str, str]:
    found = parts.beside(main, f"_rels/{posixpath.basename(main)}.rels")
    return {
        str(link.get("Id")): str(link.get("Target", ""))
        for link in (found if found is not None else ())
        if str(link.get("Type", "")).endswith("/hyperlink")
    }


def _styles(parts: _Parts, main: str) -> dict[str, Style]:
    root = parts.beside(main, "styles.xml")
    found = {}
    for style in root.iter(f"{_W}style") if root is not None else ():
        name, base = style.find(f"{_W}name"), style.find(f"{_W}basedOn")
        found[str(style.get(f"{_W}styleId"))] = Style(
            _value(name).casefold(), _value(base), style.find(f"{_W}pPr"), style.find(f"{_W}rPr")
        )
    return found


def _numbers(parts: _Parts, main: str) -> dict[tuple[str, int], Form]:
    """Return the form of numbers and the first of them by list and level."""
    root = parts.beside(main, "numbering.xml")
    if root is None:
        return {}
    forms = {
        str(each.get(f"{_W}abstractNumId")): {
            str(level.get(f"{_W}ilvl")): Form(
                _value(level.find(f"{_W}numFmt")), _whole(level.find(f"{_W}start"))
            )
            for level in each.iter(f"{_W}lvl")
        }
        for each in root.iter(f"{_W}abstractNum")
    }
    found = {
        (str(number.get(f"{_W}numId")), int(level)): form
        for number in root.iter(f"{_W}num")
        for level, form in forms.get(_value(number.find(f"{_W}abstractNumId")), {}).items()
        if level.isdecimal()
    }
    for number in root.iter(f"{_W}num"):
        for change in number.iter(f"{_W}lvlOverride"):
            start, level = change.find(f"{_W}startOverride"), str(change.get(f"{_W}ilvl"))
            key = (str(number.get(f"{_W}numId")), int(level) if level.isdecimal() else 0)
            if start is not None and key in found:
                found[key] = Form(found[key].kind, _whole(start))
    return found


def _notes(parts: _Parts, main: str) -> dict[tuple[str, str], str]:
    """Return the text of footnotes and endnotes by kind and number."""
    found = {}
    for kind in ("footnote", "endnote"):
        root = parts.beside(main, f"{kind}s.xml")
        for note in root.iter(f"{_W}{kind}") if root is not None else ():
            if note.get(f"{_W}type") in (None, "normal"):
                texts = (
                    "".join(t.text or "" for t in p.iter(f"{_W}t")) for p in note.iter(f"{_W}p")
                )
                found[kind, str(note.get(f"{_W}id"))] = " ".join(" ".join(texts).split())
    return found


def _whole(element: Any) -> int:
    """Return the number an element holds, 1 when it is none that a list can begin with."""
    text = _value(element)
    return int(text) if text.isdecimal() and len(text) < 10 else 1


def _value(element: Any) -> str:
    return "" if element is None else str(element.get(f"{_W}val") or "")


@dataclass
class _BodyReader:
    """Collect blocks of Markdown in the order of the text."""

    lines: ParagraphReader
    blocks: list[tuple[str, str]] = field(default_factory=list)
    """What a block is ("list", "code" or nothing), and its Markdown."""

    def read(self, parent: Any, depth: int = 0) -> None:
        """Read everything below ``parent``, also inside content controls and text boxes."""
        if depth >= _DEEPEST:
            texts = (self.lines.read(each, bare=True)[1] for each in parent.iter(f"{_W}p"))
            self.blocks += [("", text) for text in texts if text]
            return
        for element in parent:
            tag = element.tag
            if tag == f"{_W}p":
                self._paragraph(element, depth)
            elif tag == f"{_W}tbl":
                self._table(element, depth)
            elif tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
                self.read(element, depth + 1)
            elif tag == ALTERNATIVES:
                self._best_of(element, depth)

    def _best_of(self, alternatives: Any, depth: int) -> None:
        best = next(iter(alternatives), None)
        if best is not None:
            self.read(best, depth + 1)

    def _paragraph(self, element: Any, depth: int) -> None:
        kind, text = self.lines.read(element)
        if text:
            self.blocks.append((kind, text))
        for box in element.iter(f"{_W}txbxContent"):
            if not any(above.tag == _FALLBACK for above in box.iterancestors()):
                self.read(box, depth + 1)

    def _table(self, table: Any, depth: int) -> None:
        cells = [list(_below(row, "tc")) for row in _below(table, "tr")]
        wide = max(map(len, cells), default=0)
        if wide == 1 or any(self._has_heading(cell) for row in cells for cell in row):
            for row in cells:  # a frame around text, not a table
                for cell in row:
                    self.read(cell, depth + 1)
            return
        rows = [row for row in ([self._cell(cell) for cell in row] for row in cells) if any(row)]
        if not rows:
            return
        # The first row says how many columns there are; others may have fewer cells.
        rows[0] += [""] * (wide - len(rows[0]))
        lines = ["| " + " | ".join(row) + " |" for row in rows]
        lines.insert(1, "|" + " --- |" * wide)
        self.blocks.append(("", "\n".join(lines)))

    def _has_heading(self, cell: Any) -> bool:
        return any(self.lines.is_heading(each) for each in cell.iter(f"{_W}p"))

    def _cell(self, cell: Any) -> str:
        texts = (self.lines.read(each, bare=True)[1] for each in cell.iter(f"{_W}p"))
        joined = " ".join(filter(None, texts))
        return " ".join(joined.replace("|", "\\|").split())

    def markdown(self) -> str:
        """Return the whole."""
        text = ""
        for kind, group in groupby(self.blocks, key=lambda block: block[0]):
            lines = [block for _kind, block in group]
            if kind == "code":
                lines = _fenced(lines)
            elif kind == "list":
                lines = list(_counted(lines))
            text += ("\n" if kind else "\n\n").join(lines) + "\n\n"
        return text.rstrip("\n") + "\n" if text else ""


def _counted(entries: list[str]) -> Iterator[str]:
    """Give the entries of a list with their numbers."""
    counts: dict[int, int] = {}
    for entry in entries:
        match = _NUMBER.match(entry)
        room = len(entry) - len(entry.lstrip(" "))
        counts = {depth: count for depth, count in counts.items() if depth <= room}
        if match is None:
            counts.pop(room, None)
            yield entry
        else:
            counts[room] = counts[room] + 1 if room in counts else int(match[1])
            yield f"{' ' * room}{counts[room]}. {entry[match.end() :]}"


def _fenced(lines: list[str]) -> list[str]:
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return [fence, *lines, fence]


def _below(parent: Any, tag: str) -> Iterator[Any]:
    """Give the rows or cells of a table, also those in content controls."""
    for element in parent:
        if element.tag == f"{_W}{tag}":
            yield element
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from _below(element, tag)
