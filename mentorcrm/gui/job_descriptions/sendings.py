"""The dialogs that write down to whom a version was sent, and change that later."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.format import when
from mentorcrm.gui.job_descriptions.versions_person import PersonPicker
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.form_dialog import FormDialog
from mentorcrm.gui.widgets.labels import ElidedLabel, plain_label

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.sendings import SendingRow
    from mentorcrm.gui.app import App


class _SentDialog(FormDialog):
    """Way, moment and note of a sending."""

    def __init__(self, app: App, title: str, button: str, parent: QWidget) -> None:
        super().__init__(title, button, parent)
        self._app = app
        self._moved = False
        self.channel = Choice()
        for channel, words in core.job_descriptions.sendings.channel_labels().items():
            self.channel.addItem(words, channel)
        self.when = DateTimeField(_("Sent on"))
        self.when.committed.connect(self._move)
        self.note = QLineEdit()
        self.note.setPlaceholderText(_("Such as: with the first message"))

    def _add_fields(self) -> None:
        self.form.addRow(_("&By"), self.channel)
        self.form.addRow(_("Sent &on"), self.when)
        self.form.addRow(_("&Note"), self.note)

    def _move(self, _moment: object) -> None:
        self._moved = True

    def _moment(self, unmoved: datetime) -> datetime:
        """Return the moment chosen, ``unmoved`` to the second while it was left alone."""
        self.when.flush()
        if not self._moved:
            return unmoved
        return self.when.value().replace(tzinfo=self._app.zone())


class RecordSentDialog(_SentDialog):
    """Ask to whom a version was sent."""

    recorded = Signal(str)
    """It is written down; the words say what."""

    def __init__(self, app: App, description_id: int, version_id: int, parent: QWidget) -> None:
        super().__init__(app, _("Record as sent"), _("Record as sent"), parent)
        self._version_id = version_id
        version = app.read(core.job_descriptions.versions.version, version_id)
        moment = when(version.updated_at, app.now(), app.zone())
        self.people = PersonPicker(app, description_id)
        self.when.load(app.now().astimezone(app.zone()))
        self.form.addRow(plain_label(_("Ideal mentor")), ElidedLabel(version.title))
        named = _("{name} ({moment})").format(name=version.name, moment=moment)
        self.form.addRow(plain_label(_("Version")), ElidedLabel(named if version.name else moment))
        self.form.addRow(_("&To"), self.people)
        self._add_fields()
        self.people.changed.connect(self._check)
        self.accepted.connect(self._record)
        self.people.setFocus()
        self._check()

    def _check(self) -> None:
        self.done_button.setEnabled(self.people.person() is not None)

    def _record(self) -> None:
        person, app = self.people.person(), self._app
        if person is None:
            return
        done = _("Recorded: sent to {name}").replace("{name}", person.name)
        now = app.now()
        app.do(
            _("Record the ideal mentor as sent to {name}").replace("{name}", person.name),
            core.job_descriptions.sendings.record,
            *(self._version_id, person.contact_id, self.channel.currentData()),
            *(self._moment(now), now),
            note=self.note.text().strip(),
            candidate_id=person.candidate_id,
            done=done,
            then=lambda _id: self.recorded.emit(done),
        )


class EditSentDialog(_SentDialog):
    """Change by which way and when a version was sent."""

    def __init__(self, app: App, sent: SendingRow, parent: QWidget) -> None:
        title = _("Sent to {name}").replace("{name}", sent.contact)
        super().__init__(app, title, _("Save"), parent)
        self._sent = sent
        if self.channel.findData(sent.channel) < 0:
            words = core.job_descriptions.sendings.channel_words(sent.channel)
            self.channel.addItem(words or _("Not known"), sent.channel)
        self.channel.setCurrentIndex(self.channel.findData(sent.channel))
        self.when.load(sent.sent_at.astimezone(app.zone()))
        self.note.setText(sent.note)
        self._add_fields()
        self.accepted.connect(self._save)
        self.channel.setFocus()

    def _save(self) -> None:
        app, sent = self._app, self._sent
        moment = self._moment(sent.sent_at)
        app.do(
            _("Change what was sent to {name}").replace("{name}", sent.contact),
            core.job_descriptions.sendings.edit,
            *(sent.id, app.now()),
            channel=self.channel.currentData(),
            note=self.note.text().strip(),
            sent_at=moment if moment != sent.sent_at else None,
        )
