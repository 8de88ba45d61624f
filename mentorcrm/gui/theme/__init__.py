"""The look of the window: tokens, palette and style sheet, switched while it runs.

Whoever paints asks ``tokens()`` at paint time: a colour kept from before goes stale when
the scheme changes.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from mentorcrm.core.locations import cache_folder
from mentorcrm.gui.theme.palette import palette
from mentorcrm.gui.theme.style_sheet import style_sheet
from mentorcrm.gui.theme.system import SystemLook
from mentorcrm.gui.theme.tokens import LIGHT, Scheme, Tokens, choose

__all__ = [
    "Scheme",
    "Tokens",
    "apply",
    "color",
    "follow_system",
    "system_changed",
    "tokens",
    "watch",
]

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{color}" '
    'stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"><path d="{path}"/></svg>'
)


class _State(QObject):
    """The look in force: one per process, like the QApplication it belongs to."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.tokens = LIGHT
        self.scheme = Scheme.SYSTEM
        self.scale = 1.0
        self.base_size = 0.0
        self.system: SystemLook | None = None


_state: _State | None = None


def _the_state() -> _State:
    global _state  # noqa: PLW0603 - made on first use, because a QObject needs Qt loaded
    if _state is None:
        _state = _State()
    return _state


def tokens() -> Tokens:
    """Return the colours in force now."""
    return _the_state().tokens


def color(name: str) -> QColor:
    """Return the colour called ``name`` in force now."""
    return QColor(_the_state().tokens.color(name))


def watch() -> _State:
    """Return the object whose ``changed`` signal tells that the look changed."""
    return _the_state()


def apply(app: QApplication, scheme: str | Scheme = Scheme.SYSTEM, scale: float = 1.0) -> Tokens:
    """Give the whole application the look ``scheme`` with text ``scale`` times the usual size."""
    state = _the_state()
    if state.system is None:
        state.system = SystemLook(app)
        state.system.changed.connect(system_changed)
        app.setStyle("Fusion")
        _settle_font(app)
        state.base_size = app.font().pointSizeF()
    state.scheme, state.scale = Scheme(scheme), scale
    hint = {Scheme.LIGHT: Qt.ColorScheme.Light, Scheme.DARK: Qt.ColorScheme.Dark}
    # Native frames and dialogs follow this where the platform can.
    state.system.blockSignals(True)
    app.styleHints().setColorScheme(hint.get(state.scheme, Qt.ColorScheme.Unknown))
    state.system.blockSignals(False)
    _install(app, state)
    return state.tokens


def follow_system() -> None:
    """Ask the desktop's settings portal, where Qt does not know the colour scheme."""
    system = _the_state().system
    if system is not None:
        system.ask_portal()


def system_changed() -> None:
    """Take over a change of the desktop's preference."""
    app = QApplication.instance()
    state = _the_state()
    if isinstance(app, QApplication) and state.scheme in (Scheme.SYSTEM, Scheme.HIGH_CONTRAST):
        _install(app, state)


def _install(app: QApplication, state: _State) -> None:
    assert state.system is not None
    state.tokens = choose(
        state.scheme, system_dark=state.system.dark, system_contrast=state.system.contrast
    )
    font = QFont(app.font())
    font.setPointSizeF(max(6.0, state.base_size * state.scale))
    app.setFont(font)
    app.setPalette(palette(state.tokens))
    sheet = style_sheet(
        state.tokens, font.pointSizeF(), QFontMetrics(font).height(), _images(state.tokens)
    )
    if sheet != app.styleSheet():
        app.setStyleSheet(sheet)
    state.changed.emit()


def _settle_font(app: QApplication) -> None:
    """Where no desktop chose a font, take the best one that is there instead of Qt's fallback."""
    font = app.font()
    if font.family() not in ("Sans Serif", "Sans", "sans-serif", ""):
        return
    for family in ("Inter", "Noto Sans", "Cantarell", "Open Sans"):
        if QFontDatabase.hasFamily(family):
            font.setFamily(family)
            break
    font.setPointSizeF(max(10.0, font.pointSizeF()))
    app.setFont(font)


def _images(current: Tokens) -> dict[str, Path]:
    """Return the pictures that a style sheet can only take from files."""
    down, up, tick = "m6 9 6 6 6-6", "m18 15-6-6-6 6", "M20 6 9 17l-5-5"
    return {
        "chevron": _image("chevron", current.muted, down, 2.0),
        "chevron_up": _image("chevron-up", current.muted, up, 2.0),
        "check": _image("check", current.on_accent, tick, 3.5),
    }


def _image(name: str, stroke: str, path: str, width: float) -> Path:
    folder = cache_folder() / "theme"
    file = folder / f"{name}-{stroke[1:].lower()}.svg"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        file.write_text(_SVG.format(color=stroke, width=width, path=path), encoding="utf-8")
    return file
