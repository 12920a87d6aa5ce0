"""Drafts as JSON: one object a draft, or one object for all. The forms are fixed by `docs/json.md`."""

from __future__ import annotations

import json
from typing import TextIO

from notecheck import __version__
from notecheck.reports.json_lines import FORMAT_VERSION
from notecheck.values import Draft


class DraftJsonLines:
    """One line a draft."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def begin(self) -> None:
        pass

    def write(self, draft: Draft) -> None:
        self._stream.write(json.dumps(draft.to_dict(), ensure_ascii=False) + "\n")

    def end(self) -> None:
        self._stream.flush()


class DraftJson(DraftJsonLines):
    """One object that holds every draft, written as they come."""

    _first = True

    def begin(self) -> None:
        self._stream.write(f'{{"version": {FORMAT_VERSION}, "notecheck": "{__version__}", "drafts": [')

    def write(self, draft: Draft) -> None:
        self._stream.write(("\n" if self._first else ",\n") + json.dumps(draft.to_dict(), ensure_ascii=False))
        self._first = False

    def end(self) -> None:
        self._stream.write("\n]}\n")
        self._stream.flush()
