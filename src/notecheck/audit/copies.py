"""Passages of a record that stand, word for word or nearly, in earlier notes of the same child."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

SHINGLE = 8  # words that must agree in a row
SHORTEST = 20  # words of a passage worth speaking of
_WINDOW = 4  # of every four shingles in a row at least one is kept, so a passage of eleven words is never missed
_WORD = re.compile(r"\w+")
_ODD = np.uint64(0x9E3779B97F4A7C15)  # 2^64 divided by the golden ratio, an odd multiplier that spreads bits well

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Copied:
    """How much of a record stands in earlier notes. `from_row` is the note that most of it is in."""

    row: int
    words: int
    copied_words: int
    passages: int
    from_row: int
    from_id: str

    @property
    def share(self) -> float:
        """Of the record's words, from 0 to 1."""
        return self.copied_words / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one note, about 40 bytes for ten words and no text, and what is known of the note.

    `every` is there for a record that is looked at, and None for a note that is only compared with.
    """

    child: int
    row: int
    id: str
    day: int  # ordinal of its date; 0 where there is none
    kept: Hashes
    every: Hashes | None = None


def prints_of(child: int, row: int, note_id: str, day: int | None, text: str, *, looked_at: bool) -> Prints:
    """The fingerprints of a note of a child."""
    every = shingles(text)
    return Prints(child, row, note_id, day or 0, _winnowed(every), every if looked_at else None)


def copied(prints: Iterable[Prints]) -> list[Copied]:
    """What each record that is looked at repeats of earlier notes of its child, by row.

    Records that repeat nothing are left out.
    """
    notes: dict[int, list[Prints]] = {}
    for note in prints:
        notes.setdefault(note.child, []).append(note)
    found = (
        _copied(note, note.every, [n for n in family if _is_earlier(n, note)])
        for family in notes.values()
        for note in family
        if note.every is not None
    )
    return sorted((c for c in found if c), key=lambda c: c.row)


def shingles(text: str) -> Hashes:
    """A hash for every eight words in a row, in order; capitals and punctuation do not count."""
    words = _WORD.findall(text.lower())
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    codes = np.fromiter((zlib.crc32(w.encode()) for w in words), np.uint64, len(words))
    total = np.zeros(len(words) - SHINGLE + 1, np.uint64)
    for at in range(SHINGLE):
        total = (total ^ codes[at : at + len(total)]) * _ODD
        total ^= total >> np.uint64(29)
    return total


def _winnowed(every: Hashes) -> Hashes:
    """The least hash of each window of shingles: the same passage leaves the same ones wherever it stands.

    S. Schleimer, D. Wilkerson and A. Aiken, Winnowing: local algorithms for document fingerprinting, SIGMOD 2003.
    """
    if len(every) <= _WINDOW:
        return np.unique(every)
    return np.unique(np.lib.stride_tricks.sliding_window_view(every, _WINDOW).min(axis=1))


def _is_earlier(note: Prints, target: Prints) -> bool:
    if note.row == target.row:
        return False
    if note.day and target.day and note.day != target.day:
        return note.day < target.day
    return note.row < target.row


def _copied(target: Prints, every: Hashes, earlier: Iterable[Prints]) -> Copied | None:
    words = len(every) + SHINGLE - 1 if len(every) else 0
    covered = np.zeros(words, bool)
    most: tuple[int, Prints] | None = None
    for note in earlier:
        here = _covered(np.flatnonzero(np.isin(every, note.kept)), words)
        count = int(here.sum())
        if count and (most is None or count > most[0]):
            most = (count, note)
        covered |= here
    if most is None:
        return None
    edges = np.diff(np.concatenate(([0], covered.view(np.int8), [0])))
    return Copied(target.row, words, int(covered.sum()), int((edges == 1).sum()), most[1].row, most[1].id)


def _covered(at: npt.NDArray[np.intp], words: int) -> npt.NDArray[np.bool_]:
    """The words of passages that are long enough; hits that nearly touch, as after a changed word, are one passage."""
    covered = np.zeros(words, bool)
    if not len(at):
        return covered
    breaks = np.flatnonzero(np.diff(at) > 2 * SHINGLE + _WINDOW)
    for start, end in zip(np.concatenate(([0], breaks + 1)), np.concatenate((breaks, [len(at) - 1])), strict=True):
        first, last = int(at[start]), int(at[end]) + SHINGLE
        if last - first >= SHORTEST:
            covered[first:last] = True
    return covered
