"""Print where the obstacles of the first goal are, as JSON; run on the display that is tested.

The program itself has no back door for tests, so the same window is laid out here once more,
from the same data, at the same size.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from mentorcrm import core
from mentorcrm.core.settings import Settings
from mentorcrm.gui.app import App
from mentorcrm.gui.main import apply_look, make_application
from mentorcrm.gui.main_window import MainWindow
from mentorcrm.gui.notices import Notices


def main() -> None:
    folder = Path(sys.argv[1])
    qapp = make_application()
    settings = Settings.load(folder)
    apply_look(settings)
    app = App(settings, Notices())
    window = MainWindow(app)
    app.attach(core.database.Database.open(folder))
    page: Any = window.show_section("goals")
    window.show()

    def middle(widget: QWidget, inside: QPoint) -> list[int]:
        place = widget.mapTo(window, inside) + window.pos()
        return [place.x(), place.y()]

    def tell() -> None:
        bar = page.editor.tabs.tabBar()
        lines = page.editor.obstacles.lines()
        places = {
            "tab": middle(bar, bar.tabRect(1).center()),
            "grips": [middle(line.grip, line.grip.rect().center()) for line in lines],
            "heights": [line.height() for line in lines],
        }
        print(json.dumps(places), flush=True)
        app.close()
        QApplication.exit(0)

    def show_obstacles() -> None:
        page.editor.show_part("obstacles")
        QTimer.singleShot(300, tell)

    QTimer.singleShot(500, show_obstacles)
    qapp.exec()


main()
