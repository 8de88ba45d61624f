"""The Markdown field: exact source, marks by key, tasks to tick, a preview that fetches nothing."""

from __future__ import annotations

import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QTextCursor
from PySide6.QtWidgets import QMenu, QScrollArea, QVBoxLayout, QWidget

from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor, MarkdownView
from mentorcrm.gui.widgets.markdown_preview import nesting, task_lines

ODD = (
    "# A  title \r\n\r\n* one\r\n*  two\t\r\nhard  \r\nbreak\u00a0here\r\n\r\n"
    "| a | b |\n|--|--|\n| 1 | 2 |\n\n<b>not html</b> <!-- kept -->\u2028next\r\n---\n\n   "
)


@pytest.fixture
def editor(themed, qtbot):
    made = MarkdownEditor("Note")
    qtbot.addWidget(made)
    made.resize(500, 300)
    with qtbot.waitExposed(made):
        made.show()
    made.source.setFocus()
    qtbot.waitUntil(made.source.hasFocus)
    return made


def _choose(editor, start, end):
    cursor = editor.source.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    editor.source.setTextCursor(cursor)


def test_growing_field_shows_its_first_line_however_it_was_typed(themed, qtbot):
    page = QScrollArea()
    inside = QWidget()
    column = QVBoxLayout(inside)
    made = MarkdownEditor("Note", growing=True, lines=2)
    column.addWidget(made)
    column.addStretch(1)
    page.setWidget(inside)
    page.setWidgetResizable(True)
    qtbot.addWidget(page)
    page.resize(420, 400)
    with qtbot.waitExposed(page):
        page.show()
    made.source.setFocus()
    qtbot.waitUntil(made.source.hasFocus)
    qtbot.keyClicks(
        made.source, "Lead a **team** of *5* by June. See [the plan](https://e.org/plan)."
    )
    for line in ("", "# Heading", "", "- one"):
        qtbot.keyClick(made.source, Qt.Key.Key_Return)
        qtbot.keyClicks(made.source, line)
    qtbot.waitUntil(lambda: made.source.height() >= made.source.sizeHint().height())
    assert made.source.firstVisibleBlock().blockNumber() == 0
    qtbot.waitUntil(lambda: made.source.verticalScrollBar().value() == 0)


@pytest.mark.parametrize("text", [ODD, "", "\n", "\r", "a\rb\r\nc\u2029d", "* x\n" * 500])
def test_source_is_identical_after_open_preview_and_close(editor, text):
    saved = []
    editor.committed.connect(saved.append)
    editor.load(text, force=True)
    editor.set_preview(True)
    editor.set_preview(False)
    editor.flush()
    assert editor.text().encode() == text.encode()
    editor.hide()
    assert saved == []


def test_what_was_not_touched_keeps_its_characters_when_the_rest_changes(editor, qtbot):
    editor.load("one\r\ntwo\u00a0and\u2028three\r\n", force=True)
    editor.source.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(editor.source, "four")
    assert editor.text() == "one\r\ntwo\u00a0and\u2028three\r\nfour"


def test_typing_is_told_as_draft_and_saved_when_the_field_is_left(editor, qtbot):
    drafts, saved = [], []
    editor.draft.connect(drafts.append)
    editor.committed.connect(saved.append)
    editor.load("Old", force=True)
    editor.source.selectAll()
    with qtbot.waitSignal(editor.committed, timeout=5000):
        qtbot.keyClicks(editor.source, "New words")
    assert saved == ["New words"]
    qtbot.keyClicks(editor.source, "!")
    editor.source.clearFocus()
    assert saved == ["New words", "New words!"]


def test_a_field_in_use_is_not_filled_until_it_is_left(editor, qtbot):
    editor.load("Mine", force=True)
    editor.load("From elsewhere")
    assert editor.text() == "Mine"
    editor.source.clearFocus()
    assert editor.text() == "From elsewhere"


def test_bold_and_italic_by_key_wrap_and_unwrap(editor, qtbot):
    editor.load("make me strong", force=True)
    _choose(editor, 8, 14)
    qtbot.keyClick(editor.source, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "make me **strong**"
    assert editor.source.textCursor().selectedText() == "strong"
    qtbot.keyClick(editor.source, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "make me ***strong***"
    _choose(editor, 8, 20)
    qtbot.keyClick(editor.source, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert editor.text() == "make me *strong*"


def _tool(editor, name):
    return next(b for b in editor.tools.findChildren(QObject) if _named(b, name))


def _named(button, name):
    return hasattr(button, "accessibleName") and button.accessibleName() == name


def test_list_and_checklist_buttons_mark_all_chosen_lines(editor, qtbot):
    editor.load("one\ntwo\nthree", force=True)
    _choose(editor, 1, 6)
    qtbot.mouseClick(_tool(editor, "List"), Qt.MouseButton.LeftButton)
    assert editor.text() == "- one\n- two\nthree"
    qtbot.mouseClick(_tool(editor, "Checklist"), Qt.MouseButton.LeftButton)
    assert editor.text() == "- [ ] one\n- [ ] two\nthree"
    qtbot.mouseClick(_tool(editor, "Checklist"), Qt.MouseButton.LeftButton)
    assert editor.text() == "- [x] one\n- [x] two\nthree"
    qtbot.mouseClick(_tool(editor, "List"), Qt.MouseButton.LeftButton)
    assert editor.text() == "one\ntwo\nthree"


def test_link_button_selects_what_is_missing(editor, qtbot):
    editor.load("see this", force=True)
    _choose(editor, 4, 8)
    qtbot.mouseClick(_tool(editor, "Link"), Qt.MouseButton.LeftButton)
    assert editor.text() == "see [this](https://)"
    assert editor.source.textCursor().selectedText() == "https://"


def test_enter_goes_on_with_a_list_and_tab_leaves_the_field(editor, qtbot):
    editor.load("", force=True)
    qtbot.keyClicks(editor.source, "- one")
    qtbot.keyClick(editor.source, Qt.Key.Key_Return)
    qtbot.keyClicks(editor.source, "two")
    assert editor.text() == "- one\n- two"
    qtbot.keyClick(editor.source, Qt.Key.Key_Tab)
    assert not editor.source.hasFocus()
    assert editor.text() == "- one\n- two"


def test_preview_key_shows_the_text_as_it_reads_and_back(editor, qtbot):
    editor.load("# Title\n\n**strong**", force=True)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(editor.source, Qt.Key.Key_P, both)
    assert editor.is_preview
    assert editor.view.toPlainText() == "Title\nstrong"
    qtbot.keyClick(editor.view, Qt.Key.Key_P, both)
    assert not editor.is_preview
    assert editor.source.hasFocus()


def test_clicking_a_task_box_ticks_its_source_line_only(editor, qtbot):
    text = "Intro\n\n```\n- [ ] code\n```\n\n- [ ] one\n- plain\n- [x] two\n\nEnd  \n"
    editor.load(text, force=True)
    editor.set_preview(True)
    with qtbot.waitSignal(editor.committed):
        qtbot.mouseClick(
            editor.view.viewport(), Qt.MouseButton.LeftButton, pos=editor.view.box_position(0)
        )
    assert editor.text() == text.replace("- [ ] one", "- [x] one")
    qtbot.mouseClick(
        editor.view.viewport(), Qt.MouseButton.LeftButton, pos=editor.view.box_position(1)
    )
    assert editor.text() == text.replace("- [ ] one", "- [x] one").replace("[x] two", "[ ] two")


def test_clicking_the_words_of_a_task_changes_nothing(editor, qtbot):
    editor.load("- [ ] one", force=True)
    editor.set_preview(True)
    place = editor.view.box_position(0)
    place.setX(place.x() + 40)
    qtbot.mouseClick(editor.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert editor.text() == "- [ ] one"


def test_task_lines_follow_lines_as_qt_counts_them():
    assert task_lines("a\u2028b\x0c\n- [ ] x\r\n> - [x] y\r1. [ ] z") == [1, 2, 3]
    assert task_lines("~~~\n- [ ] x\n~~~\n- [ ] y") == [3]


class _Opened(QObject):
    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def open(self, url):
        self.urls.append(url.toString())


@pytest.fixture
def opened():
    catcher = _Opened()
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.setUrlHandler(scheme, catcher, "open")
    yield catcher
    for scheme in ("http", "https", "mailto", "file", "javascript"):
        QDesktopServices.unsetUrlHandler(scheme)


@pytest.mark.qt_log_ignore("plugin does not support", extend=True)
def test_link_shows_its_real_host_and_opens_only_when_that_is_chosen(themed, qtbot, opened):
    view = MarkdownView()
    qtbot.addWidget(view)
    view.show()
    view.anchorClicked.emit(QUrl("https://evil.example/login?bank.example"))
    (menu,) = view.findChildren(QMenu)
    assert opened.urls == []
    assert menu.actions()[0].text() == "Open evil.example in the browser"
    menu.actions()[0].trigger()
    assert opened.urls == ["https://evil.example/login?bank.example"]
    menu.close()


@pytest.mark.parametrize("target", ["file:///etc/passwd", "javascript:alert(1)", "smb://host/x"])
def test_link_of_another_kind_does_nothing(themed, qtbot, opened, target):
    view = MarkdownView()
    qtbot.addWidget(view)
    view.show()
    view.anchorClicked.emit(QUrl(target))
    assert view.findChildren(QMenu) == []
    assert opened.urls == []


@pytest.fixture
def canary():
    """Serve on this machine and count who comes."""
    seen = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            seen.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *args):
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    yield server.server_address[1], seen
    server.shutdown()
    thread.join()
    server.server_close()


def test_preview_fetches_nothing_from_net_or_disk(themed, qtbot, canary, tmp_path):
    port, seen = canary
    picture = tmp_path / "planted.png"
    from PySide6.QtGui import QImage

    image = QImage(400, 300, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    image.save(str(picture))
    hostile = "\n\n".join(
        f"![x]({target})"
        for target in (
            f"http://127.0.0.1:{port}/a.png",
            f"//127.0.0.1:{port}/b.png",
            picture.as_uri(),
            str(picture),
            f"{picture.parent.name}/{picture.name}",
            r"\\\\127.0.0.1\share\c.png",
            "qrc:/x.png",
        )
    )
    hostile += (
        f"\n\n<img src='http://127.0.0.1:{port}/d.png'> <link rel=stylesheet href='{picture}'>"
        f"\n<style>@import url(http://127.0.0.1:{port}/e.css)</style><script>1</script>\n"
    )
    view = MarkdownView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show_markdown(hostile)
    with qtbot.waitExposed(view):
        view.show()
    colors = {
        view.grab().toImage().pixelColor(x, y).name()
        for x in range(0, 600, 7)
        for y in range(0, 400, 7)
    }
    assert "#ff0000" not in colors
    assert seen == []


@pytest.mark.parametrize(
    "hostile",
    [
        "<table><tr><td>" * 18,
        ">" * 3000 + " deep",
        "\n".join("  " * depth + "- item" for depth in range(400)),
        "*" * 20_000 + "a" + "*" * 20_000,
        "[" * 5_000 + "](" * 5_000,
        "| a " * 2_000 + "|\n" + "|--" * 2_000 + "|\n",
        "word " * 250_000,
        "- [ ] x\n" * 5_000,
    ],
    ids=["tables", "quotes", "lists", "stars", "brackets", "columns", "megabyte", "tasks"],
)
def test_hostile_text_is_shown_within_two_seconds(themed, qtbot, hostile):
    view = MarkdownView(growing=True)
    qtbot.addWidget(view)
    view.resize(600, 400)
    began = time.monotonic()
    view.show_markdown(hostile)
    view.sizeHint()
    assert time.monotonic() - began < 2


def test_nesting_is_counted_by_the_marks_that_begin_a_line():
    assert nesting("plain\n> one\n> > - two") == 3
    assert nesting(" " * 80 + "code") == 20
