"""Passages of a record that stand, word for word or nearly, in earlier notes of the same child."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

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
class _Note:
    row: int
    id: str
    day: int  # ordinal of its date; 0 where there is none
    kept: Hashes


@dataclass(frozen=True, slots=True)
class _Target:
    note: _Note
    every: Hashes


@dataclass
class Passages:
    """Collects the notes of the children whose records are looked at, and finds what was copied.

    Only fingerprints are held, about 40 bytes for ten words; no text.
    """

    targets: frozenset[int]  # rows
    _notes: dict[Any, list[_Note]] = field(default_factory=dict)
    _found: dict[Any, list[_Target]] = field(default_factory=dict)

    def add(self, child: Any, row: int, note_id: str, day: int | None, text: str) -> None:
        """A note of a child, in any order."""
        every = shingles(text)
        note = _Note(row, note_id, day or 0, _winnowed(every))
        self._notes.setdefault(child, []).append(note)
        if row in self.targets:
            self._found.setdefault(child, []).append(_Target(note, every))

    def copied(self) -> list[Copied]:
        """What each target repeats, by row; targets that repeat nothing are left out."""
        return sorted(self._all(), key=lambda c: c.row)

    def _all(self) -> Iterable[Copied]:
        for child, targets in self._found.items():
            for target in targets:
                found = _copied(target, [n for n in self._notes[child] if _is_earlier(n, target.note)])
                if found:
                    yield found


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


def _is_earlier(note: _Note, target: _Note) -> bool:
    if note.row == target.row:
        return False
    if note.day and target.day and note.day != target.day:
        return note.day < target.day
    return note.row < target.row


def _copied(target: _Target, earlier: Iterable[_Note]) -> Copied | None:
    words = len(target.every) + SHINGLE - 1 if len(target.every) else 0
    covered = np.zeros(words, bool)
    most: tuple[int, _Note] | None = None
    for note in earlier:
        here = _covered(np.flatnonzero(np.isin(target.every, note.kept)), words)
        count = int(here.sum())
        if count and (most is None or count > most[0]):
            most = (count, note)
        covered |= here
    if most is None:
        return None
    edges = np.diff(np.concatenate(([0], covered.view(np.int8), [0])))
    return Copied(target.note.row, words, int(covered.sum()), int((edges == 1).sum()), most[1].row, most[1].id)


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


def copied_by_row(found: Iterable[Copied]) -> Mapping[int, Copied]:
    """The same, by row."""
    return {c.row: c for c in found}
