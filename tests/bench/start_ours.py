"""The real program, from its own entry point, until its window is painted."""

from __future__ import annotations

import os
import sys
from typing import Any

from mentorcrm import __main__ as program


def main() -> None:
    """Start the program on the folder given as argument; say "painted" and end."""
    need_qt = program._need_qt

    def need_qt_and_watch() -> None:
        # Here and not before: what is loaded in which order is a part of the start.
        need_qt()
        from mentorcrm.gui import main as window_main

        class Watched(window_main.MainWindow):
            def __init__(self, *args: Any, **kwargs: Any) -> None:
                super().__init__(*args, **kwargs)
                self.painted.connect(said)

        window_main.MainWindow = Watched  # type: ignore[misc]

    program._need_qt = need_qt_and_watch
    sys.exit(program.main(["--data", sys.argv[1]]))


def said() -> None:
    """Say that the window is painted, and end."""
    print("painted", flush=True)
    os._exit(0)


main()
