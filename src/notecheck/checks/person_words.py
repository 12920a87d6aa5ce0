"""Words that stand for people, with the gender that a pronoun may take them up by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

_YOU = "you your yours yourself"
_SHE = "she her hers herself"
_HE = "he him his himself"
_THEY = "they them their theirs themself themselves"
_WOMEN = (
    "mum mam mom mummy mother nan nana gran granny grandma grandmother aunt auntie aunty sister stepmum stepmother "
    "daughter niece wife girlfriend woman lady midwife"
)
_MEN = "dad daddy father grandad grandpa grandfather uncle brother stepdad stepfather son nephew husband boyfriend man"
_ANYBODY = (
    "parent carer cousin friend partner teacher worker nurse officer manager doctor caller consultant headteacher "
    "solicitor advocate therapist counsellor guardian paediatrician practitioner"
)
_SEVERAL = (
    "parents carers friends boys girls men males staff police children siblings adults officers workers professionals "
    "twins teachers others people"
)

PRONOUNS = frozenset(f"{_SHE} {_HE} {_THEY}".split())
OWNING = frozenset("her his their hers theirs".split())  # these take up the nearest, the others the first
GENDER_OF_PRONOUNS: Mapping[str, str] = MappingProxyType({"she": "f", "he": "m", "they": "p"})


def _people() -> dict[str, str]:
    kinds = {"you": _YOU, "f": f"{_SHE} {_WOMEN}", "m": f"{_HE} {_MEN}", "?": _ANYBODY, "p": f"{_THEY} {_SEVERAL}"}
    plain = {word: kind for kind, words in kinds.items() for word in words.split()}
    return plain | {w.capitalize(): k for w, k in plain.items()} | {w.upper(): k for w, k in plain.items()}


# Every form of a word for a person with what it is: "you", or the gender f, m, p (plural) or ? (any).
PEOPLE: Mapping[str, str] = MappingProxyType(_people())

TITLES = ("Mr", "Mrs", "Ms", "Miss", "Dr", "Aunt", "Auntie", "Uncle", "Grandma", "Nanny")
# Words that are written with a capital within a sentence and name nobody.
NOT_NAMES = frozenset(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
    "September October November December Christmas Easter English Maths I Year Road Street School College Hospital "
    "Section Children Police Court Team Plan Home Office Review Level Key Stage".split()
)


def _by_first_letter(words: list[str]) -> str:
    """The words as a pattern that looks only at those that begin with the letter at hand: many times faster."""
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(word[1:])
    return "|".join(f"{first}(?:{'|'.join(sorted(r, key=len, reverse=True))})" for first, r in sorted(rests.items()))


YOU = re.compile(r"\b(?:you|your|yours|yourself)\b", re.I)
_ROLE = r"(?:[Tt]h(?:e|is)|[Uu]nborn)\s(?:child|young\sperson|baby|yp|YP|infant|minor)|YP|Unborn|Young\sperson"
# A word for a person, a capitalised word, or the end of a sentence.
WORD_OR_STOP = re.compile(
    rf"[.!?;](?=\s)|\n+|\b(?:(?P<role>{_ROLE})|[A-Z][^\W\d_]*(?:-[A-Z][^\W\d_]*)*|"
    rf"{_by_first_letter([w for w in PEOPLE if w.islower()])})\b"
)
