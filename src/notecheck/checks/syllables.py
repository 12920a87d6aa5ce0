"""Syllables, from a table that comes with the package.

textstat takes them from the CMU Pronouncing Dictionary and asks NLTK to download it at first use. On a laptop with no
network it cannot, and nothing here may try: the table is made from the same dictionary.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyphen import Pyphen

# Put after letters that are said one by one ("CIN"); a letter to every pattern, so that it stays with its word.
SPELT = "ː"
# The dictionary is American: "organisation" is there as "organization".
_SPELLINGS = (("is", "iz"), ("our", "or"), ("ys", "yz"), ("tre", "ter"), ("ll", "l"), ("ogue", "og"), ("ae", "e"))


@cache
def syllable_counts() -> Mapping[str, int]:
    """Syllables by word, in lower case (see `training/make_syllables.py`)."""
    packed = resources.files("notecheck.checks").joinpath("data/syllables.txt.gz").read_bytes()
    counts: dict[str, int] = {}
    for number, line in enumerate(gzip.decompress(packed).decode("ascii").split("\n"), 1):
        counts.update(dict.fromkeys(line.split(), number))
    return counts


@cache
def _hyphenator() -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_GB")


def spelt_syllables(letters: str) -> int:
    """Syllables of letters said one by one: one each, and three for "double-u"."""
    return len(letters) + 2 * letters.count("w")


def syllables(word: str) -> int:
    """Syllables of one word in lower case, at least 1; worked out where the table does not have it."""
    return syllable_counts().get(word) or _worked_out(word)


@lru_cache(maxsize=4096)
def _worked_out(word: str) -> int:
    if word.endswith(SPELT):
        return spelt_syllables(word[:-1])
    if "’" in word:
        return syllables(word.replace("’", "'"))
    if "-" in word:
        return sum(syllables(part) for part in word.split("-") if part) or 1
    if word.endswith("'s") and len(word) > 2:
        return syllables(word[:-2]) + (word[-3] in "sxz")
    for british, american in _SPELLINGS:
        if british in word and (count := syllable_counts().get(word.replace(british, american))):
            return count
    return len(_hyphenator().positions(word)) + 1
