"""Files that are dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDropEvent


def dropped_files(event: QDropEvent) -> list[Path]:
    """Return the files of a drop."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def accept_as_copy(event: QDropEvent) -> None:
    """Accept a drop as a copy: after a move its giver may delete the file."""
    event.setDropAction(Qt.DropAction.CopyAction)
    event.accept()
