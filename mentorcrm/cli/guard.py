"""The border where every outcome of a command becomes an exit code and at most one line."""

from __future__ import annotations

import errno
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from mentorcrm.cli.output import close_broken_pipe, complain
from mentorcrm.core.errors import Cancelled, UserError
from mentorcrm.core.i18n import _

DONE = 0
INPUT = 1
USAGE = 2
BUG = 3
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
INTERRUPTED = 130
"""What shells give for a program ended by Ctrl+C."""


def guarded(command: Callable[[], int], folder: Path) -> int:
    """Run ``command`` and return its exit code, whatever happens in it."""
    try:
        code = command()
        sys.stdout.flush()
    except UserError as error:
        complain(error.message)
        return INPUT
    except (KeyboardInterrupt, Cancelled):
        complain(_("Stopped. What was not finished has been taken back."))
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has seen enough: no error of anybody's.
        close_broken_pipe()
        return DONE
    except OSError as error:
        if error.errno not in _FULL:
            return _bug(error, folder)
        complain(_("There is no room left for what this writes. Free some space and try again."))
        close_broken_pipe()
        return INPUT
    except Exception as error:  # noqa: BLE001 - the border: a bug becomes one line and a log
        return _bug(error, folder)
    return code


def _bug(error: Exception, folder: Path) -> int:
    # Late: what describes a bug costs 4 ms that a start without bugs need not pay.
    from mentorcrm.core import failures  # noqa: PLC0415

    log = failures.record(error, folder, datetime.now(UTC))
    complain(_("This is a bug of MentorCRM, not of yours. The log is {path}").format(path=log))
    return BUG
