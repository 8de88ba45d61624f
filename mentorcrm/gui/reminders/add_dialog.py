"""The dialog for a reminder of the user's own: what, when, and about whom."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from mentorcrm import core
from mentorcrm.core import moments
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import REMINDER_TIME
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.form_dialog import FormDialog
from mentorcrm.gui.widgets.labels import plain_label


class AddReminderDialog(FormDialog):
    """Ask what to be reminded of; about the person who is selected, if somebody is."""

    def __init__(self, app: App, kind: str, record_id: int, parent: QWidget) -> None:
        """Ask; ``kind`` is "contact" or "candidate", and a ``record_id`` of -1 means nobody."""
        super().__init__(_("New reminder"), _("Add reminder"), parent)
        self._app = app
        self._contact_id = record_id if kind == "contact" and record_id >= 0 else None
        self._candidate_id = record_id if kind == "candidate" and record_id >= 0 else None
        self.what = QLineEdit()
        self.what.setPlaceholderText(_("Such as: send the notes"))
        self.when = DateTimeField(_("Remind me on"))
        tomorrow = moments.days_on(app.now(), app.zone(), 1, app.settings.get(REMINDER_TIME))
        self.when.load(tomorrow)
        self.form.addRow(_("&What"), self.what)
        self.form.addRow(_("&Remind me on"), self.when)
        name = self._name()
        if name:
            self.form.addRow(plain_label(_("About")), plain_label(name))
        self.done_button.setEnabled(False)
        self.what.textChanged.connect(lambda text: self.done_button.setEnabled(bool(text.strip())))
        self.accepted.connect(self._add)
        self.what.setFocus()

    def _name(self) -> str:
        if self._candidate_id is not None:
            return self._app.read(core.board.candidate, self._candidate_id).name
        if self._contact_id is not None:
            return self._app.read(core.contacts.detail, self._contact_id).name
        return ""

    def _add(self) -> None:
        app, what = self._app, self.what.text().strip()
        label = _("Add the reminder “{what}”").format(what=what)
        local, zone, now = self.when.value(), app.zone(), app.now()
        app.do(
            label,
            core.reminders.add,
            *(what, local, zone, now),
            contact_id=self._contact_id,
            candidate_id=self._candidate_id,
            done=_("Added the reminder “{what}”").format(what=what),
        )
