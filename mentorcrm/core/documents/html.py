"""A document as one HTML file that needs nothing else and runs nothing."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from mentorcrm.core.documents import look
from mentorcrm.core.documents.document import Document, one_line
from mentorcrm.core.documents.parsing import parse
from mentorcrm.core.documents.tree import (
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
    highest_level,
)

_STYLE = f"""\
:root {{ color-scheme: light dark; }}
body {{ max-width: 44rem; margin: 0 auto; padding: 2.5rem 1.5rem; color: #{look.INK};
  background: #fff; font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Inter, sans-serif; }}
h1 {{ font-size: 1.75rem; line-height: 1.25; margin: 0 0 .25rem; }}
h2 {{ font-size: 1.2rem; margin: 1.75rem 0 .5rem; }}
h3, h4, h5, h6 {{ font-size: 1rem; margin: 1.25rem 0 .5rem; }}
p, ul, ol, pre, table, blockquote {{ margin: 0 0 .75rem; }}
li > p {{ margin: 0 0 .25rem; }}
li.task {{ list-style: none; margin-inline-start: -1.5rem; }}
.subtitle, footer {{ color: #{look.MUTED}; }}
footer {{ margin-top: 2.5rem; font-size: .85rem; }}
a {{ color: #{look.LINK}; }}
blockquote {{ margin-inline: 0; padding-inline-start: 1rem;
  border-inline-start: 3px solid #{look.LINE}; }}
pre, code {{ font: .9em ui-monospace, "Cascadia Mono", Menlo, monospace; }}
pre {{ padding: .75rem 1rem; overflow-x: auto; background: #{look.SHADE}; }}
table {{ border-collapse: collapse; }}
th, td {{ padding: .35rem .75rem; border: 1px solid #{look.LINE}; vertical-align: top; }}
th {{ text-align: start; }}
.left {{ text-align: left; }} .center {{ text-align: center; }} .right {{ text-align: right; }}
hr {{ border: 0; border-top: 1px solid #{look.LINE}; margin: 1.5rem 0; }}
@media (prefers-color-scheme: dark) {{
  body {{ color: #e8ebf0; background: #16191f; }}
  .subtitle, footer {{ color: #a3acba; }}
  a {{ color: #8ab0f5; }}
  pre {{ background: #20242c; }}
  th, td, hr, blockquote {{ border-color: #3a414d; }}
}}
@media print {{ body {{ max-width: none; padding: 0; color: #000; background: #fff; }} }}
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(document: Document) -> str:
    """Return ``document`` as a complete HTML5 file."""
    title = escape(one_line(document.title))
    blocks = parse(document.body)
    body = [f'<h1 dir="auto">{title}</h1>']
    if document.subtitle:
        body.append(f'<p class="subtitle" dir="auto">{escape(one_line(document.subtitle))}</p>')
    body += _blocks(blocks, 2 - highest_level(blocks))
    if document.footer:
        body.append(f'<footer dir="auto">{escape(one_line(document.footer))}</footer>')
    lines = [
        "<!DOCTYPE html>",
        f'<html lang="{escape(document.language or "en")}">',
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="referrer" content="no-referrer">',
        f"<title>{title}</title>",
        f"<style>\n{_STYLE}</style>",
        "</head>",
        "<body>",
        *body,
        "</body>",
        "</html>",
    ]
    return "\n".join(lines) + "\n"


def _blocks(blocks: Blocks, shift: int) -> list[str]:
    return [_block(block, shift) for block in blocks]


def _block(block: Block, shift: int) -> str:
    match block:
        case Heading():
            level = min(max(block.level + shift, 2), 6)
            return f'<h{level} dir="auto">{_runs(block.runs)}</h{level}>'
        case Paragraph():
            return f'<p dir="auto">{_runs(block.runs)}</p>'
        case Code():
            return f'<pre dir="auto"><code>{escape(block.text)}</code></pre>'
        case Rule():
            return "<hr>"
        case Quote():
            return _inside("blockquote", _blocks(block.blocks, shift))
        case Listing():
            return _listing(block, shift)
        case Table():
            return _table(block)


def _inside(tag: str, lines: Iterable[str]) -> str:
    return "\n".join((f"<{tag}>", *lines, f"</{tag.split(maxsplit=1)[0]}>"))


def _listing(listing: Listing, shift: int) -> str:
    tag = "ul" if listing.start is None else "ol"
    opening = tag if listing.start in (None, 1) else f'ol start="{listing.start}"'
    return _inside(opening, (_item(item, shift) for item in listing.items))


def _item(item: Item, shift: int) -> str:
    box = ""
    if item.checked is not None:
        box = f'<input type="checkbox" disabled{" checked" if item.checked else ""}> '
    first = item.blocks[0] if item.blocks else None
    if isinstance(first, Paragraph):
        inner = [box + _runs(first.runs), *_blocks(item.blocks[1:], shift)]
    else:
        inner = [box.rstrip(), *_blocks(item.blocks, shift)]
    kind = "" if item.checked is None else ' class="task"'
    return f'<li{kind} dir="auto">' + "\n".join(filter(None, inner)) + "</li>"


def _table(table: Table) -> str:
    def row(tag: str, cells: tuple[Runs, ...]) -> str:
        sides = (f' class="{side}"' if side else "" for side in table.alignments)
        pairs = zip(sides, cells, strict=True)
        return (
            "<tr>"
            + "".join(f'<{tag}{side} dir="auto">{_runs(cell)}</{tag}>' for side, cell in pairs)
            + "</tr>"
        )

    head = _inside("thead", [row("th", table.header)])
    rows = _inside("tbody", (row("td", cells) for cells in table.rows))
    return _inside("table", [head, rows])


def _runs(runs: Runs) -> str:
    return "".join(_run(run) for run in runs)


def _run(run: Run) -> str:
    if run.text == "\n":
        return "<br>\n"
    text = escape(run.text)
    for wanted, tag in (
        (run.code, "code"),
        (run.struck, "del"),
        (run.italic, "em"),
        (run.bold, "strong"),
    ):
        if wanted:
            text = f"<{tag}>{text}</{tag}>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text
