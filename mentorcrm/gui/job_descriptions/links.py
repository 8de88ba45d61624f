"""What a description is linked with: goals, needs and mentors, as chips that open them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from mentorcrm.core.i18n import _
from mentorcrm.gui import icons
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import plain_label, shortened
from mentorcrm.gui.widgets.tags import FlowLayout

_MOST = 8


@dataclass(frozen=True, slots=True)
class Link:
    """One linked record: its id, its words, and how it looks."""

    id: int
    text: str
    icon: str
    token: str
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that may be linked; offers of one ``group`` stand together below its name."""

    id: int
    text: str
    group: str = ""


class Links(QWidget):
    """Chips of what is linked and, where that can be chosen here, a list to tick."""

    chosen = Signal(list)
    """The ids linked from now on."""
    opened = Signal(int)

    def __init__(self, label: str, choose: str = "", nothing: str = "") -> None:
        """Show ``label`` before the chips; ``choose`` names the list, ``nothing`` says why empty."""
        super().__init__()
        self._label = label
        self._nothing = nothing
        self._linked: tuple[Link, ...] | None = None
        self._offers: Sequence[Offer] = ()
        self._chips: list[QPushButton] = []
        self._chip_place = QWidget()
        self._flow = FlowLayout(self._chip_place)
        self._choose = choose
        self.button: QPushButton | None = None
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill_menu)
        if choose:
            # Not the button's own menu: there is no room for its arrow.
            self.button = IconButton("plus", "", token="muted")
            self.button.setAccessibleName(choose)
            self.button.clicked.connect(self._open_menu)
            self._flow.addWidget(self.button)
        title = plain_label(label, "muted")
        title.setMinimumWidth(title.fontMetrics().averageCharWidth() * 11)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        title.setMinimumHeight(QPushButton("x").sizeHint().height())
        row.addWidget(title, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._chip_place, 1)
        for widget in (self, self._chip_place):
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            widget.setSizePolicy(policy)

    def show_links(self, linked: Sequence[Link], offers: Sequence[Offer] = ()) -> None:
        """Show what is linked; ``offers`` are all that may be."""
        self._offers = offers
        if self.button is not None:
            self.button.setEnabled(bool(offers))
            self.button.setToolTip(self._choose if offers else self._nothing)
        if tuple(linked) == self._linked:
            return
        self._linked = tuple(linked)
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [self._chip(link) for link in self._linked[:_MOST]]
        if len(self._linked) > _MOST:
            self._chips.append(self._more(self._linked[_MOST:]))
        for place, chip in enumerate(self._chips):
            self._flow.insert_widget(place, chip)
            chip.show()
        self.updateGeometry()

    def _open_menu(self) -> None:
        if self.button is not None:
            below = self.button.rect().bottomLeft()
            self.menu.popup(self.button.mapToGlobal(below))

    def _chip(self, link: Link) -> QPushButton:
        chip = QPushButton(shortened(link.text, 32).replace("&", "&&"))
        chip.setIcon(icons.icon(link.icon, link.token))
        chip.setIconSize(QSize(20, 16))
        chip.setAutoDefault(False)
        chip.setAccessibleName(f"{self._label} {link.text}")
        chip.setToolTip(link.tip or link.text)
        chip.clicked.connect(lambda: self.opened.emit(link.id))
        return chip

    def _more(self, rest: Sequence[Link]) -> QPushButton:
        button = QPushButton(_("{n} more").format(n=len(rest)))
        button.setAutoDefault(False)
        menu = QMenu(button)
        for link in rest:
            action = menu.addAction(shortened(link.text, 60).replace("&", "&&"))
            action.triggered.connect(lambda _on=False, link_id=link.id: self.opened.emit(link_id))
        button.setProperty("dropdown", True)
        button.setMenu(menu)
        return button

    def _fill_menu(self) -> None:
        self.menu.clear()
        linked = {link.id for link in self._linked or ()}
        group = ""
        for offer in self._offers:
            if offer.group != group:
                group = offer.group
                self.menu.addSeparator()
                heading = self.menu.addAction(shortened(group, 60).replace("&", "&&"))
                heading.setEnabled(False)
            action = self.menu.addAction(shortened(offer.text, 60).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(offer.id in linked)
            action.toggled.connect(lambda on, offer_id=offer.id: self._toggle(offer_id, on))

    def _toggle(self, link_id: int, on: bool) -> None:
        ids = [link.id for link in self._linked or () if link.id != link_id]
        self.chosen.emit([*ids, link_id] if on else ids)
