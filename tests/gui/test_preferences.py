"""The preferences: each change counts at once and is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTime

from mentorcrm.core import settings as keys
from mentorcrm.core.settings import Settings
from mentorcrm.gui import theme
from mentorcrm.gui.main import Program
from mentorcrm.gui.preferences.appearance import Appearance
from mentorcrm.gui.preferences.dialog import PreferencesDialog
from mentorcrm.gui.preferences.reminders import Reminders


@pytest.fixture
def dialog(app, qtbot):
    shown = PreferencesDialog(app)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def section(dialog, kind):
    return next(part for part in dialog.sections if isinstance(part, kind))


def test_scheme_and_text_size_count_at_once(window, app, dialog, folder, themed):
    program = Program(folder, app, window)
    appearance = section(dialog, Appearance)
    appearance.scheme.setCurrentIndex(appearance.scheme.findData("dark"))
    appearance.scheme.activated.emit(appearance.scheme.currentIndex())
    assert theme.tokens().dark
    size = themed.font().pointSizeF()
    appearance.scale.setValue(150)
    assert themed.font().pointSizeF() == pytest.approx(size * 1.5)
    kept = Settings.load(folder)
    assert (kept.get(keys.SCHEME), kept.get(keys.TEXT_SCALE)) == ("dark", 1.5)
    program.deleteLater()


def test_reminder_settings_are_kept(dialog, folder):
    reminders = section(dialog, Reminders)
    reminders.time.setTime(QTime(8, 30))
    reminders.days.setValue(10)
    reminders.hide_names.setChecked(True)
    kept = Settings.load(folder)
    assert kept.get(keys.REMINDER_TIME) == "08:30"
    assert kept.get(keys.FOLLOW_UP_DAYS) == 10
    assert kept.get(keys.HIDE_NAMES) is True


def test_data_folder_is_shown(dialog, folder):
    texts = [part.folder.full_text() for part in dialog.sections if hasattr(part, "folder")]
    assert str(folder) in texts
