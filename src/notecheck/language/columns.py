"""A document as columns: what the checks ask of every token, taken from spaCy once.

A `Token` or `Span` of spaCy's is made anew each time it is asked for, which for every token of a note costs more than
all the checks together.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from spacy.attrs import IDX, IS_DIGIT, IS_SPACE, LENGTH, LOWER, NORM, SENT_START
from spacy.tokens import Doc

COLUMNS = "notecheck_columns"


@dataclass(frozen=True, eq=False)
class Columns:
    """One row a token. `starts` and `ends` are offsets into the text, `norms` and `lowers` ids in the vocabulary's
    strings, `digits` the places of numbers; `opens` marks the tokens with which sentences begin."""

    starts: list[int]
    ends: list[int]
    norms: list[int]
    lowers: list[int]
    digits: list[int]
    spaces: np.ndarray
    opens: np.ndarray

    def __len__(self) -> int:
        return len(self.starts)

    @cached_property
    def sentences(self) -> list[int]:
        """The first token of every sentence, in order."""
        return np.flatnonzero(self.opens).tolist()

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """Every sentence as offsets into the text."""
        return [self.offsets(*self.sentence(number)) for number in range(len(self.sentences))]

    def sentence_number(self, token: int) -> int:
        """The number of the sentence that holds a token, from 0."""
        return bisect_right(self.sentences, token) - 1

    def sentence(self, number: int) -> tuple[int, int]:
        """The tokens of a sentence, as in `doc[start:end]`."""
        after = number + 1
        return self.sentences[number], self.sentences[after] if after < len(self.sentences) else len(self)

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Tokens `start` to `end`, as in `doc[start:end]`, as offsets into the text."""
        return self.starts[start], self.ends[end - 1]


def columns_of(doc: Doc) -> Columns:
    """The columns of a document whose sentences are set, made on first use: for the checks, which change none."""
    if COLUMNS not in doc.user_data:
        doc.user_data[COLUMNS] = _columns(doc)
    return doc.user_data[COLUMNS]


def _columns(doc: Doc) -> Columns:
    starts, lengths, norms, lowers, digits, spaces, opens = doc.to_array(
        [IDX, LENGTH, NORM, LOWER, IS_DIGIT, IS_SPACE, SENT_START]
    ).T
    opens = opens == 1
    opens[:1] = True  # a document of which nothing is said is one sentence
    return Columns(
        starts.tolist(),
        (starts + lengths).tolist(),
        norms.tolist(),
        lowers.tolist(),
        np.flatnonzero(digits).tolist(),
        spaces == 1,
        opens,
    )
