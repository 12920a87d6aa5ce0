"""A sample that anybody can draw again to the row."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Literal

Allocation = Literal["proportional", "equal"]


def draw(rows: Sequence[tuple[int, str]], size: int, seed: int, allocation: Allocation = "proportional") -> list[int]:
    """Draw `size` rows at random, from each stratum its share.

    Within a stratum, rows are put in the order of the SHA-256 of "seed:row" and the first are taken, so that the same
    seed and frame give the same rows on every machine and in every version of Python. All rows where there are fewer.

    Args:
        rows: the frame: each row's number and its stratum (the same for all where there are none).
        size: how many to draw.
        seed: any whole number; it is written in the report.
        allocation: "proportional" to the strata, by largest remainder; "equal" numbers from each, as far as they go.

    Returns:
        The numbers of the rows drawn, in order.
    """
    strata: dict[str, list[int]] = {}
    for row, stratum in rows:
        strata.setdefault(stratum, []).append(row)
    wanted = allocate({name: len(found) for name, found in strata.items()}, size, allocation)
    drawn: list[int] = []
    for name, found in strata.items():
        drawn += sorted(found, key=lambda row: (_order(seed, row), row))[: wanted[name]]
    return sorted(drawn)


def allocate(sizes: Mapping[str, int], size: int, allocation: Allocation) -> dict[str, int]:
    """How many to draw from each stratum; never more than it has, and `size` in all where there are that many."""
    total = sum(sizes.values())
    size = min(size, total)
    if allocation == "equal":
        return _equal(sizes, size)
    exact = {name: size * count / total for name, count in sizes.items()} if total else {}
    taken = {name: int(share) for name, share in exact.items()}
    # The rows left over go to the largest remainders; ties in order of name.
    for name in sorted(exact, key=lambda n: (taken[n] - exact[n], n))[: size - sum(taken.values())]:
        taken[name] += 1
    return taken


def _equal(sizes: Mapping[str, int], size: int) -> dict[str, int]:
    taken = dict.fromkeys(sizes, 0)
    left = size
    while left:
        unfilled = sorted(n for n in sizes if taken[n] < sizes[n])
        for name in unfilled[:left]:
            taken[name] += 1
        left -= min(left, len(unfilled))
    return taken


def _order(seed: int, row: int) -> bytes:
    return hashlib.sha256(f"{seed}:{row}".encode()).digest()
