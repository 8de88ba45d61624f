"""What the window imports by name when it is first used is really there."""

from __future__ import annotations

import ast
import importlib

import pytest

from mentorcrm.gui import sections
from tests.architecture.sources import calls, modules


def _named():
    """Give module and class of each feature that is named somewhere in the window."""
    for path in modules("mentorcrm/gui"):
        for called, call in calls(path):
            texts = [part.value for part in call.args if isinstance(part, ast.Constant)]
            if called == "feature" and len(texts) == 2:
                yield texts[0], texts[1]


@pytest.mark.parametrize(("module", "thing"), sorted(set(_named())))
def test_feature_is_there(module, thing):
    assert hasattr(importlib.import_module(f"mentorcrm.gui.{module}"), thing)


def test_every_section_has_its_page():
    shown = sections.sections()
    assert [section.id for section in shown] == [
        "board",
        "people",
        "goals",
        "ideal_mentor",
        "match",
    ]
    for section in shown:
        assert hasattr(importlib.import_module(f"mentorcrm.gui.{section.module}"), section.page)
