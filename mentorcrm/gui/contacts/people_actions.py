"""What can be done with people, one or many: each one named action that can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _, ngettext
from mentorcrm.gui.app import App
from mentorcrm.gui.format import count

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from mentorcrm.core.progress import Progress

_AT_ONCE = 1_000
"""More people than this are changed on a worker, so that the window never waits."""
_MOST_CARDS = 200


class PeopleActions(QObject):
    """Carry out what a page or the detail pane asks for people."""

    def __init__(self, app: App, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app

    def rename(self, contact_id: int, name: str) -> None:
        """Give a person another name."""
        label = _("Rename to {name}").format(name=name)
        self._app.do(label, core.contacts.edit, contact_id, self._app.now(), name=name)

    def archive(self, ids: Sequence[int]) -> None:
        """Set people aside."""
        label = self.named(
            ids,
            _("Archive {name}"),
            lambda n: ngettext("Archive {n} person", "Archive {n} people", n),
        )
        done = self.named(
            ids,
            _("{name} is archived"),
            lambda n: ngettext("{n} person is archived", "{n} people are archived", n),
        )
        self._do(label, done, core.contacts.archive, ids, self._app.now())

    def unarchive(self, ids: Sequence[int]) -> None:
        """Bring people back from the archive."""
        label = self.named(
            ids,
            _("Bring back {name}"),
            lambda n: ngettext("Bring back {n} person", "Bring back {n} people", n),
        )
        self._do(label, self._back(ids), core.contacts.unarchive, ids, self._app.now())

    def trash(self, ids: Sequence[int]) -> None:
        """Put people in the trash."""
        label = self.named(
            ids,
            _("Delete {name}"),
            lambda n: ngettext("Delete {n} person", "Delete {n} people", n),
        )
        done = self.named(
            ids,
            _("{name} is in the trash"),
            lambda n: ngettext("{n} person is in the trash", "{n} people are in the trash", n),
        )
        self._do(label, done, core.contacts.trash, ids, self._app.now())

    def restore(self, ids: Sequence[int]) -> None:
        """Take people out of the trash."""
        label = self.named(
            ids,
            _("Restore {name}"),
            lambda n: ngettext("Restore {n} person", "Restore {n} people", n),
        )
        self._do(label, self._back(ids), core.contacts.restore, ids, self._app.now())

    def _back(self, ids: Sequence[int]) -> str:
        return self.named(
            ids,
            _("{name} is back"),
            lambda n: ngettext("{n} person is back", "{n} people are back", n),
        )

    def erase(self, ids: Sequence[int]) -> None:
        """Ask, then delete people for good, with every trace of them."""
        if not ids:
            return
        button = ngettext("Delete {n} person", "Delete {n} people", len(ids)).format(
            n=count(len(ids))
        )
        title = self.named(
            ids,
            _("Delete {name} for good?"),
            lambda n: ngettext("Delete {n} person for good?", "Delete {n} people for good?", n),
        )
        text = _(
            "Their notes, reminders and timeline go too. This cannot be undone, and nobody can"
            " bring them back except from a backup."
        )
        if self._app.notices.confirm(title, text, button):
            self._app.system(core.contacts.erase, ids, then=lambda _none: self._erased(len(ids)))

    def add_tag(self, ids: Sequence[int], name: str) -> None:
        """Put a tag on people."""
        tag = name.replace("{", "").replace("}", "")
        label = self.named(
            ids,
            _("Tag {name} “{tag}”").replace("{tag}", tag),
            lambda n: ngettext("Tag {n} person “{tag}”", "Tag {n} people “{tag}”", n).replace(
                "{tag}", tag
            ),
        )
        done = self.named(
            ids,
            _("{name} has the tag “{tag}”").replace("{tag}", tag),
            lambda n: ngettext(
                "{n} person has the tag “{tag}”", "{n} people have the tag “{tag}”", n
            ).replace("{tag}", tag),
        )
        self._do(label, done, core.tags.add_to, ids, name, self._app.now())

    def remove_tag(self, ids: Sequence[int], name: str) -> None:
        """Take a tag off people."""
        label = _("Remove the tag “{tag}”").replace("{tag}", name)
        done = _("The tag “{tag}” is removed").replace("{tag}", name)
        self._do(label, done, core.tags.remove_from, ids, name, self._app.now())

    def add_to_board(self, ids: Sequence[int]) -> None:
        """Put people on the board who have no card yet."""
        if not ids:
            return
        label = self.named(
            ids,
            _("Add {name} to the board"),
            lambda n: ngettext("Add {n} person to the board", "Add {n} people to the board", n),
        )
        done = self.named(
            ids,
            _("{name} is on the board"),
            lambda n: ngettext("{n} person is on the board", "{n} people are on the board", n),
        )
        self._app.do(label, _add_cards, ids, self._app.now(), done=done)

    def say(self, done: str) -> None:
        """Say what was done, with a way to take it back."""
        self._app.notices.toast(done, self._app.undo_offers())

    def copy_emails(self, ids: Sequence[int]) -> None:
        """Copy the first e-mail address of each of these people."""
        rows = self._app.read(core.contacts.rows, ids)
        addresses = [rows[one].email for one in ids if one in rows and rows[one].email]
        if not addresses:
            self._app.notices.status(_("No e-mail address is known."))
            return
        QGuiApplication.clipboard().setText(", ".join(addresses))
        text = ngettext("{n} e-mail address copied", "{n} e-mail addresses copied", len(addresses))
        self._app.notices.status(text.format(n=count(len(addresses))))

    def named(self, ids: Sequence[int], one: str, many: Callable[[int], str]) -> str:
        """Return the label of an action about one person, by name, or about several."""
        if len(ids) == 1:
            names = self._app.read(core.contacts.names, ids)
            return one.replace("{name}", names.get(ids[0], _("somebody")))
        return many(len(ids)).format(n=count(len(ids)))

    def _do(
        self,
        label: str,
        done: str,
        operation: Callable[..., Any],
        ids: Sequence[int],
        *args: Any,
    ) -> None:
        if not ids:
            return
        if len(ids) <= _AT_ONCE:
            self._app.do(label, operation, ids, *args, done=done)
            return
        db = self._app.db

        def work(_progress: Progress) -> None:
            with db.transaction(label) as session:
                operation(session, ids, *args)

        self._app.run(label, work, lambda _result: self.say(done))

    def _erased(self, number: int) -> None:
        self._app.forget_erased()
        text = ngettext("{n} person deleted for good", "{n} people deleted for good", number)
        self._app.notices.toast(text.format(n=count(number)))


def _add_cards(session: Session, ids: Sequence[int], now: datetime) -> list[int]:
    """Add a card for each person without one; refuse when that is nobody."""
    rows = core.contacts.rows(session, ids)
    fresh = [one for one in ids if one in rows and not rows[one].stages]
    if not fresh:
        raise UserError(
            ngettext(
                "This person is already on the board.", "They are already on the board.", len(ids)
            )
        )
    if len(fresh) > _MOST_CARDS:
        raise UserError(
            _(
                "That is more than {n} people. Choose fewer: a board is for those you mean to ask."
            ).format(n=_MOST_CARDS)
        )
    return [core.board.add(session, one, now=now) for one in fresh]
