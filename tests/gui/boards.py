"""A shown board page, and how tests read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mentorcrm.gui.board.page import BoardPage


def show(qtbot: Any, app: Any) -> Iterator[BoardPage]:
    shown = BoardPage(app)
    qtbot.addWidget(shown)
    shown.resize(1000, 600)
    with qtbot.waitExposed(shown):
        shown.show()
    shown.activateWindow()
    yield shown
    shown.close()


def names(page: BoardPage, stage: str) -> list[str]:
    model = page.columns.of_stage(stage).model
    found = [model.card(row) for row in range(model.rowCount())]
    return [card.name.split()[0] if card else "?" for card in found]
