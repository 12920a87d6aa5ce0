"""Where the acronyms of a note stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from notecheck.checks.acronym_definitions import Definition
from notecheck.checks.acronym_exclusions import Exclusions
from notecheck.checks.acronym_forms import (
    Piece,
    addresses,
    durations,
    fold,
    is_dotted,
    looks_like_acronym,
    piece,
    pieces,
    runs,
    sections,
    without_plural,
)
from notecheck.checks.acronym_index import Entry, Index
from notecheck.checks.acronym_matching import Span

Place = tuple[Piece, Entry | None]

_INNER_DOT = re.compile(r"\.(?=[)\],;:’']|\s+[a-z])")


def key_of(one: Piece) -> str:
    """The folded form that a plural and a verb's form share with the acronym itself."""
    return fold(without_plural(one.base) or one.base)


def places(text: str, index: Index, exclusions: Exclusions, defined: dict[str, Definition]) -> list[Place]:
    """Every acronym in `text`, in order, with its entry where the lexicon has one."""
    found = _fixed_forms(text, index)
    taken = sorted([(p.start, p.end) for p, _ in found] + addresses(text))
    for run, start in runs(text, index.words):
        if not _overlaps(taken, start, start + len(run)):
            found += _in_run(run, start, index, exclusions, defined)
    found = [(_with_last_dot(text, one), entry) for one, entry in found]
    return sorted((p for p in found if not _is_known(*p)), key=lambda place: place[0].start)


def _overlaps(spans: Sequence[Span], start: int, end: int) -> bool:
    """Whether one of `spans`, which are sorted, shares a character with `start` to `end`."""
    at = bisect_left(spans, (end, 0))
    return at > 0 and spans[at - 1][1] > start


def _fixed_forms(text: str, index: Index) -> list[Place]:
    """Acronyms of more than one word, section numbers and clinical times, which runs would cut up."""
    phrases = index.phrases(text)
    found: list[Place] = [(piece(text[a:b], a), index.find(text[a:b])) for a, b in phrases]
    for one in sections(text):
        if not _overlaps(phrases, one.start, one.end):
            number = one.base.partition("(")[0].lower().replace("sec", "s").replace("ss", "s")
            found.append((one, index.find(number)))
    found += [(one, _duration(one, index)) for one in durations(text)]
    return found


def _duration(one: Piece, index: Index) -> Entry | None:
    """What "6/52" means: the lexicon's "/52" with its number."""
    number, _, unit = one.base.partition("/")
    entry = index.find(f"/{unit}")
    if entry is None:
        return None
    rows = tuple(r.model_copy(update={"meaning": f"{number} {r.meaning}", "plain": ""}) for r in entry.rows)
    return replace(entry, rows=rows)


def _with_last_dot(text: str, one: Piece) -> Piece:
    """ "C.I.N." with the dot that belongs to it, where that is not also the end of the sentence."""
    if is_dotted(one.base) and _INNER_DOT.match(text, one.end):
        return replace(one, text=one.text + ".", end=one.end + 1)
    return one


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
