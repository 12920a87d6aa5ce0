"""A document cut into overlapping windows of whole sentences that the encoder can take in one go."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Doc

_ENDS = frozenset({".", "!", "?", "…", "..."})
_STRAIGHT = frozenset({'"', "'", "“", "‘"})
_CLOSERS = frozenset({'"', "'", "”", "’", ")", "]", "''"})


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document: every token but those of white space.

    `tokens` are token indices, `gaps` the text before each word, `hard` whether a sentence must begin at it.
    """

    tokens: list[int]
    texts: list[str]
    gaps: list[str]
    hard: list[bool]


def words_of(doc: Doc) -> Words:
    """The words of a document. A boundary set on white space moves to the word after it."""
    text = doc.text
    words = Words([], [], [], [])
    end, begins = 0, True
    for token in doc:
        begins = begins or token.is_sent_start is True
        if token.is_space:
            continue
        start = token.idx
        if begins and words.texts and start == end and words.texts[-1] in _STRAIGHT and words.gaps[-1]:
            # A quotation mark with space before it and none after it opens what follows, and begins the sentence.
            words.hard[-1], begins = True, False
        words.tokens.append(token.i)
        words.texts.append(token.text)
        gap = text[end:start] if words.texts[1:] else "\n\n"
        # A break that only the width of a window made is a space to the reader.
        words.gaps.append(" " if token.is_sent_start is False and gap.count("\n") == 1 else gap)
        words.hard.append(begins)
        end, begins = start + len(token.text), False
    return words


def units(words: Words) -> list[int]:
    """Word positions at which a unit begins that a window should not cut: hard starts, lines, full stops."""
    found = []
    for i, gap in enumerate(words.gaps):
        if i == 0 or words.hard[i] or "\n" in gap:
            found.append(i)
        elif gap and words.texts[i] not in _CLOSERS:
            last = words.texts[i - 1]
            if last in _CLOSERS and i > 1:
                last = words.texts[i - 2]
            if last in _ENDS:
                found.append(i)
    return found


def plan(lengths: Sequence[int], begins: Sequence[int], room: int, overlap: int) -> list[tuple[int, int]]:
    """Windows as (first word, word after the last), in order, covering every word.

    Args:
        lengths: wordpieces of each word.
        begins: positions at which a unit begins, the first of them 0.
        room: the most wordpieces in a window; a longer unit is cut.
        overlap: how many units two windows share, where they fit into a third of the room.
    """
    sums = [0]
    for n in lengths:
        sums.append(sums[-1] + n)
    edges = [*_fitting(sums, begins, room), len(lengths)]
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(edges) - 1:
        end = at + 1
        while end < len(edges) - 1 and sums[edges[end + 1]] - sums[edges[at]] <= room:
            end += 1
        out.append((edges[at], edges[end]))
        if end == len(edges) - 1:
            break
        back = end
        while back > at + 1 and end - back < overlap:
            shared, whole = (sums[edges[e]] - sums[edges[back - 1]] for e in (end, end + 1))
            if shared > room // 3 or whole > room:  # what is shared must leave room for a unit that is new
                break
            back -= 1
        at = back
    return out


def _fitting(sums: list[int], begins: Sequence[int], room: int) -> list[int]:
    """The same beginnings with cuts added wherever one unit alone is longer than the room."""
    out: list[int] = []
    for begin, end in zip(begins, [*begins[1:], len(sums) - 1], strict=True):
        out.append(begin)
        last = begin
        for i in range(begin, end):
            if sums[i + 1] - sums[last] > room and i > last:
                out.append(i)
                last = i
    return out


def owned(windows: Sequence[tuple[int, int]], begins: Sequence[int]) -> list[tuple[int, int]]:
    """Which words each window answers for: two windows part at the unit nearest the middle of what they share."""
    cuts = [0]
    for (_, end), (begin, _) in pairwise(windows):
        inside = [b for b in begins if begin <= b <= end and b > cuts[-1]] or [end]
        cuts.append(min(inside, key=lambda b: abs(2 * b - begin - end)))
    cuts.append(windows[-1][1] if windows else 0)
    return list(pairwise(cuts))
