"""From a phrase as a social worker writes it to the word sequences that it stands for.

place {self} at (serious|high) risk     slots in braces, an optional word in brackets, its choices split by |
boyfriend/girlfriend                    one of several words
=concerns                               this very form and no other inflection
core group; core meeting => small meeting    several phrases, and the wording that fits these ones of the entry
"""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

# What each slot stands for. Multi-word alternatives are split at spaces.
SLOTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "self": ("himself", "herself", "themselves", "themself", "yourself", "themselfs"),
        "they": ("he", "she", "they", "you"),
        "them": ("him", "her", "them", "you"),
        "their": ("his", "her", "their", "your"),
        "child": ("child", "young person", "young people", "yp", "girl", "boy", "teenager", "he", "she", "they"),
        "parent": ("mum", "mother", "dad", "father", "parent", "carer", "she", "he", "they"),
        "adult": ("man", "male", "adult", "perpetrator", "adult male"),
        "be": ("be", "'s", "'re", "’s", "’re"),
        "have": ("have", "'s", "'ve", "’s", "’ve"),
    }
)
_WORDING = " => "
_PIECE = re.compile(r"\([^)]*\)|\S+")
_PARTS = re.compile(r"[-–]")
_MOST_VARIANTS = 2500


class PhraseError(ValueError):
    """A phrase that cannot be read."""


# A phrase as its pieces in order, each with the sequences of words of which one is chosen.
Pieces = tuple[tuple[tuple[str, ...], ...], ...]


@lru_cache(maxsize=16384)  # a phrase is read when it is validated, for its words and for its matcher
def pieces_of(phrase: str) -> tuple[Pieces, ...]:
    """The phrases that `phrase` joins with ";", in pieces; a word that must keep its form begins with "=".

    Raises:
        PhraseError: an unknown slot, a bracket left open, or far too many combinations.
    """
    several = [p.strip() for p in phrase.partition(_WORDING)[0].split(";")]
    return tuple(_pieces(one) for one in several if one or len(several) == 1)


def variants(phrase: str) -> list[tuple[str, ...]]:
    """Every word sequence that `phrase` stands for, in alphabetical order.

    Raises:
        PhraseError: as for `pieces_of`.
    """
    return sorted(
        {
            sequence
            for pieces in pieces_of(phrase)
            for combination in itertools.product(*pieces)
            if (sequence := tuple(itertools.chain.from_iterable(combination)))
        }
    )


def _pieces(phrase: str) -> Pieces:
    choices = tuple(tuple(_choices(piece, phrase)) for piece in _PIECE.findall(phrase))
    count = math.prod(len(choice) for choice in choices)
    if not choices:
        raise PhraseError("an empty phrase")
    if count > _MOST_VARIANTS:
        raise PhraseError(f"the phrase '{phrase}' stands for {count:,} wordings; split it")
    return choices


def wording_of(phrase: str) -> tuple[str, ...]:
    """The wording that is written behind a phrase with "=>", for where the entry's own does not fit it."""
    wording = phrase.partition(_WORDING)[2].strip()
    return (wording,) if wording else ()


def _choices(piece: str, phrase: str) -> list[tuple[str, ...]]:
    if piece.startswith("("):
        if not piece.endswith(")"):
            raise PhraseError(f"the phrase '{phrase}' leaves a bracket open")
        inside = [
            _choices(p.strip(), phrase) if " " not in p.strip() else variants(p.strip()) for p in piece[1:-1].split("|")
        ]
        return [(), *itertools.chain.from_iterable(inside)]
    if piece.startswith("{") and "/" not in piece:
        name = piece[1:].rstrip("}")
        if not piece.endswith("}") or name not in SLOTS:
            raise PhraseError(
                f"the phrase '{phrase}' has the slot {piece}; the slots are {', '.join('{' + s + '}' for s in SLOTS)}"
            )
        return [tuple(alternative.split()) for alternative in SLOTS[name]]
    if "/" in piece and not re.fullmatch(r"[a-z]{1,3}/[a-z]{1,3}", piece):
        return [choice for part in piece.split("/") if part for choice in _choices(part, phrase)]
    return [(piece,)]


def base_words(phrase: str) -> frozenset[str]:
    """The words of `phrase` that take part in it in every inflection, in lower case."""
    written = {word for pieces in pieces_of(phrase) for piece in pieces for choice in piece for word in choice}
    return frozenset(w.lower() for word in written if word[0] != "=" for w in _PARTS.split(word) if w)
