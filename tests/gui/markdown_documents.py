"""Markdown as people and programs leave it, made from a seed: with every odd character."""

from __future__ import annotations

from random import Random

ENDS = ("\n", "\r\n", "\r", "\u2029")
ODD = (
    "\u00a0", "\u2028", "\u200b", "\u200d", "\u200e", "\u200f", "\u202e", "\ufeff", "\ufffe", "\u00ad",
    "\t", "\x0b", "\x0c", "\x1c", "\x85", "\ufffc", "\ufffd", "\ufdd0", "\ufdd1", "\u3000",
    "e\u0301", "\u0430\u0308", "👩🏽‍🚀", "🇪🇺", "𝔐", "\U000f0000", "\U0010ffff", "ﷺ", "Ａ",
)  # fmt: skip
WORDS = (
    "mentor", "goal", "Größe", "naïve", "why", "שלום", "مرحبا", "目標", "напиши", "2026-06-30",
    "three", "https://example.org/a_b?c=d&e", "<b>", "</b>", "<!-- kept -->", "&nbsp;", "&amp;",
    "\\*", "`x = 1`", "``", "**strong**", "__strong__", "*soft*", "_soft_", "***", "~~gone~~",
    "[words](https://example.org/(a))", "![x](http://example.org/p.png)", "[ref][1]", "[^1]",
    "|", "::", "$$", "{{name}}",
)  # fmt: skip


def document(seed: int) -> str:
    """Return one document; the same for the same seed."""
    random = Random(seed)
    end = random.choice(ENDS)
    mixed = random.random() < 0.3
    parts = []
    for line in _lines(random):
        parts += [line, random.choice(ENDS) if mixed else end]
    if parts and random.random() < 0.5:
        parts.pop()
    return "".join(parts)


def _lines(random: Random) -> list[str]:
    lines: list[str] = []
    for _block in range(random.randint(0, 12)):
        lines += random.choice(_BLOCKS)(random)
        lines += [random.choice(("", "", "", "  ", "\t"))] * random.randint(0, 3)
    return lines


def _words(random: Random) -> str:
    words = random.choices(WORDS, k=random.randint(0, 14))
    for _time in range(random.choice((0, 0, 1, 3))):
        words.insert(random.randint(0, len(words)), random.choice(ODD))
    gaps = (" ", " ", " ", "  ", "\t", "\u00a0", "")
    text = "".join(word + random.choice(gaps) for word in words)
    return text + random.choice(("", "", "  ", " ", "\\", "\t"))


def _paragraph(random: Random) -> list[str]:
    return [_words(random) for _line in range(random.randint(1, 4))]


def _heading(random: Random) -> list[str]:
    if random.random() < 0.3:
        return [_words(random), random.choice(("===", "---", "=  "))]
    marks = "#" * random.randint(1, 7)
    return [f"{marks}{random.choice((' ', '  ', chr(9), ''))}{_words(random)}{marks}"]


def _list(random: Random) -> list[str]:
    mark = random.choice(("-", "*", "+", "1.", "7)", "- [ ]", "- [x]", "* [X]"))
    return [
        f"{' ' * random.choice((0, 0, 2, 3, 4))}{mark} {_words(random)}"
        for _item in range(random.randint(1, 5))
    ]


def _quote(random: Random) -> list[str]:
    return [f"{random.choice(('>', '> ', '> > '))}{line}" for line in _paragraph(random)]


def _code(random: Random) -> list[str]:
    fence = random.choice(("```", "~~~", "````", "``` python"))
    close = random.choice((fence[:3], fence[:4].strip(), ""))
    return [fence, *_paragraph(random), *([close] if close else [])]


def _table(random: Random) -> list[str]:
    columns = random.randint(1, 4)
    rows = [
        "|".join(["", *(_words(random).replace("|", "") for _cell in range(columns)), ""])
        for _row in range(random.randint(1, 3))
    ]
    return [rows[0], "|" + "|".join(random.choices(("---", ":-:", " -- "), k=columns)), *rows[1:]]


def _html(random: Random) -> list[str]:
    tag = random.choice(("div", "table", "p align='center'", "style", "script"))
    return [f"<{tag}>", *_paragraph(random), f"</{tag.split()[0]}>"]


def _odd(random: Random) -> list[str]:
    return ["".join(random.choices((*ODD, "---", "***", " ", "a"), k=random.randint(1, 8)))]


_BLOCKS = (_paragraph, _paragraph, _heading, _list, _list, _quote, _code, _table, _html, _odd)
