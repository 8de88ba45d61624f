"""What a sentence shows, as names: cues, classes, who acts, and its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from mentorcrm.core.coach.descriptions.section_cues import Word

_ACTORS = ("ME", "YOU", "WHO", "HE", "ONE", "OTHERS", "MENTOR")
_CROSSED = (
    "WANT", "CHANGE", "STRUGGLE", "SERVE", "MANNER", "DONE", "LOSE", "PROVE", "NEG", "HARD",
    "TRAIT", "UNIT", "PERIOD", "OTHERS", "GAINME", "YOU", "MEO", "BIG",
)  # fmt: skip
_HELPERS = frozenset(
    "will would can could shall should must may might have has had am is are was were be do does "
    "did if when because so that who by until for from after before".split()
)

_SMALL = _HELPERS | frozenset(
    "i we you he she they it my our your me us not no never to a an the there this that nobody "
    "someone somebody anyone every each one two per in on at of with".split()
)


def features(words: Sequence[Word], groups: Mapping[str, float]) -> Iterator[str]:
    """Give the features of a sentence, each once."""
    yield from _cue_features(groups)
    present = {name for word in words for name in word.classes}
    for name in present:
        if name not in {"STOP", "VAGUE"}:
            yield "k:" + name
    actor = _actor(words)
    yield "s:" + actor
    for name in _CROSSED:
        if name in present:
            yield f"x:{actor}>{name}"
    for word in words:
        if word.word in _HELPERS:
            yield f"h:{actor}>{word.word}"
            break
    for first, second in pairwise(words):
        if first.word in _SMALL and second.word in _SMALL:
            yield f"b:{first.word}_{second.word}"
    for stem in {stem_of(word.word) for word in words}:
        yield "w:" + stem
    yield "n:short" if len(words) < 7 else "n:long" if len(words) > 22 else "n:middle"


def _cue_features(groups: Mapping[str, float]) -> Iterator[str]:
    for name, count in groups.items():
        yield "c:" + name
        if count > 1:
            yield "c2:" + name
        if count > 3:
            yield "c4:" + name


def _actor(words: Sequence[Word]) -> str:
    """Return the class of the first word that names who acts."""
    for word in words:
        for name in _ACTORS:
            if name in word.classes:
                return name
    return "none"


def stem_of(word: str) -> str:
    """Return a word without its commonest endings, cut to seven letters.

    Coarser than the stems of the match: the weights are fitted to just these.
    """
    for ending in ("ings", "ing", "ies", "ed", "es", "s", "ly"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)]
            break
    return word[:7]
