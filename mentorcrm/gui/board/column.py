"""One column of the board: its head with name, number and buttons, and its cards."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from mentorcrm.core.cards import SORTS, stage_name
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui import icons, theme
from mentorcrm.gui.app import App
from mentorcrm.gui.board.card_delegate import CardDelegate
from mentorcrm.gui.board.card_text import STAGE_ICONS
from mentorcrm.gui.board.column_model import FIT, ColumnModel, Drop
from mentorcrm.gui.board.column_view import ColumnView
from mentorcrm.gui.format import count
from mentorcrm.gui.widgets.buttons import icon_button
from mentorcrm.gui.widgets.labels import IconLabel, plain_label

_RADIUS = 10


class Column(QFrame):
    """Show one stage: "Asked 3", the button to add somebody, the order, the cards."""

    add_requested = Signal(str)
    sort_changed = Signal()
    count_changed = Signal()

    def __init__(self, app: App, stage: str, drop: Drop, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self.hovered = False
        """True while cards hang over this column."""
        self.model = ColumnModel(app, stage, drop, self)
        self.delegate = CardDelegate(self.model.card, app.now, app.zone, self)
        self.view = ColumnView(self.model, self.delegate)
        self._icon = IconLabel(STAGE_ICONS[stage], stage)
        self._title = plain_label(stage_name(stage), "h2")
        self._count = plain_label("0", "muted")
        self._sorts: dict[str, QAction] = {}
        self._sort = self._sort_button()
        self._add = icon_button("plus", _("Add to {stage}").format(stage=stage_name(stage)))
        self._add.clicked.connect(lambda: self.add_requested.emit(self.stage))
        self._lay_out()
        for signal in (
            self.model.rowsInserted,
            self.model.rowsRemoved,
            self.model.modelReset,
        ):
            signal.connect(self._count_cards)
        self.view.drag_over.connect(self._highlight)
        theme.watch().changed.connect(self._tint)
        self._tint()
        self._count_cards()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 0, 2, 0)
        head.setSpacing(5)
        for button in (self._sort, self._add):
            # Narrow, so that the stage's name keeps its room in the narrowest column.
            button.setFixedWidth(26)
        for widget in (self._icon, self._title, self._count):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._sort)
        head.addWidget(self._add)
        body = QVBoxLayout(self)
        body.setContentsMargins(6, 6, 6, 8)
        body.setSpacing(4)
        body.addLayout(head)
        body.addWidget(self.view, 1)
        self._say_empty()

    def _sort_button(self) -> QToolButton:
        words = {
            "manual": _("By hand"),
            "due": _("By follow-up date"),
            "name": _("By name"),
            "last_contact": _("By last contact, longest ago first"),
            FIT: _("By fit for the goal, best first"),
        }
        button = icon_button(
            "arrow-up-down", _("Order of {stage}").format(stage=stage_name(self.stage))
        )
        button.setIcon(icons.icon("arrow-up-down", "faint"))
        button.setIconSize(QSize(14, 14))
        menu = QMenu(button)
        group = QActionGroup(menu)
        for sort in (*SORTS, FIT):
            action = menu.addAction(words[sort])
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on=False, sort=sort: self.set_sort(sort))
            self._sorts[sort] = action
        self._sorts["manual"].setChecked(True)
        self.offer_fit(offered=False)
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def set_sort(self, sort: str) -> None:
        """Order the cards by hand, follow-up date, name, last contact or fit for a goal."""
        if sort not in self._sorts or sort == self.model.sort_by:
            return
        self.model.sort_by = sort
        self._sorts[sort].setChecked(True)
        self.model.reload()
        self.sort_changed.emit()

    def offer_fit(self, *, offered: bool) -> None:
        """Offer the order by fit, which there is only when a goal is filtered by."""
        self._sorts[FIT].setEnabled(offered)
        tip = "" if offered else _("Choose a goal in the filter first.")
        self._sorts[FIT].setToolTip(tip)
        if not offered and self.model.sort_by == FIT:
            self.set_sort("manual")

    @property
    def is_manual(self) -> bool:
        """Tell whether the user orders the cards."""
        return self.model.sort_by == "manual"

    def _count_cards(self) -> None:
        number = self.model.rowCount()
        self._count.setText(count(number))
        self.view.setAccessibleName(
            ngettext("{stage}, {n} mentor", "{stage}, {n} mentors", number).format(
                stage=stage_name(self.stage), n=count(number)
            )
        )
        self.count_changed.emit()

    def _say_empty(self) -> None:
        if self.stage == "declined":
            self.view.set_empty_text(_("Nobody has declined."))
        elif self.stage == "identified":
            self.view.set_empty_text(_("Drag someone here, or press Ctrl+Shift+Left."))
        else:
            self.view.set_empty_text(_("Drag someone here, or press Ctrl+Shift+Right."))

    def _highlight(self, on: bool) -> None:
        if self.hovered != on:
            self.hovered = on
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        # Painted here: a style sheet would be worked out anew for every child at each change.
        tokens = theme.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.color("column"))
        width = 2 if self.hovered else tokens.border_width - 1
        painter.setPen(Qt.PenStyle.NoPen)
        if width:
            painter.setPen(QPen(theme.color("accent" if self.hovered else "border"), 2))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
        painter.end()

    def _tint(self) -> None:
        palette = self._title.palette()
        palette.setColor(QPalette.ColorRole.WindowText, theme.color(self.stage))
        self._title.setPalette(palette)
