"""Intervals and agreement equal the published worked examples, to four places."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.audit.intervals import kappa, newcombe, quantile, wilson

# R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872, table I, method 3 (Wilson's score interval).
WILSON = [
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]

# R. G. Newcombe, Statistics in Medicine 17 (1998) 873-890, table II, method 10.
NEWCOMBE = [
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0000),
    (10, 10, 0, 10, 0.6075, 1.0000),
]

# Husbands and wives on four answers: Hout, Duncan and Sobel 1987, worked in A. Agresti, Categorical Data Analysis
# (1990), and as `SexualFun` in the R package vcd, which prints kappa 0.1293 and its standard error 0.0686.
COUPLES = [[7, 7, 2, 3], [2, 8, 3, 7], [1, 5, 4, 9], [2, 8, 9, 14]]
# J. L. Fleiss, Statistical Methods for Rates and Proportions (1981), table 13.1: kappa 0.68.
DIAGNOSES = [[75, 1, 4], [5, 4, 1], [0, 0, 10]]


def _table(rows: list[list[int]]) -> dict[tuple[str, str], int]:
    return {(str(i), str(j)): n for i, row in enumerate(rows) for j, n in enumerate(row)}


@pytest.mark.parametrize(("count", "total", "low", "high"), WILSON)
def test_intervals_wilson_equals_published_examples(count: int, total: int, low: float, high: float) -> None:
    found = wilson(count, total)
    assert found
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(("a", "m", "b", "n", "low", "high"), NEWCOMBE)
def test_intervals_newcombe_equals_published_examples(a: int, m: int, b: int, n: int, low: float, high: float) -> None:
    found = newcombe(a, m, b, n)
    assert found
    assert (round(found.low, 4), round(found.high, 4)) == (pytest.approx(low, abs=1e-9), pytest.approx(high, abs=1e-9))


def test_intervals_kappa_equals_published_examples() -> None:
    couples, diagnoses = kappa(_table(COUPLES)), kappa(_table(DIAGNOSES))
    assert couples
    assert round(couples.estimate, 4) == 0.1293
    assert round((couples.high - couples.low) / 2 / 1.959964, 4) == 0.0686
    assert diagnoses
    assert round(diagnoses.estimate, 4) == 0.6765


def test_intervals_kappa_is_unknown_where_everybody_always_says_the_same() -> None:
    assert kappa({("agree", "agree"): 12}) is None
    assert kappa({}) is None


@given(st.integers(0, 300), st.integers(1, 300))
def test_intervals_wilson_holds_its_estimate(count: int, total: int) -> None:
    found = wilson(min(count, total), total)
    assert found
    assert 0.0 <= found.low <= found.estimate <= found.high <= 1.0


@given(st.lists(st.floats(-1e6, 1e6), min_size=1), st.floats(0, 1))
def test_intervals_a_quantile_lies_between_the_ends(values: list[float], share: float) -> None:
    values.sort()
    found = quantile(values, share)
    assert found is not None
    assert values[0] - 1e-6 <= found <= values[-1] + 1e-6


def test_intervals_nothing_gives_nothing() -> None:
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert quantile([], 0.5) is None
