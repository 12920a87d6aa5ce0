"""Standard input and files without an ending: plain text, or records in JSON where it plainly is that."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.encodings import MOST_TEXT, decode, read_all
from notecheck.records.json_lines import parse_json, read_json_lines, records_of_json, records_of_lines
from notecheck.records.text import record_of_text
from notecheck.values import Record

# No note begins like this; a list of records or one that was set out over several lines does.
_MEANT_AS_JSON = re.compile(r'[\s\ufeff]*(?:(\[)\s*)?\{\s*"')


def read_piped(stream: BinaryIO, name: str) -> Iterator[Record | RecordError]:
    """Records, if the first line is one or the whole is a list of them; otherwise one record with the text.

    Lines of JSON are passed on as they come, so that a long stream takes no memory.

    Raises:
        RecordError: the whole is empty or no text.
    """
    first = stream.readline(MOST_TEXT)
    if _is_object(first.removeprefix(BOM_UTF8).decode("utf-8", "replace")):
        yield from read_json_lines(stream, name, begun=first)
        return
    text = decode(read_all(stream, name, begun=first), name)
    meant = _MEANT_AS_JSON.match(text)
    if not meant:
        yield record_of_text(text, name)
    elif not meant[1] and not _is_object(text):
        yield from records_of_lines(enumerate(text.split("\n"), 1), name)
    else:
        yield from records_of_json(text, name)


def _is_object(text: str) -> bool:
    try:
        return text.lstrip().startswith("{") and isinstance(parse_json(text, "", ""), dict)
    except RecordError:
        return False
