"""Icons that take their colour from the tokens at paint time.

The drawings come from the ``lucide`` package. Its import costs 100 ms, so the texts of the
icons we use are kept in the cache folder and the package is loaded only for a new one.
"""

from __future__ import annotations

import importlib.util
import json
import os
import warnings
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QIcon,
    QIconEngine,
    QPainter,
    QPalette,
    QPixmap,
    QPixmapCache,
)
from PySide6.QtSvg import QSvgRenderer

from mentorcrm.core.locations import cache_folder
from mentorcrm.gui import theme

_STROKE = "1.75"  # thinner than Lucide's own 2: calmer at 16 to 20 pixels


def icon(name: str, token: str = "text") -> QIcon:
    """Return the Lucide icon ``name`` in the colour ``token``, right in every scheme."""
    return QIcon(_TokenIconEngine(name, token))


def pixmap(name: str, token: str, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon ``name`` as it looks now, ``size`` logical pixels wide."""
    return _render(name, theme.color(token), QSize(size, size) * ratio, ratio)


class _TokenIconEngine(QIconEngine):
    """Paint one icon in the colour its token has at that moment."""

    def __init__(self, name: str, token: str) -> None:
        super().__init__()
        self._name = name
        self._token = token

    def _color(self, mode: QIcon.Mode) -> QColor:
        if mode == QIcon.Mode.Disabled:
            return QGuiApplication.palette().color(
                QPalette.ColorGroup.Disabled, QPalette.ColorRole.ButtonText
            )
        if mode == QIcon.Mode.Selected and self._token in ("text", "muted"):
            return theme.color("on_selection")
        return theme.color(self._token)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw the icon into ``rect``."""
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(
            rect.topLeft(), _render(self._name, self._color(mode), rect.size() * ratio, ratio)
        )

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the icon at ``size`` device pixels."""
        return _render(self._name, self._color(mode), size, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """Return the icon at ``size`` device pixels for a screen of ``scale``."""
        return _render(self._name, self._color(mode), size, scale)

    def clone(self) -> QIconEngine:
        """Return a copy for another QIcon."""
        return _TokenIconEngine(self._name, self._token)

    def key(self) -> str:
        """Return the name of this kind of engine."""
        return "mentorcrm"


def _render(name: str, color: QColor, size: QSize, ratio: float) -> QPixmap:
    if size.isEmpty():
        return QPixmap()  # a view squeezed to nothing asks for nothing
    rgb = color.name(QColor.NameFormat.HexArgb)
    key = f"mentorcrm:{name}:{rgb}:{size.width()}x{size.height()}@{ratio}"
    result = QPixmap()
    if QPixmapCache.find(key, result):
        return result
    svg = _source(name).replace("currentColor", color.name())
    svg = svg.replace('stroke-width="2"', f'stroke-width="{_STROKE}"')
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    result = QPixmap(size)
    result.fill(Qt.GlobalColor.transparent)
    painter = QPainter(result)
    painter.setOpacity(color.alphaF())
    renderer.render(painter, _square(size))
    painter.end()
    result.setDevicePixelRatio(ratio)
    QPixmapCache.insert(key, result)
    return result


def _square(size: QSize) -> QRectF:
    """Return where the drawing goes: icons beside a text ask for a wider, not a distorted one."""
    side = min(size.width(), size.height())
    mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    left = size.width() - side if mirrored else 0
    return QRectF(left, (size.height() - side) / 2, side, side)


def draw(painter: QPainter, name: str, token: str, at: QPoint, size: int) -> None:
    """Draw the icon ``name`` with its top left corner ``at``; for delegates."""
    ratio = painter.device().devicePixelRatioF()
    painter.drawPixmap(at, pixmap(name, token, size, ratio))


@cache
def _source(name: str) -> str:
    texts = _kept()
    if name not in texts:
        # Late on purpose: this import costs about 100 ms and is needed only for an icon
        # that the cache does not have yet.
        from lucide import lucide_icon  # noqa: PLC0415

        with warnings.catch_warnings():
            # Lucide renames icons; an older name is as good as the new one.
            warnings.simplefilter("ignore", DeprecationWarning)
            texts[name] = str(lucide_icon(name))
        _keep(texts)
    return texts[name]


@cache
def _cache_file() -> Path:
    spec = importlib.util.find_spec("lucide")
    folders = spec.submodule_search_locations if spec is not None else None
    database = Path(next(iter(folders))) / "data" / "lucide-icons.db" if folders else None
    stamp = database.stat() if database is not None and database.exists() else None
    version = f"{stamp.st_size:x}-{int(stamp.st_mtime):x}" if stamp is not None else "none"
    return cache_folder() / f"icons-{version}.json"


@cache
def _kept() -> dict[str, str]:
    try:
        texts = json.loads(_cache_file().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return texts if isinstance(texts, dict) else {}


def _keep(texts: dict[str, str]) -> None:
    file = _cache_file()
    draft = file.with_suffix(f".{os.getpid()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps(texts), encoding="utf-8")
        draft.replace(file)
    except OSError:
        # A cache that cannot be written costs time at the next start, nothing else.
        draft.unlink(missing_ok=True)
