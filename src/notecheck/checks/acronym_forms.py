"""What an acronym looks like on the page, whether or not any list knows it.

Cutting a note into pieces that may be acronyms is one pass of one regular expression; everything that costs more is
done for those pieces alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# A run of letters and digits with whatever joins them: "S47/S17", "DNA'd", "C.I.N", "CP-IS", "PP+".
_RUN = re.compile(r"(?<![\w@])[A-Za-z0-9](?:[\w&/.'’+-]*[\w+])?(?![@]|://)")
# "s47", "S.47", "ss.31", "s 20", "Sec 85", "s31(2)", "s.38(6)(b)"; not "section 47", which is in words already.
SECTION = re.compile(r"(?<![\w'’.])(?:[sS]{1,2}\.?[ ]?|[sS]ecs?\.?[ ])\d{1,3}[A-Za-z]?(?:\(\w{1,3}\))*(?![\w/]|[.:]\d)")
_SUFFIX = re.compile(r"(?:['’](?:s|d|ed|ing)|(?<=s)['’])\Z")
_DOTTED = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]?\Z")
_CAPITALS = re.compile(r"[A-Z]{2,7}\Z")
_WITH_AND = re.compile(r"[A-Z]{1,3}&[A-Z]{1,3}\Z")
_NUMBERED = re.compile(r"[A-Z]{3,6}\d\Z")
# "DfE", "CiN", "SaLT", "DToC": a small word's letter among capitals.
_MIXED = re.compile(r"[A-Z]{1,2}[oaif][A-Z]{1,3}\Z")
_DIGITS = re.compile(r"\d{2,}\Z")


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a note that may be an acronym. `base` is what stands before a plural or possessive ending."""

    text: str
    start: int
    end: int
    base: str
    ending: str = ""


def fold(text: str) -> str:
    """The form under which an acronym is looked up: capitals, without the dots, spaces and hyphens inside it."""
    return re.sub(r"[.\s-]", "", text).upper()


def runs(text: str) -> Iterator[tuple[str, int]]:
    """Every run of letters, digits and what joins them, with its offset."""
    for match in _RUN.finditer(text):
        yield match[0], match.start()


def pieces(run: str, start: int) -> list[Piece]:
    """A run and, where it is made of several joined by a slash or hyphen, each of those."""
    whole = piece(run, start)
    parts = [whole]
    joined = [m for m in re.finditer(r"[^/\-]+", run) if m[0] != run]
    # "IR/0231" and "CS-2291" are references, not words.
    if joined and not any(_DIGITS.match(m[0]) for m in joined):
        parts += [piece(m[0].strip("."), start + m.start()) for m in joined if m[0].strip(".")]
    return parts


def piece(text: str, start: int) -> Piece:
    """One piece, its ending taken off."""
    ending = _SUFFIX.search(text)
    base = text[: ending.start()] if ending else text
    return Piece(text, start, start + len(text), base, text[len(base) :])


def without_plural(base: str) -> str | None:
    """`base` without a plural's small s, or None where it has none ("SWs", "MGPs")."""
    return base[:-1] if len(base) > 2 and base[-1] == "s" and base[-2].isupper() else None


def is_dotted(base: str) -> bool:
    """Whether letters stand with dots between them ("C.I.N")."""
    return bool(_DOTTED.match(base))


def looks_like_acronym(base: str) -> bool:
    """Whether letters that no list knows have the shape of an acronym."""
    return bool(_CAPITALS.match(base) or _WITH_AND.match(base) or _MIXED.match(base) or _NUMBERED.match(base))


def is_pronounceable(base: str) -> bool:
    """Whether letters can be said as a word ("KACEY", "ADWOA"), so that they may well be one."""
    lower = base.lower()
    return bool(re.search(r"[aeiouy]", lower)) and not re.search(
        r"[^aeiouy]{4}|[aeiou]{4}|^[^aeiouy]{3}(?<!sch)(?<!str)(?<!shr)(?<!thr)(?<!scr)(?<!spr)(?<!chr)|q(?!u)|[jvq]$",
        lower,
    )
