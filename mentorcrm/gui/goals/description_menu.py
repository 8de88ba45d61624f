"""A button that says which job descriptions are linked, with a menu to tick and open them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from mentorcrm import core
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.buttons import IconButton
from mentorcrm.gui.widgets.labels import shortened

if TYPE_CHECKING:
    from mentorcrm.core.goals import DescriptionLink

_LONGEST = 32


class DescriptionMenu(IconButton):
    """Show and change the job descriptions of one thing; ``chosen`` gives the new ids."""

    chosen = Signal(list)
    new_requested = Signal()

    def __init__(self, app: App, name: str, nothing: str, parent: QWidget | None = None) -> None:
        """``nothing`` is what the button says while nothing is linked."""
        super().__init__("file-user", nothing, token="muted", parent=parent)
        self._app = app
        self._name, self._nothing = name, nothing
        self._linked: tuple[DescriptionLink, ...] = ()
        self.menu_ = QMenu(self)
        self.menu_.aboutToShow.connect(self.fill)
        self.setMenu(self.menu_)
        self.show_links(())

    def show_links(self, linked: Sequence[DescriptionLink]) -> None:
        """Show what is linked."""
        self._linked = tuple(linked)
        words = self._nothing
        if len(linked) == 1:
            words = shortened(linked[0].title, _LONGEST)
        elif linked:
            words = ngettext("{n} description", "{n} descriptions", len(linked)).format(
                n=len(linked)
            )
        self.setText(words.replace("&", "&&"))
        titles = ", ".join(link.title for link in linked) or self._nothing
        self.setAccessibleName(f"{self._name}: {titles}")
        self.setToolTip(f"{self._name}: {titles}")

    def fill(self) -> None:
        """Offer all descriptions, ticked where linked, and the way to those."""
        self.menu_.clear()
        linked = {link.id for link in self._linked}
        for row in self._app.read(core.job_descriptions.descriptions):
            action = self.menu_.addAction(shortened(row.title, 60).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(row.id in linked)
            action.toggled.connect(lambda on, owner=row.id: self._toggle(owner, on))
        self.menu_.addSeparator()
        for link in self._linked:
            words = _("Open “{title}”").format(title=shortened(link.title, 50))
            action = self.menu_.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _on=False, owner=link.id: self._open(owner))
        new = self.menu_.addAction(_("New description for this goal"))
        new.triggered.connect(lambda _on=False: self.new_requested.emit())

    def _toggle(self, owner: int, on: bool) -> None:
        ids = [link.id for link in self._linked if link.id != owner]
        self.chosen.emit([*ids, owner] if on else ids)

    def _open(self, owner: int) -> None:
        self._app.open_requested.emit("job_description", owner)
