"""One part of a run: its rows are read, checked and written, in whichever process that happens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from notecheck.audit.passages import passage_row
from notecheck.audit.results import Keeping, Value, finding_rows, record_row
from notecheck.audit.source import Entry, Raw, RowReader
from notecheck.audit.work import Part, write_part
from notecheck.config import Config

if TYPE_CHECKING:
    from notecheck.checker import Checker
    from notecheck.values import Review


@dataclass(frozen=True)
class Job:
    """What is the same for every part."""

    reader: RowReader
    keep: Keeping
    folder: Path
    compared: frozenset[str]  # ids of children whose notes are compared with one another


@dataclass(frozen=True, slots=True)
class Task:
    """A part that is to be done: rows to be checked, and rows that are only compared with."""

    number: int
    rows: tuple[Raw, ...]
    beside: tuple[Raw, ...] = ()


def load_checker(config: Config) -> Checker:
    """The checker of this process."""
    from notecheck.checker import Checker

    return Checker(config)


def check_part(checker: Checker, task: Task, job: Job) -> int:
    """Check one part and write it. Returns its words."""
    entries = _entries(task.rows, job.reader)
    unread: list[tuple[int, str]] = []
    pairs = _reviewed(checker, entries, unread)
    records: list[dict[str, Value]] = []
    findings: list[dict[str, Value]] = []
    passages: list[dict[str, Value | bytes]] = []
    for entry, review in pairs:
        record = record_row(entry, review, job.keep)
        records.append(record)
        findings += finding_rows(entry, review, job.keep)
        if entry.record.child_id in job.compared:
            passages.append(passage_row(entry, job.keep.salt, looked_at=record["proforma"] is not None))
    passages += [passage_row(e, job.keep.salt, looked_at=False) for e in _entries(task.beside, job.reader)]
    write_part(job.folder, task.number, Part(records, findings, passages, unread))
    return sum(int(r["words"] or 0) for r in records)


def _entries(rows: Sequence[Raw], reader: RowReader) -> list[Entry]:
    return [entry for entry in map(reader.read, rows) if isinstance(entry, Entry)]


def _reviewed(checker: Checker, entries: Sequence[Entry], unread: list[tuple[int, str]]) -> list[tuple[Entry, Review]]:
    try:
        return list(zip(entries, checker.check_many(e.record for e in entries), strict=True))
    except Exception:
        pairs = []
        for entry in entries:
            try:
                pairs.append((entry, checker.check(entry.record)))
            except Exception as error:  # one note must not cost the audit; the type of error holds no text
                unread.append((entry.row, f"notecheck failed on it ({type(error).__name__}); please report this"))
        return pairs
