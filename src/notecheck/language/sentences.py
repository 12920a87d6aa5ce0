"""Where sentences begin, by what is on the page: line breaks, bullets, labels and full stops.

The reader adds the boundaries that no mark on the page shows.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

from notecheck.language.layout import Line

_ENDS = (".", "!", "?", "…", "...", "?!", "!!", "??")
_TRAILING = frozenset({"…", "..."})  # a thought that trails off may go on in the same sentence
_CLOSERS = frozenset({'"', "'", "”", "’", ")", "]", "''"})
_NEVER_END = frozenset(
    """
    mr mrs ms dr drs prof capt sgt st rd e.g i.e etc approx vs no nos tel ref ext dob cllr inc dept hrs mins yrs esp
    incl
    """.split()
)


def sentence_starts(doc: Doc, layout: tuple[Line, ...]) -> list[int]:
    """Token indices at which a sentence begins, in order; the first token always does."""
    if not len(doc):
        return []
    starts = {0, *_line_starts(doc, layout)}
    # Columns rather than tokens: walking a document token by token costs more than all the rest.
    ends = {doc.vocab.strings[mark] for mark in _ENDS}
    for i in [i for i, word in enumerate(doc.to_array(ORTH).tolist()) if word in ends]:
        if _ends_sentence(doc, i):
            starts.update(_after(doc, i))
    return sorted(starts)


def _after(doc: Doc, end: int) -> list[int]:
    """The token at which the next sentence begins, past the marks that close quotations and brackets."""
    for i in range(end + 1, len(doc)):
        text = doc[i].text
        # A straight mark with space before it and none after it opens what follows.
        opens = text in ('"', "'") and (doc[i - 1].whitespace_ or doc[i - 1].is_space) and not doc[i].whitespace_
        if not opens and (text in _CLOSERS or text in _ENDS or text.isspace()):
            continue
        return [] if text[0].islower() and doc[end].text in _TRAILING else [i]
    return []


def continuations(doc: Doc, layout: tuple[Line, ...]) -> list[int]:
    """Token indices at which a line goes on with the sentence of the line before it."""
    wanted = [line.start for line in layout if line.continues]
    return [i for i in _tokens_at(doc, wanted) if i]


def _line_starts(doc: Doc, layout: tuple[Line, ...]) -> list[int]:
    wanted: list[int] = []
    for line in layout:
        if line.kind == "blank" or line.continues:
            continue
        wanted.append(line.start)
        if line.kind == "label":
            wanted.append(line.body)
    return _tokens_at(doc, wanted)


def _tokens_at(doc: Doc, offsets: list[int]) -> list[int]:
    """The first word at or after each offset."""
    found: list[int] = []
    for i in np.searchsorted(doc.to_array(IDX), offsets).tolist() if offsets else []:
        while i < len(doc) and doc[i].is_space:
            i += 1
        if i < len(doc):
            found.append(i)
    return found


def _ends_sentence(doc: Doc, i: int) -> bool:
    token = doc[i]
    if i == 0 or i + 1 >= len(doc):
        return False
    before = doc[i - 1]
    if before.whitespace_ and token.text == "." and doc[i + 1].text[0].islower():
        return False
    if token.text == ".":
        if before.lower_.rstrip(".") in _NEVER_END and not before.whitespace_:
            return False
        if len(before) == 1 and before.is_upper and doc[i + 1].is_title and before.text != "I":
            return False  # initials: "T. Marsh"
        after = doc[i + 1]
        if not token.whitespace_ and not after.is_space and after.text not in _CLOSERS and not after.is_title:
            return False
        if after.text[0].islower() and before.like_num:
            return False
    return True
