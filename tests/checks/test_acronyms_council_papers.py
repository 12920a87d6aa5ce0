"""Three real council papers, read by eye: none missed, no heading flagged, the explained ones known as explained.

"N/A" stands in one of them; everybody knows it, so it is not listed.
"""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from acronym_notes import check
from conftest import ROOT

PAPERS = ROOT / "tests/data/council_papers"
EXPECTED = json.loads((PAPERS / "expected.json").read_text("utf-8"))


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_acronyms_of_a_council_paper_are_those_read_by_eye(name: str) -> None:
    text = (PAPERS / name).read_text("utf-8")
    acronyms, findings = check(text)
    rules = {f.start: f.rule for f in findings}

    assert Counter(a.text for a in acronyms) == {e["text"]: e["count"] for e in EXPECTED[name]}
    for entry in EXPECTED[name]:
        uses = [a for a in acronyms if a.text == entry["text"]]
        assert sum(a.explained for a in uses) == entry["explained"]
        assert {rules[a.start] for a in uses if not a.explained} == ({entry["rule"]} if entry["rule"] else set())
        assert {" ".join(a.long_form.split()) if a.long_form else None for a in uses} == {entry["long_form"]}


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_acronyms_of_a_council_paper_are_counted_right(name: str) -> None:
    text = (PAPERS / name).read_text("utf-8")

    for entry in EXPECTED[name]:
        assert len(re.findall(rf"(?<![A-Za-z/]){entry['text']}(?![A-Za-z])", text)) == entry["count"]
