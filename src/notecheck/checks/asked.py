"""The questions that a draft put to the writer: they stand in square brackets and are not the note's own words.

In a draft, a question stands where a phrase stood. What is still marked right beside it was marked together with that
phrase, so that it would ask the writer twice about one place.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from notecheck.lexicon.lexicon import Lexicon

ALREADY_ASKED = "a question is asked here already"
# A sentence in square brackets. Whether it is one of ours, the lexicon knows.
QUESTION = re.compile(r"\[(?P<words>[A-Z][^\[\]\n]{7,}[?.])\]")
_BETWEEN = re.compile(r"[^.!?\n]*")
_NEAR = 3  # words between a question and what was marked with the same phrase


def questions_of(lexicon: Lexicon) -> frozenset[str]:
    """Every question that a rule of `lexicon` asks."""
    return frozenset(rule.ask.strip() for rule in lexicon.rules.values() if rule.ask)


def asked_places(text: str, questions: Collection[str]) -> list[tuple[int, int]]:
    """Where `text` holds one of `questions` as a draft writes them, in order."""
    if "[" not in text:
        return []
    return [m.span() for m in QUESTION.finditer(text) if m["words"] in questions]


def is_asked(text: str, places: Collection[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the words from `start` to `end` are in a question, hold one, or stand in a sentence right beside one."""
    return any((a < end and start < b) or _beside(text, end, a) or _beside(text, b, start) for a, b in places)


def _beside(text: str, end: int, start: int) -> bool:
    between = text[end:start]
    return end <= start and _BETWEEN.fullmatch(between) is not None and len(between.split()) <= _NEAR
