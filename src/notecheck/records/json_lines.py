"""JSON: one record a line (`.jsonl`), or a list of records or a single one (`.json`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO, NoReturn

from notecheck.errors import RecordError
from notecheck.records.encodings import decode, lines, read_all
from notecheck.records.fields import record_from_fields
from notecheck.values import Record

_MOST_JSON = 50_000_000  # bytes; a list has to be read whole, lines do not


def read_json_lines(stream: BinaryIO, name: str, begun: bytes = b"") -> Iterator[Record | RecordError]:
    """A record for each line, read one at a time; for a line that cannot be read, what is wrong with it.

    `begun` is the first line, where that was already read.

    Raises:
        RecordError: the whole is empty or no text.
    """
    return records_of_lines(lines(stream, name, begun), name)


def records_of_lines(numbered: Iterable[tuple[int, str | None]], name: str) -> Iterator[Record | RecordError]:
    """The same from lines that were already read, each with its number; None is a line too long to read.

    Raises:
        RecordError: there is nothing in them but spaces.
    """
    blank = True
    for number, line in numbered:
        if line is None:
            blank = False
            yield RecordError(f"{name}, line {number}", "this line is too long to be a case note")
            continue
        # Joined files keep the byte-order mark of each part.
        text = line.removeprefix("\ufeff")
        if text.strip():
            blank = False
            yield _record(text, name, number)
    if blank:
        raise RecordError(name, "there is no text in it")


def read_json(stream: BinaryIO, name: str) -> Iterator[Record | RecordError]:
    """A record for each object of the list, or the one object there is.

    Raises:
        RecordError: the whole is not valid JSON, or neither an object nor a list.
    """
    return records_of_json(decode(read_all(stream, name, _MOST_JSON), name), name)


def records_of_json(text: str, name: str) -> Iterator[Record | RecordError]:
    """The same from text that was already read.

    Raises:
        RecordError: as `read_json`.
    """
    if not text.strip():
        raise RecordError(name, "there is no text in it")
    value = parse_json(text, name, "this")
    if isinstance(value, dict):
        yield _made(value, id_if_none=name, source=name)
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _made(item, id_if_none=f"{name}:{number}", source=f"{name}, record {number}")
        if not value:
            raise RecordError(name, "there are no records in it")
    else:
        raise RecordError(name, 'this is not a list of records, each with a "text"')


def parse_json(text: str, where: str, what: str) -> Any:
    """The value that the JSON stands for.

    Raises:
        RecordError: it is not valid or nested absurdly deep; the message holds nothing of it.
    """
    try:
        return json.loads(text, parse_constant=_refuse)
    except RecursionError:
        fault = f"{what} is nested too deeply to be a record"
    except ValueError:
        fault = f"{what} is not valid JSON"
    # Raised out here so that no error with the text in it hangs on behind.
    raise RecordError(where, fault)


def _record(line: str, name: str, number: int) -> Record | RecordError:
    source = f"{name}, line {number}"
    try:
        value = parse_json(line, source, "this line")
    except RecordError as error:
        return error
    return _made(value, id_if_none=f"{name}:{number}", source=source)


def _made(value: Any, *, id_if_none: str, source: str) -> Record | RecordError:
    if not isinstance(value, dict):
        return RecordError(source, 'this is not a record, such as {"id": "1", "text": "…"}')
    try:
        return record_from_fields(value, id_if_none=id_if_none, source=source)
    except RecordError as error:
        return error


def _refuse(constant: str) -> NoReturn:
    raise ValueError("NaN and Infinity are no JSON")
