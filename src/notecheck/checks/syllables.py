"""Syllables, from a table that comes with the package.

textstat takes them from the CMU Pronouncing Dictionary and asks NLTK to download it at first use. On a laptop with no
network it cannot, and nothing here may try: textstat is handed our table of the same dictionary in its place.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import ModuleType


# Put after letters that are said one by one ("CIN"); a letter to every pattern, so that it stays with its word.
SPELT = "ː"


class SyllableTable(Mapping[str, list[list[str]]]):
    """The shape in which textstat looks words up: a word's first pronunciation, as phones of which the vowels end in a
    digit. Only their number is read, so that is all there is."""

    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = counts
        self._phones = tuple([["0"] * n] for n in range(max(counts.values(), default=0) + 1))

    def __getitem__(self, word: str) -> list[list[str]]:
        if word.endswith(SPELT):
            return [["0"] * spelt_syllables(word[:-1])]
        return self._phones[self._counts[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._counts)

    def __len__(self) -> int:
        return len(self._counts)


@cache
def syllable_counts() -> Mapping[str, int]:
    """Syllables by word, in lower case (see `training/make_syllables.py`)."""
    packed = resources.files("notecheck.checks").joinpath("data/syllables.txt.gz").read_bytes()
    counts: dict[str, int] = {}
    for number, line in enumerate(gzip.decompress(packed).decode("ascii").split("\n"), 1):
        counts.update(dict.fromkeys(line.split(), number))
    return counts


@cache
def textstat_offline() -> ModuleType:
    """textstat, with our syllable table in place of the one that it would download."""
    import textstat
    from textstat.backend.counts import _count_syllables

    table = SyllableTable(syllable_counts())
    _count_syllables.get_cmudict = lambda lang: table
    return textstat


@cache
def _hyphenator() -> object:
    import pyphen

    return pyphen.Pyphen(lang="en_GB")


def spelt_syllables(letters: str) -> int:
    """Syllables of letters said one by one: one each, and three for "double-u"."""
    return len(letters) + 2 * letters.count("w")


def syllables(word: str) -> int:
    """Syllables of one word in lower case, at least 1; by hyphenation where the table does not have it."""
    if word.endswith(SPELT):
        return spelt_syllables(word[:-1])
    count = syllable_counts().get(word)
    return count if count is not None else len(_hyphenator().positions(word)) + 1  # type: ignore[attr-defined]
