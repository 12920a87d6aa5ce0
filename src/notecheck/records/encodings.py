"""Bytes to text: UTF-8 with or without a mark, UTF-16, Windows-1252, and what is no text at all."""

from __future__ import annotations

import codecs
import contextlib
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.cleaning import clean_text

MOST_TEXT = 10_000_000  # bytes; about a million and a half words, far more than any one note

_CHUNK = 1_000_000  # bytes asked for at a time, so that a small note never costs the limit in memory
_MOST_CONTROLS = 0.01  # share of control characters above which bytes are no text; exports have a stray one at most

# The mark of UTF-32 begins with that of UTF-16: the order matters.
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_KINDS: Mapping[bytes, str] = MappingProxyType(
    {
        b"%PDF": "is really a PDF; save the note as a Word document (.docx) or as plain text (.txt)",
        b"PK\x03\x04": "is really a Word, Excel or zip file; give it its own ending back, such as .docx",
        b"\xd0\xcf\x11\xe0": "is really an Office file, an old one or one with a password; save it as a new .docx",
        b"{\\rtf": "is really a rich text (RTF) file; save the note as a Word document (.docx) or as plain text (.txt)",
    }
)
_CONTROLS = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1a\x1b")) + b"\x7f"
_NOT_UTF8 = re.compile("[\udc80-\udcff]+")


def read_all(stream: BinaryIO, where: str, most: int = MOST_TEXT, begun: bytes = b"") -> bytes:
    """Everything in the stream, after what of it was already read.

    Raises:
        RecordError: it holds more than `most` bytes, or nothing at all.
    """
    pieces = [begun]
    size = len(begun)
    while piece := stream.read(_CHUNK):
        pieces.append(piece)
        size += len(piece)
        if size > most:
            raise RecordError(where, f"this is larger than {most // 1_000_000} MB, too large to be a case note")
    if not size:
        raise RecordError(where, "it is empty")
    return b"".join(pieces)


def decode(data: bytes, where: str) -> str:
    """The text that the bytes hold, cleaned.

    Bytes that are not UTF-8 are read as Windows-1252 one by one, so that a UTF-8 file with a single bad byte keeps its
    other quotation marks.

    Raises:
        RecordError: the bytes are no text.
    """
    for start, what in _OTHER_KINDS.items():
        if data.startswith(start):
            raise RecordError(where, f"this {what}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding, where)
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return _decode_marked(data, unmarked, where)
    if is_binary(data):
        raise RecordError(where, "this is not text; save the note as a Word document (.docx) or as plain text (.txt)")
    return _decode_mixed(data)


def lines(stream: BinaryIO, where: str, begun: bytes = b"") -> Iterator[tuple[int, str | None]]:
    """The lines of a stream with their numbers from 1, one in memory at a time (UTF-16 is read whole).

    `begun` is the first line, where that was already read. A line longer than any note is passed over; None stands for
    it.

    Raises:
        RecordError: the stream is empty or no text.
    """
    first = begun or stream.readline(MOST_TEXT)
    if not first or first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or _not_text(first):
        text = decode(read_all(stream, where, begun=first), where)
        yield from enumerate(text.split("\n"), 1)
        return
    number = 0
    line = first.removeprefix(codecs.BOM_UTF8)
    while line:
        too_long = len(line) >= MOST_TEXT - len(codecs.BOM_UTF8) and not line.endswith(b"\n")
        whole = line.rstrip(b"\r\n")
        for part in whole.split(b"\r") if b"\r" in whole else (whole,):
            number += 1
            yield number, None if too_long else _decode_mixed(part)
        while too_long and line and not line.endswith(b"\n"):
            line = stream.readline(MOST_TEXT)
        line = stream.readline(MOST_TEXT)


def is_binary(data: bytes) -> bool:
    """Whether too many of the bytes are control characters for this to be text."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(data)


def _not_text(data: bytes) -> bool:
    return is_binary(data) or data.startswith(tuple(_OTHER_KINDS))


def _decode_marked(data: bytes, encoding: str, where: str) -> str:
    if encoding == "utf-8":
        return _decode_mixed(data)
    with contextlib.suppress(UnicodeDecodeError):
        return clean_text(data.decode(encoding))
    raise RecordError(where, "its characters cannot be read; save it again as UTF-8 text")


def _decode_mixed(data: bytes) -> str:
    try:
        return clean_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        text = data.decode("utf-8", "surrogateescape")
        return clean_text(_NOT_UTF8.sub(_windows_1252, text))


def _windows_1252(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _unmarked_utf16(data: bytes) -> str | None:
    """UTF-16 without its mark: English text in it has a NUL in most of every second byte."""
    head = data[:2000]
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[::2])):
        if len(data) % 2 == 0 and high.count(0) > 0.6 * len(high):
            text = head.decode(encoding, "replace")
            if not is_binary(text.encode("utf-8")):
                return encoding
    return None
