"""Stems of English words: what "negotiate", "negotiating" and "negotiation" have in common.

A few endings are taken off and irregular forms looked up. Two words that mean the same may
still have different stems; bringing those together is the lexicon's part.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mentorcrm.core.text import fold

_WORD = re.compile(r"[^\W_]+")
_SHORTEST = 3
_IRREGULAR = {
    "led": "lead", "leadership": "lead", "taught": "teach", "built": "build",
    "wrote": "write", "written": "write", "spoke": "speak", "spoken": "speak",
    "speech": "speak", "speeches": "speak", "grew": "grow", "grown": "grow", "growth": "grow",
    "sold": "sell", "ran": "run", "learnt": "learn", "learned": "learn", "gave": "give",
    "given": "give", "began": "begin", "begun": "begin", "chose": "choose", "chosen": "choose",
    "won": "win", "held": "hold", "kept": "keep", "left": "leave", "lost": "lose",
    "made": "make", "met": "meet", "paid": "pay", "sent": "send",
    "taken": "take", "took": "take", "thought": "think", "told": "tell", "knew": "know",
    "known": "know", "knows": "know", "went": "go", "people": "person", "children": "child",
    "felt": "feel", "fought": "fight", "found": "find", "founded": "founder", "founding": "founder", "became": "become", "shown": "show",
    "ceo": "chief", "cto": "chief", "coo": "chief", "cfo": "chief", "cpo": "chief",
    "analyses": "analysis", "strategic": "strategy", "strategies": "strategy",
    "strategist": "strategy", "decision": "decide", "decisions": "decide",
}  # fmt: skip
_ENDINGS = (
    ("izations", "iz"), ("isations", "is"), ("ization", "iz"), ("isation", "is"),
    ("ations", ""), ("ation", ""), ("ators", ""), ("ator", ""), ("ating", ""), ("ated", ""),
    ("ates", ""), ("ate", ""), ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""),
    ("ships", ""), ("ship", ""), ("nesses", ""), ("ness", ""), ("ions", ""), ("ion", ""),
    ("ingly", ""), ("ings", ""), ("ing", ""), ("ers", ""), ("er", ""), ("ors", ""), ("or", ""),
    ("ies", "y"), ("ied", "y"), ("ed", ""), ("sses", "ss"), ("es", ""), ("ly", ""),
    ("ive", ""), ("s", ""), ("e", ""),
)  # fmt: skip
_NOT_PLURAL = ("ss", "us", "is")
_WHOLE = frozenset(
    "director career manager founder partner principal product production officer university "
    "customer paper number offer matter mentor sector vendor counsel minister trainer author "
    "public publication order series business process analysis crisis focus status bonus campus".split()
)
"""Words that an ending would be taken off in vain: a career is no care."""


def words(text: str) -> list[str]:
    """Return the words of ``text``, folded, in order."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    if word in _IRREGULAR:
        return stem(_IRREGULAR[word])
    if word in _WHOLE:
        return word
    if word.endswith("s") and word[:-1] in _WHOLE:
        return word[:-1]
    for ending, instead in _ENDINGS:
        if not word.endswith(ending) or len(word) - len(ending) < _SHORTEST:
            continue
        if ending == "s" and word.endswith(_NOT_PLURAL):
            continue
        return _undoubled(word[: len(word) - len(ending)] + instead)
    return word


def beginnings(word: str) -> set[str]:
    """Return how the forms of a folded word begin: its stem, and its irregular forms.

    A stem of two or three letters begins too many other words: the word stands for itself.
    """
    base = stem(word)
    irregular = {form for form in _IRREGULAR if stem(form) == base}
    return {base if len(base) > _SHORTEST and word.startswith(base) else word, *irregular}


def _undoubled(base: str) -> str:
    """Return ``base`` without the letter that an ending doubled: planning, plan."""
    if len(base) > _SHORTEST and base[-1] == base[-2] and base[-1] not in "aeiousl":
        return base[:-1]
    return base
