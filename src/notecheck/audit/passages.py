"""The fingerprints that a run leaves with its parts, for finding copied passages at its end in little memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from notecheck.audit.copies import Copied, Prints, copied, prints_of
from notecheck.audit.dates import parse_date
from notecheck.audit.results import Value
from notecheck.audit.source import Entry

PASSAGE_COLUMNS: tuple[tuple[str, type], ...] = (
    ("child", int),
    ("row", int),
    ("id", str),
    ("day", int),
    ("kept", bytes),
    ("every", bytes),
)
_AT_ONCE = 20_000  # notes compared at once, about 20 MB of fingerprints; a child's are always together


def passage_row(entry: Entry, salt: str, *, looked_at: bool) -> dict[str, Value | bytes]:
    """The row of a note, by the names in PASSAGE_COLUMNS; the child is a number that only the salt leads back from."""
    record = entry.record
    key = hashlib.blake2b((record.child_id or "").encode(), key=salt.encode()[:64], digest_size=7).digest()
    day = parse_date(record.date or "")
    made = prints_of(
        int.from_bytes(key), entry.row, record.id, day.toordinal() if day else None, record.text, looked_at=looked_at
    )
    every = None if made.every is None else made.every.tobytes()
    return {
        "child": made.child, "row": made.row, "id": made.id, "day": made.day, "kept": made.kept.tobytes(),
        "every": every,
    }  # fmt: skip


def copied_in(parts: list[Path]) -> list[Copied]:
    """What the records of these parts repeat of earlier notes, by row. Holds some of the children at a time."""
    import polars as pl

    if not parts:
        return []
    scan = pl.scan_parquet(parts)
    shares = int(scan.select(pl.len()).collect().item()) // _AT_ONCE + 1
    found = [c for share in range(shares) for c in copied(_prints(scan.filter(pl.col("child") % shares == share)))]
    return sorted(found, key=lambda c: c.row)


def _prints(scan: Any) -> Iterator[Prints]:
    for row in scan.collect().iter_rows(named=True):
        every = None if row["every"] is None else np.frombuffer(row["every"], np.uint64)
        yield Prints(row["child"], row["row"], row["id"], row["day"], np.frombuffer(row["kept"], np.uint64), every)
