"""What overlapping windows say, put together word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from notecheck.language.reader.decode import best_tree, is_tree

Array = npt.NDArray[Any]


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry a word: tags, relation, head (its own position for a root), start of a sentence, probabilities."""

    upos: list[str]
    xpos: list[str]
    deps: list[str]
    heads: list[int]
    starts: list[bool]
    problems: Array
    themes: Array
    who: Array


def merged(
    parts: Sequence[dict[str, Array]],
    windows: Sequence[tuple[int, int]],
    owned: Sequence[tuple[int, int]],
    hard: Sequence[Sequence[bool]],
    config: dict[str, Any],
) -> Reading:
    """Take each word's classes from the window that answers for it, and make a tree of every sentence.

    Args:
        parts: what `Model.run` gave for each window.
        windows: their words, as (first, after the last).
        owned: the words that each answers for.
        hard: for each window, where a sentence had to begin.
        config: the model's settings.
    """
    labels = config["labels"]
    heads: list[int] = []
    deps: list[str] = []
    starts: list[bool] = []
    tags: dict[str, list[str]] = {"upos": [], "xpos": []}
    kept: dict[str, list[Array]] = {"problems": [], "themes": [], "who": []}
    for part, (a, _), (first, last), must in zip(parts, windows, owned, hard, strict=True):
        own = slice(first - a, last - a)
        for key, names in tags.items():
            names.extend(labels[key][i] for i in part[key][own])
        for key, arrays in kept.items():
            arrays.append(part[key][own])
        begins = [bool(p > 0.5 or h) for p, h in zip(part["start"][own], must[own], strict=True)]
        begins[0] = True
        starts += begins
        relations = [labels["deps"][i] for i in part["labels"][own]]
        _add_trees(part, begins, first - a, first, relations, heads)
        deps += relations
    joined = {k: np.concatenate(v) if v else np.zeros((0, len(config[k])), np.float32) for k, v in kept.items()}
    return Reading(tags["upos"], tags["xpos"], deps, heads, starts, joined["problems"], joined["themes"], joined["who"])


def _add_trees(
    part: dict[str, Array], begins: Sequence[bool], shift: int, offset: int, deps: list[str], heads: list[int]
) -> None:
    """Append the heads of one window's own words, sentence by sentence; relations that a mended tree changes follow."""
    edges = [i for i, b in enumerate(begins) if b] + [len(begins)]
    chosen = part["heads"].tolist()
    for s, e in pairwise(edges):
        low, high = shift + s, shift + e
        tree = [h - low if h else 0 for h in chosen[low:high]]
        if not is_tree(tree):
            columns = np.r_[0, low + 1 : high + 1]
            tree = best_tree(part["arcs"][low:high, columns])
        for i, h in enumerate(tree):
            heads.append(offset + s + (h - 1 if h else i))
            if h == 0:
                deps[s + i] = "ROOT"
            elif deps[s + i] == "root":
                deps[s + i] = "parataxis"
