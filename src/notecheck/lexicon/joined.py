"""The words of a note without the breaks that only the width of a window put there.

An e-mail pasted into a record breaks its lines anywhere: "placed herself" and "at risk" may stand on two. A phrase
should be found all the same, and two spaces in a row should not hide it either.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from spacy.tokens import Doc

from notecheck.language.columns import Columns, columns_of

_JOINED = "notecheck_joined"


class Joined(NamedTuple):
    """The matching forms of a note's words without breaks inside sentences; `places` holds for each the index of its
    token in the note, or is None where nothing was left out."""

    norms: list[int]
    places: list[int] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Words `start` to `end` as indices of tokens in the note."""
        if self.places is None:
            return start, end
        return self.places[start], self.places[end - 1] + 1


def joined(doc: Doc) -> Joined:
    """The note as its words follow each other within sentences, made on first use."""
    if _JOINED not in doc.user_data:
        doc.user_data[_JOINED] = _join(columns_of(doc))
    return doc.user_data[_JOINED]


def _join(columns: Columns) -> Joined:
    inside = np.zeros(len(columns), dtype=bool)
    # A break stands inside a sentence where the word after it does not begin one.
    inside[:-1] = columns.spaces[:-1] & ~columns.spaces[1:] & ~columns.opens[1:]
    if not inside.any():
        return Joined(columns.norms, None)
    places = np.flatnonzero(~inside).tolist()
    return Joined([columns.norms[i] for i in places], places)
