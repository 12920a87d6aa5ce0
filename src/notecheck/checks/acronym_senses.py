"""Which of an acronym's meanings a note leaves open, and what settled it where only one is left.

Nothing is guessed: a meaning is settled by the note's own explanation, by its long form standing elsewhere in the note,
or by words close to the acronym that go with one meaning and no other.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from notecheck.checks.acronym_definitions import Definition, flat_meaning, written_out
from notecheck.checks.acronym_forms import find_words
from notecheck.checks.acronym_index import Entry
from notecheck.checks.acronym_matching import Span
from notecheck.lexicon.schema import AcronymRow

# Police ranks, which stand before a surname: "DS Probert".
_RANKS = frozenset({"PC", "DC", "DS", "DI", "DCI"})
_SURNAME = re.compile(r"\s[A-Z][a-z’']+")
_NEAR = 70  # characters on either side of a use in which a word can settle what it means


@dataclass(frozen=True, slots=True)
class Sense:
    """The meanings left open, the words that left only one of several, and where the long form stands unlinked."""

    rows: tuple[AcronymRow, ...] = ()
    settled_by: str | None = None
    elsewhere: Span | None = None


def sense_of(text: str, flat: str, entry: Entry | None, definition: Definition | None, uses: Sequence[Span]) -> Sense:
    """What one acronym means in one note.

    Args:
        text: the note.
        flat: the note as `flat_text`.
        entry: what the lexicon says of it.
        definition: where the note explains it, if it does.
        uses: where it stands.
    """
    if entry is None:
        return Sense()
    several = len(entry.rows) > 1
    if definition is not None:
        long_form = flat[definition.long_start : definition.long_end]
        same = tuple(r for r in entry.rows if flat_meaning(r.meaning) in long_form)[:1]
        return Sense(same, " ".join(long_form.split()) if same and several else None)
    out = [(row, span) for row in entry.rows if (span := written_out(flat, row.meaning))]
    # "home visit" stands in many notes in which HV is the health visitor: the words of shorthand are too common.
    if len(out) == 1 and not (several and out[0][0].domain == "shorthand"):
        row, span = out[0]
        return Sense((row,), flat[slice(*span)] if several else None, span)
    if not several:
        return Sense(entry.rows)
    rank = next((row for row in entry.rows if row.acronym in _RANKS and row.domain == "police"), None)
    if rank is not None and any(_SURNAME.match(text, end) for _, end in uses):
        return Sense((rank,), "the name after it")
    near = [flat[max(0, start - _NEAR) : end + _NEAR] for start, end in uses]
    hits = [(row, word) for row in entry.rows if (word := _context_in(near, row))]
    if len(hits) == 1:
        return Sense((hits[0][0],), hits[0][1])
    return Sense(entry.rows)


def _context_in(near: Sequence[str], row: AcronymRow) -> str | None:
    """The first of the row's context words that stands near a use."""
    words = (w.strip() for w in row.context.split(";"))
    return next((w for w in words if w and any(find_words(n, flat_meaning(w)) >= 0 for n in near)), None)
