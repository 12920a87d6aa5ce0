"""Fixtures for the tests of audits."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import pytest
from audit_support import HEADINGS, MakeCsv


@pytest.fixture
def make_csv(tmp_path: Path) -> MakeCsv:
    """Write an export as CSV and return its path."""

    def make(lines: Sequence[Sequence[str]], name: str = "export.csv", headings: Sequence[str] = HEADINGS) -> Path:
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([headings, *lines])
        return path

    return make
