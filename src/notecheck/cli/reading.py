"""Reading the records that a command was given, and telling of those that could not be read."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import typer

from notecheck.errors import NotecheckError, RecordError
from notecheck.records import read_paths
from notecheck.values import Child, Record


class Reading:
    """The input of one run. `failed` is true once something could not be read; everything else still runs."""

    def __init__(
        self, paths: list[str] | None, child: Child, record_type: str | None = None, author: str | None = None
    ) -> None:
        self._paths = paths or ["-"]
        self._defaults = Record(id="", text="", child=child, author=author, record_type=record_type)
        self._given = bool(paths)
        self.failed = False

    def require_input(self) -> None:
        """Refuse to wait for ever at a keyboard.

        Raises:
            NotecheckError: no path was given and nothing is piped in.
        """
        if not self._given and sys.stdin.isatty():
            raise NotecheckError("Name a file or folder to check, or pipe a note in: notecheck check note.txt")

    def records(self) -> Iterator[Record]:
        """The records, in order; what cannot be read is told on standard error."""
        yield from read_paths(self._paths, stdin=sys.stdin.buffer, defaults=self._defaults, on_error=self._tell)

    def _tell(self, error: RecordError) -> None:
        self.failed = True
        typer.echo(f"notecheck: {error}", err=True)
