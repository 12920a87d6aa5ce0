"""JSON: one object a record, or one object for all. The forms are fixed by `docs/json.md`."""

from __future__ import annotations

import json
from typing import TextIO

from notecheck import __version__
from notecheck.values import Review

FORMAT_VERSION = 1


class JsonLines:
    """One line a record."""

    def __init__(self, stream: TextIO, show_suppressed: bool) -> None:
        self._stream = stream
        self._show_suppressed = show_suppressed

    def begin(self) -> None:
        pass

    def write(self, review: Review) -> None:
        self._stream.write(json.dumps(review.to_dict(show_suppressed=self._show_suppressed), ensure_ascii=False) + "\n")

    def end(self) -> None:
        self._stream.flush()


class Json(JsonLines):
    """One object that holds every record; written as the records come, so that memory stays flat."""

    _first = True

    def begin(self) -> None:
        self._stream.write(f'{{"version": {FORMAT_VERSION}, "notecheck": "{__version__}", "records": [')

    def write(self, review: Review) -> None:
        self._stream.write("\n" if self._first else ",\n")
        self._first = False
        self._stream.write(json.dumps(review.to_dict(show_suppressed=self._show_suppressed), ensure_ascii=False))

    def end(self) -> None:
        self._stream.write("\n]}\n")
        self._stream.flush()
