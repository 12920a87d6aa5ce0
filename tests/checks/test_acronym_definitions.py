"""Each way in which a note explains its own letters, and what only looks like one."""

from __future__ import annotations

import json

import pytest
from acronym_notes import check
from conftest import ROOT

from notecheck.checks.acronym_forms import fold

CASES = [
    json.loads(line) for line in (ROOT / "tests/data/acronym_definitions.jsonl").read_text("utf-8").splitlines() if line
]


def test_acronym_definitions_table_is_long_enough() -> None:
    assert len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=[c["tries"] for c in CASES])
def test_acronym_definitions_are_found_where_they_stand(case: dict) -> None:
    text = case["text"]
    acronyms, findings = check(text)

    uses = [a for a in acronyms if fold(a.text) == fold(case["acronym"])]
    assert [a.explained for a in uses] == case["explained"]
    for use in uses:
        assert text[use.start : use.end] == use.text
        if case["long_form"] is not None:
            assert use.long_start is not None
            assert use.long_end is not None
            assert text[use.long_start : use.long_end] == case["long_form"]
            assert use.long_form == " ".join(case["long_form"].split())
        elif not use.explained:
            assert use.long_form is None
    unexplained = {u.start for u in uses if not u.explained}
    assert {f.start for f in findings if f.start in {u.start for u in uses}} == unexplained
