"""HTML from the clipboard as a small tree: what cannot be seen, run or fetched is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset({"br", "hr", "img", "input", "meta", "link", "wbr", "col", "base", "area"})
_DROPPED = frozenset(
    {
        "style", "script", "head", "title", "noscript", "template", "svg", "math", "iframe",
        "object", "embed", "video", "audio", "canvas", "button", "select", "textarea", "nav",
        "xml",
    }
)  # fmt: skip
_CLOSES = {
    "li": ({"li"}, {"ul", "ol"}),
    "p": ({"p"}, {"td", "th", "li", "blockquote", "div", "body"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, set()),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
}
"""What a tag closes that was left open, and where the search for it ends."""
_BLOCKS = frozenset({"ul", "ol", "table", "blockquote", "pre", "div", "hr"}) | {
    f"h{level}" for level in range(1, 7)
}
_DEEPEST = 60
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)


@dataclass(slots=True)
class Node:
    """One element; its children are elements and texts."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def style(self) -> str:
        """Return the style attribute in small letters."""
        return self.attributes.get("style", "").lower()

    def text(self) -> str:
        """Return all the words inside."""
        return "".join(part if isinstance(part, str) else part.text() for part in self.children)


def tree(html: str) -> Node:
    """Return the tree of ``html``, whatever state it is in."""
    parser = _Parser()
    start, end = html.find("<!--StartFragment-->"), html.rfind("<!--EndFragment-->")
    if start >= 0:
        html = html[start : end if end > start else None]
    parser.feed(html)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    """Build the tree; tags that were left open close where a browser would close them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("body")
        self._open = [self.root]
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if self._dropped:
            if tag not in _VOID:
                self._dropped.append(tag)
            return
        if tag in _DROPPED or _HIDDEN.search(attributes.get("style", "")):
            if tag not in _VOID:
                self._dropped.append(tag)
            return
        self._close_open(tag)
        node = Node(tag, attributes)
        self._open[-1].children.append(node)
        if tag not in _VOID and len(self._open) < _DEEPEST:
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag in self._dropped:
                while self._dropped.pop() != tag:
                    pass
            return
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag == tag:
                del self._open[place:]
                return

    def handle_data(self, data: str) -> None:
        if not self._dropped and data:
            self._open[-1].children.append(data)

    def unknown_decl(self, data: str) -> None:
        """Pass over ``<![if ...]>``, which Word writes."""

    def _close_open(self, tag: str) -> None:
        closes, until = _CLOSES.get(
            tag, ({"p"}, _CLOSES["p"][1]) if tag in _BLOCKS else (set(), set())
        )
        for place in range(len(self._open) - 1, 0, -1):
            if self._open[place].tag in until:
                return
            if self._open[place].tag in closes:
                del self._open[place:]
                if tag != "tr":
                    return
