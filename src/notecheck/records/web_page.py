"""HTML files, as case systems save their rich text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.encodings import decode, read_all
from notecheck.records.markup import plain_text
from notecheck.records.text import record_of_text
from notecheck.values import Record


def read_html(stream: BinaryIO, name: str) -> Iterator[Record]:
    """The page's text as one record.

    Raises:
        RecordError: it is empty, too large, no text, or has no words outside its tags.
    """
    html = decode(read_all(stream, name), name)
    text = plain_text(html)
    if html.strip() and not text:
        raise RecordError(name, "there is no text in this page")
    yield record_of_text(text, name)
