"""The shipped list of acronyms: wording that can stand in a note, and a source for every row."""

from __future__ import annotations

from collections import Counter

import pytest
from acronym_notes import flagged

from notecheck.lexicon.loader import read_acronyms, shipped_folder
from notecheck.lexicon.schema import AcronymRow

ROWS = read_acronyms((shipped_folder() / "acronyms.csv").read_text("utf-8"), "acronyms.csv")
OPEN = [r for r in ROWS if r.kind != "known"]
PAPERS = "council papers"  # read on paper, so without an address


def _name(row: AcronymRow) -> str:
    return f"{row.acronym}={row.meaning}"


def test_acronyms_csv_has_no_row_twice() -> None:
    twice = [k for k, n in Counter((r.acronym, r.meaning.lower()) for r in ROWS).items() if n > 1]
    assert twice == []


def test_acronyms_csv_gives_every_row_a_source() -> None:
    assert [_name(r) for r in ROWS if not r.source] == []
    verified = [r for r in OPEN if r.verified == "yes" and PAPERS not in r.source]
    assert [_name(r) for r in verified if not r.url.startswith("http")] == []


def test_acronyms_csv_explains_in_words_and_not_in_letters() -> None:
    wordings = {(_name(r), w) for r in OPEN for w in (r.meaning, r.plain) if w}
    assert [pair for pair in sorted(wordings) if flagged(f"it is {pair[1]} here")] == []


def test_acronyms_csv_has_plain_wording_for_nearly_everything() -> None:
    without = [_name(r) for r in OPEN if not r.plain and not r.acronym.startswith("/")]
    assert without == []


@pytest.mark.parametrize("row", OPEN, ids=_name)
def test_acronyms_csv_wording_can_stand_in_a_sentence(row: AcronymRow) -> None:
    for wording in (row.meaning, row.plain):
        assert not wording.endswith((".", ",", ";"))
        assert "  " not in wording
    assert len(row.plain.split()) <= 16
