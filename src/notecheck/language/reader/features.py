"""What the encoder is told about each word besides its pieces.

The base encoder knows no capitals and no line breaks, and both say much in case notes. Each word
therefore carries a *shape* (how it is written, and what stands before it) and a *mark* (whether it
belongs to the prefix, or is the child's name). Training and running share this module.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_NUMBER = re.compile(r"[\d.,:/]*\d[\d.,:/]*")
LOWER, TITLE, UPPER, MIXED, NUMBER, OTHER, ONE_UPPER = range(7)
GAP_NONE, GAP_SPACE, GAP_LINE, GAP_PARAGRAPH = range(4)
GAPS = 4
SHAPES = 8 * GAPS
MARK_TEXT, MARK_PREFIX, MARK_CHILD = range(3)
MARKS = 3
PREFIX_SHAPE = 7 * GAPS


@lru_cache(maxsize=16_384)  # notes say the same words again and again
def shape_of(word: str) -> int:
    """How a word is written: one of LOWER, TITLE, UPPER, MIXED, NUMBER, OTHER, ONE_UPPER."""
    if _NUMBER.fullmatch(word):
        return NUMBER
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return OTHER
    uppers = sum(c.isupper() for c in letters)
    if uppers == 0:
        return LOWER
    if uppers == len(letters):
        return ONE_UPPER if uppers == 1 else UPPER
    return TITLE if letters[0].isupper() and uppers == 1 else MIXED


def gap_of(before: str) -> int:
    """What stands between a word and the one before it: nothing, a space, a line break or more."""
    if not before:
        return GAP_NONE
    breaks = before.count("\n")
    if breaks == 0:
        return GAP_LINE if "\r" in before else GAP_SPACE
    return GAP_LINE if breaks == 1 else GAP_PARAGRAPH


def shape_id(word: str, gap: int) -> int:
    """The shape and the gap before a word as one number below SHAPES."""
    return shape_of(word) * GAPS + gap


def name_parts(name: str | None) -> frozenset[str]:
    """The lower-case parts of a child's name by which a note may call them."""
    if not name:
        return frozenset()
    parts: Iterable[str] = re.split(r"[^\w]+", name.lower())
    return frozenset(p for p in parts if len(p) > 1)


def prefix_words(name: str | None, pronouns: str | None, age: float | None) -> list[str]:
    """The words that stand before a window: the child's name, pronouns and age, where known."""
    words = name.split() if name else []
    if pronouns:
        words.append(pronouns)
    if age is not None:
        words.append(f"{age:g}")
    return words
