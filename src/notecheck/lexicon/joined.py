"""The words of a note without the breaks that only the width of a window put there.

An e-mail pasted into a record breaks its lines anywhere: "placed herself" and "at risk" may stand on two. A phrase
should be found all the same, and two spaces in a row should not hide it either.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from spacy.attrs import IS_SPACE, NORM, ORTH, SENT_START
from spacy.tokens import Doc

_JOINED = "notecheck_joined"


class Joined(NamedTuple):
    """A document without breaks inside sentences; `places` holds for each of its tokens the index in the note, or is
    None where nothing was left out and the document is the note itself."""

    doc: Doc
    places: np.ndarray | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Tokens `start` to `end` as indices into the note."""
        if self.places is None:
            return start, end
        return int(self.places[start]), int(self.places[end - 1]) + 1


def joined(doc: Doc) -> Joined:
    """The note as its words follow each other within sentences, made on first use."""
    if _JOINED not in doc.user_data:
        doc.user_data[_JOINED] = _join(doc)
    return doc.user_data[_JOINED]


def _join(doc: Doc) -> Joined:
    values = doc.to_array([IS_SPACE, SENT_START, ORTH, NORM])
    inside = np.zeros(len(doc), dtype=bool)
    # A break stands inside a sentence where the word after it does not begin one.
    inside[:-1] = (values[:-1, 0] == 1) & (values[1:, 0] == 0) & (values[1:, 1] != 1)
    if not inside.any():
        return Joined(doc, None)
    places = np.flatnonzero(~inside)
    strings = doc.vocab.strings
    words = Doc(doc.vocab, words=[strings[int(orth)] for orth in values[places, 2]])
    words.from_array([NORM], values[places, 3:4].astype("uint64"))  # type: ignore[arg-type]
    return Joined(words, places)
