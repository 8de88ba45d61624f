"""Where an export goes: safe names, and files that are there wholly or not at all."""

from __future__ import annotations

import os
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TextIO

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _

_MOST_BYTES = 200
_ILLEGAL = frozenset('<>:"/\\|?*')
_RESERVED = frozenset({"con", "prn", "aux", "nul", "conin$", "conout$"}) | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}


def safe_file_name(text: str, suffix: str = "") -> str:
    """Return a file name made from ``text`` that every system takes, ending in ``suffix``."""
    kept = "".join(" " if _illegal(letter) else letter for letter in text)
    stem = " ".join(kept.split()).strip(". ")
    stem = _cut(stem, _MOST_BYTES - len(suffix.encode()) - 1).strip(". ")
    if not stem:
        stem = "export"
    if stem.split(".", 1)[0].strip().casefold() in _RESERVED:
        stem = f"_{stem}"
    return stem + suffix


def _illegal(letter: str) -> bool:
    # Controls, line ends, bidirectional marks, surrogates and what is not assigned.
    return letter in _ILLEGAL or unicodedata.category(letter) in {
        "Cc",
        "Cf",
        "Cs",
        "Cn",
        "Zl",
        "Zp",
    }


def _cut(text: str, most: int) -> str:
    return text.encode()[:most].decode(errors="ignore")


@contextmanager
def replacing(path: Path) -> Iterator[TextIO]:
    """Give a private text file to write; put it in the place of ``path`` when all is written.

    Leaving with an exception, for a full disk or a cancel, leaves ``path`` as it was.
    """
    with _part_of(path, "w", encoding="utf-8", newline="") as file:
        yield file


def write_bytes(path: Path, data: bytes) -> None:
    """Put a private file with ``data`` in the place of ``path``, wholly or not at all."""
    with _part_of(path, "wb") as file:
        file.write(data)


@contextmanager
def _part_of(path: Path, mode: str, **options: Any) -> Iterator[Any]:
    try:
        target = _checked(path)
        handle, part = tempfile.mkstemp(
            dir=target.parent, prefix=".mentorcrm-export-", suffix=".part"
        )
    except OSError as error:
        raise _unwritable(path, error) from error
    try:
        # mkstemp makes the file 0600: an export holds other people's addresses.
        with os.fdopen(handle, mode, **options) as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        Path(part).replace(target)
        _sync_folder(target.parent)
    except OSError as error:
        _remove(part)
        raise _unwritable(path, error) from error
    except BaseException:
        _remove(part)
        raise


def _checked(path: Path) -> Path:
    if "\0" in str(path):
        raise UserError(_("The name of the file contains a NUL character."))
    target = path
    with suppress(OSError, RuntimeError):
        target = path.expanduser().resolve()
    if not target.parent.is_dir():
        raise UserError(
            _(
                "“{file}” could not be written: its folder does not exist. Choose another folder."
            ).format(file=path)
        )
    if target.is_dir():
        raise UserError(_("“{file}” is a folder. Give the name of a file in it.").format(file=path))
    if target.exists() and not target.is_file():
        raise UserError(_("“{file}” is not an ordinary file.").format(file=path))
    if target.exists() and not os.access(target, os.W_OK):
        raise UserError(
            _("“{file}” is read-only. Choose another name, or allow writing to it.").format(
                file=path
            )
        )
    return target


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(
        _(
            "“{file}” could not be written ({reason}). Choose another folder or free some space."
        ).format(file=path, reason=error.strerror or type(error).__name__)
    )


def _remove(part: str) -> None:
    with suppress(OSError):
        Path(part).unlink()


def _sync_folder(folder: Path) -> None:
    # Without this a power cut may forget the new name; Windows opens no folders.
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
