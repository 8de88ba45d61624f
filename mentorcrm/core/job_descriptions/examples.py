"""Complete descriptions by invented people: to begin from, or to read beside one's own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import resources
from mentorcrm.core.schema import SECTIONS

_NAMES = (
    "new-manager",
    "career-change",
    "founder",
    "academic",
    "returning",
    "skill",
    "new-country",
)
_HEAD = re.compile(r"# (?P<title>.+)\nKind: (?P<kind>.+)\nWriter: (?P<writer>.+)\n")
_SECTION = re.compile(r"^## (\w+)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Example:
    """One description of somebody else's, with who wrote it."""

    name: str
    kind: str
    """What the writer is about to do, in two words."""
    title: str
    writer: str
    sections: dict[str, str]


@cache
def examples() -> tuple[Example, ...]:
    """Return all examples, in the order in which they are offered."""
    return tuple(_read(name) for name in _NAMES)


def is_from_example(section: str, text: str) -> bool:
    """Tell whether ``text`` is still what an example says in that section."""
    return text.strip() in _texts()[section]


def example(name: str) -> Example:
    """Return the example of this name."""
    found = next((one for one in examples() if one.name == name), None)
    if found is None:
        raise NotFound(_("There is no such example."))
    return found


@cache
def _texts() -> dict[str, frozenset[str]]:
    return {name: frozenset(one.sections[name] for one in examples()) for name in SECTIONS}


def _read(name: str) -> Example:
    file = resources() / "templates" / "descriptions" / f"{name}.md"
    text = file.read_text(encoding="utf-8")
    head = _HEAD.match(text)
    if head is None:
        raise ValueError(f"{file.name} does not begin as an example does")
    parts = _SECTION.split(text[head.end() :])
    sections = dict(zip(parts[1::2], (part.strip() for part in parts[2::2]), strict=True))
    return Example(name, head["kind"], head["title"], head["writer"], sections)
