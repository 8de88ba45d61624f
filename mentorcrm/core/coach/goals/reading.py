"""A text as the coach reads it: sentences of words with their plain forms and classes."""

from __future__ import annotations

from dataclasses import dataclass

from mentorcrm.core.coach.goals import lexicon
from mentorcrm.core.coach.goals.sentences import WORD, Token, sentences, tokens
from mentorcrm.core.coach.goals.typos import meant

Line = tuple["Word", ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its plain form and classes."""

    word: str
    lemma: str
    kind: str
    classes: frozenset[str]
    text: str
    start: int
    end: int

    def is_a(self, *names: str) -> bool:
        """Say whether the word is of one of the classes."""
        return not self.classes.isdisjoint(names)

    @property
    def is_capital(self) -> bool:
        """Say whether it was written with a capital letter."""
        return self.text[:1].isupper()


def read(text: str) -> list[Line]:
    """Return the sentences of ``text`` as lines of words."""
    return [tuple(_word(token) for token in group) for group in sentences(tokens(text))]


def _word(token: Token) -> Word:
    word = token.word
    if token.kind == WORD:
        if not lexicon.is_known(word):
            word = meant(word)
        return Word(
            word,
            lexicon.lemma(word),
            token.kind,
            lexicon.classes(word),
            token.text,
            token.start,
            token.end,
        )
    return Word(word, word, token.kind, lexicon.NO_CLASS, token.text, token.start, token.end)


def quoted(text: str, line: Line, first: int, end: int, limit: int = 80) -> str:
    """Return the user's own words from ``first`` up to ``end``, shortened in the middle of none."""
    piece = " ".join(text[line[first].start : line[end - 1].end].split())
    if len(piece) <= limit:
        return piece
    return piece[:limit].rsplit(" ", 1)[0] + " …"
