"""One member of a zip archive, read in memory under caps; nothing is ever extracted."""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Callable

from mentorcrm.core.errors import UserError
from mentorcrm.core.i18n import _
from mentorcrm.core.imports import caps

SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_END = struct.Struct("<4s4H2LH")
_DIRECTORY_LIMIT = 4 * caps.MEGABYTE
_SMALL = caps.MEGABYTE
"""Below this a high ratio does no harm: a file of repeated lines packs well."""
_BROKEN = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    IndexError,
    KeyError,
    OverflowError,
    UnicodeDecodeError,
)


def is_archive(data: bytes) -> bool:
    """Tell whether these bytes are a zip archive."""
    return data.startswith(SIGNATURES)


def names(data: bytes, file_name: str) -> list[str]:
    """Return the members' names after checking the archive against the caps."""
    with _opened(data, file_name) as archive:
        return archive.namelist()


def read_member(data: bytes, file_name: str, choose: Callable[[list[str]], str | None]) -> bytes:
    """Return the bytes of the member that ``choose`` picks; empty when it picks none."""
    with _opened(data, file_name) as archive:
        infos = archive.infolist()
        _check_sizes(infos, file_name)
        wanted = choose([info.filename for info in infos if not info.is_dir()])
        if wanted is None:
            return b""
        try:
            info = archive.getinfo(wanted)
            if info.flag_bits & 0x1:
                raise UserError(
                    _("{file} is protected with a password. Unpack it and choose {member}.").format(
                        file=file_name, member=wanted
                    )
                )
            with archive.open(info) as member:
                return member.read(caps.FILE_LIMIT + 1)
        except (*_BROKEN, NotImplementedError, RuntimeError) as error:
            raise _damaged(file_name) from error


def _opened(data: bytes, file_name: str) -> zipfile.ZipFile:
    _check_directory(data, file_name)
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (*_BROKEN, NotImplementedError, RuntimeError) as error:
        raise _damaged(file_name) from error


def _check_directory(data: bytes, file_name: str) -> None:
    """Refuse by the end record alone what would take long to list."""
    at = data.rfind(b"PK\x05\x06", max(0, len(data) - 0x10000 - _END.size))
    if at < 0 or at + _END.size > len(data):
        raise _damaged(file_name)
    _mark, _disk, _start, _here, entries, size, _offset, _comment = _END.unpack_from(data, at)
    if entries > caps.ENTRY_LIMIT or size > _DIRECTORY_LIMIT:
        raise _too_many(file_name)


def _check_sizes(infos: list[zipfile.ZipInfo], file_name: str) -> None:
    if len(infos) > caps.ENTRY_LIMIT:
        raise _too_many(file_name)
    unpacked = sum(info.file_size for info in infos)
    packed = sum(info.compress_size for info in infos)
    worst = any(_suspicious(info.file_size, info.compress_size) for info in infos)
    if unpacked > caps.UNPACKED_LIMIT or worst or _suspicious(unpacked, packed):
        raise UserError(
            _(
                "{file} unpacks to far more than an export holds, so it was not opened. "
                "Download the archive again."
            ).format(file=file_name)
        )


def _suspicious(unpacked: int, packed: int) -> bool:
    return unpacked > _SMALL and unpacked > max(packed, 1) * caps.RATIO_LIMIT


def _too_many(file_name: str) -> UserError:
    return UserError(
        _("{file} holds more than {limit} files, so it was not opened.").format(
            file=file_name, limit=caps.ENTRY_LIMIT
        )
    )


def _damaged(file_name: str) -> UserError:
    return UserError(
        _("{file} is a damaged or unusual zip archive. Download it again.").format(file=file_name)
    )
