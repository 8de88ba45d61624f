"""The settings file: declared once, private, never lost."""

from __future__ import annotations

import stat
import subprocess
import sys
from pathlib import Path

import pytest

from mentorcrm.core import settings as declared
from mentorcrm.core.errors import UserError
from mentorcrm.core.settings import Setting, Settings


def test_settings_without_a_file_are_the_defaults(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    assert settings.get(declared.SCHEME) == "system"
    assert settings.get(declared.REMINDER_TIME) == "09:00"
    assert settings.warning == ""
    assert not (tmp_path / "settings.toml").exists()


def test_settings_set_are_there_after_a_restart(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    settings.set(declared.SCHEME, "dark")
    settings.set(declared.TEXT_SCALE, 1.25)
    settings.set(declared.PEOPLE_COLUMNS, ["name", "company"])
    again = Settings.load(tmp_path)
    assert again.get(declared.SCHEME) == "dark"
    assert again.get(declared.TEXT_SCALE) == 1.25
    assert again.get(declared.PEOPLE_COLUMNS) == ["name", "company"]


def test_settings_file_is_for_its_owner_only(tmp_path: Path) -> None:
    Settings.load(tmp_path).set(declared.SCHEME, "light")
    assert stat.S_IMODE((tmp_path / "settings.toml").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["settings.toml"]


def test_settings_keep_unknown_keys_and_comments(tmp_path: Path) -> None:
    file = tmp_path / "settings.toml"
    file.write_text('# mine\n[future]\nknob = 3 # loud\n[appearance]\nscheme = "light"\n')
    Settings.load(tmp_path).set(declared.SCHEME, "dark")
    text = file.read_text()
    assert "# mine" in text
    assert "knob = 3 # loud" in text
    assert 'scheme = "dark"' in text


@pytest.mark.parametrize("content", [b"[appearance\nscheme=", b"\xff\xfe\x00", b"a = \n"])
def test_settings_broken_file_is_kept_aside_with_a_warning(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.toml"
    file.write_bytes(content)
    settings = Settings.load(tmp_path)
    assert settings.get(declared.SCHEME) == "system"
    assert "settings.broken-1.toml" in settings.warning
    assert (tmp_path / "settings.broken-1.toml").read_bytes() == content
    settings.set(declared.SCHEME, "dark")
    assert Settings.load(tmp_path).get(declared.SCHEME) == "dark"


@pytest.mark.parametrize(
    "text",
    [
        '[appearance]\nscheme = "pink"\n',
        "[appearance]\nscheme = 7\n",
        "appearance = 1\n",
        "[appearance]\ntext_scale = 900.0\n",
        '[reminders]\ntime = "25:00"\nquiet_from = "late"\n[general]\nzone = "../etc/passwd"\n',
        '[general]\nzone = "Middle/Earth"\n',
    ],
)
def test_settings_with_an_impossible_value_give_the_default(tmp_path: Path, text: str) -> None:
    (tmp_path / "settings.toml").write_text(text)
    settings = Settings.load(tmp_path)
    assert settings.get(declared.SCHEME) == "system"
    assert settings.get(declared.TEXT_SCALE) == 1.0
    assert settings.get(declared.REMINDER_TIME) == "09:00"
    assert settings.get(declared.QUIET_FROM) == "20:00"
    assert settings.get(declared.ZONE) == ""


def test_settings_refuse_an_impossible_value(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    with pytest.raises(UserError):
        settings.set(declared.SCHEME, "pink")
    with pytest.raises(UserError):
        settings.set(declared.BACKUPS_KEPT, 0)


def test_settings_tell_observers_until_they_stop(tmp_path: Path) -> None:
    settings = Settings.load(tmp_path)
    heard: list[str] = []
    stop = settings.observe(lambda setting: heard.append(setting.name))
    settings.set(declared.SCHEME, "dark")
    settings.set(declared.SCHEME, "dark")
    stop()
    settings.set(declared.SCHEME, "light")
    assert heard == ["appearance.scheme"]


def test_settings_that_cannot_be_written_still_count_and_say_so(tmp_path: Path) -> None:
    folder = tmp_path / "a file, not a folder"
    folder.write_text("")
    settings = Settings(folder / "settings.toml")
    with pytest.raises(UserError, match="could not be saved"):
        settings.set(declared.SCHEME, "dark")
    assert settings.get(declared.SCHEME) == "dark"
    settings.remember(declared.WINDOW_GEOMETRY, "abc")
    assert settings.get(declared.WINDOW_GEOMETRY) == "abc"


def test_settings_are_declared_once_with_an_allowed_default() -> None:
    found = [value for value in vars(declared).values() if isinstance(value, Setting)]
    names = [setting.name for setting in found]
    assert len(names) == len(set(names)) > 20
    for setting in found:
        assert setting.accepts(setting.default), setting.name


def test_settings_load_without_sqlalchemy() -> None:
    code = (
        "import sys, pathlib; from mentorcrm.core.settings import Settings;"
        "Settings.load(pathlib.Path('nowhere'));"
        "print([m for m in ('sqlalchemy', 'tomlkit', 'PySide6') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"
