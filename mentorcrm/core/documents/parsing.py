"""Markdown, as GitHub writes it and without HTML, read into a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, cast
from urllib.parse import urlsplit

from mentorcrm.core.documents.document import readable
from mentorcrm.core.documents.tree import (
    Alignment,
    Block,
    Blocks,
    Code,
    Heading,
    Item,
    Listing,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Table,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

SCHEMES = frozenset({"http", "https", "mailto"})
"""Where a link may lead."""
LONGEST = 1_000_000
"""A longer text is kept as plain paragraphs, as in the preview."""
DEEPEST = 40
"""So is one whose quotes and lists stand deeper in each other: the parser would drop some of it."""
_NESTING_LIMIT = 100
_BRACKETS = re.compile(r"\[{100}|(?:\[[^\]\[\n]{0,3}){400}")
"""Brackets in each other cost the square of their number."""
_TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
_ADDRESS = re.compile(
    r"https?://[^\s<>\"“”]*[^\s<>\"“”.,;:!?'’)\]]|[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b",
    re.IGNORECASE,
)


def parse(source: str) -> Blocks:
    """Return the blocks of ``source``; nothing of its text is lost."""
    text = readable(source)
    if len(text) > LONGEST or _BRACKETS.search(text):
        return _as_it_is(text)
    tokens = _parser().parse(text)
    if max((token.level for token in tokens), default=0) > DEEPEST:
        return _as_it_is(text)
    return tuple(_Reader(tokens).blocks())


@dataclass(frozen=True, slots=True)
class HeadingPlace:
    """A heading that stands in no list or quote: its lines, from ``first`` to before ``end``."""

    first: int
    end: int
    level: int
    text: str


def heading_places(source: str) -> list[HeadingPlace]:
    """Return the headings of ``source``, by its lines; none in a text too long."""
    text = readable(source)
    if len(text) > LONGEST or _BRACKETS.search(text):
        return []
    tokens = _parser().parse(text)
    return [
        HeadingPlace(token.map[0], token.map[1], int(token.tag[1:]), tokens[number + 1].content)
        for number, token in enumerate(tokens)
        if token.type == "heading_open" and token.level == 0 and token.map
    ]


def closed(source: str) -> str:
    """Return ``source`` with an end to a block of code that has none: what follows is no code."""
    text = readable(source)
    if not ("```" in text or "~~~" in text) or len(text) > LONGEST or _BRACKETS.search(text):
        return source
    tokens = _parser().parse(text)
    last = tokens[-1] if tokens else None
    if last is None or last.type != "fence" or last.level or not last.map:
        return source
    lines = text.split("\n")[last.map[0] : last.map[1]]
    is_ended = len(lines) > 1 and re.fullmatch(
        rf" {{0,3}}{re.escape(last.markup)}{re.escape(last.markup[0])}*[ \t]*", lines[-1]
    )
    return source if is_ended else f"{source.rstrip()}\n{last.markup}"


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - 40 ms, only when a document is read

    settings = {"html": False, "maxNesting": _NESTING_LIMIT}
    return MarkdownIt("commonmark", settings).enable(["table", "strikethrough"])


def _as_it_is(text: str) -> Blocks:
    parts = re.split(r"\n[ \t]*(?:\n[ \t]*)+", text.strip("\n"))
    return tuple(Paragraph(tuple(_lines(part))) for part in parts if part.strip())


def _lines(text: str) -> Iterator[Run]:
    for number, line in enumerate(text.split("\n")):
        if number:
            yield Run("\n")
        if line:
            yield Run(line)


class _Reader:
    """Walk along the tokens of markdown-it and build blocks."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self._tokens = tokens
        self._place = 0

    def blocks(self, end: str = "") -> Iterator[Block]:
        """Give blocks up to the token of type ``end``, which is passed."""
        while self._place < len(self._tokens):
            token = self._next()
            if token.type == end:
                return
            block = self._block(token)
            if block is not None:
                yield block

    def _next(self) -> Token:
        token = self._tokens[self._place]
        self._place += 1
        return token

    def _block(self, token: Token) -> Block | None:
        kind = token.type
        if kind == "heading_open":
            return Heading(int(token.tag[1:]), self._runs_until("heading_close"))
        if kind == "paragraph_open":
            runs = self._runs_until("paragraph_close")
            return Paragraph(runs) if runs else None
        if kind in ("fence", "code_block"):
            return Code(token.content.removesuffix("\n"))
        if kind == "hr":
            return Rule()
        if kind == "blockquote_open":
            return Quote(tuple(self.blocks("blockquote_close")))
        if kind in ("bullet_list_open", "ordered_list_open"):
            return self._listing(token)
        return self._table() if kind == "table_open" else None

    def _runs_until(self, end: str) -> Runs:
        runs: Runs = ()
        while (token := self._next()).type != end:
            if token.type == "inline":
                runs = _runs(token.children or ())
        return runs

    def _listing(self, opening: Token) -> Listing:
        ordered = opening.type == "ordered_list_open"
        start = int(opening.attrGet("start") or 1) if ordered else None
        if ordered and opening.attrGet("start") == 0:
            start = 0
        items = []
        while self._next().type == "list_item_open":
            items.append(_item(tuple(self.blocks("list_item_close"))))
        return Listing(tuple(items), start)

    def _table(self) -> Table:
        rows: list[list[Runs]] = []
        sides: list[Alignment] = []
        while (token := self._next()).type != "table_close":
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                if token.type == "th_open":
                    sides.append(_alignment(token))
                rows[-1].append(self._runs_until(token.type.replace("open", "close")))
        return Table(tuple(rows[0]), tuple(map(tuple, rows[1:])), tuple(sides))


def _alignment(token: Token) -> Alignment:
    return cast(Alignment, str(token.attrGet("style") or "").removeprefix("text-align:"))


def _item(blocks: Blocks) -> Item:
    """Return the entry, as a task when it begins with a box."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or first.runs[0] != Run(first.runs[0].text):
        return Item(blocks)
    box = _TASK.match(first.runs[0].text)
    if box is None:
        return Item(blocks)
    rest = first.runs[0].text[box.end() :]
    runs = ((Run(rest),) if rest else ()) + first.runs[1:]
    return Item((Paragraph(runs), *blocks[1:]), box[1] != " ")


@dataclass
class _Look:
    bold: int = 0
    italic: int = 0
    struck: int = 0
    link: str = ""


_MARKS = {"strong": "bold", "em": "italic", "s": "struck"}


def _runs(tokens: Sequence[Token]) -> Runs:
    look = _Look()
    found: list[Run] = []
    for token in tokens:
        name, _underscore, side = token.type.rpartition("_")
        if name in _MARKS:
            mark = _MARKS[name]
            setattr(look, mark, getattr(look, mark) + (1 if side == "open" else -1))
        elif name == "link":
            look.link = safe_link(str(token.attrGet("href") or "")) if side == "open" else ""
        else:
            _append(found, _run(_text(token), look, code=token.type == "code_inline"))
    return tuple(piece for run in found for piece in _with_addresses(run) if piece.text)


def _text(token: Token) -> str:
    if token.type == "image":  # nothing is ever loaded: what it shows, in words
        return "".join(_text(child) for child in token.children or ())
    return {"hardbreak": "\n", "softbreak": " "}.get(token.type, token.content)


def _run(text: str, look: _Look, *, code: bool) -> Run:
    bold, italic, struck = look.bold > 0, look.italic > 0, look.struck > 0
    return Run(text, bold, italic, struck, code, look.link)


def _append(found: list[Run], run: Run) -> None:
    """Join what looks alike: the parser cuts at every character that might be a mark."""
    same = bool(found) and replace(found[-1], text="") == replace(run, text="")
    if same and "\n" not in (found[-1].text, run.text):
        found[-1] = replace(run, text=found[-1].text + run.text)
    else:
        found.append(run)


def _with_addresses(run: Run) -> Iterator[Run]:
    """Give ``run`` with the bare addresses in it as links."""
    if run.code or run.link or not ("@" in run.text or "://" in run.text):
        yield run
        return
    at = 0
    for match in _ADDRESS.finditer(run.text):
        yield replace(run, text=run.text[at : match.start()])
        address = match[0] if "://" in match[0] else f"mailto:{match[0]}"
        yield replace(run, text=match[0], link=safe_link(address))
        at = match.end()
    yield replace(run, text=run.text[at:])


def safe_link(address: str) -> str:
    """Return ``address`` if a document may lead there, else nothing."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    known = parts.scheme.lower() in SCHEMES and bool(parts.netloc or parts.path)
    return address if known and address.isprintable() and " " not in address else ""
