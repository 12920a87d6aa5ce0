"""Edits: merging without overlap, and applying once."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from notecheck.rewrite.edits import Edit, applied, lower_first, merged, upper_first


def edit(start: int, end: int, after: str = "x", rank: int = 0) -> Edit:
    return Edit(start, end, after, "rule", "reason", rank)


def test_edits_apply_in_order_of_place() -> None:
    assert applied("abcdef", merged([edit(4, 5, "E"), edit(0, 2, "AB")])) == "ABcdEf"


def test_edits_insertion_keeps_the_text_around_it() -> None:
    assert applied("Mum left", merged([edit(3, 3, " (Lisa)")])) == "Mum (Lisa) left"


def test_edits_higher_rank_stays_where_two_overlap() -> None:
    kept = merged([edit(0, 3, "long"), edit(1, 2, "rank", rank=1)])
    assert [e.after for e in kept] == ["rank"]


def test_edits_longer_stays_where_ranks_are_equal() -> None:
    assert [e.after for e in merged([edit(1, 2, "short"), edit(0, 3, "long")])] == ["long"]


def test_edits_side_by_side_both_stay() -> None:
    assert len(merged([edit(0, 2), edit(2, 4)])) == 2


def test_edits_case_helpers_leave_i_and_capitals() -> None:
    assert lower_first("I think") == "I think"
    assert lower_first("NHS staff") == "NHS staff"
    assert lower_first("Seen") == "seen"
    assert upper_first("you") == "You"


spans = st.tuples(st.integers(0, 30), st.integers(0, 6)).map(lambda p: (p[0], min(30, p[0] + p[1])))


@given(st.lists(st.tuples(spans, st.text("xyz", max_size=4), st.integers(0, 3)), max_size=12))
def test_edits_merged_never_overlap_and_leave_the_rest_alone(raw: list[tuple[tuple[int, int], str, int]]) -> None:
    text = "".join(chr(0x4E00 + i) for i in range(30))
    kept = merged([edit(a, b, after, rank) for (a, b), after, rank in raw])
    assert all(one.end <= two.start for one, two in itertools.pairwise(kept))
    covered = {i for e in kept for i in range(e.start, e.end)}
    untouched = [c for i, c in enumerate(text) if i not in covered]
    assert [c for c in applied(text, kept) if c not in "xyz"] == untouched
