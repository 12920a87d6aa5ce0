"""Proportions, their differences, and agreement, each with a 95 % interval and the source of its formula."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Z95 = 1.959963984540054  # the standard normal quantile that leaves 2.5 % on either side


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate and its interval, in the estimate's own unit (a share from 0 to 1, a difference from -1 to 1)."""

    estimate: float
    low: float
    high: float


def wilson(count: int, total: int, z: float = Z95) -> Interval | None:
    """A share with Wilson's score interval; None where there is nothing to take a share of.

    E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927) 209-212; without
    continuity correction, as method 3 in R. G. Newcombe, Statistics in Medicine 17 (1998) 857-872.

    Args:
        count: how many have it, from 0 to total.
        total: how many there are.
        z: standard normal quantile; the default gives a 95 % interval.
    """
    if not total:
        return None
    p = count / total
    spread = z * math.sqrt(z * z + 4 * total * p * (1 - p))
    low = (2 * total * p + z * z - spread) / (2 * (total + z * z))
    high = (2 * total * p + z * z + spread) / (2 * (total + z * z))
    # At 0 and 1 the ends are exact; floating point would leave them a hair off.
    return Interval(p, 0.0 if count == 0 else low, 1.0 if count == total else high)


def newcombe(count: int, total: int, other_count: int, other_total: int) -> Interval | None:
    """The difference of two independent shares, first less second, with Newcombe's hybrid score interval.

    Method 10 (without continuity correction) in R. G. Newcombe, Interval estimation for the difference between
    independent proportions, Statistics in Medicine 17 (1998) 873-890. None where either group is empty.
    """
    first, second = wilson(count, total), wilson(other_count, other_total)
    if first is None or second is None:
        return None
    difference = first.estimate - second.estimate
    below = math.hypot(first.estimate - first.low, second.high - second.estimate)
    above = math.hypot(first.high - first.estimate, second.estimate - second.low)
    return Interval(difference, difference - below, difference + above)


def kappa(table: Mapping[tuple[str, str], int]) -> Interval | None:
    """Cohen's kappa between two people, with a large-sample 95 % interval; None where chance alone would agree always.

    J. Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20 (1960) 37-46;
    standard error as in J. L. Fleiss, J. Cohen and B. S. Everitt, Psychological Bulletin 72 (1969) 323-327.

    Args:
        table: how often the first said one thing and the second another, by the pair of what they said.
    """
    total = sum(table.values())
    if not total:
        return None
    names = sorted({name for pair in table for name in pair})
    share = {(a, b): table.get((a, b), 0) / total for a in names for b in names}
    rows = {a: sum(share[a, b] for b in names) for a in names}
    columns = {b: sum(share[a, b] for a in names) for b in names}
    observed = sum(share[a, a] for a in names)
    chance = sum(rows[a] * columns[a] for a in names)
    if math.isclose(chance, 1.0):
        return None
    value = (observed - chance) / (1 - chance)
    on = sum(share[a, a] * (1 - (rows[a] + columns[a]) * (1 - value)) ** 2 for a in names)
    off = (1 - value) ** 2 * sum(share[a, b] * (columns[a] + rows[b]) ** 2 for a in names for b in names if a != b)
    last = (value - chance * (1 - value)) ** 2
    error = math.sqrt(max(on + off - last, 0.0) / total) / (1 - chance)
    return Interval(value, max(-1.0, value - Z95 * error), min(1.0, value + Z95 * error))


def quantile(values: Sequence[float], share: float) -> float | None:
    """The value below which `share` (0 to 1) of the sorted values lie, by linear interpolation.

    Type 7 of R. J. Hyndman and Y. Fan, Sample quantiles in statistical packages, American Statistician 50 (1996)
    361-365. None where there are no values.
    """
    if not values:
        return None
    at = (len(values) - 1) * share
    below = math.floor(at)
    above = min(below + 1, len(values) - 1)
    return values[below] + (values[above] - values[below]) * (at - below)
