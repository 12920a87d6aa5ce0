"""A draft holds no more for the checks to find than its note did."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rewrite_support import Drafter

from notecheck.checker import Checker
from notecheck.rewrite.edits import Edit, applied, merged
from notecheck.rewrite.second_look import in_note, moved
from notecheck.values import Child, Draft, Record

FOLDER = Path(__file__).resolve().parent.parent / "data" / "drafts"
FAMILY = {"victim-blaming": "blame", "child-focus": "blame"}


def _new(checker: Checker, draft: Draft) -> list[str]:
    places = moved([Edit(c.start, c.end, c.after, c.rule, c.reason) for c in draft.changes])
    before = checker.check(draft.record).findings
    after = checker.check(replace(draft.record, text=draft.text)).findings
    return [
        f"{f.rule}: {f.text}"
        for f in after
        if f.category != "readability"
        and not any(
            g.start < in_note(places, f.end, as_end=True)
            and in_note(places, f.start, as_end=False) < g.end
            and FAMILY.get(g.category, g.category) == FAMILY.get(f.category, f.category)
            for g in before
        )
    ]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.json")), ids=lambda p: p.stem)
def test_second_look_leaves_no_new_finding(checker: Checker, path: Path) -> None:
    note = json.loads(path.read_text(encoding="utf-8"))
    child = Child(note["child"], note["pronouns"], note["age"])
    assert _new(checker, checker.rewrite(Record(path.stem, note["text"], child, author=note["author"]))) == []


@pytest.mark.parametrize(
    "note",
    [
        "Outcome for Maya: NFA, closed to CSC on 30/01.",
        "Maya was seen. Imms UTD. Low weight, 9th centile.",
        "Maya is easily led and lacks consequential thinking. ROSH: medium. Between them 71 MFHs in the quarter.",
        "He is no help and refuses to leave the hall and marks were left on both wrists. Maya asked who did it.",
    ],
)
def test_second_look_mends_what_our_own_words_bring(checker: Checker, draft: Drafter, note: str) -> None:
    assert _new(checker, draft(note)) == []


@given(
    st.text(max_size=40), st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text(max_size=6)), max_size=6)
)
def test_places_in_a_draft_are_places_in_its_note(text: str, changes: list[tuple[int, int, str]]) -> None:
    within = [Edit(a, min(a + n, len(text)), after, "", "") for a, n, after in changes if a <= len(text)]
    edits = merged(within)
    places = moved(edits)
    draft = applied(text, edits)
    for at in range(len(draft)):
        start, end = in_note(places, at, as_end=False), in_note(places, at + 1, as_end=True)
        assert 0 <= start <= end <= len(text)
        if not any(p.start <= at < p.end for p in places):
            assert text[start:end] == draft[at]
