from __future__ import annotations

import csv
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mentorcrm import __version__
from mentorcrm.core import exports
from tests import linkedin_files
from tests.cli.conftest import PEOPLE, ROOT, run

CONTACT_KEYS = [
    *("id", "name", "first_name", "last_name", "emails", "phones", "links", "company"),
    *("position", "tags", "connected_on", "source"),
]
CANDIDATE_KEYS = ["id", "contact_id", "name", "stage", "goals", "next_step", "follow_up_at"]
RESULT_KEYS = [
    *("import_id", "new", "updated", "unchanged", "possible_duplicates"),
    *("skipped", "warnings"),
]


def connections(path: Path, count: int = 5, seed: int = 1) -> Path:
    rows = linkedin_files.people(count, seed)
    return linkedin_files.write(path, linkedin_files.modern(rows))


def test_version_is_printed():
    assert run("--version").ok().out == f"MentorCRM {__version__}\n"


def test_contacts_lists_everybody_by_name(mentorcrm):
    found = mentorcrm("contacts", "--json").ok().document
    assert len(found) == PEOPLE
    assert all(list(each) == CONTACT_KEYS for each in found)
    assert {type(each["id"]) for each in found} == {int}
    lines = mentorcrm("contacts").ok().out.splitlines()
    assert len(lines) == PEOPLE + 1
    assert lines[0].split() == ["ID", "Name", "Position", "Company"]


def test_contacts_search_finds_by_any_text(mentorcrm):
    found = mentorcrm("contacts", "--search", "solace", "--json").ok().document
    assert [each["name"] for each in found] == ["Ruth Adeyemi"]
    assert found[0]["emails"] == ["ruth.adeyemi@solace.example"]
    assert found[0]["tags"] == ["product", "strategy"]
    assert mentorcrm("contacts", "--search", "nobody is called so").ok().out == "Nobody found.\n"


def test_contacts_show_tells_everything(mentorcrm):
    key = mentorcrm("contacts", "--search", "Ruth", "--json").document[-1]["id"]
    ruth = mentorcrm("contacts", "show", key, "--json").ok().document
    assert list(ruth)[: len(CONTACT_KEYS)] == CONTACT_KEYS
    assert "one-page brief" in ruth["notes"]
    assert [each["stage"] for each in ruth["candidates"]] == ["asked"]
    moved = [each for each in ruth["timeline"] if each["kind"] == "stage_move"]
    assert (moved[0]["from_stage"], moved[0]["to_stage"]) == ("identified", "asked")
    out = mentorcrm("contacts", "show", key).ok().out
    assert out.startswith("Ruth Adeyemi\n")
    assert "Director of Product, Solace" in out


def test_candidates_lists_the_board(mentorcrm):
    found = mentorcrm("candidates", "--json").ok().document
    assert all(list(each) == CANDIDATE_KEYS for each in found)
    asked = mentorcrm("candidates", "--stage", "asked", "--json").ok().document
    assert asked == [each for each in found if each["stage"] == "asked"]
    ruth = next(each for each in asked if each["name"] == "Ruth Adeyemi")
    assert ruth["next_step"] == "Send one-page brief"
    assert ruth["goals"][0] == "Lead a product team by December"
    assert ruth["follow_up_at"] == "2026-11-25T08:00:00Z"
    assert "Ruth Adeyemi" in mentorcrm("candidates").ok().out


@pytest.mark.parametrize("goal", ["1", "lead a PRODUCT team by december"])
def test_candidates_add_takes_a_goal_by_id_or_title(mentorcrm, goal):
    added = mentorcrm("candidates", "add", PEOPLE, "--goal", goal, "--json").ok().document
    assert added["contact_id"] == PEOPLE
    assert added["stage"] == "identified"
    assert added["goals"] == ["Lead a product team by December"]


def test_candidates_move_plans_the_follow_up_and_is_undone(mentorcrm):
    before = mentorcrm("candidates", "--json").document
    said = mentorcrm("candidates", "move", 1, "asked").ok().out
    assert said == "Ada Okafor is in Asked now.\n"
    moved = mentorcrm("candidates", "--json").document
    ada = next(each for each in moved if each["id"] == 1)
    assert ada["stage"] == "asked"
    assert ada["follow_up_at"] is not None
    assert mentorcrm("undo").ok().out == "Undone: Move Ada Okafor to Asked\n"
    assert mentorcrm("candidates", "--json").document == before
    assert mentorcrm("redo").ok().out == "Done again: Move Ada Okafor to Asked\n"
    assert mentorcrm("candidates", "--json").document == moved


def test_goals_lists_them_with_their_progress(mentorcrm):
    found = mentorcrm("goals", "--json").ok().document
    assert found[0]["title"] == "Lead a product team by December"
    assert {type(each["id"]) for each in found} == {int}
    assert "58%" in mentorcrm("goals").ok().out


def test_due_lists_what_is_ready(mentorcrm):
    found = mentorcrm("due", "--json").ok().document
    assert "Carlos Prieto" in [each["name"] for each in found]
    assert {type(each["id"]) for each in found} <= {int}
    out = mentorcrm("due").ok().out
    assert "Ready when you are" in out
    assert "overdue" not in out.lower()


def test_import_counts_add_up_and_a_second_import_changes_nothing(empty, tmp_path):
    file = connections(tmp_path / "any name.txt", 12)
    dry = empty("import", file, "--dry-run", "--json").ok().document
    assert (dry["import_id"], dry["new"]) == (None, 12)
    assert empty("contacts", "--json").document == []
    first = empty("import", file, "--json").ok().document
    assert list(first) == RESULT_KEYS
    assert first["new"] == 12
    assert isinstance(first["import_id"], int)
    again = empty("import", file, "--json").ok().document
    assert (again["new"], again["unchanged"], again["import_id"]) == (0, 12, None)
    assert len(empty("contacts", "--json").document) == 12


def test_import_of_several_files_gives_a_list(empty, tmp_path):
    files = [connections(tmp_path / f"{seed}.csv", 3, seed) for seed in (1, 2)]
    results = empty("import", *files, "--json").ok().document
    assert [each["new"] for each in results] == [3, 3]


def test_import_with_one_bad_file_brings_nothing_in(empty, tmp_path):
    good = connections(tmp_path / "good.csv")
    bad = tmp_path / "bad.csv"
    bad.write_bytes(b"\x00\x01\x02")
    empty("import", good, bad, "--json").refused("bad.csv")
    assert empty("contacts", "--json").document == []


def test_import_maps_columns_by_name(empty, tmp_path):
    file = tmp_path / "people.csv"
    rows = linkedin_files.german(linkedin_files.people(3))
    linkedin_files.write(file, rows.replace("Unternehmen", "Wo"))
    result = empty("import", file, "--map", "Wo=company", "--json")
    assert result.ok().document["new"] == 3
    assert all(each["company"] for each in empty("contacts", "--json").document)


def test_imports_are_listed_and_taken_back(empty, tmp_path):
    done = empty("import", connections(tmp_path / "a.csv"), "--json").document
    listed = empty("imports", "--json").ok().document
    assert [each["id"] for each in listed] == [done["import_id"]]
    assert "a.csv" in empty("imports").ok().out
    taken = empty("imports", "undo", done["import_id"], "--json").ok().document
    assert taken == {"kept": 0, "removed": 5, "restored": 0}
    assert empty("contacts", "--json").document == []
    empty("undo").ok()
    assert len(empty("contacts", "--json").document) == 5


@pytest.mark.parametrize("excel", [False, True])
def test_export_csv_reads_back_with_the_same_texts(mentorcrm, tmp_path, excel):
    file = tmp_path / "people.csv"
    said = mentorcrm("export", file, *(["--excel"] if excel else [])).ok().out
    assert said == f"{PEOPLE} people written to {file}\n"
    header, *rows = exports.read_back(file)
    names = [row[header.index("Name")] for row in rows]
    listed = [each["name"] for each in mentorcrm("contacts", "--json").document]
    assert names == listed
    raw = file.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") >= PEOPLE + 1
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_export_takes_what_is_asked_for(mentorcrm, tmp_path):
    file = tmp_path / "out.vcf"
    mentorcrm("export", file, "--search", "solace").ok()
    assert file.read_bytes().count(b"BEGIN:VCARD\r\n") == 1
    asked = mentorcrm("candidates", "--stage", "asked", "--json").document
    mentorcrm("export", file, "--what", "candidates", "--stage", "asked").ok()
    text = file.read_bytes().decode().replace("\r\n ", "")
    assert text.count("X-MENTORCRM-STAGE:asked\r\n") == len(asked)
    table = tmp_path / "out.csv"
    mentorcrm("export", table, "--what", "candidates", "--stage", "asked").ok()
    with table.open(encoding="utf-8-sig", newline="") as opened:
        rows = list(csv.DictReader(opened))
    assert [row["Candidate ID"] for row in rows] == [str(each["id"]) for each in asked]
    assert {row["Stage"] for row in rows} == {"asked"}


def test_backup_and_restore_bring_everything_back(mentorcrm, tmp_path):
    before = mentorcrm("contacts", "--json").document
    file = tmp_path / "backup.db"
    assert str(file) in mentorcrm("backup", file).ok().out
    mentorcrm("candidates", "move", 1, "asked").ok()
    assert "Restored" in mentorcrm("restore", file).ok().out
    assert mentorcrm("contacts", "--json").document == before
    cards = mentorcrm("candidates", "--json").document
    assert next(each for each in cards if each["id"] == 1)["stage"] == "identified"


def test_backup_without_a_file_lies_in_the_data_folder(mentorcrm, sample):
    mentorcrm("backup").ok()
    assert len(list((sample / "backups").glob("*.db"))) == 1


def test_check_finds_the_sample_sound(mentorcrm):
    out = mentorcrm("check").ok().out
    assert out.count(": sound\n") == 4


def test_json_and_data_may_stand_before_or_after(sample):
    expected = run("--data", sample, "contacts", "--json").ok().document
    assert run("contacts", "--data", sample, "--json").ok().document == expected
    shown = run("contacts", "--json", "show", "3", "--data", sample).ok().document
    assert shown["id"] == 3
    assert run("contacts", "--json", env={"MENTORCRM_DATA": str(sample)}).document == expected


def test_reader_that_leaves_early_is_no_error(sample):
    command = [sys.executable, "-m", "mentorcrm", "--data", str(sample), "contacts", "--json"]
    env = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env
    ) as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.close()
        assert child.stderr.read() == b""
        assert child.wait(60) == 0


def test_data_is_private_whatever_the_mask(empty, tmp_path):
    before = os.umask(0)
    try:
        empty("import", connections(tmp_path / "a.csv")).ok()
        empty("backup").ok()
    finally:
        os.umask(before)
    folder = tmp_path / "new"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = [path for path in folder.rglob("*") if path.is_file()]
    assert files
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_text_from_outside_drives_no_terminal(empty, tmp_path):
    rows = linkedin_files.people(1)
    name = "Eve\x1b[31mRed\u202e"
    file = linkedin_files.write(tmp_path / "a.csv", linkedin_files.modern([(name, *rows[0][1:])]))
    empty("import", file).ok()
    out = empty("contacts").ok().out
    assert "Eve" in out
    assert "\x1b" not in out
    assert "\u202e" not in out
