"""Write down what the rules find in the golden notes: python tests/golden/update.py, then read the difference."""

from __future__ import annotations

import json
from pathlib import Path

from notecheck.checker import Checker, load
from notecheck.errors import RecordError
from notecheck.records import read_paths

HERE = Path(__file__).resolve().parent
EXPECTED = HERE / "expected.json"


def found(checker: Checker) -> dict[str, list[str]]:
    """For each note, its findings as "rule: text", what was held back with its reason, and its acronyms."""
    out: dict[str, list[str]] = {}
    for review in checker.check_many(read_paths([HERE / "notes.jsonl"], on_error=_fail)):
        lines = [f"{f.rule}: {f.text}" for f in review.findings]
        lines += [f"held back ({f.suppressed_by}) {f.rule}: {f.text}" for f in review.suppressed]
        lines += [f"explained: {a.text}" for a in review.acronyms if a.explained]
        out[review.id] = lines
    return out


def _fail(error: RecordError) -> None:
    raise error


if __name__ == "__main__":
    EXPECTED.write_text(json.dumps(found(load(reader=False)), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
