"""The dialog that adds a person: a name is enough."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from mentorcrm import core
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.gui.app import App
from mentorcrm.gui.widgets.labels import plain_label
from mentorcrm.gui.widgets.page import MARGIN, Form
from mentorcrm.gui.widgets.tags import TagField

if TYPE_CHECKING:
    from sqlalchemy.orm import Session


class AddPersonDialog(QDialog):
    """Ask who is to be added; the person is written when Add is pressed."""

    added = Signal(int)
    """The new contact's id."""

    def __init__(self, app: App, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self.setWindowTitle(_("Add person"))
        self.name = QLineEdit()
        self.position = QLineEdit()
        self.company = QLineEdit()
        self.email = QLineEdit()
        self.tags = TagField(_("Tags"))
        self.tags.offer([tag.name for tag in app.read(core.tags.all_tags)])
        self.on_board = QCheckBox(_("Add to the &board as a possible mentor"))
        self.problem = plain_label("", "danger")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.buttons = QDialogButtonBox()
        cancel = self.buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self.add_button = self.buttons.addButton(
            _("Add person"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.add_button.setDefault(True)
        self.buttons.accepted.connect(self._add)
        self.buttons.rejected.connect(self.reject)
        self.name.textChanged.connect(self._check_name)
        self._lay_out()
        self._check_name(self.name.text())
        self.name.setFocus()

    def _lay_out(self) -> None:
        form = Form()
        form.add(_("&Name"), self.name)
        form.add(_("&Position"), self.position)
        form.add(_("&Company"), self.company)
        form.add(_("&E-mail"), self.email)
        form.add(_("&Tags"), self.tags)
        form.addRow("", self.on_board)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 20)
        outer.setSpacing(MARGIN)
        outer.addWidget(plain_label(_("Add person"), "h1"))
        outer.addLayout(form)
        outer.addWidget(self.problem)
        outer.addStretch(1)
        outer.addWidget(self.buttons)
        self.resize(self.fontMetrics().averageCharWidth() * 60, self.sizeHint().height())

    def _check_name(self, text: str) -> None:
        self.add_button.setEnabled(bool(text.strip()))

    def _add(self) -> None:
        self.tags.flush()
        emails = [self.email.text()] if self.email.text().strip() else []
        try:
            for address in emails:
                core.contacts.clean_email(address)
        except UserError as error:
            self._say(error.message)
            return
        now, on_board = self._app.now(), self.on_board.isChecked()

        def add(session: Session) -> int:
            contact_id = core.contacts.add(
                session,
                self.name.text(),
                position=self.position.text(),
                company=self.company.text(),
                emails=emails,
                tags=self.tags.tags(),
                now=now,
            )
            if on_board:
                core.board.add(session, contact_id, now=now)
            return contact_id

        name = " ".join(self.name.text().split())
        done = _("{name} is added").replace("{name}", name)
        self._app.do(
            _("Add {name}").replace("{name}", name),
            add,
            done=done,
            then=self._finish,
        )

    def _finish(self, contact_id: int) -> None:
        self.accept()
        self.added.emit(contact_id)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.show()
        self.email.setProperty("invalid", True)
        self.email.style().unpolish(self.email)
        self.email.style().polish(self.email)
        self.email.setFocus()
