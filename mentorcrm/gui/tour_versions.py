"""The pictures of versions: what two have apart, who was sent one, and where a person has it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtWidgets import QDialog

from mentorcrm import core
from mentorcrm.gui import features

if TYPE_CHECKING:
    from mentorcrm.gui.main_window import MainWindow

Show = Callable[[], object]
_TYPED = "ru"


def screens(window: MainWindow) -> list[tuple[str, Show, Show | None]]:
    """Return the name of each picture, what shows it, and what brings back what was before."""
    return [
        ("versions", partial(_compare, window, changes_only=True), None),
        ("versions-whole", partial(_compare, window, changes_only=False), None),
        ("versions-sent", partial(_record, window), None),
        ("person-with-version", partial(_person, window), None),
    ]


def _compare(window: MainWindow, *, changes_only: bool) -> Any:
    """Compare the first version that somebody was sent with the present text."""
    page = cast("Any", window.show_section("ideal_mentor"))
    window.show_detail("", -1)
    sent = _sent(window)
    page.show_versions(sent[-1].revision_id if sent else None)
    dialog = cast("Any", window.findChildren(QDialog)[-1])
    dialog.comparison.changes_only.setChecked(changes_only)
    dialog.comparison.step(1)
    return dialog


def _record(window: MainWindow) -> None:
    page = cast("Any", window.show_section("ideal_mentor"))
    window.show_detail("", -1)
    page.record_sent()
    dialog = cast("Any", window.findChildren(QDialog)[-1])
    dialog.people.field.setText(_TYPED)


def _person(window: MainWindow) -> None:
    for sending in _sent(window)[-1:]:
        features.open_record(window, "contact", sending.contact_id)


def _sent(window: MainWindow) -> list[Any]:
    """Return what was sent of the first description, newest first."""
    app = window.app
    first = app.read(core.job_descriptions.descriptions)[0].id
    return app.read(core.job_descriptions.sendings.of_description, first)
