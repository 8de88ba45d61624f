"""The pictures of the goals page: each of its parts, and who may be added to a goal."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

Show = Callable[[], object]
_PARTS = ("obstacles", "gaps", "progress", "links")


def screens(window: MainWindow) -> list[tuple[str, Show, Show | None]]:
    """Return the name of each picture, what shows it, and what brings back what was before."""
    return [
        ("goals", partial(_write, window, "guided"), None),
        ("goals-own-words", partial(_write, window, "free"), None),
        *((f"goals-{name}", partial(_show, window, name), None) for name in _PARTS),
        ("goals-add-mentor", partial(_pick, window), None),
        ("goals-reached", partial(_reach, window), window.app.undo),
        ("goals-note", partial(_note, window), None),
    ]


def _write(window: MainWindow, mode: str) -> None:
    editor = _show(window, "writing")
    page = cast("Any", window.current_page())
    # The goal written last still lacks something, so that a check has a question.
    page.show_record(page.model.record_id(page.model.rowCount() - 1 if mode == "free" else 0))
    editor.writing.choose_mode(mode)
    editor.writing.check()


def _pick(window: MainWindow) -> None:
    _show(window, "links").pick_people()


def _reach(window: MainWindow) -> None:
    _show(window, "progress").ending_menu.reach_goal()
    window.app.notices.clear()


def _note(window: MainWindow) -> None:
    _show(window, "progress").write_note()


def _show(window: MainWindow, part: str) -> Any:
    window.show_section("goals")
    window.show_detail("", -1)
    page = cast("Any", window.current_page())
    page.show_record(page.model.record_id(0))
    editor = cast("Any", window.current_page()).editor
    editor.show_part(part)
    editor.parts[part].verticalScrollBar().setValue(0)
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    return editor
