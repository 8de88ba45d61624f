"""Take a text apart: tokens, sentences and clauses, each with its place in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD, NUMBER, DATE, MARK = "word", "number", "date", "mark"

_TOKEN = re.compile(
    r"(?P<date>(?<!\d)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}([./-])\d{1,2}\2(?:\d{4}|\d{2})"
    r"|(?:0?[1-9]|1[0-2])[/.](?:19|20)\d\d|(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.(?!\d))(?!\d))"
    r"|(?P<number>\d{1,3}(?:[,.’' ]\d{3})+(?!\d)|\d{1,15}(?:[.,:]\d{1,15})?)"
    r"|(?P<word>[^\W\d_]+(?:['’‘´`][^\W\d_]+)*['’]?)"
    r"|(?P<mark>\n|[^\s\w]|_)"
)
"""Every alternative begins with another letter and repeats no group: linear time.

Longer runs of digits are cut: Python refuses to read numbers of thousands of digits.
"""

_ABBREVIATIONS = frozenset(
    "e.g i.e approx dr mr mrs ms st prof incl etc vs no nr ca min max inc ltd co dept est jr sr mo hrs".split()
)
_QUOTES = frozenset('"“”„«»*`')
_BULLETS = frozenset("-–—*•·>+")
_ENDS = frozenset(".!?…;\n")
_STRAIGHT = str.maketrans("’‘´`", "''''")

_SHORT_FORMS = {
    "n't": "not", "'ve": "have", "'m": "am", "'ll": "will", "'re": "are", "'d": "would",
}  # fmt: skip
_RUN_TOGETHER = {
    "dont": "do not", "doesnt": "does not", "didnt": "did not", "cant": "can not",
    "cannot": "can not", "wont": "will not", "isnt": "is not", "arent": "are not",
    "havent": "have not", "hasnt": "has not", "wasnt": "was not", "wouldnt": "would not",
    "couldnt": "could not", "shouldnt": "should not", "ive": "i have", "im": "i am",
    "youre": "you are", "theyre": "they are", "gonna": "going to", "wanna": "want to",
    "gotta": "got to", "can't": "can not", "won't": "will not", "shan't": "shall not",
    "ain't": "is not", "let's": "let us", "it's": "it is", "that's": "that is",
    "there's": "there is", "he's": "he is", "she's": "she is", "what's": "what is",
    "who's": "who is", "thats": "that is", "theres": "there is", "aint": "is not",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, date or mark: ``word`` is what rules compare, in lower case."""

    text: str
    word: str
    kind: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Say whether the user wrote it with a capital letter."""
        return self.text[:1].isupper()


def tokens(text: str) -> list[Token]:
    """Return the tokens of ``text`` in order; short forms ("don't") become two tokens."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or MARK
        if match.group() in _QUOTES:
            continue
        if match.group() == "-" and _is_inside(text, match.start()):
            continue
        if kind == WORD:
            found += _words(match.group(), match.start(), match.end())
        else:
            found.append(Token(match.group(), match.group(), kind, match.start(), match.end()))
    return found


def _is_inside(text: str, place: int) -> bool:
    """Say whether the hyphen at ``place`` stands inside a word ("two-year", "plug-in")."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and around.isalnum() and not around.isdigit()


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    """Give the words of one run of letters, taken apart where two were written as one."""
    word = text.translate(_STRAIGHT).lower()
    for part in _apart(word):
        yield Token(text, part, WORD, start, end)


def _apart(word: str) -> list[str]:
    if word in _RUN_TOGETHER:
        return _RUN_TOGETHER[word].split()
    for ending, full in _SHORT_FORMS.items():
        if word.endswith(ending) and len(word) > len(ending):
            return [word[: -len(ending)], full]
    if word.endswith("'s") and len(word) > 2:
        return [word[:-2], "'s"]
    if word.endswith("'") and len(word) > 1:
        return [word[:-1], "'s"] if word.endswith("s'") else [word[:-1]]
    return [word]


def sentences(found: list[Token]) -> list[list[Token]]:
    """Group tokens into sentences: full stops, line breaks, semicolons and bullets end one."""
    groups: list[list[Token]] = []
    current: list[Token] = []
    for place, token in enumerate(found):
        if token.kind == MARK and token.word in _ENDS and _ends(found, place):
            if current:
                groups.append(current)
            current = []
        elif not current and token.kind == MARK and token.word in _BULLETS:
            continue
        else:
            current.append(token)
    if current:
        groups.append(current)
    return groups


def _ends(found: list[Token], place: int) -> bool:
    """Say whether the mark at ``place`` ends a sentence."""
    mark = found[place]
    if mark.word != ".":
        return True
    after = found[place + 1] if place + 1 < len(found) else None
    if after is None:
        return True
    before = found[place - 1] if place else None
    if after.start == mark.end and after.kind != MARK:
        return before is not None and before.kind == WORD and len(before.word) > 3
    if before is None:
        return True
    short = before.word in _ABBREVIATIONS or (len(before.word) == 1 and before.kind == WORD)
    return not (short and before.end == mark.start and not after.is_capital)
