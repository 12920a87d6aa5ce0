"""The readability formulas, from one count of the text.

textstat has the same formulas and counts the text anew for each, which took half the time of a whole check. Its list
of easy words (Dale and Chall's) is used, and the tests hold the figures against textstat's own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from notecheck.checks.syllables import syllables

_LONG_WORD = 3  # syllables
_FRAGMENT = 2  # words: what is no longer is no sentence for the formulas ("Seen." "No concerns."), as in textstat
_DALE_CHALL_SHARE = 5  # per cent of unfamiliar words above which the formula adds its constant


@dataclass(frozen=True, slots=True)
class Counts:
    """What the formulas are made of. `unfamiliar` are words that are not on Dale and Chall's list."""

    words: int
    sentences: int
    syllables: int
    letters: int
    long_words: int  # three syllables or more
    hard_words: int  # the same, less those on Dale and Chall's list
    unfamiliar: int

    @property
    def words_a_sentence(self) -> float:
        return self.words / self.sentences

    @property
    def syllables_a_word(self) -> float:
        return self.syllables / self.words


def count(sentences: Iterable[tuple[str, ...]]) -> Counts:
    """Count sentences of at least one word in all, given as their words in lower case."""
    whole = words = spoken = letters = long_words = hard = unfamiliar = 0
    for sentence in sentences:
        whole += len(sentence) > _FRAGMENT
        words += len(sentence)
        for word in sentence:
            said, spelt, is_hard = _sized(word)
            spoken += said
            letters += spelt
            unfamiliar += is_hard
            if said >= _LONG_WORD:
                long_words += 1
                hard += is_hard
    return Counts(words, max(1, whole), spoken, letters, long_words, hard, unfamiliar)


@lru_cache(maxsize=32_768)  # notes say the same words again and again
def _sized(word: str) -> tuple[int, int, bool]:
    """Syllables and letters of a word, and whether it is missing from the list of easy ones."""
    letters = len(word) if word.isalpha() else sum(map(str.isalpha, word))
    return syllables(word), letters, word not in easy_words()


def flesch_kincaid_grade(c: Counts) -> float:
    """US school grade (Kincaid and others, 1975)."""
    return 0.39 * c.words_a_sentence + 11.8 * c.syllables_a_word - 15.59


def flesch_reading_ease(c: Counts) -> float:
    """0 (very hard) to 100 (very easy), beyond both for odd texts (Flesch, 1948)."""
    return 206.835 - 1.015 * c.words_a_sentence - 84.6 * c.syllables_a_word


def smog_index(c: Counts) -> float:
    """US school grade; meant for 30 sentences or more (McLaughlin, 1969)."""
    return 1.043 * (30 * c.long_words / c.sentences) ** 0.5 + 3.1291


def gunning_fog(c: Counts) -> float:
    """Years of schooling (Gunning, 1952)."""
    return 0.4 * (c.words_a_sentence + 100 * c.hard_words / c.words)


def dale_chall(c: Counts) -> float:
    """Score from 4.9 (a child of nine) to 10 and more (Dale and Chall, 1948)."""
    share = 100 * c.unfamiliar / c.words
    return 0.1579 * share + 0.0496 * c.words_a_sentence + (3.6365 if share > _DALE_CHALL_SHARE else 0)


def automated_readability_index(c: Counts) -> float:
    """US school grade (Smith and Senter, 1967); the full stop that closes a sentence is counted, as in textstat."""
    return 4.71 * (c.letters + c.sentences) / c.words + 0.5 * c.words_a_sentence - 21.43


def coleman_liau_index(c: Counts) -> float:
    """US school grade (Coleman and Liau, 1975)."""
    return 5.8 * c.letters / c.words - 29.6 * c.sentences / c.words - 15.8


def linsear_write(c: Counts) -> float:
    """US school grade (O'Hayre, 1966): a long word counts three times."""
    score = (c.words + 2 * c.long_words) / c.sentences
    return (score if score > 20 else score - 2) / 2


@cache
def easy_words() -> frozenset[str]:
    """Dale and Chall's easy words, from the file that comes with textstat, which need not be imported for it."""
    spec = find_spec("textstat")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "resources" / "en" / "easy_words.txt"
    return frozenset(line.strip() for line in path.read_text("utf-8").splitlines())
