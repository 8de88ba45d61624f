"""The list of versions: when, its name, what it changed, and to whom it went."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons
from mentorcrm.gui.format import short_day, when
from mentorcrm.gui.record_model import RecordModel, RecordRole
from mentorcrm.gui.widgets.list_card import (
    GAP,
    PADDING,
    card_box,
    card_fonts,
    draw_line,
    fill_card,
    outline_card,
)

if TYPE_CHECKING:
    from mentorcrm.core.job_descriptions.history import VersionName, VersionRow
    from mentorcrm.core.job_descriptions.sendings import SendingRow
    from mentorcrm.gui.app import App

Index = QModelIndex | QPersistentModelIndex
_ICON = 14


class VersionModel(RecordModel):
    """The versions of one description, newest first; the first row is the present text."""

    tables = ("version", "sending", "contact", "job_description")
    renamed = Signal(int, str)
    """The user wants this version to be called so."""

    def __init__(self, app: App, description_id: int, parent: QWidget) -> None:
        super().__init__(app, parent)
        self.description_id = description_id
        self.reload()

    def fetch_keys(self) -> Sequence[int]:
        """Return the ids, newest first."""
        found = self.app.read(core.job_descriptions.history.outline, self.description_id)
        return [version.id for version in found]

    def fetch_rows(self, ids: Sequence[int]) -> Mapping[int, Any]:
        """Return the versions of ``ids`` with what each changed."""
        found = self.app.read(core.job_descriptions.history.versions, self.description_id, ids)
        return {row.id: row for row in found}

    def affected(self, changes: Any) -> None:
        """Find all again: a version that goes changes what the one after it changed."""

    def cell(self, record: VersionRow | None, column: int, role: int) -> Any:
        """Return the version in words, or its name to edit."""
        if record is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.heading(record)
        if role == Qt.ItemDataRole.EditRole:
            return record.name
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            glue = "\n" if role == Qt.ItemDataRole.ToolTipRole else ", "
            lines = (self.heading(record), self.caption(record), *self.sent_lines(record))
            return glue.join(line for line in lines if line)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        record = index.data(RecordRole)
        if record is not None and str(value).strip() != record.name:
            self.renamed.emit(record.id, str(value))
        return False  # the model hears of it when it is written

    def heading(self, record: VersionRow) -> str:
        """Return what a version is called: its name, else when it was saved."""
        return record.name or self._moment(record)

    def caption(self, record: VersionRow) -> str:
        """Return what a version changed, and when it was saved if the heading says no such."""
        words = core.job_descriptions.history.change_words(record)
        return f"{self._moment(record)} · {words}" if record.name else words

    def sent_lines(self, record: VersionRow) -> list[str]:
        """Return to whom a version went: "Sent to Ruth Adeyemi, 12 Nov 2026, E-mail"."""
        zone = self.app.zone()
        return [
            _("Sent to {sending}").format(sending=sending_words(sent, zone))
            for sent in record.sendings
        ]

    def _moment(self, record: VersionRow) -> str:
        return when(record.updated_at, self.app.now(), self.app.zone())


class VersionList(QListView):
    """The versions as cards; F2 names one in place."""

    def __init__(self, model: VersionModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bare")
        self.setAccessibleName(_("Versions"))
        self.setModel(model)
        self.setItemDelegate(_Delegate(self))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QListView.EditTrigger.EditKeyPressed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


def version_words(version: VersionName, app: App) -> str:
    """Return a version as a choice offers it: "for Ruth (Thu 12 Nov, 09:14)"."""
    moment = when(version.updated_at, app.now(), app.zone())
    if version.name:
        return _("{name} ({moment})").format(name=version.name, moment=moment)
    return moment


def sending_words(sent: SendingRow, zone: Any) -> str:
    """Return a sending in a few words: "Ruth Adeyemi, 12 Nov 2026, E-mail"."""
    day = short_day(sent.sent_at.astimezone(zone).date())
    channel = core.job_descriptions.sendings.channel_words(sent.channel)
    return ", ".join(part for part in (sent.contact, day, channel) if part)


def _sent_mark(record: VersionRow) -> str:
    """Return who got a version, as short as a card needs it."""
    if not record.sendings:
        return ""
    names = list(dict.fromkeys(sent.contact for sent in record.sendings))
    if len(names) == 1:
        return names[0]
    return ngettext("{n} person", "{n} people", len(names)).format(n=len(names))


class _Delegate(QStyledItemDelegate):
    """Paint one version as a card."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        bold, small = card_fonts(option.font)
        lines = QFontMetrics(bold).height() + QFontMetrics(small).height()
        return QSize(160, lines + 4 + 2 * PADDING + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        record = index.data(RecordRole)
        if record is None:
            return
        model = index.model()
        assert isinstance(model, VersionModel)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        box = card_box(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(option.direction)
        outline_card(painter, fill_card(painter, box, option.state), option.state)
        inside = box.adjusted(PADDING, PADDING, -PADDING, -PADDING)
        bold, small = card_fonts(option.font)
        top = QRect(inside.left(), inside.top(), inside.width(), QFontMetrics(bold).height())
        room = self._paint_sent(painter, option, top, record, selected)
        draw_line(painter, room, model.heading(record), bold, _token("text", selected))
        below = QRect(top.left(), top.bottom() + 5, top.width(), QFontMetrics(small).height())
        draw_line(painter, below, model.caption(record), small, _token("muted", selected))
        painter.restore()

    def _paint_sent(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        line: QRect,
        record: VersionRow,
        selected: bool,
    ) -> QRect:
        """Paint who got the version at the end of the line; return the room that is left."""
        words = _sent_mark(record)
        if not words:
            return line
        small = card_fonts(option.font)[1]
        width = min(QFontMetrics(small).horizontalAdvance(words) + 2, line.width() // 2)
        token = _token("accepted", selected)
        mark = QRect(line.right() - width - _ICON - 4, line.top(), width + _ICON + 4, line.height())
        rest = line.adjusted(0, 0, -mark.width() - 8, 0)
        direction = option.direction
        icon = QRect(mark.left(), mark.center().y() - _ICON // 2, _ICON, _ICON)
        text = mark.adjusted(_ICON + 4, 0, 0, 0)
        at = QStyle.visualRect(direction, line, icon).topLeft()
        icons.draw(painter, "send", token, at, _ICON)
        draw_line(painter, QStyle.visualRect(direction, line, text), words, small, token)
        return QStyle.visualRect(direction, line, rest)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setAccessibleName(_("Name of the version"))
        editor.setPlaceholderText(_("Such as: for Ruth"))
        return editor

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(card_box(option.rect).adjusted(3, 3, -3, -3))


def _token(token: str, selected: bool) -> str:
    return "on_selection" if selected else token
