"""Which encoding a text file has, and its lines with their true numbers."""

from __future__ import annotations

import codecs
import io
import locale
import sys
from collections.abc import Iterator
from typing import NamedTuple

_SAMPLE = 64 * 1024
_FEW = 10
"""With fewer non-ASCII bytes than this a detector guesses worse than the usual code page."""


class Encoding(NamedTuple):
    """A codec, its name for people, and whether some bytes did not fit it."""

    codec: str
    label: str
    damaged: bool = False


def detect(data: bytes) -> Encoding:
    """Return the encoding of ``data``: by mark, by shape, UTF-8, then by likelihood."""
    if data.startswith(codecs.BOM_UTF8):
        return Encoding("utf-8-sig", "UTF-8", not _fits(data, "utf-8-sig"))
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", "UTF-16", not _fits(data, "utf-16"))
    wide = _wide(data)
    if wide:
        return Encoding(wide, "UTF-16", not _fits(data, wide))
    if _fits(data, "utf-8"):
        return Encoding("utf-8", "UTF-8")
    if _mostly_utf8(data):
        return Encoding("utf-8", "UTF-8", damaged=True)
    return _single_byte(data)


def lines(data: bytes, encoding: Encoding) -> Iterator[str]:
    """Yield the lines with their ends; a lone carriage return ends a line too."""
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding.codec, errors="replace", newline="")


def _fits(data: bytes, codec: str) -> bool:
    decoder = codecs.getincrementaldecoder(codec)()
    try:
        for start in range(0, len(data), 1 << 20):
            decoder.decode(data[start : start + (1 << 20)])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str:
    """Return the UTF-16 codec of unmarked text, told by its zero bytes, or nothing."""
    sample = data[:1000]
    if len(sample) < 4:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return ""


def _mostly_utf8(data: bytes) -> bool:
    """Tell whether this is UTF-8 with a few damaged bytes rather than another encoding."""
    text = data[: 1 << 20].decode("utf-8", errors="replace")
    bad = text.count("\ufffd")
    good = sum(1 for letter in text if letter > "\x7f") - bad
    return good > 10 * bad


def _single_byte(data: bytes) -> Encoding:
    usual = _code_page()
    odd = bytes(byte for byte in data[:_SAMPLE] if byte > 0x7F)
    if len(odd) < _FEW:
        rest = data[_SAMPLE:]
        odd += bytes(byte for byte in rest if byte > 0x7F)[:_SAMPLE]
    if len(odd) >= _FEW:
        guessed = _guess(data)
        if guessed:
            return Encoding(guessed, guessed.upper().replace("_", "-"))
    return Encoding(usual, "Windows-" + usual.removeprefix("cp"), not _fits(data, usual))


def _code_page() -> str:
    if sys.platform == "win32":
        here = locale.getencoding().lower()
        if here.startswith("cp125"):
            return here
    return "cp1252"


def _guess(data: bytes) -> str:
    # Costs 30 ms to import, and most files are UTF-8.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    odd_lines = [line for line in data.splitlines() if not line.isascii()]
    sample = b"\n".join(odd_lines)[:_SAMPLE]
    best = from_bytes(sample, steps=5, chunk_size=512).best()
    if best is None or best.encoding.startswith(("utf", "ascii")):
        return ""
    return str(best.encoding) if _fits(data, best.encoding) else ""
