"""Writing down what happened: the first thing on the timeline."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.app import App
from mentorcrm.gui.contacts.entry_words import kind_icon
from mentorcrm.gui.contacts.goal_chips import GoalChips
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.dates import DateTimeField
from mentorcrm.gui.widgets.markdown_editor import MarkdownEditor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

FIELD = "composer"


def fill_kinds(combo: QComboBox) -> None:
    """Offer the kinds of entries that a user can log."""
    if combo.count():
        return
    labels = core.activities.kind_labels()
    for kind in core.activities.LOGGED_KINDS:
        combo.addItem(icons.icon(kind_icon(kind), "muted"), labels[kind], kind)


class Composer(QWidget):
    """Kind, moment and text; Ctrl+Return or the button logs it."""

    logged = Signal()

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._contact_id = -1
        self._candidate_id = -1
        self._name = ""
        self._moved = False
        self.kind = QComboBox()
        self.when = DateTimeField(_("When it happened"))
        self.text = MarkdownEditor(
            _("What happened"),
            _("What was said, what you agreed"),
            growing=True,
            lines=3,
            quiet=True,
        )
        self.goals = GoalChips(app, editable=True)
        self.goals.chosen.connect(self.goals.load_ids)
        self.button = IconButton("check", _("Log"), primary=True)
        self.button.setToolTip(_("Log it (Ctrl+Return)"))
        self.button.clicked.connect(self.log)
        self.text.draft.connect(self._keep_draft)
        self.text.committed.connect(self._keep_draft)
        self.when.committed.connect(self._chose_moment)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.log)
        self._lay_out()

    def open(self, contact_id: int, candidate_id: int, name: str) -> None:
        """Write about this person; what was being written about them comes back."""
        self._contact_id, self._candidate_id, self._name = contact_id, candidate_id, name
        fill_kinds(self.kind)
        self.kind.setCurrentIndex(0)
        draft = self._app.read(core.drafts.text_of, "contact", contact_id, FIELD)
        self.text.load(draft or "", force=True)
        self.goals.load(())
        self._reset_moment()

    def about_goals(self, goal_ids: Collection[int]) -> None:
        """Write about these goals."""
        self.goals.load_ids(goal_ids)

    def about(self, candidate_id: int, name: str) -> None:
        """Take over the card and the name of the same person."""
        self._candidate_id, self._name = candidate_id, name

    def forget(self) -> None:
        """Write about nobody."""
        self._contact_id = -1
        self.text.load("", force=True)

    def choose(self, kind: str) -> None:
        """Choose what is to be logged and put the keyboard into the text."""
        fill_kinds(self.kind)
        self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self.text.setFocus()

    def flush(self) -> None:
        """Keep what was typed now."""
        if self._contact_id >= 0:
            self.text.flush()

    def log(self) -> None:
        """Put what is written on the timeline."""
        if self._contact_id < 0:
            return
        kind, body = str(self.kind.currentData()), self.text.text()
        words = self.kind.currentText()
        label = _("Log {kind} about {name}").format(kind=words.lower(), name=self._name)
        contact_id, candidate_id = self._contact_id, self._candidate_id
        moment, now = self._moment(), self._app.now()
        goal_ids = self.goals.ids()

        def write(session: Session) -> None:
            entry = core.activities.log(
                session,
                contact_id,
                kind,
                body,
                moment,
                now,
                candidate_id=None if candidate_id < 0 else candidate_id,
            )
            if goal_ids:
                core.goals.link_activity(session, entry, goal_ids, now)
            core.drafts.discard(session, "contact", contact_id, FIELD)

        done = _("Logged: {kind} about {name}").format(kind=words.lower(), name=self._name)
        self._app.do(label, write, done=done, then=lambda _none: self._logged(contact_id))

    def _logged(self, contact_id: int) -> None:
        if contact_id == self._contact_id:
            self.text.load("", force=True)
            self.goals.load(())
            self._reset_moment()
            self.logged.emit()

    def _moment(self) -> datetime:
        self.when.flush()
        if not self._moved:
            return self._app.now()
        return self.when.value().replace(tzinfo=self._app.zone())

    def _reset_moment(self) -> None:
        self._moved = False
        self.when.load(self._app.now().astimezone(self._app.zone()))

    def _chose_moment(self, _moment: object) -> None:
        self._moved = True

    def _keep_draft(self, text: str) -> None:
        if self._contact_id < 0:
            return
        app = self._app
        if text.strip():
            app.system(core.drafts.save, "contact", self._contact_id, FIELD, text, app.now())
        else:
            app.system(core.drafts.discard, "contact", self._contact_id, FIELD)

    def _lay_out(self) -> None:
        self.kind.setAccessibleName(_("Kind of entry"))
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.kind)
        top.addStretch(1)
        top.addWidget(self.button)
        policy = self.text.tools.sizePolicy()
        policy.setRetainSizeWhenHidden(False)
        self.text.tools.setSizePolicy(policy)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(8)
        outer.addLayout(top)
        outer.addWidget(self.text)
        outer.addWidget(self.text.tools)
        outer.addWidget(self.when)
        outer.addWidget(self.goals)
