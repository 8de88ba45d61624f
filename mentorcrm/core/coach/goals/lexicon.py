"""Look words up: their classes, their plain form, and the word a typo was meant to be."""

from __future__ import annotations

from functools import lru_cache

from mentorcrm.core.coach.goals.words_goals import GOAL_WORDS
from mentorcrm.core.coach.goals.words_means import MEANS_WORDS
from mentorcrm.core.coach.goals.words_more import MORE_WORDS
from mentorcrm.core.coach.goals.words_stakes import STAKE_WORDS
from mentorcrm.core.coach.goals.words_time import TIME_WORDS

_IRREGULAR = """
    be am is are was were been being; have has had having; do does did done doing;
    go goes went gone; get gets got gotten getting; make made; take took taken; give gave given;
    come came; see saw seen; know knew known; say said; tell told; think thought; find found;
    write wrote written; win won; sell sold; lead led; build built; teach taught; hold held;
    run ran; keep kept; lose lost; pay paid; buy bought; bring brought; leave left; meet met;
    speak spoke spoken; begin began begun; break broke broken; choose chose chosen; draw drew
    drawn; drive drove driven; eat ate eaten; fall fell fallen; feed fed; feel felt; fight fought;
    forget forgot forgotten; grow grew grown; hear heard; lend lent; send sent; spend spent;
    sing sang sung; sit sat; sleep slept; stand stood; steal stole stolen; swear swore sworn;
    understand understood; wear wore worn; sink sank sunk; lay laid; learn learnt; burn burnt;
    become became; show shown; swim swam swum; bleed bled; hide hid hidden; drown; die dying dies
    died; lie lay lain lying; ring rang rung; rise rose risen; throw threw thrown; fly flew flown;
    person persons; child children; woman women; man men; wife wives; life lives; shelf shelves;
    mean meant; seek sought; catch caught; deal dealt; shake shook shaken; shrink shrank shrunk;
    tear tore torn; bite bit bitten; freeze froze frozen; publish pubished; set setting;
    put putting; cut cutting; let letting; quit quitting; shut shutting; hit hitting;
    licence licences; license licensed licensing licenses; qualify qualified; good; well; bad
"""

_CLASSES: dict[str, frozenset[str]] = {}
_LEMMAS: dict[str, str] = {}


def _read() -> None:
    found: dict[str, set[str]] = {}
    for table in (GOAL_WORDS, MEANS_WORDS, STAKE_WORDS, TIME_WORDS, MORE_WORDS):
        for name, block in table.items():
            for word in block.split():
                found.setdefault(word, set()).add(name)
    _CLASSES.update((word, frozenset(names)) for word, names in found.items())
    for group in _IRREGULAR.split(";"):
        plain, *forms = group.split()
        _LEMMAS.update(dict.fromkeys(forms, plain))


_read()
NO_CLASS: frozenset[str] = frozenset()


@lru_cache(maxsize=20_000)
def lemma(word: str) -> str:
    """Return the plain form of ``word``, or a shortened one when nobody listed it."""
    if word in _LEMMAS:
        return _LEMMAS[word]
    if len(word) < 4:
        return word
    for plain in _plain_forms(word):
        if plain in _CLASSES or plain in _LEMMAS.values():
            return plain
    return _shortened(word)


def _plain_forms(word: str) -> list[str]:
    """Return what ``word`` may be a form of, the likeliest first."""
    forms: list[str] = []
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("ied"):
        forms.append(word[:-3] + "y")
    if word.endswith("es"):
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.insert(0, word[:-1])
    for ending in ("ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            stem = word[: -len(ending)]
            forms += [stem + "e", stem] if ending == "ing" else [word[:-1], stem]
            if len(stem) > 2 and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms


def _shortened(word: str) -> str:
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@lru_cache(maxsize=20_000)
def classes(word: str) -> frozenset[str]:
    """Return the classes of ``word`` and of its plain form."""
    plain = lemma(word)
    own = _CLASSES.get(word, NO_CLASS)
    found = own | _CLASSES.get(plain, NO_CLASS) if plain != word else own
    return found | {_form(word, plain)} if found else found


def _form(word: str, plain: str) -> str:
    """Return which form of its plain form a word is, as a class of its own."""
    if word.endswith("ing") and plain != word:
        return "ing_form"
    if plain == word:
        return "base_form"
    return "s_form" if word.endswith("s") else "ed_form"


def is_known(word: str) -> bool:
    """Say whether the word or its plain form is in a list."""
    return bool(classes(word)) or word in _LEMMAS
