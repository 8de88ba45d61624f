"""What is pasted from Word, Google Docs, mail and web pages becomes clean Markdown."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor

from mentorcrm.gui.widgets.markdown_from_html import markdown_from_html
from mentorcrm.gui.widgets.markdown_source import MarkdownSource

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta name=Generator content="Microsoft Word 15">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:"Calibri",sans-serif;} @list l0:level1 {} --></style>
</head><body lang=EN-GB style='tab-interval:36.0pt'><!--StartFragment-->
<p class=MsoTitle>The mentor I look for<o:p></o:p></p>
<h2 style='margin-top:2.0pt'><b style='mso-bidi-font-weight:normal'>What stands in the
way</b><o:p></o:p></h2>
<p class=MsoNormal>I take work back <b style='mso-bidi-font-weight:normal'>instead of
delegating it</b>, and I <i>know</i> it.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-fareast-font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>Has led a
team<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='margin-left:72.0pt;text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>of five or more<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;
</span></span></span><![endif]>Says <s>no</s> yes<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>First</p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Second</p>
<table class=MsoTableGrid border=1><tr><td width=301><p class=MsoNormal><b>What<o:p></o:p></b></p></td>
<td><p class=MsoNormal><b>How often</b></p></td></tr><tr><td><p class=MsoNormal>Call</p></td>
<td><p class=MsoNormal>once a&nbsp;month</p></td></tr></table>
<p class=MsoNormal><a href="https://example.org/plan"><span style='color:blue'>the plan</span></a>
<img width=20 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png" alt="a drawing"></p>
<!--EndFragment--></body></html>"""

WORD_MARKDOWN = """# The mentor I look for

## What stands in the way

I take work back **instead of delegating it**, and I *know* it.

- Has led a team
  - of five or more
- Says ~~no~~ yes
1. First
2. Second

| What | How often |
| --- | --- |
| Call | once a month |

[the plan](https://example.org/plan) a drawing"""

GOOGLE = """<meta charset='utf-8'><meta charset="utf-8"><b style="font-weight:normal;"
id="docs-internal-guid-0a1b2c3d"><h1 dir="ltr" style="line-height:1.38"><span
style="font-size:20pt;font-weight:400;">Why it matters</span></h1><p dir="ltr"><span
style="font-weight:400;">Our users </span><span style="font-weight:700;">wait </span><span
style="font-weight:700;">years</span><span style="font-weight:400;"> for </span><span
style="font-style:italic;font-weight:400;">simple</span><span style="font-weight:400;"> things. </span><a
href="https://www.google.com/url?q=https://example.org/a?b%3Dc&amp;sa=D&amp;ust=1"><span
style="text-decoration:underline;font-weight:400;">Read more</span></a></p><br /><ul
style="margin-top:0"><li dir="ltr" style="list-style-type:disc" aria-level="1"><p dir="ltr"
role="presentation"><span style="font-weight:400;">one</span></p></li><ul><li aria-level="2"><p><span>inner</span></p></li></ul><li
aria-level="1" role="checkbox" aria-checked="true"><p><span>two</span></p></li></ul></b>"""

GOOGLE_MARKDOWN = """# Why it matters

Our users **wait years** for *simple* things. [Read more](https://example.org/a?b=c)

- one
  - inner
- [x] two"""

WEB = """<!DOCTYPE html><html><head><title>Page</title><style>p{color:red}</style>
<script>alert(1)</script></head><body><nav><a href="/home">Home</a></nav>
<article><h3 class="x">Find a <em>mentor</em></h3>
<p>Ask <a href="javascript:alert(1)">now</a> or <a href="/later">later</a>,
write to <a href="mailto:ruth@example.org">ruth@example.org</a> or see
<a href="https://example.org/x_(y)?a=1">this page</a>.<br>New line
<span style="display:none">SECRET</span></p>
<img src="https://track.example.org/p.gif"><img src="https://example.org/ruth.png" alt="Ruth at work">
<ol start="3"><li>three</li><li>four<ul><li>inner</li></ul></li></ol>
<blockquote><p>First</p><p>Second</p></blockquote>
<pre><code>x = [1]
# not a heading</code></pre>
<p>Use <code>a*b</code>, 2 * 3, snake_case and *stars*; # no heading</p>
<p># not a heading</p><p>- no list</p><p>1. no number</p>
<div>loose <b>bold </b>words<div>own line</div></div><hr>
<form><input type="text"><button>Send</button></form>
<ul><li><input type="checkbox" checked> done</li><li><input type="checkbox"> open</li></ul>
<table><tr><td><p>layout only</p></td></tr></table>
</article></body></html>"""

WEB_MARKDOWN = """### Find a *mentor*

Ask now or later, write to ruth@example.org or see [this page](https://example.org/x_%28y%29?a=1).  
New line

Ruth at work

3. three
4. four
   - inner

> First
>
> Second

```
x = [1]
# not a heading
```

Use `a*b`, 2 \\* 3, snake_case and \\*stars\\*; # no heading

\\# not a heading

\\- no list

1\\. no number

loose **bold** words

own line

---

- [x] done
- [ ] open

layout only"""  # noqa: W291 - two spaces at the end are a line break

MAIL = (
    "<div dir=ltr>Dear Ruth,<div><br></div><div>thank you &amp; see you <b>soon</b>!</div>"
    "<div><br></div><div>Ann</div></div>"
)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        (WORD, WORD_MARKDOWN),
        (GOOGLE, GOOGLE_MARKDOWN),
        (WEB, WEB_MARKDOWN),
        (MAIL, "Dear Ruth,\n\nthank you & see you **soon**!\n\nAnn"),
        ("plain &lt;b&gt; words", "plain \\<b> words"),
        ("<b> bold </b>and<i>soft</i>", "**bold** and*soft*"),
        ("<p><b>one</b> <b>two</b></p>", "**one two**"),
        ("<b><i>both</i></b>", "***both***"),
        ("<a href='https://e.org'><b>bold link</b></a>", "[**bold link**](https://e.org)"),
        ("<a href='https://e.org/'>https://e.org/</a>", "https://e.org/"),
        ("<p>unclosed <b>tags<p>second", "unclosed **tags**\n\nsecond"),
        ("<table><tr><th>a|b<td>c<tr><td>1<td>2</table>", "| a\\|b | c |\n| --- | --- |\n| 1 | 2 |"),
        ("", ""),
        ("<img src='http://example.org/x.png'>", ""),
    ],
    ids=[
        "word", "google", "web", "mail", "escaped", "spaces", "joined", "nested", "bold-link",
        "bare-link", "unclosed", "pipes", "empty", "picture",
    ],
)  # fmt: skip
def test_html_becomes_clean_markdown(html, markdown):
    assert markdown_from_html(html) == markdown


def test_code_from_an_editor_is_left_to_its_plain_text():
    html = (
        "<meta charset='utf-8'><div style=\"color: #d4d4d4;font-family: 'Consolas', monospace;"
        'white-space: pre;"><div><span>def</span> f():</div></div>'
    )
    assert markdown_from_html(html) is None


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 5000 + "x",
        "<ul><li>" * 2000 + "x",
        "<b>" * 5000 + "x",
        "<table><tr><td>" * 500,
        "<p>word " * 20_000,
        "<span style='" + "a:b;" * 20_000 + "'>x</span>",
        "*" * 20_000 + "_" * 20_000 + "[" * 20_000,
        "<!--" * 10_000,
        "<a href='" * 5_000,
    ],
    ids=["divs", "lists", "bolds", "tables", "paragraphs", "style", "marks", "comments", "links"],
)
def test_hostile_html_is_read_within_two_seconds(html):
    began = time.monotonic()
    markdown_from_html(html)
    assert time.monotonic() - began < 2


@pytest.fixture
def field(themed, qtbot):
    made = MarkdownSource("Why")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def _copy(html: str, text: str) -> None:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)


def _paste(field, qtbot, *, plain: bool = False) -> None:
    modifiers = Qt.KeyboardModifier.ControlModifier
    if plain:
        modifiers |= Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(field, Qt.Key.Key_V, modifiers)


def test_paste_puts_markdown_in_and_is_one_step(field, qtbot):
    field.load("Before  after", force=True)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    for _time in range(7):
        field.moveCursor(QTextCursor.MoveOperation.Right)
    _copy("<p>our <b>users</b></p>", "our users")
    _paste(field, qtbot)
    assert field.text() == "Before our **users** after"
    field.undo()
    assert field.text() == "Before  after"


def test_blocks_pasted_after_words_begin_on_a_line_of_their_own(field, qtbot):
    field.load("Before", force=True)
    field.moveCursor(QTextCursor.MoveOperation.End)
    _copy("<ul><li>one</li><li>two</li></ul>", "one two")
    _paste(field, qtbot)
    assert field.text() == "Before\n\n- one\n- two"


def test_plain_paste_takes_the_words_only(field, qtbot):
    _copy("<p>our <b>users</b></p>", "our users")
    _paste(field, qtbot, plain=True)
    assert field.text() == "our users"


def test_paste_into_code_takes_the_words_only(field, qtbot):
    field.load("```\n\n```", force=True)
    field.moveCursor(QTextCursor.MoveOperation.Start)
    field.moveCursor(QTextCursor.MoveOperation.Down)
    _copy("<p>x <b>y</b></p>", "x y")
    _paste(field, qtbot)
    assert field.text() == "```\nx y\n```"


def test_address_pasted_over_words_makes_them_a_link(field, qtbot):
    field.load("see the plan", force=True)
    cursor = field.textCursor()
    cursor.setPosition(4)
    cursor.setPosition(12, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    _copy("", "https://example.org/plan")
    _paste(field, qtbot)
    assert field.text() == "see [the plan](https://example.org/plan)"


def test_text_copied_in_the_program_comes_back_with_every_character(field, qtbot):
    field.load("45\u00a0minutes\u2028**bold**", force=True)
    field.selectAll()
    field.copy()
    field.moveCursor(QTextCursor.MoveOperation.End)
    _paste(field, qtbot)
    assert field.text() == "45\u00a0minutes\u2028**bold**" * 2
