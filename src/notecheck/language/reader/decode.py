"""From what the heads say of words to trees, spans of problems, and mentions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]
_MANY_ROOTS = 1000.0  # taken off every root arc, so that a tree with one root beats any with two


def best_tree(scores: Array) -> list[int]:
    """Heads of the best tree with one root (Chu, Liu and Edmonds).

    Args:
        scores: (n, n + 1); row a word, column 0 the root, column 1 + j the word j.

    Returns:
        For each word 0 for the root, else 1 + its head.
    """
    n = len(scores)
    full = np.full((n + 1, n + 1), -np.inf)
    full[1:, :] = np.clip(scores, -_MANY_ROOTS / 8, None)  # [dependent, head]
    full[1:, 0] -= _MANY_ROOTS
    np.fill_diagonal(full, -np.inf)
    heads = _arborescence(full)
    return [int(h) for h in heads[1:]]


def _arborescence(scores: Array) -> Array:
    n = len(scores)
    heads = np.zeros(n, dtype=np.int64)
    if n > 1:
        heads[1:] = scores[1:].argmax(1)
    cycle = _cycle(heads)
    if cycle is None:
        return heads
    inside = np.zeros(n, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    ring = np.array(cycle)
    small = len(outside)
    squeezed = np.full((small + 1, small + 1), -np.inf)
    squeezed[:small, :small] = scores[np.ix_(outside, outside)]
    gain = scores[np.ix_(ring, outside)] - scores[ring, heads[ring]][:, None]
    squeezed[small, :small] = gain.max(0)
    squeezed[:small, small] = scores[np.ix_(outside, ring)].max(1)
    enter = ring[gain.argmax(0)]
    leave = ring[scores[np.ix_(outside, ring)].argmax(1)]
    below = _arborescence(squeezed)
    out = heads.copy()
    for k in range(1, small):
        h = below[k]
        out[outside[k]] = leave[k] if h == small else outside[h]
    into = below[small]
    out[enter[into]] = outside[into]
    return out


def _cycle(heads: Array) -> list[int] | None:
    state = np.zeros(len(heads), dtype=np.int8)
    state[0] = 2
    for start in range(1, len(heads)):
        path = []
        at = start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = int(heads[at])
        if state[at] == 1:
            return path[path.index(at) :]
        state[path] = 2
    return None


def is_tree(heads: Sequence[int]) -> bool:
    """Whether heads (0 the root, else 1 + position) make one tree with one root."""
    n = len(heads)
    if sum(h == 0 for h in heads) != 1 or any(h > n or h < 0 for h in heads):
        return False
    up = np.array([0, *heads])
    for _ in range(n.bit_length() + 1):
        up = up[up]
    return not up.any()


@dataclass(frozen=True, slots=True)
class Problem:
    """Words `first` to `last` (not included) that make up one likely problem."""

    first: int
    last: int
    category: str
    theme: str
    probability: float


def warmed(probabilities: Array, temperature: float) -> Array:
    """Probabilities made flatter (temperature above 1) or steeper, adding up to 1 again."""
    if temperature == 1.0:
        return probabilities
    p = np.power(np.maximum(probabilities, 1e-9), 1.0 / temperature)
    return p / p.sum(-1, keepdims=True)


def problems(
    probabilities: Array, themes: Array, starts: Sequence[bool], config: dict[str, Any], silent: Sequence[bool]
) -> list[Problem]:
    """Runs of words whose probability of being a problem is above the floor.

    Blame and lost focus border on one another, so their probabilities are added to find a run; the category is the
    likelier of the two over the run. A run may step over one doubtful word, and never over the start of a sentence.

    Args:
        probabilities: (words, classes of `config["problems"]`).
        themes: (words, classes of `config["themes"]`).
        starts: whether a sentence begins at each word.
        config: the model's settings.
        silent: whether a word is punctuation, at which no run begins or ends.
    """
    names = config["problems"]
    p = warmed(probabilities, config["temperature"]["problems"])
    blame, focus, jargon = (p[:, names.index(n)] for n in ("victim-blaming", "child-focus", "jargon"))
    out: list[Problem] = []
    for score, kinds in ((blame + focus, ("victim-blaming", "child-focus")), (jargon, ("jargon",))):
        for first, last in _runs(score, starts, silent, config):
            kind = max(kinds, key=lambda k: float(p[first:last, names.index(k)].sum()))
            theme = _theme(themes[first:last], score[first:last], kind, config)
            out.append(Problem(first, last, kind, theme, float(score[first:last].max())))
    return sorted(out, key=lambda x: (x.first, x.last))


def _runs(
    score: Array, starts: Sequence[bool], silent: Sequence[bool], config: dict[str, Any]
) -> list[tuple[int, int]]:
    floor, bridge = config["floor"], config.get("bridge", 0.1)
    above = np.flatnonzero(score >= floor)
    out: list[tuple[int, int]] = []
    for i in above.tolist():
        if silent[i]:
            continue
        if out:
            a, b = out[-1]
            between = range(b, i)
            if (
                not any(starts[k] for k in (*between, i))
                and len(between) <= 2
                and all(score[k] >= bridge for k in between)
            ):
                out[-1] = (a, i + 1)
                continue
        out.append((i, i + 1))
    return out


def _theme(themes: Array, weight: Array, kind: str, config: dict[str, Any]) -> str:
    """The likeliest theme of the category; "" where none is likely enough, for a wrong reason is worse than none."""
    if kind == "jargon":
        return ""
    first = config["first_focus_theme"]
    total = (themes * weight[:, None]).sum(0)
    part = total[first:] if kind == "child-focus" else total[:first]
    if part.max() < config.get("theme_at", 0.0) * part.sum():
        return ""
    return str(config["themes"][int(part.argmax()) + (first if kind == "child-focus" else 0)])
