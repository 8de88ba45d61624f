from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import example, given, settings, strategies as st

from mentorcrm.core.exports import delimited, neutral
from mentorcrm.core.exports.records import ContactRecord

PAYLOADS = [
    "=1+1",
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("http://x.example","click")',
    "+49 151 0000000",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "@handle",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "\x00=1+1",
    "\ttext",
    "\rtext",
    "\ntext",
    "\x00text",
    " =1+1",
    "\u00a0=1+1",
    "\u3000=1+1",
    "\ufeff=1+1",
    "\u200b=1+1",
    '"=1+1',
    '"=1+1"',
    "'=1+1",
    "''=1+1",
    "“=1+1”",
    "＝1+1",
    "＋1",
    "－1",
    "＠SUM(1)",
    " ＝1+1",
    "a,=1+1",
    "a;=1+1",
    'a;"=1+1"',
    "a|=1+1",
    "a\t=1+1",
    "a\n=1+1",
    "a\r\n=1+1",
    "a,\t=1+1",
    "a; ' =1+1",
    "a\n- a list\n- another",
    "=\n=\n=",
    "-",
    "'",
    "",
    "plain, harmless; text",
]
TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
# What a reader with another separator, and one that trims, would take for a formula.
FORMULA_INSIDE = re.compile('(?:^|[,;|\t\r\n])[\\s"\x00\ufeff\u200b“”]*[=+\\-@＝＋－＠]')

tricky = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("=+-@\t\r\n\x00＝＋－＠,;|\"' '“”\u00a0\ufeffab")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=30,
)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_payload_is_neutral_and_comes_back(payload):
    safe = neutral.escape(payload)
    assert not safe.startswith(TRIGGERS)
    assert not FORMULA_INSIDE.search(safe)
    if safe != payload:
        assert neutral.unescape(safe) == payload


def test_control_raw_payloads_would_be_formulas():
    assert sum(payload.startswith(TRIGGERS) for payload in PAYLOADS) > 20
    assert sum(bool(FORMULA_INSIDE.search(payload)) for payload in PAYLOADS) > 30


def check_round_trip(text):
    safe = neutral.escape(text)
    assert not safe.startswith(TRIGGERS)
    assert not FORMULA_INSIDE.search(safe)
    assert safe == text or neutral.unescape(safe) == text


@settings(max_examples=1_000, deadline=None)
@given(tricky)
@example("'\t=")
@example("''\n'-")
def test_any_text_is_neutral_and_comes_back(text):
    check_round_trip(text)


@pytest.mark.soak
@settings(max_examples=10_000, deadline=None)
@given(tricky)
def test_ten_thousand_texts_are_neutral_and_come_back(text):
    check_round_trip(text)


@settings(max_examples=300, deadline=None)
@given(name=tricky, notes=tricky, tags=st.lists(tricky, max_size=3))
def test_file_of_any_texts_reads_back_equal(tmp_path_factory, name, notes, tags):
    record = ContactRecord(id=7, name=name, notes=notes, tags=tuple(tags))
    plain, safe = io.StringIO(newline=""), io.StringIO(newline="")
    delimited.write_plain(plain, [record])
    delimited.write_safe(safe, [record])
    as_written = list(csv.reader(io.StringIO(plain.getvalue(), newline="")))
    rows = csv.reader(io.StringIO(safe.getvalue(), newline=""))
    assert list(neutral.unescape_rows(rows)) == as_written
    assert as_written[1][1] == name


def test_marker_names_the_changed_columns_only():
    row = neutral.escape_row(("Name", "Phone", "Notes"), ["'quoted", "+49 1", "- a"])
    assert row == ["'quoted", "'+49 1", "'- a", "Phone; Notes"]


def test_columns_put_in_another_order_still_come_back():
    header = ["Notes", neutral.MARKER, "Phone"]
    rows = iter([header, ["'as typed", "Phone", "'+49 1"]])
    assert list(neutral.unescape_rows(rows)) == [["Notes", "Phone"], ["'as typed", "+49 1"]]


def test_plain_file_passes_unchanged():
    rows = [["Name"], ["'=x"]]
    assert list(neutral.unescape_rows(iter(rows))) == rows
