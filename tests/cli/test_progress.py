"""Check-ins and the month's note on the command line."""

from __future__ import annotations

from docx import Document


def test_check_in_is_kept_and_says_where_it_leads(inside):
    made = inside(
        "goals", "checkin", 1, "--value", "8", "--note", "Well", "--on", "2026-02-03", "--json"
    )
    found = made.ok().document
    assert {key: found[key] for key in ("goal_id", "happened_on", "value", "note")} == {
        "goal_id": 1,
        "happened_on": "2026-02-03",
        "value": 8.0,
        "note": "Well",
    }
    assert "of 12 weeks" in found["pace"]
    inside("undo").ok()


def test_check_in_with_words_alone_is_taken_and_an_empty_one_refused(inside):
    assert "Lead a product team" in inside("goals", "checkin", 1, "--note", "A step").ok().out
    inside("goals", "checkin", 1).refused("value", "words")
    inside("goals", "checkin", 999, "--value", "1").refused("goal")
    inside("goals", "checkin", 1, "--value", "1", "--on", "9999-01-01").refused("date")


def test_wrong_numbers_and_dates_are_wrong_usage(inside):
    for wrong in (("--value", "x"), ("--value", "nan"), ("--on", "3.2.2026")):
        assert inside("goals", "checkin", 1, *wrong).code == 2
    assert inside("goals", "note", 1, "--month", "2026-13").code == 2


def test_note_is_printed_in_markdown(inside):
    out = inside("goals", "note", 1, "--month", "2026-11").ok().out
    assert out.startswith("Hello,\n")
    assert "**Lead a product team by December** in November 2026" in out
    assert "## One question for you" in out


def test_note_is_written_to_a_file_and_none_is_replaced(inside, tmp_path):
    path = tmp_path / "note.docx"
    inside("goals", "note", 1, path, "--month", "2026-11").ok()
    texts = [line.text for line in Document(str(path)).paragraphs]
    assert "Where I am" in texts
    inside("goals", "note", 1, path, "--month", "2026-11").refused("there already")
    inside("goals", "note", 1, path, "--month", "2026-11", "--force").ok()
    inside("goals", "note", 1, tmp_path / "note.xyz").refused("xyz")
