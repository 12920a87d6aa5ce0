"""Running the command line in this process, as a user would in theirs."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from support import Outcome, Runner

from notecheck.cli.app import run


class _Piped(io.StringIO):
    """Standard input with bytes behind it, as a pipe has."""

    def __init__(self, data: bytes) -> None:
        super().__init__(data.decode("utf-8", errors="replace"))
        self.buffer = io.BytesIO(data)


@pytest.fixture
def notecheck(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Runner:
    """Run `notecheck ARGUMENTS` in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))

    def call(*arguments: str, stdin: str | bytes = "") -> Outcome:
        data = stdin.encode() if isinstance(stdin, str) else stdin
        monkeypatch.setattr(sys, "argv", ["notecheck", *arguments])
        monkeypatch.setattr(sys, "stdin", _Piped(data))
        capsys.readouterr()
        status = int(run())
        captured = capsys.readouterr()
        return Outcome(status, captured.out, captured.err)

    return call
