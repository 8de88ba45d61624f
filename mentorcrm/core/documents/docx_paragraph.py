"""One paragraph of a DOCX file as Markdown: heading, entry of a list, quote, or plain."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from mentorcrm.core.documents import look
from mentorcrm.core.documents.document import readable
from mentorcrm.core.documents.markdown import escaped
from mentorcrm.core.documents.parsing import safe_link
from mentorcrm.core.documents.tree import Run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
"""The same thing in several ways, the best one first."""
_HEADING = re.compile(r"heading (\d)$")
_LIST = re.compile(r"list (bullet|number)(?: (\d))?$")
_TEXT = {"t": None, "tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "sym": "\ufffd"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_PASSED = frozenset(
    {"ins", "smartTag", "sdt", "sdtContent", "customXml", "fldSimple", "moveTo", "dir", "bdo"}
)
_BOXES = {look.OPEN_BOX: "[ ]", look.TICKED_BOX: "[x]", "\u2612": "[x]"}
_BULLET_LETTER = re.compile(r"^[•·▪◦‣●○■–]\s+")
_LINE_MARK = re.compile(r"^(?:[#>+=-]|\d+[.)](?=\s|$))")
_CODE = frozenset({"code", "code block", "html preformatted", "preformatted text", "macro text"})


@dataclass(frozen=True, slots=True)
class Style:
    """A style of paragraphs: its name in lower case, the style it goes back to, its elements."""

    name: str
    base: str
    paragraph: Any
    letters: Any


class Form(NamedTuple):
    """How a list counts: its kind ("bullet", "decimal"...) and where it begins."""

    kind: str
    start: int = 1


@dataclass(frozen=True, slots=True)
class ParagraphReader:
    """Read paragraphs with what the rest of the file says about links, styles and lists."""

    links: Mapping[str, str]
    styles: Mapping[str, Style]
    numbers: Mapping[tuple[str, int], Form]
    notes: Mapping[tuple[str, str], str]
    """Footnotes and endnotes by kind and number."""

    def read(self, paragraph: Any, *, bare: bool = False) -> tuple[str, str]:
        """Return what the paragraph is ("list", "code" or nothing) and its Markdown."""
        runs = list(self._runs(paragraph))
        text = _inline(runs).strip()
        if not text or bare:
            return "", text
        own = paragraph.find(f"{_W}pPr")
        style = self._style(own)
        if level := self._heading(own, style):
            plain = [Run(run.text, link=run.link) for run in runs]
            return "", f"{'#' * level} " + " ".join(_inline(plain).split())
        place = self._place(own, style)
        if place is None and (text[:1] in _BOXES or _BULLET_LETTER.match(text)):
            text, place = _BULLET_LETTER.sub("", text), (0, None)
        if place is not None:
            return "list", _entry(text, *place)
        name = self.styles[style[0]].name if style else ""
        if name in _CODE:
            return "code", "".join(run.text for run in runs)
        text = _LINE_MARK.sub(lambda mark: _unmarked(mark[0]), text)
        return "", "> " + text.replace("\n", "\n> ") if "quote" in name else text

    def is_heading(self, paragraph: Any) -> bool:
        """Say whether the paragraph is a heading with something in it."""
        own = paragraph.find(f"{_W}pPr")
        return bool(self._heading(own, self._style(own)) and _inline(list(self._runs(paragraph))))

    def _style(self, own: Any) -> list[str]:
        """Return the paragraph's style and those it goes back to."""
        key = _value(own, "pStyle") or next(
            (key for key, style in self.styles.items() if style.name == "normal"), ""
        )
        found: list[str] = []
        while key in self.styles and key not in found:
            found.append(key)
            key = self.styles[key].base
        return found

    def _heading(self, own: Any, style: list[str]) -> int:
        for key in style:
            name = self.styles[key].name
            if name == "title":
                return 1
            if match := _HEADING.match(name):
                return min(int(match[1]) + 1, 6)
        for each in (own, *(self.styles[key].paragraph for key in style)):
            outline = _value(each, "outlineLvl")
            if outline.isdigit() and int(outline) < 9:
                return min(int(outline) + 2, 6)
        return 0

    def _place(self, own: Any, style: list[str]) -> tuple[int, int | None] | None:
        """Return how deep in a list the paragraph stands and the first number, if any, of it."""
        name = self.styles[style[0]].name if style else ""
        named = _LIST.match(name)
        by_name = int(named[2] or 1) - 1 if named else 0
        for each in (own, *(self.styles[key].paragraph for key in style)):
            numbering = each.find(f"{_W}numPr") if each is not None else None
            if numbering is not None:
                number = _value(numbering, "numId")
                shown = _value(numbering, "ilvl")
                level = min(int(shown), 8) if shown.isdigit() else 0
                if number in ("", "0"):
                    return None if each is own or named is None else (by_name, None)
                kind, start = self.numbers.get((number, level), Form("bullet"))
                deep = level if each is own else max(level, by_name)
                return None if kind == "none" else (deep, None if kind == "bullet" else start)
        return (by_name, 1 if named[1] == "number" else None) if named else None

    def _runs(self, parent: Any, link: str = "") -> Iterator[Run]:
        for element in parent:
            tag = str(element.tag).removeprefix(_W)
            if tag == "r":
                yield from self._pieces(element, link)
            elif tag == "hyperlink":
                target = self.links.get(str(element.get(f"{_R}id") or ""), "")
                yield from self._runs(element, safe_link(target))
            elif tag in _PASSED:
                yield from self._runs(element, link)
            elif tag == ALTERNATIVES:
                yield from self._runs(next(iter(element), ()), link)
            elif tag.startswith(_MATH):
                yield Run(readable("".join(each.text or "" for each in element.iter(f"{_MATH}t"))))

    def _pieces(self, run: Any, link: str) -> Iterator[Run]:
        look_of = run.find(f"{_W}rPr")
        bold, italic = _is_on(look_of, "b"), _is_on(look_of, "i")
        struck = _is_on(look_of, "strike") or _is_on(look_of, "dstrike")
        if _is_on(look_of, "vanish"):
            return
        text = ""
        for element in run:
            tag = str(element.tag).removeprefix(_W)
            if tag in _TEXT:
                text += (element.text or "") if tag == "t" else (_TEXT[tag] or "")
            elif tag in _NOTES:
                note = self.notes.get((_NOTES[tag], str(element.get(f"{_W}id"))), "")
                text += f" ({note})" if note else ""
            elif tag == "ruby":
                bases = element.iter(f"{_W}rubyBase")
                text += "".join(t.text or "" for base in bases for t in base.iter(f"{_W}t"))
        if text:
            yield Run(readable(text), bold, italic, struck, link=link)


def _inline(runs: list[Run]) -> str:
    """Return ``runs`` as Markdown; neighbours of one look share their marks."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if last is not None and _look(last) == _look(run):
            merged[-1] = Run(last.text + run.text, *_look(last)[:3], link=last.link)
        else:
            merged.append(run)
    return "".join(map(_marked, merged))


def _look(run: Run) -> tuple[bool, bool, bool, str]:
    return run.bold, run.italic, run.struck, run.link


def _marked(run: Run) -> str:
    """Return a run with its marks close to the letters: before a space they would be no marks."""
    inner = run.text.strip()
    if not inner:
        return run.text.replace("\n", "  \n")
    before = run.text[: len(run.text) - len(run.text.lstrip())]
    after = run.text[len(run.text.rstrip()) :]
    text = escaped(inner).replace("\n", "  \n")
    for wanted, mark in ((run.struck, "~~"), (run.italic, "*"), (run.bold, "**")):
        if wanted:
            text = f"{mark}{text}{mark}"
    if run.link and inner != run.link:
        target = run.link.replace("(", "%28").replace(")", "%29")
        text = f"[{text}]({target})"
    return before + text + after


def _entry(text: str, level: int, start: int | None) -> str:
    mark = "- " if start is None else f"{start}. "
    if text[:1] in _BOXES:
        text = f"{_BOXES[text[0]]} {text[1:].lstrip()}"
        mark = "- "
    lines = text.split("\n")
    room = " " * (4 * level)
    return f"\n{room}    ".join([f"{room}{mark}{lines[0]}", *lines[1:]])


def _unmarked(mark: str) -> str:
    """Return what would begin a heading, a quote or a list so that it begins plain text."""
    return f"\\{mark}" if not mark[:1].isdigit() else f"{mark[:-1]}\\{mark[-1]}"


def _is_on(letters: Any, name: str) -> bool:
    found = letters.find(f"{_W}{name}") if letters is not None else None
    return found is not None and str(found.get(f"{_W}val") or "true") not in ("0", "false", "off")


def _value(parent: Any, name: str) -> str:
    found = parent.find(f"{_W}{name}") if parent is not None else None
    return "" if found is None else str(found.get(f"{_W}val") or "")
