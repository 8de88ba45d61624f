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
_EARLIER = 3


def screens(window: MainWindow) -> list[tuple[str, Show, Show | None]]:
    """Return the name of each picture, what shows it, and what brings back what was before."""
    return [
        ("versions", partial(_compare, window, _EARLIER), None),
        ("versions-whole", partial(_compare, window, 1, changes_only=False), None),
        ("versions-sent", partial(_record, window), None),
        ("person-with-version", partial(_person, window), None),
    ]


def _compare(window: MainWindow, place: int, *, changes_only: bool = True) -> None:
    """Compare the version at ``place`` of the list with the present text."""
    page = cast("Any", window.show_section("ideal_mentor"))
    window.show_detail("", -1)
    page.show_versions()
    dialog = cast("Any", window.findChildren(QDialog)[-1])
    dialog.list.setCurrentIndex(dialog.model.index(place, 0))
    dialog.comparison.changes_only.setChecked(changes_only)
    dialog.comparison.step(1)


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
