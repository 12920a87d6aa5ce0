"""CSV, TSV and JSON Lines, a row in memory at a time, in whatever encoding each line has."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from notecheck.audit.tables import Row, Table, table_from
from notecheck.errors import RecordError
from notecheck.records.encodings import decode, is_binary, lines
from notecheck.records.json_lines import parse_json

_DELIMITERS = ",;\t|"
_MOST_KEYS = 200  # lines of JSON looked at for the names that they use
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def text_table(path: Path, head: bytes, said: Sequence[str]) -> Table:
    """The table in a text file.

    Args:
        path: the file.
        head: its first bytes.
        said: what is already known to be odd about it.

    Raises:
        RecordError: it is no text, or not a table.
    """
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if is_binary(head) and not head.startswith(_UTF16):
        raise RecordError(path.name, "this is not a table that can be read; save it as .xlsx or .csv")
    if start[:1] == b"{":
        return _json_lines(path, said)
    if start[:1] == b"<":
        raise RecordError(
            path.name,
            "this is a web page and not a table, whatever its ending says; open it in Excel and save it as .xlsx",
        )
    delimiter = _delimiter(head, path)
    names = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "upright bars"}
    notes = (*said, f"Its columns are parted by {names[delimiter]}.") if delimiter != "," else tuple(said)
    return table_from(path.name, lambda: _csv_rows(path, delimiter), notes)


def _csv_rows(path: Path, delimiter: str) -> Iterator[Row]:
    # A cell may be as long as it likes here; whether it is too long for a note is for whoever reads the rows to say.
    csv.field_size_limit(2**31 - 1)
    with path.open("rb") as stream:
        reader = csv.reader(_text_lines(stream, path.name), delimiter=delimiter, skipinitialspace=True)
        number = 0
        try:
            for number, cells in enumerate(reader, 1):
                yield Row(number, tuple(cells))
        except csv.Error:
            raise RecordError(
                f"{path.name}, row {number + 1}", "this row is not proper CSV; save the file again as .xlsx"
            ) from None


def _text_lines(stream: BinaryIO, name: str) -> Iterator[str]:
    if stream.peek(2)[:2] in _UTF16:  # type: ignore[attr-defined]
        yield from io.StringIO(decode(stream.read(), name), newline="\n")
        return
    try:
        for _, line in lines(stream, name):
            yield ("" if line is None else line) + "\n"
    except RecordError as error:
        if "empty" not in error.what:
            raise


def _delimiter(head: bytes, path: Path) -> str:
    """The sign that parts most lines into the same number of columns, counted outside quotation marks."""
    text = decode(head if not head.startswith(_UTF16) or len(head) % 2 == 0 else head[:-1], path.name)
    best, best_score = ",", 0
    if path.suffix.lower() in (".tsv", ".tab"):
        best, best_score = "\t", 1
    for sign in _DELIMITERS:
        widths = Counter(len(cells) for cells in csv.reader(io.StringIO(text), delimiter=sign) if len(cells) > 1)
        if widths:
            width, often = max(widths.items(), key=lambda w: (w[1], w[0]))
            score = width * often
            if score > best_score:
                best, best_score = sign, score
    return best


def _json_lines(path: Path, said: Sequence[str]) -> Table:
    headings: dict[str, None] = {}
    for number, value in _objects(path):
        if isinstance(value, dict):
            headings.update(dict.fromkeys(str(k) for k in value))
        if number >= _MOST_KEYS:
            break
    if not headings:
        raise RecordError(path.name, 'no line of it is a record, such as {"id": "1", "text": "…"}')
    names = tuple(headings)

    def start() -> Iterator[Row]:
        for number, value in _objects(path):
            cells = value if isinstance(value, dict) else {}
            fault = None if cells else "this line is not a record in JSON"
            yield Row(number, tuple(_word(cells.get(n)) for n in names), fault)

    return Table(path.name, names, start, tuple(said))


def _objects(path: Path) -> Iterator[tuple[int, Any]]:
    with path.open("rb") as stream:
        for number, line in lines(stream, path.name):
            if line is None or line.strip("\ufeff \t"):
                try:
                    value = parse_json((line or "").removeprefix("\ufeff"), path.name, "this line")
                except RecordError:
                    value = None
                yield number, value


def _word(value: Any) -> str:
    if value is None or isinstance(value, (dict, list)):
        return ""
    return value if isinstance(value, str) else str(value)
