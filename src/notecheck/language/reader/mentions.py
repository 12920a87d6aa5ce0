"""Which words can mean somebody, and whom they mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from notecheck.language.reader.decode import warmed

PRONOUNS = frozenset("she he they her him them his hers their theirs herself himself themselves themself".split())
_OF = {
    "she": frozenset({"she", "her", "hers", "herself"}),
    "he": frozenset({"he", "him", "his", "himself"}),
    "they": frozenset({"they", "them", "their", "theirs", "themselves", "themself"}),
}
ROLES = frozenset(
    """child children boy girl baby infant toddler teenager kid kids lad lass minor yp brother brothers sister sisters
    sibling siblings twin twins son daughter unborn sw subject""".split()
)
_TWO_WORDS = frozenset(
    {("social", "worker"), ("young", "person"), ("young", "people"), ("the", "worker"), ("the", "writer")}
)


def candidates(texts: Sequence[str], upos: Sequence[str], names: frozenset[str]) -> list[tuple[int, int, bool]]:
    """Words that can mean somebody, as (first, last not included, sure).

    Pronouns and the child's own name are sure; role words and other names are so only if the encoder agrees.

    Args:
        texts: the words.
        upos: their parts of speech.
        names: the parts of the child's name in lower case.
    """
    lower = [t.lower() for t in texts]
    out: list[tuple[int, int, bool]] = []
    i = 0
    while i < len(lower):
        w = lower[i]
        if w in PRONOUNS or w in names:
            out.append((i, i + 1, True))
        elif i + 1 < len(lower) and (w, lower[i + 1]) in _TWO_WORDS:
            out.append((i, i + 2, False))
            i += 1
        elif w in ROLES or upos[i] == "PROPN":
            out.append((i, i + 1, False))
        i += 1
    return out


def cannot_be_child(word: str, pronouns: str | None) -> bool:
    """Whether a pronoun is one that nobody uses for the child, by the pronouns of the record.

    Args:
        word: any word.
        pronouns: "she", "he" or "they", or None where it is not known.
    """
    low = word.lower()
    return pronouns in _OF and low in PRONOUNS and low not in _OF[pronouns]


def meant(
    probabilities: npt.NDArray[Any], sure: bool, barred: bool, config: dict[str, Any]
) -> tuple[str, float] | None:
    """Whom a candidate means and how likely that is, or None where it means nobody.

    Args:
        probabilities: (words of the candidate, classes of `config["who"]`).
        sure: whether it must mean somebody.
        barred: whether it cannot mean the child.
        config: the model's settings.
    """
    p = warmed(probabilities.mean(0), config["temperature"]["who"])
    if not sure and float(p[0]) > config["who_none"]:
        return None
    rest = p[1:].astype(float)
    rest /= max(float(rest.sum()), 1e-9)
    child = config["who"].index("child") - 1
    if barred:
        rest[child] = 0.0
        rest /= max(float(rest.sum()), 1e-9)
    # Taking somebody else for the child is the worse mistake, so the child needs more than being likeliest. What is
    # meant instead is no likelier for that: a draft weighs it against what the rules say.
    eligible = rest.copy()
    if rest[child] < config.get("child_at", 0.5):
        eligible[child] = 0.0
    best = int(np.argmax(eligible))
    return str(config["who"][best + 1]), float(rest[best])
