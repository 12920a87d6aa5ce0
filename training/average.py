"""Weights between those of two runs: on notes that neither has seen the mean does a little better than either."""

from __future__ import annotations

from pathlib import Path

import torch


def average(first: Path, second: Path, out: Path, share: float) -> None:
    """Write to `out` what `second` says with weight `share` (0 to 1) and `first` with the rest.

    Both must come from one start, or their weights do not speak of the same things.
    """
    a, b = torch.load(first), torch.load(second)
    mean = {
        name: a["model"][name].lerp(weight, share) if weight.is_floating_point() else weight
        for name, weight in b["model"].items()
    }
    torch.save({**b, "model": mean}, out)
