from __future__ import annotations

import importlib.util
import json

import pytest
from conftest import ROOT

from notecheck.checker import Checker

_SPEC = importlib.util.spec_from_file_location("golden_update", ROOT / "tests" / "golden" / "update.py")
assert _SPEC
assert _SPEC.loader
golden = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(golden)
EXPECTED = json.loads(golden.EXPECTED.read_text("utf-8"))


@pytest.fixture(scope="module")
def found(rules: Checker) -> dict[str, list[str]]:
    return golden.found(rules)


@pytest.mark.parametrize("note", sorted(EXPECTED))
def test_golden_note_is_read_as_before(found: dict[str, list[str]], note: str) -> None:
    """Where a change was meant: python tests/golden/update.py, and read the difference."""
    assert found[note] == EXPECTED[note]
