"""What every way of showing a draft has in common: its first line, and original and draft cut at the changes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from notecheck.values import Change, Draft, Left, could_be

# A line that begins in small letters goes on with the sentence of the line before it.
_SENTENCE_END = re.compile(r"\n(?!\s*[a-z])|(?<=[.!?])[\"'”’)]*\s")
_REACH = 90  # characters of a sentence shown before the first and after the last of the words that are asked about
OWN_IT = "This is a draft, not a record: read it, change it, and make it yours before a child reads it."


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a note: `before` as it was, `after` as the draft has it; `change` where the two differ, `left` where
    the draft keeps words that wait for the writer."""

    before: str
    after: str
    change: Change | None = None
    number: int = 0
    left: bool = False
    is_unclear: bool = False  # of the words left, those that could be two people


@dataclass(frozen=True, slots=True)
class Asked:
    """One line of what is left for the writer: the words asked about, marked with True, in the words around them."""

    words: tuple[tuple[str, bool], ...]
    reason: str


def first_line(draft: Draft) -> str:
    """How many places wait for the writer, and whose draft it is."""
    count = len(draft.left_for_you)
    if count == 0:
        return f"No places are left for you to settle. {OWN_IT}"
    places = "1 place is" if count == 1 else f"{count:,} places are"
    return f"{places} left for you to settle. {OWN_IT}"


def asked(draft: Draft) -> list[Asked]:
    """What is left, a line each; words of which the same is asked share a line and show their sentence."""
    text = draft.record.text
    out: list[Asked] = []
    for (sentence, rest), group in groupby(draft.left_for_you, lambda place: _alike(text, place)):
        places = list(group)
        if not rest:
            out += [Asked(((one_line(p.text), True),), p.reason) for p in places]
            continue
        start = max(sentence[0], places[0].start - _REACH)
        end = min(sentence[1], places[-1].end + _REACH)
        words, at = [("…" if start > sentence[0] else "", False)], start
        for place in places:
            words += [(text[at : place.start], False), (text[place.start : place.end], True)]
            at = place.end
        words += [(text[at:end], False), ("…" if end < sentence[1] else "", False)]
        whose = "Each" if len(places) > 1 else f"“{places[0].text}”"
        out.append(Asked(tuple((" ".join(w.split("\n")), own) for w, own in words if w), f"{whose} {rest}"))
    return out


def _alike(text: str, place: Left) -> tuple[tuple[int, int], str]:
    """The sentence of a word that could be two people, and what is asked of it; of any other place, the place alone."""
    if not place.reason.startswith(could_be(place.text)):
        return (place.start, place.end), ""
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, place.start)), default=0)
    after = _SENTENCE_END.search(text, place.end)
    return (start, after.start() if after else len(text)), place.reason[len(f"“{place.text}” ") :]


def stretches(draft: Draft) -> Iterator[Stretch]:
    """The note in order, changed and unchanged; changes are numbered from 1."""
    at = 0
    for number, change in enumerate(draft.changes, 1):
        yield from _kept(draft, at, change.start)
        yield Stretch(change.before, change.after, change, number)
        at = change.end
    yield from _kept(draft, at, len(draft.record.text))


def _kept(draft: Draft, start: int, end: int) -> Iterator[Stretch]:
    """What no change touches from `start` to `end`, cut where words wait for the writer."""
    text = draft.record.text
    for place in draft.left_for_you:
        if start <= place.start < place.end <= end:
            if place.start > start:
                yield Stretch(text[start : place.start], text[start : place.start])
            unclear = place.reason.startswith(could_be(place.text))
            yield Stretch(place.text, place.text, left=True, is_unclear=unclear)
            start = place.end
    if start < end:
        yield Stretch(text[start:end], text[start:end])


def paragraphs(draft: Draft) -> list[tuple[list[Stretch], list[Stretch]]]:
    """Original and draft, a line of the original at a time, for showing side by side."""
    rows: list[list[Stretch]] = [[]]
    for piece in stretches(draft):
        if piece.change is not None:
            rows[-1].append(piece)
            continue
        for number, line in enumerate(piece.before.split("\n")):
            if number:
                rows.append([])
            if line:
                rows[-1].append(Stretch(line, line, left=piece.left))
    return [(row, row) for row in rows]


def reasons(draft: Draft) -> list[tuple[str, list[Change]]]:
    """The changes under each reason, in the order in which reasons first come."""
    by_reason: dict[str, list[Change]] = {}
    for change in draft.changes:
        by_reason.setdefault(change.reason, []).append(change)
    return list(by_reason.items())


def one_line(text: str) -> str:
    """`text` with its white space folded."""
    return " ".join(text.split())
