"""The board page with real data: what the mouse and the keyboard do to the cards."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu, QPushButton

from mentorcrm import core
from mentorcrm.gui.board.column_model import MIME
from mentorcrm.gui.board.dialogs import FollowUpDialog, ReasonDialog
from mentorcrm.gui.board.page import BoardPage
from tests.factories import add_candidate
from tests.gui.boards import names, show

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def cards(write: Any) -> dict[str, int]:
    made = {
        "Ada": write(add_candidate, name="Ada Okafor"),
        "Jonas": write(add_candidate, name="Jonas Lindqvist"),
        "Mei": write(add_candidate, name="Mei Tanaka"),
    }
    made["Ruth"] = write(add_candidate, name="Ruth Adeyemi", stage="asked")
    made["Carlos"] = write(add_candidate, name="Carlos Prieto", stage="asked")
    return made


@pytest.fixture
def page(qtbot: Any, app: Any, cards: dict[str, int]) -> Iterator[BoardPage]:
    yield from show(qtbot, app)


def press(qtbot: Any, page: BoardPage, key: Qt.Key, modifier: Any = None) -> None:
    view = page.columns.current.view
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, key, modifier or Qt.KeyboardModifier.NoModifier)


def drop(page: BoardPage, ids: list[str], cards: Any, stage: str, point: QPoint) -> QMimeData:
    """Drop cards on a column as a drag would, by events sent to its view."""
    source = page.columns.showing(cards[ids[0]])
    assert source is not None
    rows = [source.model.row_of(cards[each]) for each in ids]
    data = source.model.mimeData([source.model.index(row, 0) for row in rows])
    target = page.columns.of_stage(stage).view.viewport()
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    move = Qt.DropAction.MoveAction
    for dragged in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(target, dragged(point, move, data, buttons, keys))
    QApplication.sendEvent(target, QDropEvent(QPointF(point), move, data, buttons, keys))
    return data


def top_of(page: BoardPage, stage: str, row: int) -> QPoint:
    return page.columns.of_stage(stage).view.card_rect(row).topLeft() + QPoint(20, 2)


# Mouse


def test_drop_on_a_column_moves_to_the_place_under_the_mouse(
    page: BoardPage, cards: Any, app: Any
) -> None:
    drop(page, ["Ada"], cards, "asked", top_of(page, "asked", 1))
    assert names(page, "asked") == ["Ruth", "Ada", "Carlos"]
    assert names(page, "identified") == ["Jonas", "Mei"]
    text, actions = app.notices.toasts[-1]
    assert text == "Moved Ada Okafor to Asked. Follow-up on Mon 30 Nov."
    assert [label for label, _run in actions] == ["Change", "Remove", "Undo"]


def test_drop_below_the_last_card_goes_to_the_end(page: BoardPage, cards: Any) -> None:
    drop(page, ["Ada"], cards, "asked", QPoint(20, 400))
    assert names(page, "asked") == ["Ruth", "Carlos", "Ada"]


def test_drop_on_an_empty_column(page: BoardPage, cards: Any) -> None:
    drop(page, ["Ruth"], cards, "declined", QPoint(20, 100))
    assert names(page, "declined") == ["Ruth"]


def test_drop_within_a_column_reorders(page: BoardPage, cards: Any, app: Any) -> None:
    drop(page, ["Mei"], cards, "identified", top_of(page, "identified", 0))
    assert names(page, "identified") == ["Mei", "Ada", "Jonas"]
    assert app.db.undo_label() == "Reorder Mei Tanaka"


def test_drop_of_several_keeps_their_order_and_selects_them(
    page: BoardPage, cards: Any, app: Any
) -> None:
    drop(page, ["Ada", "Mei"], cards, "asked", top_of(page, "asked", 0))
    assert names(page, "asked") == ["Ada", "Mei", "Ruth", "Carlos"]
    assert page.current_ids() == [cards["Ada"], cards["Mei"]]
    assert page.columns.current.stage == "asked"
    assert app.db.undo_label() == "Move 2 mentors to Asked"


def test_drop_where_it_is_makes_no_step(page: BoardPage, cards: Any, app: Any) -> None:
    before = app.db.undo_label()
    drop(page, ["Ada"], cards, "identified", top_of(page, "identified", 0))
    drop(page, ["Ada"], cards, "identified", top_of(page, "identified", 1))
    assert names(page, "identified") == ["Ada", "Jonas", "Mei"]
    assert app.db.undo_label() == before


def test_drop_from_another_program_is_refused(page: BoardPage, cards: Any) -> None:
    data = QMimeData()
    data.setData(MIME, f'{{"from": -1, "ids": [{cards["Ada"]}]}}'.encode())
    model = page.columns.of_stage("asked").model
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(data, move, 0, 0, model.index(-1, 0))
    assert not model.dropMimeData(data, move, 0, 0, model.index(-1, 0))
    for wrong in (b"", b"[]", b'{"from": 1}', b"\xff"):
        data.setData(MIME, wrong)
        assert not model.canDropMimeData(data, move, 0, 0, model.index(-1, 0))
    assert names(page, "asked") == ["Ruth", "Carlos"]


def test_column_is_marked_while_cards_hang_over_it(page: BoardPage, cards: Any) -> None:
    column = page.columns.of_stage("asked")
    source = page.columns.of_stage("identified").model
    data = source.mimeData([source.index(0, 0)])
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    event = QDragEnterEvent(QPoint(10, 10), Qt.DropAction.MoveAction, data, left, none)
    QApplication.sendEvent(column.view.viewport(), event)
    assert event.isAccepted()
    assert column.hovered
    page.columns.of_stage("asked").view.dragLeaveEvent(_leave())
    assert not column.hovered


def _leave() -> Any:
    from PySide6.QtGui import QDragLeaveEvent

    return QDragLeaveEvent()


def test_double_click_opens(page: BoardPage, cards: Any, app: Any, qtbot: Any) -> None:
    view = page.columns.of_stage("identified").view
    with qtbot.waitSignal(app.open_requested) as heard:
        at = view.card_rect(1).center()
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert heard.args == ["candidate", cards["Jonas"]]


# Keyboard


def test_keys_move_between_columns_and_focus_follows(
    page: BoardPage, cards: Any, qtbot: Any
) -> None:
    page.select([cards["Jonas"]])
    press(qtbot, page, Qt.Key.Key_Right, CTRL_SHIFT)
    assert names(page, "asked") == ["Jonas", "Ruth", "Carlos"]
    assert page.columns.current.stage == "asked"
    assert page.current_ids() == [cards["Jonas"]]
    press(qtbot, page, Qt.Key.Key_Right, CTRL_SHIFT)
    press(qtbot, page, Qt.Key.Key_Right, CTRL_SHIFT)
    press(qtbot, page, Qt.Key.Key_Right, CTRL_SHIFT)
    assert names(page, "declined") == ["Jonas"]
    press(qtbot, page, Qt.Key.Key_Left, CTRL_SHIFT)
    assert names(page, "accepted") == ["Jonas"]


def test_keys_are_mirrored_from_right_to_left(page: BoardPage, cards: Any, qtbot: Any) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.select([cards["Jonas"]])
    press(qtbot, page, Qt.Key.Key_Left, CTRL_SHIFT)
    assert names(page, "asked")[0] == "Jonas"


def test_keys_reorder_within_a_column(page: BoardPage, cards: Any, qtbot: Any) -> None:
    page.select([cards["Ada"]])
    press(qtbot, page, Qt.Key.Key_Down, CTRL_SHIFT)
    assert names(page, "identified") == ["Jonas", "Ada", "Mei"]
    press(qtbot, page, Qt.Key.Key_Down, CTRL_SHIFT)
    press(qtbot, page, Qt.Key.Key_Down, CTRL_SHIFT)
    assert names(page, "identified") == ["Jonas", "Mei", "Ada"]
    press(qtbot, page, Qt.Key.Key_Up, CTRL_SHIFT)
    assert names(page, "identified") == ["Jonas", "Ada", "Mei"]
    assert page.current_ids() == [cards["Ada"]]


def test_reorder_in_a_sorted_column_says_why_not(page: BoardPage, cards: Any, app: Any) -> None:
    page.columns.of_stage("identified").set_sort("name")
    page.select([cards["Ada"]])
    page.reorder(1)
    assert names(page, "identified") == ["Ada", "Jonas", "Mei"]
    assert app.notices.statuses[-1] == "Identified is not ordered by hand."


def test_arrows_go_between_columns(page: BoardPage, cards: Any, qtbot: Any) -> None:
    page.select([cards["Jonas"]])
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.current_ids() == [cards["Carlos"]]
    press(qtbot, page, Qt.Key.Key_Right)
    assert page.columns.current.stage == "accepted"
    assert page.current_ids() == []
    press(qtbot, page, Qt.Key.Key_Left)
    assert page.columns.current.stage == "asked"


def test_enter_space_and_delete(page: BoardPage, cards: Any, app: Any, qtbot: Any) -> None:
    page.select([cards["Jonas"]])
    with qtbot.waitSignal(app.open_requested) as heard:
        press(qtbot, page, Qt.Key.Key_Return)
    assert heard.args == ["candidate", cards["Jonas"]]
    with qtbot.waitSignal(page.peek_requested):
        press(qtbot, page, Qt.Key.Key_Space)
    press(qtbot, page, Qt.Key.Key_Delete)
    assert names(page, "identified") == ["Ada", "Mei"]
    assert page.current_ids() == [cards["Mei"]]
    assert app.notices.toasts[-1][0] == "Removed Jonas Lindqvist from the board"
    app.undo()
    assert names(page, "identified") == ["Ada", "Jonas", "Mei"]


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_move_to_offers_stages_by_letter(page: BoardPage, cards: Any, qtbot: Any) -> None:
    page.select([cards["Jonas"]])
    page.ask_move_to()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.isEnabled() for action in menu.actions()] == [False, True, True, True]
    qtbot.keyClick(menu, Qt.Key.Key_D)
    assert names(page, "declined") == ["Jonas"]


# What is offered afterwards


def run(app: Any, label: str) -> None:
    dict(app.notices.toasts[-1][1])[label]()


def test_remove_takes_the_follow_up_away_and_undo_brings_it_back(
    page: BoardPage, cards: Any, app: Any, read: Any
) -> None:
    page.select([cards["Ada"]])
    page.move_to("asked")
    run(app, "Remove")
    assert read(core.board.candidate, cards["Ada"]).follow_up_at is None
    app.undo()
    assert read(core.board.candidate, cards["Ada"]).follow_up_at is not None
    app.undo()
    assert names(page, "identified") == ["Ada", "Jonas", "Mei"]


def test_change_asks_for_another_day(
    page: BoardPage, cards: Any, app: Any, read: Any, qtbot: Any
) -> None:
    page.select([cards["Ada"]])
    page.move_to("asked")
    run(app, "Change")
    dialog = page.findChild(FollowUpDialog)
    assert dialog is not None
    assert dialog.when.value().isoformat() == "2026-11-30T09:00:00"
    dialog.when.date.setDate(dialog.when.date.date().addDays(1))
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    assert (
        read(core.board.candidate, cards["Ada"]).follow_up_at.isoformat().startswith("2026-12-01")
    )


def test_declined_offers_a_reason(
    page: BoardPage, cards: Any, app: Any, read: Any, qtbot: Any
) -> None:
    page.select([cards["Ruth"]])
    page.move_to("declined")
    run(app, "Add a reason")
    dialog = page.findChild(ReasonDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.reason, "Too busy until summer")
    dialog.again.setChecked(True)
    qtbot.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)
    row = read(core.board.candidate, cards["Ruth"])
    assert row.decline_reason == "Too busy until summer"
    assert row.revisit_on.isoformat() == "2027-05-23"


def test_accepted_offers_to_log_the_first_meeting(
    page: BoardPage, cards: Any, app: Any, qtbot: Any
) -> None:
    page.select([cards["Ruth"]])
    page.move_to("accepted")
    with qtbot.waitSignal(page.log_requested) as heard:
        run(app, "Log the first meeting")
    assert heard.args == [cards["Ruth"], "meeting"]


# Selection and names


def test_selection_tells_one_card_or_none(page: BoardPage, cards: Any, qtbot: Any) -> None:
    with qtbot.waitSignal(page.selection_changed) as heard:
        page.select([cards["Ada"]])
    assert heard.args == ["candidate", cards["Ada"]]
    with qtbot.waitSignal(page.selection_changed) as heard:
        page.select([cards["Ada"], cards["Mei"]])
    assert heard.args == ["candidate", -1]
    with qtbot.waitSignal(page.selection_changed) as heard:
        page.select([cards["Ruth"]])
    assert heard.args == ["candidate", cards["Ruth"]]
    assert not page.columns.of_stage("identified").view.selected_ids()


def test_names_for_screen_readers(page: BoardPage, cards: Any) -> None:
    column = page.columns.of_stage("identified")
    assert column.view.accessibleName() == "Identified, 3 mentors"
    text = column.model.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Jonas Lindqvist, identified, card 2 of 3"
    assert QAccessible.queryAccessibleInterface(column.view) is not None
    for button in page.findChildren(QPushButton):
        if button.isVisible():
            assert button.text() or button.accessibleName()


def test_tool_tip_takes_names_for_plain_text(page: BoardPage, app: Any, write: Any) -> None:
    write(add_candidate, name="<img src=x> Okafor", stage="accepted")
    tip = page.columns.of_stage("accepted").model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "<img" not in tip


def test_context_menu_sets_the_sub_state(page: BoardPage, cards: Any, read: Any) -> None:
    page.select([cards["Ada"], cards["Mei"]])
    page.set_sub_state("ready", "Ready to ask")
    found = read(core.board.cards, [cards["Ada"], cards["Mei"]])
    assert {card.sub_state for card in found.values()} == {"ready"}
    assert len(page.current_ids()) == 2


def test_selection_follows_the_card_through_undo_and_redo(
    page: BoardPage, cards: Any, app: Any
) -> None:
    page.select([cards["Ada"], cards["Mei"]])
    page.move_to("accepted")
    app.undo()
    assert page.current_ids() == [cards["Ada"], cards["Mei"]]
    assert page.columns.current.stage == "identified"
    app.redo()
    assert page.current_ids() == [cards["Ada"], cards["Mei"]]
    assert page.columns.current.stage == "accepted"
