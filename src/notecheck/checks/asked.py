"""The questions that a draft put to the writer: they stand in square brackets and are not the note's own words.

In a draft, a question stands where a phrase stood. Whoever answers it writes that sentence anew, so blame and likeness
in it wait for the answer; of other findings only those right beside the question, which were marked with the phrase.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from notecheck.lexicon.lexicon import Lexicon

ALREADY_ASKED = "a question is asked here already"
# A sentence in square brackets. Whether it is one of ours, the lexicon knows.
QUESTION = re.compile(r"\[(?P<words>[A-Z][^\[\]\n]{7,}[?.])\]")
_BETWEEN = re.compile(r"[^.!?\n]*")
NEAR = 3  # words between a question and what was marked with the same phrase


def questions_of(lexicon: Lexicon) -> frozenset[str]:
    """Every question that a rule of `lexicon` asks."""
    return frozenset(rule.ask.strip() for rule in lexicon.rules.values() if rule.ask)


def asked_places(text: str, questions: Collection[str]) -> list[tuple[int, int]]:
    """Where `text` holds one of `questions` as a draft writes them, in order."""
    if "[" not in text:
        return []
    return [m.span() for m in QUESTION.finditer(text) if m["words"] in questions]


def is_asked(text: str, places: Collection[tuple[int, int]], start: int, end: int, within: int | None) -> bool:
    """Whether the words from `start` to `end` are in a question, hold one, or stand in a sentence with one.

    Args:
        text: the draft.
        places: where it holds questions.
        start: where the words start.
        end: where they end.
        within: how many words may stand between; None for a whole sentence.
    """
    return any(
        (a < end and start < b) or _beside(text, end, a, within) or _beside(text, b, start, within) for a, b in places
    )


def _beside(text: str, end: int, start: int, within: int | None) -> bool:
    between = text[end:start]
    return (
        end <= start and _BETWEEN.fullmatch(between) is not None and (within is None or len(between.split()) <= within)
    )
