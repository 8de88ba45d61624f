from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies as st

from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.exports import target

RESERVED = {
    "con",
    "prn",
    "aux",
    "nul",
    *(f"com{n}" for n in range(10)),
    *(f"lpt{n}" for n in range(10)),
}


def write(path: Path, text: str = "text") -> None:
    with target.replacing(path) as file:
        file.write(text)


def test_file_is_private_whatever_the_mask(tmp_path):
    before = os.umask(0)
    try:
        write(tmp_path / "people.csv")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "people.csv").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


@pytest.mark.parametrize("error", [Cancelled(), RuntimeError("bug"), OSError(28, "No space left")])
def test_failure_leaves_the_old_file_and_nothing_else(tmp_path, error):
    path = tmp_path / "people.csv"
    path.write_text("old")
    wanted = UserError if isinstance(error, OSError) else type(error)

    def write_half():
        with target.replacing(path) as file:
            file.write("half")
            raise error

    with pytest.raises(wanted):
        write_half()
    assert path.read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["people.csv"]


def test_full_disk_is_said_in_words(tmp_path):
    path = tmp_path / "people.csv"
    with (
        pytest.raises(UserError, match=r"people\.csv.*could not be written.*No space left"),
        target.replacing(path),
    ):
        raise OSError(28, "No space left on device")


def test_missing_folder_folder_and_pipe_are_refused(tmp_path):
    with pytest.raises(UserError, match="folder does not exist"):
        write(tmp_path / "no" / "people.csv")
    with pytest.raises(UserError, match="is a folder"):
        write(tmp_path)
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with pytest.raises(UserError, match="not an ordinary file"):
        write(pipe)
    assert pipe.is_fifo()


def test_impossible_names_are_said_in_words(tmp_path):
    with pytest.raises(UserError, match="File name too long"):
        write(tmp_path / ("x" * 300 + ".csv"))
    with pytest.raises(UserError, match="NUL"):
        write(tmp_path / "a\0b.csv")
    assert list(tmp_path.iterdir()) == []


def test_link_stays_a_link_and_its_file_is_written(tmp_path):
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("old")
    link.symlink_to(real)
    write(link, "new")
    assert link.is_symlink()
    assert real.read_text() == "new"


def check_name(tmp_path_factory, text, suffix):
    name = target.safe_file_name(text, suffix)
    assert name == Path(name).name
    assert len(name.encode()) <= 200
    assert not set(name) & set('<>:"/\\|?*\x00\n\r\u202e')
    assert name not in {"", ".", ".."}
    assert name[-1] not in ". "
    assert name.split(".", 1)[0].casefold() not in RESERVED
    folder = tmp_path_factory.getbasetemp() / "names"
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text("x")
    assert path.resolve().parent == folder.resolve()
    path.unlink()


any_name = (st.text(max_size=250), st.sampled_from(["", ".csv", ".vcf"]))


@settings(max_examples=500, deadline=None)
@given(*any_name)
def test_any_text_gives_a_safe_name(tmp_path_factory, text, suffix):
    check_name(tmp_path_factory, text, suffix)


@pytest.mark.soak
@settings(max_examples=5_000, deadline=None)
@given(*any_name)
def test_five_thousand_texts_give_safe_names(tmp_path_factory, text, suffix):
    check_name(tmp_path_factory, text, suffix)


@pytest.mark.parametrize(
    "name", ["CON", "nul.tar", "Com1", "lpt9 .x", "../../etc", "a\u202egnp.exe"]
)
def test_traps_are_defused(name):
    safe = target.safe_file_name(name, ".csv")
    assert "/" not in safe
    assert "\u202e" not in safe
    assert safe.split(".", 1)[0].strip().casefold() not in RESERVED
