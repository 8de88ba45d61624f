"""Decide what a start of MentorCRM is: the window, or a command."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from mentorcrm.core import i18n
from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.locations import data_folder

if TYPE_CHECKING:
    from mentorcrm.core.documents import Document

# Qt's platforms that draw without a screen.
_SCREENLESS = frozenset({"offscreen", "minimal", "vnc", "linuxfb", "eglfs"})
# What a start of the window needs of the core and of others.
_BEFORE_QT = (
    "mentorcrm.core.first_page",
    "mentorcrm.core.instance",
    "mentorcrm.core.moments",
    "mentorcrm.core.progress",
    "mentorcrm.core.settings",
    "queue",
    "tzlocal",
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run MentorCRM and return its exit code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    i18n.install()
    # Here and below: a start of the window must not wait for what only commands need, and
    # commands must work on a machine without Qt.
    from mentorcrm.cli import guard, output, parser  # noqa: PLC0415

    output.make_streams_safe()
    args = parser.build().parse_args(given)
    folder = data_folder(args.data)
    return guard.guarded(lambda: _carry_out(args, folder), folder)


def _carry_out(args: Namespace, folder: Path) -> int:
    if args.command is None:
        return _window(folder)
    if args.command == "demo":
        return _demo(args)
    if args.command == "self-test":
        _need_qt()
        return _self_test()
    from mentorcrm.cli.main import run  # noqa: PLC0415 - only commands need it

    return run(args, folder, _pdf)


def _pdf(document: Document, path: Path, paper: str) -> None:
    try:
        from mentorcrm.printing.pdf import pdf  # noqa: PLC0415 - needs Qt, and only PDF does
    except ImportError as error:
        raise UserError(
            _(
                "A PDF needs Qt, which cannot be loaded here ({reason}). "
                "Give the file the ending .docx or .html."
            ).format(reason=error)
        ) from error
    pdf(document, path, paper)


def _self_test() -> int:
    from mentorcrm.cli import output  # noqa: PLC0415 - only commands need it
    from mentorcrm.gui.main import self_test  # noqa: PLC0415 - needs Qt

    code = self_test()
    if code:
        output.complain(_("The self-test failed."))
    else:
        output.say(_("The self-test passed."))
    return code


def _window(folder: Path) -> int:
    gc.disable()  # nothing of a start is garbage; later the window searches by itself
    # Before Qt: it reads the source of every module that is loaded after it (15 ms).
    for name in _BEFORE_QT:
        importlib.import_module(name)
    _need_qt()
    _need_screen()
    from mentorcrm.gui.main import run_window  # noqa: PLC0415 - needs Qt

    return run_window(folder)


def _demo(args: Namespace) -> int:
    from mentorcrm.cli import demo  # noqa: PLC0415 - only this command needs it

    if args.tour is not None:
        _need_qt()
    elif args.data is None:
        # A temporary folder goes with the window: without one nothing would remain.
        _need_qt()
        _need_screen()
    with _demo_folder(args.data) as folder:
        demo.prepare(folder, contacts=args.contacts, seed=args.seed)
        if args.tour is not None:
            from mentorcrm.gui.tour import tour  # noqa: PLC0415 - needs Qt

            return tour(folder, args.tour)
        try:
            return _window(folder)
        except _NoWindow as missing:
            demo.say_where(folder, missing.message)
            return 0


@contextmanager
def _demo_folder(chosen: Path | None) -> Iterator[Path]:
    if chosen is not None:
        yield data_folder(chosen)
        return
    import tempfile  # noqa: PLC0415 - only this command needs it

    with tempfile.TemporaryDirectory(prefix="mentorcrm-demo-") as folder:
        yield Path(folder)


class _NoWindow(UserError):
    """Say why no window can open here."""


def _need_qt() -> None:
    try:
        importlib.import_module("PySide6.QtWidgets")
    except ImportError as error:
        raise _NoWindow(
            _(
                "The window needs Qt, which cannot be loaded here ({reason}). "
                "The commands work without it: mentorcrm --help"
            ).format(reason=error)
        ) from error


def _need_screen() -> None:
    if not sys.platform.startswith("linux"):
        return
    platform = os.environ.get("QT_QPA_PLATFORM", "").split(":")[0].split(";")[0]
    if platform in _SCREENLESS or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        return
    raise _NoWindow(
        _("There is no screen to open the window on. The commands work: mentorcrm --help")
    )


if __name__ == "__main__":
    sys.exit(main())
