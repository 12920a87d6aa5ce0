"""From what was typed to the files that are meant, each with a short name for reports."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from notecheck.errors import RecordError
from notecheck.records.cleaning import one_line
from notecheck.records.formats import READERS, UNREADABLE_NOTES


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `name` is what reports call it."""

    path: Path
    name: str


def find_files(path: Path) -> Iterator[Found | RecordError]:
    """The file at `path`, or the files in that folder and the folders in it, in order of name.

    A name is the path as it was typed; where that is absolute or climbs with "..", only its last part and what lies
    below it. In a folder, hidden files, Word's lock files ("~$…") and linked folders are passed over, and so are files
    of kinds that hold no notes (pictures, say). Kinds that may hold notes but cannot be read (a PDF, an old Word file)
    come as an error each, so that nobody takes an unread note for a clean one.
    """
    try:
        is_folder = path.is_dir()
        exists = is_folder or path.exists()
    except (OSError, ValueError):
        exists = is_folder = False
    if is_folder:
        yield from _in_folder(path)
    elif exists:
        yield Found(path, _short_name(path))
    else:
        yield from _matching(path)


def _matching(path: Path) -> Iterator[Found | RecordError]:
    """Files that a pattern means: the Windows command line passes "*.docx" on as it was typed."""
    matches: list[Path] = []
    if any(sign in path.name for sign in "*?"):
        try:
            matches = sorted(path.parent.glob(path.name))
        except (OSError, ValueError):
            matches = []
    if not matches:
        yield RecordError(one_line(str(path)), "there is no such file or folder")
    for match in matches:
        yield Found(match, _short_name(match))


def _in_folder(folder: Path) -> Iterator[Found | RecordError]:
    top = _short_name(folder)
    nothing = True
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        name = _joined(top, path.relative_to(folder))
        if path.is_dir():
            try:
                waiting += sorted(_visible(path), key=lambda p: (p.name.casefold(), p.name), reverse=True)
            except OSError:
                nothing = False
                yield RecordError(name, "this folder cannot be opened; you may not have permission")
        elif path.suffix.lower() in READERS:
            nothing = False
            yield Found(path, name)
        elif path.suffix.lower() in UNREADABLE_NOTES:
            nothing = False
            yield RecordError(name, UNREADABLE_NOTES[path.suffix.lower()])
    if nothing:
        yield RecordError(top, f"there are no notes in this folder; notes end in {', '.join(sorted(READERS))}")


def _visible(folder: Path) -> Iterator[Path]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith((".", "~$")) and (entry.is_file() or entry.is_dir(follow_symlinks=False)):
                yield Path(entry.path)


def _short_name(path: Path) -> str:
    if path.is_absolute() or ".." in path.parts:
        path = Path(Path(os.path.abspath(path)).name or path)  # noqa: PTH100 - resolve() would follow links
    return one_line(path.as_posix())


def _joined(top: str, below: Path) -> str:
    if below == Path():
        return top
    name = one_line(below.as_posix())
    return name if top == "." else f"{top}/{name}"
