"""Ordinary sentences in the words of blame are left alone: work placements, kicked-off shoes, a defiant queen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from notecheck.checker import load
from notecheck.values import Child, Record

TABLE = Path(__file__).parent.parent / "data" / "innocent_sentences.jsonl"
MOST_FLAGGED = 4


def _sentences() -> list[str]:
    return [json.loads(line)["sentence"] for line in TABLE.read_text(encoding="utf-8").splitlines()]


def _flagged(reader: bool) -> Iterator[str]:
    checker = load(reader=reader)
    for sentence in _sentences():
        review = checker.check(Record("innocent", sentence, Child("Maya", "she", 14)))
        if found := [f.rule for f in review.findings if f.category in ("victim-blaming", "child-focus")]:
            yield f"{sentence} ({', '.join(found)})"


def test_innocent_sentences_are_many_and_each_its_own() -> None:
    sentences = _sentences()
    assert len(set(sentences)) == len(sentences) >= 150


@pytest.mark.parametrize("reader", [False, True], ids=["rules", "rules-and-reader"])
def test_innocent_sentences_are_left_alone(reader: bool) -> None:
    flagged = list(_flagged(reader))
    assert len(flagged) <= MOST_FLAGGED, "\n".join(flagged)
