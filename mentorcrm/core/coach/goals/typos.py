"""Read key words with one slip of the finger as the words they were meant to be."""

from __future__ import annotations

from functools import cache, lru_cache

KEY_WORDS = """
    january february april august september october november december monday tuesday wednesday
    thursday friday saturday sunday summer autumn winter spring christmas easter before until
    within deadline quarter semester months month weeks birthday certificate certified
    certification
    licence license published publish accepted appointed promoted registered qualified
    exam
    examination launch launched graduate achieve become manager director because otherwise
    experience support supervisor budget savings colleague colleagues employer already
    evenings weekend patients children daughter family mortgage confident visible network
    professional improve understand learn conversations conversation contacts people language
    university scholarship interview company business
""".split()
SHORTEST = 5


def _deletes(word: str) -> set[str]:
    return {word[:place] + word[place + 1 :] for place in range(len(word))}


@cache
def _by_delete() -> dict[str, str]:
    table: dict[str, str] = {}
    for word in KEY_WORDS:
        for form in {word, *_deletes(word)}:
            table.setdefault(form, word)
    return table


@lru_cache(maxsize=20_000)
def meant(word: str) -> str:
    """Return the key word that ``word`` misses by one letter, or ``word`` itself."""
    if not SHORTEST <= len(word) <= 16:
        return word
    table = _by_delete()
    for form in (word, *sorted(_deletes(word))):
        key = table.get(form)
        if key is not None and key[0] == word[0] and abs(len(key) - len(word)) <= 1:
            # "friends" is no "friend", and a plural is no slip: only letters inside count.
            if key.removesuffix("s") == word.removesuffix("s"):
                return word
            return key if len(word) > SHORTEST or sorted(key) == sorted(word) else word
    return word
