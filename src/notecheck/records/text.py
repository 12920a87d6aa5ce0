"""Plain text and Markdown, kept as they are: one file is one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.encodings import decode, read_all
from notecheck.values import Record


def read_text(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The file as one record.

    Raises:
        RecordError: it is empty, too large or no text.
    """
    yield record_of_text(decode(read_all(stream, name), name), name)


def record_of_text(text: str, name: str) -> Record:
    """A record for a whole file, named after it.

    Raises:
        RecordError: there is nothing in the text but spaces.
    """
    if not text.strip():
        raise RecordError(name, "there is no text in it")
    return Record(id=name, text=text, source=name)
