"""Folders of notes, and Word files that hold many notes each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from notecheck.audit.dates import parse_date
from notecheck.audit.source import Entry, Unread
from notecheck.errors import RecordError
from notecheck.records import read_paths
from notecheck.values import Record

_TABLES = frozenset({".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xls", ".xlsb", ".parquet"})
_DATE_LINE = re.compile(
    r"(?:[-•*]\s*)?(?:Date(?: of contact)?:?\s*)?(\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}(?:st|nd|rd|th)?[ \-][A-Z][a-z]{2,8}[ \-]\d{4})\b"
)
_FEWEST_WORDS = 8  # of a note on average, or the dates are a list of dates and no report of notes


def files_in(path: Path) -> tuple[tuple[Path, ...], tuple[str, ...]]:
    """The files of notes at a path, in order, and what to say of them.

    Raises:
        RecordError: there are none.
    """
    if not path.exists():
        raise RecordError(path.name, "there is no such file or folder")
    if path.is_file():
        return (path,), (f"{path.name} was read as notes and not as a table.",)
    every = sorted(p for p in path.rglob("*") if p.is_file() and not _hidden(p.relative_to(path)))
    tables = [p for p in every if p.suffix.lower() in _TABLES]
    files = tuple(p for p in every if p not in tables)
    if not files:
        more = "; give one of its tables by its own name" if tables else ""
        raise RecordError(path.name, f"there are no notes in this folder{more}")
    said = [f"{len(files):,} files of the folder were read."]
    if tables:
        said.append(
            f"{len(tables):,} tables in the folder were not read; give each to `notecheck audit` by its own name."
        )
    return files, tuple(said)


def _hidden(path: Path) -> bool:
    return any(part.startswith((".", "~$")) for part in path.parts)


def folder_entries(files: Sequence[Path]) -> Iterator[Entry | Unread]:
    """The notes of the files, numbered from 1 in order; a Word file with many notes gives each of them."""
    number = 0
    for path in files:
        faults: list[RecordError] = []
        for record in read_paths([path], on_error=faults.append):
            for part in split_notes(record, _headings(path)):
                number += 1
                yield Entry(number, part)
        for fault in faults:
            number += 1
            yield Unread(number, f"{fault.where}: {fault.what}")


def split_notes(record: Record, headings: frozenset[str] = frozenset()) -> list[Record]:
    """The notes of a report: one under each heading, or from each line that starts with a date; else the whole is one.

    Args:
        record: a whole file.
        headings: the lines that are headings, where the file says so.
    """
    lines = record.text.split("\n")
    at_dates = [i for i, line in enumerate(lines) if (m := _DATE_LINE.match(line.strip())) and parse_date(m[1])]
    at_headings = [i for i, line in enumerate(lines) if line.strip() in headings]
    for starts in (at_headings, at_dates):
        parts = _parts(lines, starts)
        if len(parts) >= 2 and sum(len(t.split()) for _, t in parts) / len(parts) >= _FEWEST_WORDS:
            return [
                replace(record, id=f"{record.id}#{n}", text=text, date=record.date or _first_date(line))
                for n, (line, text) in enumerate(parts, 1)
            ]
    return [record]


def _parts(lines: Sequence[str], starts: Sequence[int]) -> list[tuple[str, str]]:
    """The opening line and the text of each note; what stands before the first is the report's own heading."""
    parts = []
    ends = [*starts[1:], len(lines)]
    for start, end in zip(starts, ends, strict=False):  # no starts: no parts
        text = "\n".join(lines[start:end]).strip()
        if len(text.split()) > len(lines[start].split()) or len(lines[start].split()) >= _FEWEST_WORDS:
            parts.append((lines[start], text))
    return parts


def _first_date(line: str) -> str | None:
    found = re.search(
        r"\d{1,2}[/.\-]\d{1,2}[/.\-]\d{2,4}|\d{4}-\d\d-\d\d|\d{1,2}(?:st|nd|rd|th)?[ \-][A-Z][a-z]{2,8}[ \-]\d{4}", line
    )
    return found[0] if found and parse_date(found[0]) else None


def _headings(path: Path) -> frozenset[str]:
    """The lines of a Word file that stand in a heading style, where there are at least two."""
    if path.suffix.lower() != ".docx":
        return frozenset()
    import docx

    try:
        document = docx.Document(str(path))
        styled = [(str(p.style.name).lower(), p.text.strip()) for p in document.paragraphs if p.style is not None]
    except Exception:  # whatever is wrong with the file, the reader of notes says it
        return frozenset()
    levels = sorted({style for style, text in styled if style.startswith("heading") and text})
    for level in levels:
        texts = [text for style, text in styled if style == level and text]
        if len(texts) >= 2:
            return frozenset(texts)
    return frozenset()
