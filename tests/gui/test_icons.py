"""Icons: coloured by the token in force, sharp, and without importing their package twice."""

from __future__ import annotations

import gc
import json
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QToolButton

from mentorcrm.gui import icons, theme
from mentorcrm.gui.actions import rows
from mentorcrm.gui.sections import sections


def colours(pixmap: QPixmap) -> set[str]:
    image = pixmap.toImage()
    found = set()
    for x in range(image.width()):
        for y in range(image.height()):
            colour = image.pixelColor(x, y)
            if colour.alpha() == 255:
                found.add(colour.name())
    return found


def test_icon_has_the_colour_of_its_token(themed):
    drawn = icons.icon("user-plus", "accent").pixmap(QSize(32, 32))
    assert colours(drawn) == {QColor(theme.tokens().accent).name()}


def test_icon_follows_a_change_of_scheme(themed):
    icon = icons.icon("bell", "text")
    theme.apply(themed, "dark")
    assert QColor(theme.tokens().text).name() in colours(icon.pixmap(QSize(32, 32)))


def test_disabled_icon_is_faint(themed):
    icon = icons.icon("bell", "text")
    normal = icon.pixmap(QSize(24, 24)).toImage()
    disabled = icon.pixmap(QSize(24, 24), QIcon.Mode.Disabled).toImage()
    assert normal != disabled


def test_pixmap_is_sharp_on_dense_screens(themed):
    drawn = icons.pixmap("bell", "text", 16, 2.0)
    assert drawn.width() == 32
    assert drawn.deviceIndependentSize().width() == 16


def test_wide_icon_is_not_distorted(themed):
    image = icons.icon("square", "text").pixmap(QSize(20, 16)).toImage()
    right = [image.pixelColor(x, 8).alpha() for x in range(17, 20)]
    assert right == [0, 0, 0]


def test_engines_survive_the_garbage_collector(themed, qtbot):
    button = QToolButton()
    qtbot.addWidget(button)
    for _round in range(500):
        button.setIcon(QIcon(icons.icon("bell")))
    gc.collect()
    button.show()
    assert not button.grab().isNull()


@pytest.mark.parametrize(
    "name", sorted({row.icon for row in rows()} | {s.icon for s in sections()})
)
def test_every_icon_named_is_drawn(themed, name):
    assert colours(icons.pixmap(name, "text", 24)) or colours(icons.pixmap(name, "text", 64))
    assert "placeholder" not in icons._source(name)


def test_cache_keeps_the_package_unloaded(tmp_path: Path):
    program = (
        "import sys; from PySide6.QtGui import QGuiApplication; q = QGuiApplication([]);"
        "from mentorcrm.gui import icons; icons.pixmap('bell', 'text', 16);"
        "print('lucide' in sys.modules)"
    )

    def run() -> str:
        return subprocess.run(
            [sys.executable, "-c", program],
            env={
                "XDG_CACHE_HOME": str(tmp_path),
                "QT_QPA_PLATFORM": "offscreen",
                "HOME": str(tmp_path),
                "PATH": "",
            },
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()

    assert run() == "True"
    assert run() == "False"
    (cache,) = (tmp_path / "mentorcrm").glob("icons-*.json")
    assert "bell" in json.loads(cache.read_text(encoding="utf-8"))


def test_broken_cache_is_made_again(tmp_path, monkeypatch, themed):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    for cached in (icons._kept, icons._cache_file, icons._source):
        cached.cache_clear()
    icons._cache_file().parent.mkdir(parents=True)
    icons._cache_file().write_text("{half", encoding="utf-8")
    assert "svg" in icons._source("bell")
    assert "bell" in json.loads(icons._cache_file().read_text(encoding="utf-8"))
    for cached in (icons._kept, icons._cache_file, icons._source):
        cached.cache_clear()
