"""Wordings that notecheck itself offers: somebody who took them should not be told that they read like blame."""

from __future__ import annotations

from collections.abc import Iterator

from notecheck.checks.reading_text import WORD
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.phrases import wording_of

OWN_WORDS = "plain words that notecheck offers"
_RUN = 3  # words on end by which a wording is known
_LEAST = 2  # words of a wording or name that is known whole
_MOST_OF = 0.6

Run = tuple[str, ...]


def own_runs(lexicon: Lexicon) -> frozenset[Run]:
    """Every three words on end of the wordings that the rules and acronyms of `lexicon` offer, and whole short ones."""
    return frozenset(run for wording in _wordings(lexicon) for run in _known_by(_words(wording)))


def name_runs(lexicon: Lexicon) -> frozenset[Run]:
    """The same of the names that letters stand for: "oppositional defiant disorder"."""
    meanings = (row.meaning for rows in lexicon.acronyms.values() for row in rows)
    return frozenset(run for meaning in meanings for run in _known_by(_words(meaning)))


def are_own(text: str, runs: frozenset[Run]) -> bool:
    """Whether `text` is a short wording of `runs`, or most of its words stand in runs of three."""
    words = _words(text)
    if tuple(words) in runs:
        return True
    known = [False] * len(words)
    for at, run in enumerate(_runs(words)):
        if run in runs:
            known[at : at + _RUN] = [True] * _RUN
    return sum(known) >= _MOST_OF * max(1, len(words))


def _known_by(words: list[str]) -> Iterator[Run]:
    if _LEAST <= len(words) < _RUN:
        yield tuple(words)
    yield from _runs(words)


def _wordings(lexicon: Lexicon) -> Iterator[str]:
    for rule in lexicon.rules.values():
        yield from rule.instead
        for phrase in rule.entry.phrases if rule.entry else ():
            yield from wording_of(phrase)
    for rows in lexicon.acronyms.values():
        for row in rows:
            yield from (row.plain, row.brief)


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())


def _runs(words: list[str]) -> Iterator[Run]:
    return (tuple(words[at : at + _RUN]) for at in range(len(words) - _RUN + 1))
