"""What is known about a person, edited in place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.autosave import Autosave
from mentorcrm.gui.contacts.channel_rows import ChannelRows
from mentorcrm.gui.format import ago, short_day
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor
from mentorcrm.gui.widgets.page import Form
from mentorcrm.gui.widgets.tags import TagField

if TYPE_CHECKING:
    from mentorcrm.core.contacts import ContactDetail

_SOURCES = {"linkedin": "LinkedIn"}


class PersonForm(QWidget):
    """Tags, ways to reach the person, work, notes."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._shown: ContactDetail | None = None
        self.tags = TagField(_("Tags"))
        self.emails = ChannelRows("email", _("E-mail"), _("Add e-mail"))
        self.phones = ChannelRows("phone", _("Phone"), _("Add phone"))
        self.links = ChannelRows("link", _("Link"), _("Add link"))
        self.position = AutoSaveField(_("Position"))
        self.company = AutoSaveField(_("Company"))
        self.location = AutoSaveField(_("Location"))
        self.how_met = AutoSaveField(_("How you met"))
        self.notes = MarkdownEditor(
            _("Notes"), _("What is good to remember"), growing=True, quiet=True, lines=4
        )
        self.facts = plain_label("", "caption")
        self.facts.setWordWrap(True)
        self.autosave = Autosave(app, "contact", lambda: core.contacts.edit, self._label, self)
        self._watch()
        self._lay_out()

    def open(self, shown: ContactDetail) -> None:
        """Show another person, after saving the one before."""
        self.flush()
        self._shown = shown
        self._show_lists(shown, force=True)
        self.notes.set_preview(False)
        self.autosave.open(shown.id, _texts(shown))

    def refresh(self, shown: ContactDetail, *, by_undo: bool = False) -> None:
        """Show what the same person has now, except where somebody is typing."""
        self._shown = shown
        self._show_lists(shown, force=False)
        self.autosave.refresh(_texts(shown), by_undo=by_undo)

    def flush(self) -> None:
        """Save everything typed now."""
        if self._shown is not None:
            for channels in (self.emails, self.phones, self.links):
                channels.flush()
            self.autosave.flush()

    def forget(self) -> None:
        """Let go of the person without saving, because they are gone."""
        self._shown = None
        self.autosave.forget()

    def _show_lists(self, shown: ContactDetail, *, force: bool) -> None:
        self.tags.load(shown.tags)
        self.tags.offer([tag.name for tag in self._app.read(core.tags.all_tags)])
        self.emails.load(shown.emails, force=force)
        self.phones.load(shown.phones, force=force)
        self.links.load(shown.links, force=force)
        self.facts.setText(self._facts(shown))

    def _facts(self, shown: ContactDetail) -> str:
        now, zone = self._app.now(), self._app.zone()
        facts = []
        if shown.last_contact_at is not None:
            facts.append(
                _("Last contact {when}").format(when=ago(shown.last_contact_at, now, zone))
            )
        if shown.connected_on is not None:
            facts.append(_("Connected on {date}").format(date=short_day(shown.connected_on)))
        added = short_day(shown.created_at.astimezone(zone).date())
        source = _SOURCES.get(shown.source)
        facts.append(
            _("Added {date} from {source}").format(date=added, source=source)
            if source
            else _("Added {date}").format(date=added)
        )
        return " · ".join(facts)

    def _watch(self) -> None:
        for name, field in (
            ("position", self.position),
            ("company", self.company),
            ("location", self.location),
            ("how_met", self.how_met),
            ("notes", self.notes),
        ):
            self.autosave.add(name, field)
        self.tags.committed.connect(self._save_tags)
        for kind, channels in (
            ("email", self.emails),
            ("phone", self.phones),
            ("link", self.links),
        ):
            channels.committed.connect(lambda values, kind=kind: self._save_channels(kind, values))

    def _label(self, field: str) -> str:
        labels = {
            "position": _("Change position of {name}"),
            "company": _("Change company of {name}"),
            "location": _("Change location of {name}"),
            "how_met": _("Change how you met {name}"),
            "notes": _("Change notes about {name}"),
            "tags": _("Change tags of {name}"),
            "email": _("Change e-mail of {name}"),
            "phone": _("Change phone of {name}"),
            "link": _("Change links of {name}"),
        }
        return labels[field].replace("{name}", self._shown.name if self._shown else "")

    def _save_tags(self, tags: list[str]) -> None:
        if self._shown is not None:
            app, shown_id = self._app, self._shown.id
            app.do(self._label("tags"), core.tags.set_tags, shown_id, tags, app.now())

    def _save_channels(self, kind: str, values: list[tuple[str, str]]) -> None:
        if self._shown is not None:
            app, set_channels = self._app, core.contacts.set_channels
            app.do(self._label(kind), set_channels, self._shown.id, kind, values, app.now())

    def _lay_out(self) -> None:
        first, second = Form(), Form()
        notes = QHBoxLayout()
        title = plain_label(_("&Notes"))
        title.setBuddy(self.notes)
        notes.addWidget(title)
        notes.addStretch(1)
        notes.addWidget(self.notes.tools)
        self.labels = [
            first.add(_("&Tags"), self.tags),
            second.add(_("E-&mail"), self.emails),
            second.add(_("P&hone"), self.phones),
            second.add(_("&Links"), self.links),
            second.add(_("&Position"), self.position),
            second.add(_("&Company"), self.company),
            second.add(_("L&ocation"), self.location),
            second.add(_("How you met"), self.how_met),
        ]
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(first)
        outer.addLayout(notes)
        outer.addWidget(self.notes)
        outer.addSpacing(4)
        outer.addLayout(second)
        outer.addSpacing(4)
        outer.addWidget(self.facts)


def _texts(shown: ContactDetail) -> dict[str, str]:
    names = ("position", "company", "location", "how_met", "notes")
    return {name: getattr(shown, name) for name in names}
