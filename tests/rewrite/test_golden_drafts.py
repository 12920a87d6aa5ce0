"""Ten whole notes with their drafts on disk. Rewritten only on purpose, after reading each one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notecheck.checker import Checker
from notecheck.values import Child, Record

FOLDER = Path(__file__).resolve().parent.parent / "data" / "drafts"


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda p: p.stem)
def test_golden_draft_is_as_it_was_read_and_agreed(checker: Checker, path: Path) -> None:
    note = json.loads(path.read_text(encoding="utf-8"))
    child = Child(note["child"], note["pronouns"], note["age"])
    draft = checker.rewrite(Record(path.stem, note["text"], child, author=note["author"]))
    left = "".join(f"{place.text}: {place.reason}\n" for place in draft.left_for_you)
    assert f"{draft.text}\n---\n{left}" == path.with_suffix(".txt").read_text(encoding="utf-8")
