"""The published guidance is covered: each phrase that it names is found, inflected, in a sentence that uses it so."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notecheck.checker import Checker, load
from notecheck.values import Child, Record

DATA = Path(__file__).parent / "data"
WORDING = {"victim-blaming", "child-focus", "jargon"}  # some of its words are the jargon check's


def _rows(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return load(reader=False)


def test_guidance_coverage_finds_at_least_19_in_20_of_its_phrases(checker: Checker) -> None:
    phrases, left_out = _rows("guidance_phrases.jsonl"), _rows("guidance_left_out.jsonl")
    missed = [
        row["phrase"]
        for row in phrases
        if not any(
            f.category in WORDING
            for f in checker.check(Record("phrase", row["sentence"], Child("Maya", "she", 14))).findings
        )
    ]
    every = len(phrases) + len(left_out)
    assert every == 231
    assert (len(phrases) - len(missed)) / every >= 0.95, f"not found: {missed}"


def test_guidance_coverage_says_why_a_phrase_is_left_out() -> None:
    assert all(len(row["reason"].split()) >= 5 for row in _rows("guidance_left_out.jsonl"))


def test_guidance_coverage_gives_each_source_that_was_not_seen_as_unverified(checker: Checker) -> None:
    unverified = {row["phrase"] for row in _rows("guidance_phrases.jsonl") if not row["verbatim"]}
    marked = [r for r in checker.lexicon.rules.values() if "not yet verified" in r.source.title]
    assert len(marked) >= len(unverified) - 1  # "abscond" has a verified source as well
