"""What is to be audited, as a stream of rows: a table with its columns chosen, a folder of notes or a Word file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notecheck.audit.columns import Column, choose_columns
from notecheck.audit.tables import Row, Table, open_table
from notecheck.errors import RecordError
from notecheck.records import record_from_fields
from notecheck.records.cleaning import one_line
from notecheck.values import Record

MOST_CELL = 1_000_000  # characters; about 170,000 words, far more than any one note
EXCEL_LIMIT = 32_767  # characters that one cell of a workbook can hold; longer notes are cut off there


@dataclass(frozen=True, slots=True)
class Unread:
    """A row that was not audited, and why."""

    row: int
    why: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A row that can be audited."""

    row: int
    record: Record
    cut_off: bool = False  # the text ends where a cell of a workbook ends


Raw = Row | Entry | Unread
"""A row as it stands in a table, or a note of a file."""


@dataclass(frozen=True, slots=True)
class RowReader:
    """Turns what `Source.raw` gives into entries, wherever that is done: it can be sent to another process."""

    fields: tuple[str, ...]  # what each cell holds
    name: str

    def read(self, raw: Raw) -> Entry | Unread:
        """The row as an entry, or why it is none."""
        return (
            read_row(raw, dict(zip(self.fields, range(len(self.fields)), strict=True)), self.name)
            if isinstance(raw, Row)
            else raw
        )

    def child_of(self, raw: Raw) -> str | None:
        """The child's id in a row, as the entry will have it."""
        if isinstance(raw, Row):
            cell = raw.cells[self.fields.index("child_id")] if "child_id" in self.fields else ""
            return one_line(cell) or None
        return raw.record.child_id if isinstance(raw, Entry) else None


@dataclass(frozen=True)
class Source:
    """Something to audit. `said` is for the user: how it was read and why."""

    name: str
    said: tuple[str, ...]
    fingerprint: str  # changes with every byte of what is read
    table: Table | None = None
    columns: tuple[Column, ...] = ()
    files: tuple[Path, ...] = ()

    def entries(self) -> Iterator[Entry | Unread]:
        """Every row, in order, the same each time."""
        return map(self.reader.read, self.raw())

    @property
    def reader(self) -> RowReader:
        """What makes entries of the raw rows."""
        return RowReader(tuple(c.field for c in self.columns), self.name)

    def raw(self) -> Iterator[Raw]:
        """Every row in order as it stands in the table, with the chosen cells only; notes of files as entries."""
        if self.table is None:
            from notecheck.audit.folder import folder_entries

            return folder_entries(self.files)
        return self._table_rows(self.table)

    def _table_rows(self, table: Table) -> Iterator[Row]:
        places = [c.index for c in self.columns]
        for row in table.rows():
            width = len(row.cells)
            yield Row(row.number, tuple(row.cells[i] if i < width else "" for i in places), row.fault)


def open_source(path: Path, asked: Mapping[str, str], sheet: str | None) -> Source:
    """Open a table, or a folder or Word file of notes.

    Args:
        path: as it was typed.
        asked: headings of the columns that the user named, by field.
        sheet: the worksheet to read.

    Raises:
        NotecheckError: there is no such thing, it cannot be read, or no column looks like notes.
    """
    if path.is_dir() or path.suffix.lower() in (".docx", ".txt", ".html", ".htm", ".md", ".json"):
        from notecheck.audit.folder import files_in

        files, said = files_in(path)
        return Source(path.name or str(path), said, _fingerprint(files), files=files)
    if not path.exists():
        raise RecordError(path.name, "there is no such file or folder")
    table = open_table(path, sheet)
    columns = choose_columns(table.headings, table.sample(), asked, table.name)
    chosen = [f"{_FIELD_WORDS[c.field]}: column “{c.heading}” ({c.why})." for c in columns]
    return Source(table.name, (*table.said, *chosen), _fingerprint((path,)), table, columns)


_FIELD_WORDS: Mapping[str, str] = {
    "text": "The text of the notes",
    "title": "Their titles",
    "id": "Each note's own number",
    "child_id": "The child",
    "date": "The date",
    "record_type": "The kind of record",
    "worker": "The worker",
    "team": "The team",
    "child_name": "The child's name",
    "child_pronouns": "The child's pronouns",
    "child_age": "The child's age",
}


def read_row(row: Row, places: Mapping[str, int], name: str) -> Entry | Unread:
    """A row of a table as a record, or why it is none. The reason never holds text of the note."""
    if row.fault:
        return Unread(row.number, row.fault)
    cells = {field: row.cells[index] for field, index in places.items() if index < len(row.cells)}
    text = cells.get("text", "")
    if len(text) > MOST_CELL:
        return Unread(row.number, f"its text is longer than {MOST_CELL:,} characters, too long to be a case note")
    if not text.strip():
        return Unread(row.number, "there is no text in it")
    fields: dict[str, Any] = {k: v for k, v in cells.items() if v.strip() and k != "title"}
    where = f"{name}, row {row.number}"
    try:
        record = record_from_fields(fields, id_if_none=f"row {row.number}", source=where)
    except RecordError:
        # A strange age or pronoun is no reason to leave a note unread; a text of nothing but tags is.
        plain = {k: v for k, v in fields.items() if k not in ("child_age", "child_pronouns")}
        try:
            record = record_from_fields(plain, id_if_none=f"row {row.number}", source=where)
        except RecordError:
            return Unread(row.number, "there is no text in it")
    return Entry(row.number, record, cut_off=len(text) in (EXCEL_LIMIT, EXCEL_LIMIT - 1))


def _fingerprint(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for path in files:
        digest.update(path.name.encode())
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                digest.update(piece)
    return digest.hexdigest()
