"""The editor of the ideal mentor by its real widgets: outline, order, coach, guide, find, links."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, Qt

from mentorcrm.core import job_descriptions
from mentorcrm.core.schema import SECTIONS
from mentorcrm.gui.job_descriptions.page import JobDescriptionsPage
from mentorcrm.gui.job_descriptions.states import State, verdict_on

GOAL = "By 30 June I want to lead my team of six without being the one who fixes everything."


@pytest.fixture
def page(app, qtbot):
    made = JobDescriptionsPage(app)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def description(write, now):
    return write(
        job_descriptions.add,
        "A product lead",
        now,
        goal=f"{GOAL}\r\nI will see it in the releases.",
        obstacles="I take work back when it gets tight, and tell nobody about it.",
        why="Nurses spend an hour of every shift typing into systems like ours.",
    )


def _looked(page, qtbot) -> None:
    with qtbot.waitSignal(page.editor.coached, timeout=5000):
        page.editor.coaching.wait()


def _names(page) -> list[str]:
    return page.editor.outline.sections.names


def _shown_order(page) -> list[str]:
    fields = page.editor.sections.values()
    return [field.name for field in sorted(fields, key=lambda field: field.y())]


# Outline


def test_outline_tells_how_far_each_section_is(description, page, qtbot):
    _looked(page, qtbot)
    model = page.editor.outline.sections
    told = {
        name: model.index(row).data(Qt.ItemDataRole.AccessibleTextRole)
        for row, name in enumerate(_names(page))
    }
    assert told["goal"].startswith("The goal, Filled · ")
    assert told["offer"] == "What I offer in return, Empty"
    assert page.editor.total.text().endswith(" words in all")


def test_click_in_the_outline_jumps_to_the_section(description, page, qtbot):
    outline = page.editor.outline
    place = outline.visualRect(outline.sections.index(7)).center()
    qtbot.mouseClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    source = page.editor.sections["success"].editor.source
    qtbot.waitUntil(source.hasFocus)
    view = page.editor.column.viewport()
    assert view.rect().contains(source.mapTo(view, source.rect().topLeft()))


def test_outline_follows_the_section_in_use_and_the_guide_too(description, page, qtbot):
    page.editor.jump("time")
    assert page.editor.outline.currentIndex().data() == "Time I ask for"
    assert page.editor.guide.title.text() == "Time I ask for"
    assert "month" in page.editor.guide.example.toPlainText()


def test_keys_go_from_section_to_section(description, page, qtbot):
    page.editor.jump("goal")
    source = page.editor.sections["goal"].editor.source
    qtbot.keyClick(source, Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)
    assert page.editor.sections["obstacles"].editor.source.hasFocus()
    source = page.editor.sections["obstacles"].editor.source
    qtbot.keyClick(source, Qt.Key.Key_PageUp, Qt.KeyboardModifier.AltModifier)
    assert page.editor.sections["goal"].editor.source.hasFocus()


def test_alt_arrows_move_a_section_and_the_order_is_kept(description, page, qtbot, read, app):
    outline = page.editor.outline
    outline.setFocus()
    outline.show_current("why")
    for _time in range(6):
        qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(page)[0] == "why"
    assert outline.currentIndex().data() == "Why it matters"
    assert read(job_descriptions.detail, description).order[0] == "why"
    qtbot.waitUntil(lambda: _shown_order(page) == _names(page))
    assert app.db.undo_label() == "Reorder ideal mentor A product lead"
    for _time in range(6):
        app.undo()
    assert _names(page) == list(SECTIONS)
    qtbot.waitUntil(lambda: _shown_order(page) == list(SECTIONS))


def test_alt_arrows_move_the_section_that_is_being_written(description, page, qtbot, read):
    page.editor.jump("goal")
    source = page.editor.sections["goal"].editor.source
    qtbot.waitUntil(source.hasFocus)
    for _time in range(7):
        qtbot.keyClick(source, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert read(job_descriptions.detail, description).order[-1] == "goal"
    assert source.hasFocus()
    view = page.editor.column.viewport()
    qtbot.waitUntil(lambda: view.rect().contains(source.mapTo(view, source.rect().center())))


def test_first_section_cannot_move_up(description, page, qtbot, app):
    outline = page.editor.outline
    outline.show_current("goal")
    before = app.db.undo_label()
    qtbot.keyClick(outline, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert _names(page) == list(SECTIONS)
    assert app.db.undo_label() == before


@pytest.mark.parametrize(
    ("name", "row", "expected"), [("why", 0, 0), ("goal", 8, 7), ("goal", 3, 2)]
)
def test_section_dropped_in_the_outline_stands_there(description, page, read, name, row, expected):
    model = page.editor.outline.sections
    data = model.mimeData([model.index(_names(page).index(name))])
    assert isinstance(data, QMimeData)
    taken = model.dropMimeData(data, Qt.DropAction.MoveAction, row, 0, QModelIndex())
    assert not taken
    assert read(job_descriptions.detail, description).order[expected] == name
    assert sorted(_names(page)) == sorted(SECTIONS)


def test_tab_goes_through_the_sections_in_the_users_order(description, page, qtbot, write, now):
    order = ["why", *(name for name in SECTIONS if name != "why")]
    write(job_descriptions.set_order, description, order, now)
    page.editor.jump("why")
    source = page.editor.sections["why"].editor.source
    qtbot.waitUntil(source.hasFocus)
    qtbot.keyClick(source, Qt.Key.Key_Tab)
    assert page.editor.sections["goal"].editor.source.hasFocus()


# Coach


def test_coach_speaks_shortly_after_typing(page, qtbot, write, now):
    write(job_descriptions.add, "A product lead", now, goal=GOAL)
    _looked(page, qtbot)
    before = page.editor.coach.bar.value()
    assert 0 < before < 60
    assert page.editor.coach.sentence.text().startswith("Provisional: below 60 %")
    page.editor.jump("time")
    with qtbot.waitSignal(page.editor.coached, timeout=5000):
        qtbot.keyClicks(
            page.editor.sections["time"].editor.source,
            "45 minutes once a month, by video, from January to June.",
        )
    assert page.editor.coach.bar.value() > before
    assert page.editor.head.coach_button.text() == f"Coach: {page.editor.coach.bar.value()} %"


def test_reasons_come_with_the_biggest_first_and_enter_jumps_there(description, page, qtbot):
    _looked(page, qtbot)
    rows = [row for row in page.editor.coach.reasons if not row.isHidden()]
    gains = [int(row.gain.text().split("+")[1]) for row in rows]
    assert gains == sorted(gains, reverse=True)
    row = next(row for row in rows if row.section.text() == "What I offer in return")
    assert row.accessibleName().startswith("What I offer in return: ")
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Return)
    qtbot.waitUntil(page.editor.sections["offer"].editor.source.hasFocus)


def test_reason_about_a_place_selects_it_across_line_ends_and_wide_letters(page, qtbot, write, now):
    text = "👩🏽‍🚀 one\r\ntwo\r\nSome time now and then."
    write(job_descriptions.add, "Places", now, time=text)
    start = text.index("Some time")
    page.editor.coach.jump_requested.emit("time", start, start + len("Some time"))
    source = page.editor.sections["time"].editor.source
    assert source.textCursor().selectedText() == "Some time"


def test_coach_says_what_is_true_of_a_template_other_words_and_a_missing_why(
    page, qtbot, write, now
):
    coach = page.editor.coach
    write(job_descriptions.add_from_template, now)
    _looked(page, qtbot)
    assert coach.sentence.text().startswith("Nothing is written yet")
    assert page.editor.total.text() == "0 words in all"
    other = write(job_descriptions.add, "Anders", now, style="Ruhig und direkt, bitte.")
    page.show_record(other)
    _looked(page, qtbot)
    assert coach.per_cent.text() == "0 %"
    assert "Nothing is written" not in coach.sentence.text()
    texts = {
        name: f"{text} And so on." for name, text in job_descriptions.examples()[0].sections.items()
    }
    page.show_record(write(job_descriptions.add, "No why", now, **{**texts, "why": ""}))
    _looked(page, qtbot)
    assert "why it matters is not said yet" in coach.sentence.text()


def test_why_is_judged_by_itself_with_its_question(description, page, qtbot):
    _looked(page, qtbot)
    why = page.editor.coach.why
    assert why.question.text()
    states = {name: part.state.text() for name, part in why.parts.items()}
    assert set(states.values()) <= {"said", "not yet"}
    assert "not yet" in states.values()


def test_look_at_a_whole_page_takes_less_than_fifty_milliseconds(qtbot):
    texts = job_descriptions.examples()[0].sections
    changed = {name: f"{text} And so on." for name, text in texts.items()}
    verdict_on(changed)
    times = []
    for number in range(5):
        changed["goal"] = f"{texts['goal']} {number}."
        began = time.perf_counter()
        verdict_on(changed)
        times.append(time.perf_counter() - began)
    print(f"one look of the coach: {min(times) * 1000:.1f} ms")
    assert min(times) < 0.05


def test_long_text_is_looked_at_on_another_thread_and_the_last_state_counts(
    page, qtbot, write, now, app
):
    long = "I take work back when it gets tight, and tell nobody about it.\n\n" * 200
    write(job_descriptions.add, "Long", now, obstacles=long)
    page.editor.look()
    assert app.tasks.active
    page.editor.jump("goal")
    qtbot.keyClicks(page.editor.sections["goal"].editor.source, GOAL)
    index = page.editor.outline.sections.index(0)
    told = Qt.ItemDataRole.AccessibleTextRole
    qtbot.waitUntil(lambda: index.data(told).startswith("The goal, Filled"), timeout=20000)


def test_words_of_an_example_count_only_once_they_are_changed(page, qtbot, write, now):
    example = job_descriptions.examples()[2]
    write(job_descriptions.add_from_example, example.name, now)
    _looked(page, qtbot)
    assert page.editor.coach.bar.value() == 0
    index = page.editor.outline.sections.index(0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "The goal, Still the example’s"
    assert "example" in page.editor.sections["goal"].helper.text()
    page.editor.jump("goal")
    with qtbot.waitSignal(page.editor.coached, timeout=5000):
        qtbot.keyClicks(page.editor.sections["goal"].editor.source, "x")
    assert page.editor.coach.bar.value() > 0


def test_coach_can_be_put_away_and_comes_back(description, page, qtbot):
    assert page.editor.side.is_open
    qtbot.mouseClick(page.editor.head.coach_button, Qt.MouseButton.LeftButton)
    assert not page.editor.side.is_open
    qtbot.mouseClick(page.editor.head.coach_button, Qt.MouseButton.LeftButton)
    assert page.editor.side.is_open


def test_narrow_page_leaves_the_room_to_the_text(description, page, qtbot):
    page.resize(520, 600)
    qtbot.waitUntil(lambda: not page.editor.side.is_open)
    qtbot.waitUntil(lambda: page.editor.outline.width() < 100)
    qtbot.waitUntil(lambda: page.editor.sections["goal"].editor.width() > 300)
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: page.editor.side.is_open)


@pytest.mark.parametrize("state", list(State))
def test_every_state_has_a_word_an_icon_and_a_colour(state):
    assert state.words
    assert state.icon
    assert state.token
