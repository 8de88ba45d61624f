"""The e-mail addresses, phone numbers or links of a person, edited in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.fields import AutoSaveField
from mentorcrm.gui.widgets.labels import plain_label

Values = list[tuple[str, str]]


class ChannelRows(QWidget):
    """One line for each value; the last button adds one. ``committed`` gives all of them."""

    committed = Signal(list)
    """The whole new list of (label, value)."""

    def __init__(self, kind: str, name: str, add: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = kind
        self._name = name
        self._shown: Values = []
        self.rows: list[_ChannelRow] = []
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.problem = plain_label("", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.add_button = QPushButton(add)
        self.add_button.setProperty("flat", True)
        self.add_button.setAutoDefault(False)
        self.add_button.clicked.connect(self.add_row)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(2)
        outer.addLayout(self._lines)
        outer.addWidget(self.problem)
        line = QHBoxLayout()
        line.addWidget(self.add_button)
        line.addStretch(1)
        outer.addLayout(line)
        self.setFocusProxy(self.add_button)

    def load(self, values: Sequence[tuple[str, str]], *, force: bool = False) -> None:
        """Show ``values``; what somebody is typing stays."""
        fresh = [(label, value) for label, value in values]
        if not force and (fresh == self._shown or any(row.in_use() for row in self.rows)):
            return
        self._shown = fresh
        self._say("")
        while len(self.rows) > len(fresh):
            self._drop(self.rows[-1])
        while len(self.rows) < len(fresh):
            self._make()
        for row, (label, value) in zip(self.rows, fresh, strict=True):
            row.show_value(label, value)

    def add_row(self) -> None:
        """Offer an empty line and put the keyboard into it."""
        empty = next((row for row in self.rows if not row.value.text().strip()), None)
        row = empty or self._make()
        row.show_value(row.label, row.value.text())
        row.value.setFocus()

    def flush(self) -> None:
        """Save what was typed now."""
        for row in list(self.rows):
            row.value.flush()

    def _make(self) -> _ChannelRow:
        row = _ChannelRow(self._kind, self._name)
        row.value.committed.connect(self._commit)
        row.remove.clicked.connect(lambda: self._remove(row))
        self.rows.append(row)
        self._lines.addWidget(row)
        return row

    def _drop(self, row: _ChannelRow) -> None:
        self.rows.remove(row)
        self._lines.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _remove(self, row: _ChannelRow) -> None:
        self.add_button.setFocus()
        row.value.load("", force=True)
        self._drop(row)
        self._commit()

    def _commit(self, _text: str = "") -> None:
        values = [(row.label, row.value.text().strip()) for row in self.rows]
        values = [(label, value) for label, value in values if value]
        try:
            for _label, value in values:
                core.contacts.clean_channel(self._kind, value)
        except UserError as error:
            self._say(error.message)
            return
        self._say("")
        if values != self._shown:
            self._shown = values
            self.committed.emit(values)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))


class _ChannelRow(QWidget):
    """A value with its label, a way to open a link, and a cross."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__()
        self.label = ""
        self._name = name
        self._kind = kind
        self.value = AutoSaveField(name)
        self.open = icon_button("external-link", _("Open link"))
        self.open.clicked.connect(self._open)
        self.remove = icon_button("x", _("Remove"))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        line.addWidget(self.value, 1)
        line.addWidget(self.open)
        line.addWidget(self.remove)
        self.open.setVisible(kind == "link")

    def in_use(self) -> bool:
        """Tell whether somebody is typing here."""
        return self.value.hasFocus() or self.value.is_dirty

    def show_value(self, label: str, value: str) -> None:
        """Show a value and the word that says which one it is."""
        self.label = label
        self.value.load(value, force=True)
        name = f"{self._name}, {label}" if label else self._name
        self.value.setAccessibleName(name)
        self.value.setToolTip(label)
        self.remove.setAccessibleName(_("Remove {value}").format(value=value or self._name))
        self.remove.setToolTip(self.remove.accessibleName())

    def _open(self) -> None:
        address = self.value.text().strip()
        if address and "://" not in address:
            address = f"https://{address}"
        url = QUrl(address, QUrl.ParsingMode.StrictMode)
        if url.isValid() and url.scheme().lower() in ("http", "https"):
            QDesktopServices.openUrl(url)
