"""The way in: records from files, folders and standard input, one after another."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from notecheck.errors import RecordError
from notecheck.records.folders import find_files
from notecheck.records.formats import reader_for
from notecheck.records.piped import read_piped
from notecheck.values import Child, Record

STANDARD_INPUT = "standard input"

_NO_PERMISSION = "it cannot be opened; you may not have permission, or another program may be using it"
_CANNOT_READ = "it cannot be read; the disk or the network may have failed"


def read_paths(
    paths: Sequence[str | Path],
    *,
    stdin: BinaryIO | None = None,
    defaults: Record | None = None,
    on_error: Callable[[RecordError], None],
) -> Iterator[Record]:
    """The records in files, folders and standard input, in the order given, one in memory at a time.

    A folder is read with all folders in it, in order of name; see `folders.find_files` for what is passed over. "-" is
    standard input. A file that is named twice is read once. A record's id is its own; without one, the file's name
    ("visits/june.docx", "standard input"), with the line where a file holds several ("notes.jsonl:3").

    Args:
        paths: as they were typed.
        stdin: where "-" reads from; the process's own standard input where None.
        defaults: a record whose child, author and record type fill in what a record itself lacks. Pronouns and age are
            not taken over where the record names another child.
        on_error: called for each file or record that cannot be read; the others still come.
    """
    for item in _items(paths, stdin):
        if isinstance(item, RecordError):
            on_error(item)
        else:
            yield _filled(item, defaults) if defaults else item


def _items(paths: Sequence[str | Path], stdin: BinaryIO | None) -> Iterator[Record | RecordError]:
    piped_in = False
    seen: set[Path] = set()
    names: set[str] = set()
    for typed in paths:
        if str(typed) != "-":
            yield from _read_path(typed, seen, names)
        elif not piped_in:
            piped_in = True
            yield from _read_standard_input(stdin)


def _read_path(typed: str | Path, seen: set[Path], names: set[str]) -> Iterator[Record | RecordError]:
    """What was not read before, under a name that nothing read before has; both sets grow."""
    if not str(typed):
        # A script's variable that was never set: it must not come to mean the whole folder.
        yield RecordError("an empty path", "there is no such file or folder")
        return
    for found in find_files(Path(typed)):
        if isinstance(found, RecordError):
            yield found
            continue
        resolved = found.path.resolve()
        if resolved not in seen:
            seen.add(resolved)
            name = found.name if found.name not in names else found.path.as_posix()
            names.add(name)
            yield from _read_file(found.path, name)


def _read_file(path: Path, name: str) -> Iterator[Record | RecordError]:
    try:
        reader = reader_for(path.suffix.lower(), name)
        with path.open("rb") as stream:
            yield from reader(stream, name)
    except RecordError as error:
        yield error
    except PermissionError:
        yield RecordError(name, _NO_PERMISSION)
    except OSError:
        yield RecordError(name, _CANNOT_READ)


def _read_standard_input(stdin: BinaryIO | None) -> Iterator[Record | RecordError]:
    try:
        yield from read_piped(sys.stdin.buffer if stdin is None else stdin, STANDARD_INPUT)
    except RecordError as error:
        yield error
    except OSError:
        yield RecordError(STANDARD_INPUT, _CANNOT_READ)


def _filled(record: Record, defaults: Record) -> Record:
    return replace(
        record,
        child=_filled_child(record.child, defaults.child),
        author=record.author or defaults.author,
        record_type=record.record_type or defaults.record_type,
    )


def _filled_child(known: Child, default: Child) -> Child:
    another = known.name and default.name and known.name.casefold() != default.name.casefold()
    if another:
        return known
    return Child(
        name=known.name or default.name,
        pronouns=known.pronouns or default.pronouns,
        age=default.age if known.age is None else known.age,
    )
