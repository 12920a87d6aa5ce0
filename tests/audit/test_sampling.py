"""Samples can be drawn again to the row."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from notecheck.audit.sampling import allocate, draw

FRAME = [(n, "visit" if n % 4 else "oversight") for n in range(1, 101)]


def test_sampling_the_same_seed_draws_the_same_rows() -> None:
    assert draw(FRAME, 8, 2025) == [1, 4, 11, 15, 30, 64, 77, 90]
    assert draw(FRAME, 8, 2025) != draw(FRAME, 8, 2026)


def test_sampling_a_row_keeps_its_place_when_the_sample_grows() -> None:
    assert set(draw([(n, "") for n in range(500)], 20, 1)) <= set(draw([(n, "") for n in range(500)], 60, 1))


def test_sampling_strata_get_their_share() -> None:
    kinds = dict(FRAME)
    assert Counter(kinds[n] for n in draw(FRAME, 20, 1)) == {"visit": 15, "oversight": 5}
    assert Counter(kinds[n] for n in draw(FRAME, 20, 1, "equal")) == {"visit": 10, "oversight": 10}


@given(
    st.dictionaries(st.text(max_size=3), st.integers(1, 40), min_size=1, max_size=6),
    st.integers(1, 120),
    st.sampled_from(["proportional", "equal"]),
)
def test_sampling_shares_add_up_and_never_exceed_a_stratum(sizes: dict[str, int], size: int, how: str) -> None:
    taken = allocate(sizes, size, how)  # type: ignore[arg-type]
    assert sum(taken.values()) == min(size, sum(sizes.values()))
    assert all(0 <= taken[name] <= sizes[name] for name in sizes)
