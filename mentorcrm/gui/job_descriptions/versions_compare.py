"""A version beside another one: which, what changed, and the way from change to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.errors import NotFound
from mentorcrm.core.i18n import _
from mentorcrm.core.settings import VERSIONS_CHANGES_ONLY
from mentorcrm.gui.job_descriptions.versions_list import version_words
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.choices import Choice
from mentorcrm.gui.widgets.labels import EmptyState, plain_label
from mentorcrm.gui.widgets.page import shrinkable
from mentorcrm.gui.widgets.side_by_side import SideBlock, SideBySide, SideRow, change_words
from mentorcrm.gui.widgets.tags import FlowLayout

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.difference import Line, TextDifference
    from mentorcrm.core.job_descriptions.history import Difference, VersionName
    from mentorcrm.gui.app import App

PRESENT, BEFORE = -1, -2
"""What to compare with, besides the id of a version."""


class Comparison(QWidget):
    """Show what a version and another one have apart, the older on the leading side."""

    shown = Signal()

    def __init__(self, app: App, description_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._description_id = description_id
        self._versions: list[VersionName] = []
        self._version_id = -1
        self._wanted = PRESENT
        """What the user wants to compare with, also while the version chosen is just that."""
        self.other = Choice()
        self.other.setAccessibleName(_("Compare with"))
        shrinkable(self.other)
        self.other.setMinimumContentsLength(24)
        self.changes_only = QCheckBox(_("&Changes only"))
        self.changes_only.setChecked(app.settings.get(VERSIONS_CHANGES_ONLY))
        self.place = plain_label("", "muted")
        self.before_button = icon_button("chevron-up", _("Previous change (Shift+F7)"))
        self.next_button = icon_button("chevron-down", _("Next change (F7)"))
        self.sides = SideBySide(_("The two versions side by side"))
        self.empty = EmptyState("history", "")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def show_version(self, version_id: int) -> None:
        """Compare this version with what is chosen."""
        self._version_id = version_id
        if self._place() is None:
            self._reload()
        else:
            self._offer()
            self._compare()

    def forget(self) -> None:
        """Read all again when a version is shown next: something changed."""
        self._versions = []

    def _reload(self) -> None:
        history = core.job_descriptions.history
        self._versions = self._app.read(history.outline, self._description_id)
        self._offer()
        self._compare()

    def step(self, by: int) -> None:
        """Go to the next change, or with -1 to the one before."""
        self.sides.step(by)

    def _offer(self) -> None:
        """Offer what this version can be compared with; what the user chose stays if it can."""
        last, place = len(self._versions) - 1, self._place()
        self.other.clear()
        if place not in (0, None):
            self.other.addItem(_("the present text"), PRESENT)
        if place not in (last, None):
            self.other.addItem(_("the version before it"), BEFORE)
        for version in self._versions[1:]:
            if version.id != self._version_id:
                self.other.addItem(version_words(version, self._app), version.id)
        self.other.setCurrentIndex(max(0, self.other.findData(self._wanted)))
        self.other.setEnabled(self.other.count() > 0)

    def _place(self) -> int | None:
        """Return the place of the version in the list, None when it is gone."""
        ids = [version.id for version in self._versions]
        return ids.index(self._version_id) if self._version_id in ids else None

    def _pair(self) -> tuple[VersionName, VersionName] | None:
        """Return the two versions, the older one first; None when there is no other."""
        place, chosen = self._place(), self.other.currentData()
        if place is None or chosen is None:
            return None
        if chosen == PRESENT:
            other = 0
        elif chosen == BEFORE:
            other = place + 1
        else:
            other = [version.id for version in self._versions].index(chosen)
        return self._versions[max(place, other)], self._versions[min(place, other)]

    def _compare(self) -> None:
        pair = self._pair()
        if pair is None:
            self._say(_("The first change makes a version to compare with."))
            return
        read, kept = self._app.read, core.job_descriptions.versions
        try:
            old, new = (read(kept.version, version.id) for version in pair)
        except NotFound:
            return
        found = core.job_descriptions.history.difference(old, new)
        headings = [self._heading(version) for version in pair]
        only = self.changes_only.isChecked()
        if only and not found.changed:
            self._say(_("Both versions read the same."))
            return
        self.sides.show_sides(_blocks(found), changes_only=only, old=headings[0], new=headings[1])
        self._stack.setCurrentWidget(self.sides)
        self.shown.emit()

    def _say(self, words: str) -> None:
        self.sides.show_sides((), changes_only=True)
        self.empty.set_texts(words)
        self._stack.setCurrentWidget(self.empty)
        self.shown.emit()

    def _heading(self, version: VersionName) -> str:
        words = version_words(version, self._app)
        if version is self._versions[0]:
            return _("Present: {version}").format(version=words)
        return words

    def _show_place(self, current: int, count: int) -> None:
        self.place.setText(change_words(current, count))
        for button in (self.before_button, self.next_button):
            button.setEnabled(count > 0)

    def _connect(self) -> None:
        self.other.activated.connect(self._choose)
        self.changes_only.toggled.connect(self._choose_changes_only)
        self.before_button.clicked.connect(lambda: self.step(-1))
        self.next_button.clicked.connect(lambda: self.step(1))
        self.sides.moved.connect(self._show_place)

    def _choose(self, _place: int) -> None:
        self._wanted = int(self.other.currentData())
        self._compare()

    def _choose_changes_only(self, on: bool) -> None:
        self._app.settings.remember(VERSIONS_CHANGES_ONLY, on)
        self._compare()

    def _lay_out(self) -> None:
        label = plain_label(_("Compare &with"))
        label.setBuddy(self.other)
        line = FlowLayout(spacing=12)
        line.addWidget(_beside(label, self.other))
        steps = _beside(self.place, self.before_button, self.next_button)
        line.addWidget(_beside(self.changes_only, steps))
        self._stack.addWidget(self.sides)
        self._stack.addWidget(self.empty)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(10)
        outer.addLayout(line)
        outer.addWidget(self._stack, 1)


def _beside(*widgets: QWidget) -> QWidget:
    """Return widgets that stay in one line."""
    holder = QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    for widget in widgets:
        line.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
    return holder


def _blocks(found: Difference) -> list[SideBlock]:
    titles = core.job_descriptions.history.part_titles()
    return [SideBlock(titles[part], _rows(texts)) for part, texts in found.parts]


def _rows(texts: TextDifference) -> tuple[SideRow, ...]:
    return tuple(
        SideRow(_pieces(pair.old), _pieces(pair.new), pair.changed) for pair in texts.pairs
    )


def _pieces(line: Line | None) -> tuple[tuple[str, bool], ...] | None:
    if line is None:
        return None
    return tuple((piece.text, piece.changed) for piece in line.pieces)
