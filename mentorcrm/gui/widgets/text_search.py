"""Finding words in texts and putting others in their place; plain Python."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for, and how exactly."""

    words: str
    match_case: bool = False
    whole_words: bool = False

    def places(self, text: str) -> list[tuple[int, int]]:
        """Return where the words stand in ``text``."""
        return [found.span() for found in self._pattern().finditer(text)] if self.words else []

    def replaced(self, text: str, words: str) -> tuple[str, int]:
        """Return ``text`` with ``words`` in place of what was looked for, and how often."""
        if not self.words:
            return text, 0
        return self._pattern().subn(lambda _found: words, text)

    def _pattern(self) -> re.Pattern[str]:
        words = re.escape(self.words)
        if self.whole_words:
            words = rf"(?<!\w){words}(?!\w)"
        return re.compile(words, 0 if self.match_case else re.IGNORECASE)


def count_words(text: str) -> int:
    """Return how many words a Markdown text has; marks and addresses are none."""
    bare = re.sub(r"\]\([^)\s]*\)", "]", text)
    return len(re.findall(r"\w+(?:['’.,@/:-]\w+)*", bare))
