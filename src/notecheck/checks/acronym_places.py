"""Where the acronyms of a note stand."""

from __future__ import annotations

import re

from notecheck.checks.acronym_definitions import Definition
from notecheck.checks.acronym_exclusions import Exclusions
from notecheck.checks.acronym_forms import (
    SECTION,
    Piece,
    fold,
    looks_like_acronym,
    piece,
    pieces,
    runs,
    without_plural,
)
from notecheck.checks.acronym_index import Entry, Index

Place = tuple[Piece, Entry | None]

_PART_OF_ACT = re.compile(r"\(.*", re.S)
_PLAIN_RUN = re.compile(r"[a-z]+\Z|\d+\Z|.\Z", re.S)


def key_of(one: Piece) -> str:
    """The folded form that a plural and a possessive share with the acronym itself."""
    return fold(without_plural(one.base) or one.base)


def places(text: str, index: Index, exclusions: Exclusions, defined: dict[str, Definition]) -> list[Place]:
    """Every acronym in `text`, in order, with its entry where the lexicon has one."""
    found: list[Place] = [(piece(text[a:b], a), index.find(text[a:b])) for a, b in index.phrases(text)]
    for match in SECTION.finditer(text):
        if not any(p.start <= match.start() < p.end for p, _ in found):
            one = piece(match[0], match.start())
            found.append((one, index.find(_PART_OF_ACT.sub("", one.base))))
    fixed = [(p.start, p.end) for p, _ in found]
    for run, start in runs(text):
        if _PLAIN_RUN.match(run) and run not in index.small:
            continue
        if not any(a < start + len(run) and start < b for a, b in fixed):
            found += _in_run(run, start, index, exclusions, defined)
    return sorted((p for p in found if not _is_known(*p)), key=lambda place: place[0].start)


def _is_known(one: Piece, entry: Entry | None) -> bool:
    return entry is not None and entry.is_known(without_plural(one.base) or one.base)


def _in_run(run: str, start: int, index: Index, exclusions: Exclusions, defined: dict[str, Definition]) -> list[Place]:
    whole, *parts = pieces(run, start)
    entry = index.find(whole.text) or index.find(whole.base)
    if entry is not None or not parts:
        return _judged(whole, entry, exclusions, defined)
    found: list[Place] = []
    for part in parts:
        found += _judged(part, index.find(part.text) or index.find(part.base), exclusions, defined)
    return found


def _judged(one: Piece, entry: Entry | None, exclusions: Exclusions, defined: dict[str, Definition]) -> list[Place]:
    if key_of(one) in defined and sum(c.isupper() for c in one.base) > 1:
        return [(one, entry)]
    if entry is not None:
        passed_over = exclusions.of_known(one.base, one.start, one.end)
    elif looks_like_acronym(letters := without_plural(one.base) or one.base):
        passed_over = exclusions.of_unknown(letters, one.start, one.end)
    else:
        return []
    return [] if passed_over else [(one, entry)]
