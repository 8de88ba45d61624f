"""Lay desktop entry, AppStream data, icons and manual page under a prefix such as ~/.local.

Usage: python packaging/linux/install.py PREFIX
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

ID = "org.mentorcrm.MentorCRM"
HERE = Path(__file__).resolve().parent
ICONS = HERE.parent.parent / "resources" / "icons"
SIZES = (48, 128)


def render(source: Path, size: int, target: Path) -> None:
    """Draw the SVG file ``source`` as a square PNG file."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(source)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    if not image.save(str(target)):
        raise OSError(f"cannot write {target}")


def install(prefix: Path) -> list[Path]:
    """Copy and draw every file under ``prefix``, and return their paths."""
    share = prefix / "share"
    hicolor = share / "icons" / "hicolor"
    copies = {
        HERE / f"{ID}.desktop": share / "applications" / f"{ID}.desktop",
        HERE / f"{ID}.metainfo.xml": share / "metainfo" / f"{ID}.metainfo.xml",
        HERE / "mentorcrm.1": share / "man" / "man1" / "mentorcrm.1",
        ICONS / "mentorcrm.svg": hicolor / "scalable" / "apps" / f"{ID}.svg",
        ICONS / "mentorcrm-symbolic.svg": hicolor / "symbolic" / "apps" / f"{ID}-symbolic.svg",
    }
    for source, target in copies.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    drawn = {size: hicolor / f"{size}x{size}" / "apps" / f"{ID}.png" for size in SIZES}
    for size, target in drawn.items():
        target.parent.mkdir(parents=True, exist_ok=True)
        render(ICONS / "mentorcrm.svg", size, target)
    return [*copies.values(), *drawn.values()]


def main(arguments: list[str]) -> int:
    """Install under the prefix given on the command line."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    application = QGuiApplication([sys.argv[0], "-platform", "offscreen"])
    for path in install(Path(arguments[0]).expanduser()):
        print(path)
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
