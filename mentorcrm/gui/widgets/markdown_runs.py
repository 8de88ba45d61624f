"""The words of a paragraph of HTML, with what is bold, italic, struck, code or a link."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import parse_qs, urlsplit

from mentorcrm.gui.widgets.html_tree import Node

_MARKS = {"s": "~~", "b": "**", "i": "*"}
_TAGS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "cite": "i", "dfn": "i",
    "s": "s", "strike": "s", "del": "s", "code": "c", "tt": "c", "kbd": "c", "samp": "c",
}  # fmt: skip
_WEIGHT = re.compile(r"(?<![-\w])font-weight\s*:\s*([a-z0-9]+)")
_SLANT = re.compile(r"(?<![-\w])font-style\s*:\s*(italic|oblique|normal)")
_STRUCK = re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through")
_BLANK = re.compile(r"[ \t\r\n\f\u00a0\u2007\u202f\u200b]+")
_ESCAPED = re.compile(r"([\\`*\[\]]|(?<!\w)_|_(?!\w)|<(?=[A-Za-z/!])|~~)")
_START = re.compile(r"^(#{1,6}(?=\s)|[-+>](?=\s|$)|\d{1,9}(?=[.)]\s)|(?:---+|===+)$)")
_BREAK = "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """Words that look the same: ``styles`` are letters of b, i, s and c."""

    text: str
    styles: str = ""
    link: str = ""


def runs_of(part: Node | str, styles: str = "", link: str = "") -> list[Run]:
    """Return the words inside, in order."""
    if isinstance(part, str):
        return [Run(_BLANK.sub(" ", part), styles, link)]
    if part.tag == "br":
        return [Run(_BREAK, "", link)]
    if part.tag == "img":
        words = _BLANK.sub(" ", part.attributes.get("alt", "")).strip()
        return [Run(words, styles, link)] if words else []
    if part.tag == "a":
        link = safe_link(part.attributes.get("href", "")) or link
    styles = _styles(part, styles)
    return [run for inner in part.children for run in runs_of(inner, styles, link)]


def safe_link(address: str) -> str:
    """Return where a link leads, without the detour of Google's; "" when it leads nowhere."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.netloc in ("www.google.com", "google.com") and parts.path == "/url":
        query = parse_qs(parts.query)
        address = (query.get("q") or query.get("url") or [""])[0]
        parts = urlsplit(address)
    if parts.scheme.lower() not in ("http", "https", "mailto"):
        return ""
    return re.sub(r"[\s()<>]", lambda found: f"%{ord(found[0]):02X}", address)


def inline(runs: list[Run], *, one_line: bool = False) -> str:
    """Return the runs as one paragraph of Markdown, its spaces tidied."""
    tidy = list(_tidied(runs))
    words = "".join(
        _linked(link, "".join(_marked(group)))
        for link, group in groupby(tidy, lambda run: run.link)
    )
    lines = [line.strip() for line in words.split(_BREAK)]
    if one_line:
        return " ".join(line for line in lines if line)
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        del lines[0]
    return "  \n".join(_START.sub(_escaped_start, line) for line in lines if line)


def _styles(node: Node, styles: str) -> str:
    kinds = set(styles)
    if node.tag in _TAGS:
        kinds.add(_TAGS[node.tag])
    style = node.style
    weight = _WEIGHT.search(style)
    if weight is not None:
        heavy = weight[1] in ("bold", "bolder") or (weight[1].isdecimal() and int(weight[1]) >= 600)
        kinds = kinds | {"b"} if heavy else kinds - {"b"}
    slant = _SLANT.search(style)
    if slant is not None:
        kinds = kinds - {"i"} if slant[1] == "normal" else kinds | {"i"}
    if _STRUCK.search(style):
        kinds.add("s")
    return "".join(sorted(kinds))


def _tidied(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs joined where they look the same; spaces stand outside of marks."""
    loose = [piece for run in runs for piece in _apart(run)]
    joined: list[Run] = []
    for run in loose:
        last = joined[-1] if joined else None
        ends_blank = last is None or last.text.endswith((" ", _BREAK))
        text = run.text.lstrip(" ") if ends_blank else run.text
        if not text:
            continue
        if last is not None and (last.styles, last.link) == (run.styles, run.link):
            joined[-1] = Run(last.text + text, run.styles, run.link)
        else:
            joined.append(Run(text, run.styles, run.link))
    return _bridged(joined)


def _apart(run: Run) -> Iterator[Run]:
    """Yield the words of a run with their styles, the spaces around them without."""
    core = run.text.strip(" \n")
    if not core:
        yield Run(run.text, "", run.link if run.link and run.text == " " else "")
        return
    start = run.text.index(core)
    if start:
        yield Run(run.text[:start])
    yield Run(core, run.styles, run.link)
    if run.text[start + len(core) :]:
        yield Run(run.text[start + len(core) :])


def _bridged(runs: list[Run]) -> Iterator[Run]:
    """Yield the runs; a space between two that look the same looks so too."""
    place = 0
    while place < len(runs):
        run = runs[place]
        while (
            place + 2 < len(runs)
            and runs[place + 1].text == " "
            and (runs[place + 2].styles, runs[place + 2].link) == (run.styles, run.link)
        ):
            run = Run(f"{run.text} {runs[place + 2].text}", run.styles, run.link)
            place += 2
        yield run
        place += 1


def _marked(runs: Iterator[Run]) -> Iterator[str]:
    for run in runs:
        if "c" in run.styles and "`" not in run.text and _BREAK not in run.text:
            text, marks = f"`{run.text}`", run.styles.replace("c", "")
        else:
            text, marks = _ESCAPED.sub(r"\\\1", run.text), run.styles
        for kind, mark in _MARKS.items():
            if kind in marks and text.strip():
                text = f"{mark}{text}{mark}"
        yield text


def _linked(link: str, words: str) -> str:
    if not link or not words.strip():
        return words
    plain = words.strip()
    bare = plain.replace("\\", "")
    if link in (bare, f"mailto:{bare}"):
        return words.replace("\\", "")
    before = " " if words.startswith(" ") else ""
    after = " " if words.endswith(" ") else ""
    return f"{before}[{plain.replace(_BREAK, ' ')}]({link}){after}"


def _escaped_start(found: re.Match[str]) -> str:
    word = found[0]
    return f"{word}\\" if word.isdigit() else f"\\{word}"
