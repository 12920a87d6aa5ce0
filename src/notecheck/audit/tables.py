"""A table of any kind as rows of words, read as a stream: what it is, where its headings are, what was odd about it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from notecheck.audit.columns import known_headings, listed
from notecheck.errors import RecordError

SAMPLE_ROWS = 200  # rows looked at to choose the columns
_MOST_BANNER = 30  # rows that a report may print above its headings


@dataclass(frozen=True, slots=True)
class Row:
    """One row under the headings. `number` is its row in the file as a spreadsheet counts it, from 1; `fault` says why
    it cannot be read, where that is known already."""

    number: int
    cells: tuple[str, ...]
    fault: str | None = None


@dataclass(frozen=True)
class Table:
    """A table that can be read again from the start, any number of times.

    `said` holds what the user should know about how it was read.
    """

    name: str
    headings: tuple[str, ...]
    start: Callable[[], Iterator[Row]]
    said: tuple[str, ...] = ()

    def rows(self) -> Iterator[Row]:
        """The rows that hold anything, in the order of the file."""
        return (row for row in self.start() if row.fault or any(c.strip() for c in row.cells))

    def sample(self) -> list[tuple[str, ...]]:
        """The first rows, for choosing the columns."""
        return [row.cells for row in itertools.islice(self.rows(), SAMPLE_ROWS)]


def table_from(name: str, every: Callable[[], Iterator[Row]], said: Sequence[str] = ()) -> Table:
    """A table whose headings lie somewhere in its first rows, under whatever banner the report prints.

    Raises:
        RecordError: it is empty, or no row in it looks like headings.
    """
    top = [row for row in itertools.islice(every(), _MOST_BANNER) if any(c.strip() for c in row.cells)]
    if not top:
        raise RecordError(name, "there is nothing in this table")
    head = _heading_row(top)
    if head is None:
        raise RecordError(
            name,
            "no row in it looks like column headings; put a row of headings above the notes, such "
            "as “Date” and “Notes”",
        )
    notes = list(said)
    if head.number > top[0].number:
        notes.append(f"The headings are in row {head.number}; what stands above them was passed over.")
    headings, doubled = _unique(head.cells)
    notes += [f"Two columns are called “{d}”; the later one is called “{d} (2)” here." for d in doubled]

    def start() -> Iterator[Row]:
        width = len(headings)
        for row in every():
            if row.number > head.number:
                yield Row(row.number, (row.cells + ("",) * width)[:width])

    table = Table(name, headings, start, tuple(notes))
    if next(table.rows(), None) is None:
        raise RecordError(name, f"there are headings ({listed(headings)}) but no rows under them")
    return table


def _heading_row(top: Sequence[Row]) -> Row | None:
    """The row with most known headings; failing that, a first row of short, distinct words over longer cells."""
    best = max(top, key=lambda r: (known_headings(r.cells), -r.number))
    if known_headings(best.cells) >= 2 or (known_headings(best.cells) == 1 and _looks_like_headings(best.cells)):
        return best
    first = max(top, key=lambda r: (sum(1 for c in r.cells if c.strip()), -r.number))
    below = [r for r in top if r.number > first.number]
    longer = any(len(c.split()) > 8 for r in below for c in r.cells)
    return first if _looks_like_headings(first.cells) and longer else None


def _looks_like_headings(cells: Sequence[str]) -> bool:
    filled = [c.strip() for c in cells if c.strip()]
    short = all(len(c) <= 60 and len(c.split()) <= 8 for c in filled)
    worded = all(any(ch.isalpha() for ch in c) and not c[:1].isdigit() for c in filled)
    return bool(filled) and short and worded and len(set(filled)) > len(filled) // 2


def _unique(cells: Sequence[str]) -> tuple[tuple[str, ...], list[str]]:
    names: list[str] = []
    doubled: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.split())
        if not name:
            name = f"column {number}"
        elif name in names:
            doubled += [name] if name not in doubled else []
            name = next(f"{name} ({n})" for n in itertools.count(2) if f"{name} ({n})" not in names)
        names.append(name)
    return tuple(names), doubled


def open_table(path: Path, sheet: str | None = None) -> Table:
    """The table in a file. What the file holds counts, not what its name ends in.

    Args:
        path: the file.
        sheet: the worksheet of a workbook, where it is not the first with anything in it.

    Raises:
        RecordError: it cannot be read; the message says what to do.
    """
    from notecheck.audit import binary_tables, text_tables

    name = path.name
    try:
        with path.open("rb") as stream:
            head = stream.read(4096)
    except PermissionError:
        raise RecordError(
            name, "it cannot be opened; you may not have permission, or another program has it open"
        ) from None
    except OSError:
        raise RecordError(name, "there is no such file or folder") from None
    if not head:
        raise RecordError(name, "it is empty")
    ending = path.suffix.lower()
    if head.startswith(b"PAR1"):
        return binary_tables.parquet(path)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0")):
        return binary_tables.workbook(path, sheet)
    said = (
        (f"Its name ends in {ending}, but it holds plain text: it was read as text.",)
        if ending in binary_tables.ENDINGS
        else ()
    )
    return text_tables.text_table(path, head, said)
