"""Wordings that notecheck itself offers: somebody who took them should not be told that they read like blame."""

from __future__ import annotations

from collections.abc import Iterator

from notecheck.checks.reading_text import WORD
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.phrases import wording_of

OWN_WORDS = "plain words that notecheck offers"
_RUN = 3  # words on end by which a wording is known
_MOST_OF = 0.6

Run = tuple[str, ...]


def own_runs(lexicon: Lexicon) -> frozenset[Run]:
    """Every three words on end of the wordings that the rules and acronyms of `lexicon` offer."""
    return frozenset(run for wording in _wordings(lexicon) for run in _runs(_words(wording)))


def are_own(text: str, runs: frozenset[Run]) -> bool:
    """Whether most words of `text` stand in runs of words that notecheck offers."""
    words = _words(text)
    known = [False] * len(words)
    for at, run in enumerate(_runs(words)):
        if run in runs:
            known[at : at + _RUN] = [True] * _RUN
    return sum(known) >= _MOST_OF * max(1, len(words))


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
