"""No text of a note reaches anything but the output that was asked for."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path

import pytest

from notecheck.checker import Checker
from notecheck.errors import NotecheckError
from notecheck.values import Child, Record

CANARY = "zanzibarquince"
NOTE = f"MASH contact. {CANARY} placed herself at risk. A strategy discussion was held about {CANARY}."


def test_privacy_no_text_in_logs(rules: Checker, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        rules.check(Record("a", NOTE, Child("Maya", "she", 9)))
    assert CANARY not in caplog.text


def test_privacy_nothing_is_written_to_disk(tmp_path: Path) -> None:
    """A whole run in a process of its own, with home and temporary folders that can be searched afterwards."""
    code = (
        "import sys; sys.argv = ['notecheck', 'check', '--no-reader', '-']; from notecheck.__main__ import main; main()"
    )
    environment = {
        "HOME": str(tmp_path),
        "TMPDIR": str(tmp_path),
        "TEMP": str(tmp_path),
        "PATH": "",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=NOTE.encode(),
        capture_output=True,
        env=environment,
        cwd=tmp_path,
        check=True,
    )
    assert CANARY in done.stdout.decode()
    assert CANARY not in done.stderr.decode()
    written = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert [p for p in written if CANARY.encode() in p.read_bytes()] == []


def test_privacy_a_fault_inside_names_no_text(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from notecheck.cli import app

    def fail() -> None:
        raise ValueError(NOTE)

    monkeypatch.setattr(app, "app", lambda **_: fail())
    assert app.run() == 2
    told = capsys.readouterr().err
    assert CANARY not in told
    assert "ValueError" in told


@pytest.mark.parametrize("bad", [b"\x00\x01" + NOTE.encode(), b'{"id": 1, "text": "' + NOTE.encode()])
def test_privacy_a_file_that_cannot_be_read_is_named_without_its_text(tmp_path: Path, bad: bytes) -> None:
    from notecheck.records import read_paths

    told: list[NotecheckError] = []
    path = tmp_path / "notes.jsonl"
    path.write_bytes(bad)
    assert list(read_paths([path], defaults=Record("", ""), on_error=told.append)) == []
    assert told
    assert all(CANARY not in str(error) for error in told)
