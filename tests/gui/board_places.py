"""Print where the cards of the first window are, as JSON; run on the display that is tested.

The program itself has no back door for tests, so the same window is laid out here once more,
from the same data, at the same size.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QApplication

from mentorcrm.core import first_page
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
    window = MainWindow(App(settings, Notices()), first_page.read(folder))
    window.show()

    def tell() -> None:
        places: dict[str, Any] = {}
        for column in window.page("board").columns:  # type: ignore[attr-defined]
            view = column.view
            origin = view.viewport().mapTo(window, QPoint(0, 0)) + window.pos()
            middle = view.card_rect(0).center() if column.model.rowCount() else QPoint(80, 60)
            places[column.stage] = [origin.x() + middle.x(), origin.y() + middle.y()]
            places["row"] = view.verticalHeader().defaultSectionSize()
        print(json.dumps(places), flush=True)
        QApplication.exit(0)

    QTimer.singleShot(300, tell)
    qapp.exec()


main()
