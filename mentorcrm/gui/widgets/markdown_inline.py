"""What each letter of a line of Markdown is: bold, a mark, an address. Linear in its length."""

from __future__ import annotations

import re

BOLD, ITALIC, STRIKE, CODE, LINK, MARK, ADDRESS = (1 << bit for bit in range(7))
"""What a letter can be, several at once."""

_DEEPEST = 20
_SPAN = re.compile(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<code>(?<!`)(?P<ticks>`{1,3})(?!`)[^`\n]+(?P=ticks)(?!`))"
    r"|(?P<open>!?\[)(?P<words>[^\[\]\n]*)(?P<close>\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\))"
    r"|(?P<url><?(?:https?://|mailto:|www\.)[^\s<>)]+>?)"
    r"|(?P<tag></?[A-Za-z][^<>\n]*>|<!--[^<>\n]*-->)"
)
_RUN = re.compile(r"\*+|_+|~~+")
_NEUTRAL = "\ufffc"


def letters(text: str) -> list[int]:
    """Return for each letter of one line what it is, as a sum of the constants above."""
    found = [0] * len(text)
    _emphasis(_without_spans(text, found), found)
    return found


def _without_spans(text: str, found: list[int]) -> str:
    """Note code, links, addresses and tags; return the text with them made neutral."""
    masked = list(text)
    for span in _SPAN.finditer(text):
        start, end = span.span()
        if span["code"]:
            ticks = len(span["ticks"])
            _add(found, start, end, CODE)
            _add(found, start, start + ticks, MARK)
            _add(found, end - ticks, end, MARK)
        elif span["open"]:
            _add(found, start, span.end("open"), MARK)
            _add(found, *span.span("words"), LINK)
            _add(found, *span.span("close"), MARK | ADDRESS)
            masked[start : span.end("open")] = _NEUTRAL * len(span["open"])
            masked[span.start("close") : end] = _NEUTRAL * len(span["close"])
            continue
        elif span["url"]:
            _add(found, start, end, LINK | ADDRESS)
        elif span["tag"]:
            _add(found, start, end, MARK | ADDRESS)
        else:
            _add(found, start, start + 1, MARK)
        masked[start:end] = _NEUTRAL * (end - start)
    return "".join(masked)


def _emphasis(text: str, found: list[int]) -> None:
    """Note what stands between pairs of stars, underlines and waves."""
    openers: list[list[int]] = []
    for run in _RUN.finditer(text):
        start, end = run.span()
        opens, closes = _flanks(text, start, end)
        if closes:
            start = _close(text, found, openers, start, end)
        if opens and start < end and len(openers) < _DEEPEST:
            openers.append([start, end])


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell whether a run of marks can open, and close."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    opens, closes = not after.isspace(), not before.isspace()
    if text[start] == "_":
        return opens and not before.isalnum(), closes and not after.isalnum()
    return opens, closes


def _close(text: str, found: list[int], openers: list[list[int]], start: int, end: int) -> int:
    """Pair the run with what is open; return where what is left of it begins."""
    place = len(openers) - 1
    while place >= 0 and start < end:
        opener = openers[place]
        if text[opener[0]] != text[start]:
            place -= 1
            continue
        size = min(2, end - start, opener[1] - opener[0])
        if text[start] == "~":
            kind = STRIKE
        else:
            kind = BOLD if size > 1 else ITALIC
        _add(found, opener[1], start, kind)
        _add(found, opener[1] - size, opener[1], MARK)
        _add(found, start, start + size, MARK)
        opener[1] -= size
        start += size
        del openers[place + 1 :]
        if opener[0] == opener[1]:
            del openers[place]
            place -= 1
    return start


def _add(found: list[int], start: int, end: int, kind: int) -> None:
    for place in range(start, end):
        found[place] |= kind
