"""One way to read, for every test in this room: the records, and the sentences that a user would see."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from notecheck.errors import RecordError
from notecheck.records import read_paths
from notecheck.values import Record

Reading = tuple[list[Record], list[str]]


@pytest.fixture
def read() -> Callable[..., Reading]:
    def run(*paths: str | Path, stdin: bytes | None = None, defaults: Record | None = None) -> Reading:
        errors: list[RecordError] = []
        stream = None if stdin is None else io.BytesIO(stdin)
        records = list(read_paths(paths, stdin=stream, defaults=defaults, on_error=errors.append))
        return records, [str(error) for error in errors]

    return run


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test stands in, so that names are relative."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def data() -> Path:
    return Path(__file__).parent.parent / "data" / "records"
