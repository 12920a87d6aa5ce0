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
        if self.table is None:
            from notecheck.audit.folder import folder_entries

            return folder_entries(self.files)
        return self._table_entries(self.table)

    def _table_entries(self, table: Table) -> Iterator[Entry | Unread]:
        places = {c.field: c.index for c in self.columns}
        for row in table.rows():
            yield read_row(row, places, table.name)


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
