"""Excel workbooks (through calamine) and Parquet (through Polars)."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notecheck.audit.columns import listed
from notecheck.audit.tables import Row, Table, table_from
from notecheck.errors import RecordError

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".xlsb", ".parquet"})
_OLE = b"\xd0\xcf\x11\xe0"
_DAMAGED = "this workbook is damaged or only half there; open it in Excel and save it again, or export it again"


def workbook(path: Path, sheet: str | None) -> Table:
    """The first worksheet of a workbook that holds anything, or the one that is named.

    Raises:
        RecordError: it is protected, damaged, empty or no workbook, or the sheet is not there.
    """
    data = path.read_bytes()
    if data.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in data:
        raise RecordError(
            path.name, "this workbook is protected with a password; open it in Excel and save a copy without one"
        )
    if data.startswith(_OLE) and "WordDocument".encode("utf-16-le") in data:
        raise RecordError(path.name, "this is an old Word file and not a workbook; save it as .docx")
    del data
    book = _opened(path)
    names = list(book.sheet_names)
    if sheet is not None and sheet not in names:
        raise RecordError(path.name, f"there is no worksheet “{sheet}”; the worksheets are {listed(names)}")
    wanted = [sheet] if sheet is not None else names
    for name in wanted:
        cells = _cells(book, name, path)
        if cells is not None and cells.height and cells.width:
            others = len(names) - 1
            said = (
                (f"Only the worksheet “{name}” was read; {others} other{'s were' if others > 1 else ' was'} not.",)
                if others
                else ()
            )
            return table_from(path.name, lambda cells=cells: _rows(cells), said)  # type: ignore[misc]
    raise RecordError(
        path.name,
        "there is nothing in this workbook" if sheet is None else f"there is nothing in the worksheet “{sheet}”",
    )


def _opened(path: Path) -> Any:
    import fastexcel

    book = None
    # A damaged file can fail anywhere in calamine; the reader is told the one thing that they can act on.
    with contextlib.suppress(Exception):
        book = fastexcel.read_excel(path)
    if book is None:
        raise RecordError(
            path.name,
            _DAMAGED
            if path.suffix.lower() in ENDINGS
            else "this is not a table that can be read; save it as .xlsx or .csv",
        )
    return book


def _cells(book: Any, sheet: str, path: Path) -> Any:
    cells = None
    failed = False
    try:
        loaded = book.load_sheet(sheet, header_row=None, skip_rows=0, dtypes="string")
        cells = loaded.to_polars() if loaded.height and loaded.width else None
    except Exception:  # a panic of the Rust library comes as a bare exception too
        failed = True
    if failed:
        raise RecordError(path.name, _DAMAGED)
    return cells


def _rows(cells: Any) -> Iterator[Row]:
    for number, row in enumerate(cells.iter_rows(), 1):
        yield Row(number, tuple("" if c is None else _plain(c) for c in row))


def _plain(cell: str) -> str:
    """Dates without the midnight that Excel gives them."""
    return cell.removesuffix(" 00:00:00") if len(cell) == 19 else cell


def parquet(path: Path) -> Table:
    """A Parquet file, read a batch of rows at a time. Row numbers count from 1, without a heading.

    Raises:
        RecordError: it is damaged or empty.
    """
    import polars as pl

    headings: tuple[str, ...] = ()
    height = 0
    with contextlib.suppress(Exception):
        scan = pl.scan_parquet(path)
        headings = tuple(scan.collect_schema().names())
        height = int(scan.select(pl.len()).collect().item())
    if not headings:
        raise RecordError(path.name, "this Parquet file is damaged; export it again")
    if not height:
        raise RecordError(path.name, f"there are headings ({listed(headings)}) but no rows under them")

    def start() -> Iterator[Row]:
        step = 2_000
        for at in range(0, height, step):
            part = pl.scan_parquet(path).slice(at, step).collect()
            for number, row in enumerate(part.iter_rows(), at + 1):
                yield Row(number, tuple("" if c is None else _plain(str(c)) for c in row))

    return Table(path.name, headings, start)
