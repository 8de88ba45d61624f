"""Clean Markdown from what Word, Google Docs, mail programs and web pages put in the clipboard.

Kept: headings, bold, italic, struck words, lists, checklists, links, tables, quotes, code.
Pictures are never fetched: their description stays. A visitor of our own: the one small
library for it knows neither Word's lists nor the bold that is none of Google Docs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mentorcrm.gui.widgets.html_tree import Node, tree
from mentorcrm.gui.widgets.markdown_runs import Run, inline, runs_of

_LONGEST = 2_000_000
_MOST_OPEN = 500
"""Python's reader takes a time that grows with the square of the tags that never end."""

_CONTAINERS = frozenset(
    {
        "body", "html", "div", "section", "article", "main", "header", "footer", "aside",
        "figure", "figcaption", "center", "form", "fieldset", "details", "summary", "address",
        "dl", "dt", "dd", "thead", "tbody", "tfoot", "hgroup", "w:sdt",
    }
)  # fmt: skip
_BLOCKS = _CONTAINERS | {
    "p",
    "ul",
    "ol",
    "li",
    "table",
    "tr",
    "td",
    "th",
    "blockquote",
    "pre",
    "hr",
}
_BLOCKS |= {f"h{level}" for level in range(1, 7)}
_WORD_ITEM = re.compile(r"mso-list:\s*l\d+\s+level(\d)")
_NUMBER = re.compile(r"^\(?([0-9]{1,4}|[a-zA-Z]|[ivxlcIVXLC]{1,6})[.)]")
_BLANK = re.compile(r"\s+")


@dataclass(slots=True)
class _Item:
    """One entry of a list of Word's, which is a paragraph with a bullet typed into it."""

    level: int
    mark: str
    """What stands before it here: a dash, or the number that Word shows."""
    words: str


def markdown_from_html(html: str) -> str | None:
    """Return ``html`` as Markdown; None when its plain text is the better choice.

    That is code copied from an editor, which is nothing but colours, and what is too long.
    """
    if len(html) > _LONGEST or html.count("<") - html.count(">") > _MOST_OPEN:
        return None
    root = tree(html)
    if _is_code(root):
        return None
    return "\n\n".join(_blocks(root))


def _is_code(root: Node) -> bool:
    """Tell whether all of it is one preformatted box, as editors of code copy it."""
    parts = _seen(root)
    while len(parts) == 1 and isinstance(parts[0], Node):
        node = parts[0]
        if node.tag == "div" and re.search(r"white-space:\s*pre(?!-line)", node.style):
            return True
        if node.tag not in ("html", "body"):
            return False
        parts = _seen(node)
    return False


def _seen(node: Node) -> list[Node | str]:
    return [
        part
        for part in node.children
        if (part.strip() if isinstance(part, str) else part.tag != "meta")
    ]


def _blocks(node: Node) -> list[str]:
    """Return the paragraphs, lists and tables inside ``node``, one text each."""
    found: list[str] = []
    loose: list[Node | str] = []
    items: list[_Item] = []

    def settle() -> None:
        if loose:
            words = inline([run for part in loose for run in runs_of(part)])
            if words:
                found.append(words)
            loose.clear()
        if items:
            found.append(_word_list(items))
            items.clear()

    for part in node.children:
        if isinstance(part, Node) and (item := _word_item(part)) is not None:
            if loose:
                settle()
            items.append(item)
        elif isinstance(part, Node) and _has_blocks(part):
            settle()
            found += _block(part)
        elif not (items and isinstance(part, str) and not part.strip()):
            if items:
                settle()
            loose.append(part)
    settle()
    return found


def _has_blocks(node: Node) -> bool:
    """Tell whether ``node`` is a block or wraps one, as the bold of Google Docs does."""
    if node.tag in _BLOCKS:
        return True
    return any(isinstance(part, Node) and _has_blocks(part) for part in node.children)


def _block(node: Node) -> list[str]:
    tag = node.tag
    if tag in ("ul", "ol"):
        lines = _list(node)
        return ["\n".join(lines)] if lines else []
    if tag == "table":
        return _table(node)
    if tag == "blockquote":
        inside = "\n\n".join(_blocks(node))
        return ["\n".join(f"> {line}".rstrip() for line in inside.split("\n"))] if inside else []
    if tag == "pre":
        return [_fenced(node.text())] if node.text().strip() else []
    if tag == "hr":
        return ["---"]
    level = _heading(node)
    if level:
        words = inline(_without_bold(runs_of(node)), one_line=True)
        return [f"{'#' * level} {words}"] if words else []
    return _blocks(node)


def _heading(node: Node) -> int:
    if re.fullmatch(r"h[1-6]", node.tag):
        return int(node.tag[1])
    style = node.attributes.get("class", "")
    if style in ("MsoTitle", "MsoSubtitle"):
        return 1 if style == "MsoTitle" else 2
    if node.tag in ("p", "div") and node.attributes.get("role") == "heading":
        level = node.attributes.get("aria-level", "2")
        return min(6, int(level)) if level.isdecimal() and level != "0" else 2
    return 0


def _without_bold(runs: list[Run]) -> list[Run]:
    """Return the runs of a heading: that all of it is bold goes without saying."""
    return [Run(run.text, run.styles.replace("b", ""), run.link) for run in runs]


def _fenced(text: str) -> str:
    code = text.replace("\r\n", "\n").strip("\n")
    longest = max((len(ticks) for ticks in re.findall(r"`{3,}", code)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{code}\n{fence}"


# Lists


def _list(node: Node) -> list[str]:
    lines: list[str] = []
    start = node.attributes.get("start", "1")
    number = int(start) if start.isdecimal() else 1
    for part in node.children:
        if not isinstance(part, Node):
            continue
        if part.tag in ("ul", "ol"):
            # Not inside an entry, as Google Docs and Word for the web write it.
            lines += [f"  {line}" if node.tag == "ul" else f"   {line}" for line in _list(part)]
            continue
        mark = f"{number}." if node.tag == "ol" else "-"
        number += 1
        lines += _entry(part, mark)
    return lines


def _entry(node: Node, mark: str) -> list[str]:
    box = _box(node)
    blocks = _blocks(node)
    if not blocks:
        return []
    gap = " " * (len(mark) + 1)
    first, *rest = blocks
    lines = first.split("\n")
    for block in rest:
        # A list inside an entry follows it at once; a paragraph needs an empty line.
        is_list = re.match(r"(?:[-*+]|\d+\.) ", block) is not None
        lines += ([] if is_list else [""]) + block.split("\n")
    begin = f"{mark} {box}{lines[0]}"
    return [begin, *(f"{gap}{line}".rstrip() for line in lines[1:])]


def _box(node: Node) -> str:
    for part in node.children:
        if isinstance(part, Node):
            if part.tag == "input" and part.attributes.get("type") == "checkbox":
                return "[x] " if "checked" in part.attributes else "[ ] "
            if part.tag in ("label", "p", "span", "div") and (inner := _box(part)):
                return inner
    checked = node.attributes.get("aria-checked")
    return "" if checked is None else ("[x] " if checked == "true" else "[ ] ")


def _word_item(node: Node) -> _Item | None:
    found = _WORD_ITEM.search(node.style) if node.tag in ("p", "div") else None
    if found is None or _heading(node):
        return None
    mark = _BLANK.sub(" ", _taken_mark(node)).strip()
    words = inline(runs_of(node))
    number = _NUMBER.match(mark)
    return _Item(int(found[1]), _number(number[1]) if number else "-", words)


def _number(typed: str) -> str:
    """Return the number of an entry that shows ``typed``: letters count from a, Romans are 1."""
    if typed.isdecimal():
        return f"{int(typed)}."
    return (
        f"{ord(typed.lower()) - ord('a') + 1}."
        if len(typed) == 1 and typed not in "iIvVxX"
        else "1."
    )


def _taken_mark(node: Node) -> str:
    """Take the typed bullet out of a paragraph of Word's and return it."""
    for place, part in enumerate(node.children):
        if isinstance(part, Node):
            if "mso-list:ignore" in part.style.replace(" ", ""):
                del node.children[place]
                return part.text()
            if mark := _taken_mark(part):
                return mark
    return ""


def _word_list(items: list[_Item]) -> str:
    lines = []
    top = min(item.level for item in items)
    indents = {top: 0}
    for item in items:
        indent = indents.get(item.level, max(indents.values()))
        indents = {level: wide for level, wide in indents.items() if level <= item.level}
        indents[item.level] = indent
        indents[item.level + 1] = indent + len(item.mark) + 1
        lines.append(f"{' ' * indent}{item.mark} {item.words}".rstrip())
    return "\n".join(lines)


# Tables


def _table(node: Node) -> list[str]:
    rows = [cells for row in _rows(node) if (cells := _cells(row))]
    width = max((len(row) for row in rows), default=0)
    if width < 2 or any(_has_table(cell) for row in rows for cell in row):
        # A frame for the layout of a page, not a table.
        return [block for row in rows for cell in row for block in _blocks(cell)]
    lines = []
    for number, row in enumerate(rows):
        texts = [_cell(cell, head=number == 0) for cell in row] + [""] * (width - len(row))
        lines.append(f"| {' | '.join(texts)} |")
        if number == 0:
            lines.append("|" + " --- |" * width)
    return ["\n".join(lines)]


def _rows(node: Node) -> list[Node]:
    found = []
    for part in node.children:
        if isinstance(part, Node):
            found += [part] if part.tag == "tr" else ([] if part.tag == "table" else _rows(part))
    return found


def _cells(row: Node) -> list[Node]:
    return [part for part in row.children if isinstance(part, Node) and part.tag in ("td", "th")]


def _has_table(node: Node) -> bool:
    return any(
        isinstance(part, Node) and (part.tag == "table" or _has_table(part))
        for part in node.children
    )


def _cell(node: Node, *, head: bool) -> str:
    words = "<br>".join(_blocks(node)).replace("  \n", "<br>").replace("\n", " ")
    if head:
        words = re.sub(r"^\*\*(.*)\*\*$", r"\1", words)
    return words.replace("<br>", " ").replace("|", "\\|")
