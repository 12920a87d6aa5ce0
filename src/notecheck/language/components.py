"""The rule-based components of the pipeline: layout and sentences, speech, people.

Each writes spans that spaCy users can read, and the values themselves to `doc.user_data` under `notecheck_…` keys,
which is where the checks take them from. No extension attributes are set: they would be global to the process.
"""

from __future__ import annotations

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc, Span

from notecheck.language.layout import Line, lines
from notecheck.language.people import child_names
from notecheck.language.sentences import continuations, sentence_starts
from notecheck.language.speech import Speech, find_speech
from notecheck.values import Child, Record

RECORD = "notecheck_record"
LAYOUT = "notecheck_layout"
SPEECH = "notecheck_speech"
NOTICED = "notecheck_noticed"


def record_of(doc: Doc) -> Record | None:
    """The record that the document was made from, where there is one."""
    return doc.user_data.get(RECORD)


def child_of(doc: Doc) -> Child:
    """The child of the record, as far as it is known."""
    record = record_of(doc)
    return record.child if record else Child()


def text_of(doc: Doc) -> str:
    """The note. `doc.text` joins it from its tokens at every call, which costs as much as a whole check."""
    record = record_of(doc)
    return record.text if record else doc.text


def layout_of(doc: Doc) -> tuple[Line, ...]:
    """The lines of the note, found now where the layout component has not run."""
    if LAYOUT not in doc.user_data:
        doc.user_data[LAYOUT] = lines(text_of(doc))
    return doc.user_data[LAYOUT]


def speech_of(doc: Doc) -> tuple[Speech, ...]:
    """Quotations and reported speech, found now where the speech component has not run."""
    if SPEECH not in doc.user_data:
        doc.user_data[SPEECH] = find_speech(text_of(doc), child_names(child_of(doc)))
    return doc.user_data[SPEECH]


def noticed_in(doc: Doc, start: int, end: int) -> float | None:
    """How likely the reader finds any problem in the likeliest word of characters `start` to `end`: 0 to 1, or None
    where it has not run."""
    likely = doc.user_data.get(NOTICED)
    if likely is None:
        return None  # before the span: to make one, spaCy walks the whole document
    span = doc.char_span(start, end, alignment_mode="expand")
    return None if span is None else float(likely[span.start : span.end].max())


@Language.factory("notecheck_layout", assigns=["token.is_sent_start", "doc.spans"])
def make_layout(nlp: Language, name: str) -> Layout:
    return Layout()


@Language.factory("notecheck_speech", assigns=["doc.spans"])
def make_speech(nlp: Language, name: str) -> SpeechFinder:
    return SpeechFinder()


class Layout:
    """Lines and their kinds, headings as spans, and the sentence boundaries that the page shows."""

    def __call__(self, doc: Doc) -> Doc:
        layout = layout_of(doc)
        starts = sentence_starts(doc, layout)
        inside = [i for i in continuations(doc, layout) if i not in starts]
        if len(starts) == 1 and len(doc) > 1:
            inside.append(1)  # spaCy takes a document without a second mark for one that has none at all
        _set_starts(doc, starts, inside)
        headings = (_span(doc, line.start, line.end, line.kind) for line in layout if line.kind == "heading")
        doc.spans["notecheck_headings"] = [h for h in headings if h is not None]
        return doc


def _set_starts(doc: Doc, starts: list[int], inside: list[int]) -> None:
    """Mark tokens that begin a sentence, and tokens that do not: all at once, since spaCy asks much at every one."""
    column = doc.to_array(SENT_START).astype(np.int64)
    column[inside] = -1
    column[starts] = 1
    doc.from_array([SENT_START], column.astype(np.uint64).reshape(-1, 1))  # type: ignore[arg-type]


class SpeechFinder:
    """Words of somebody's, as spans labelled by kind and speaker ("quoted-child")."""

    def __call__(self, doc: Doc) -> Doc:
        spans = (_span(doc, s.start, s.end, f"{s.kind}-{s.speaker}") for s in speech_of(doc))
        doc.spans["notecheck_speech"] = [s for s in spans if s is not None]
        return doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="expand")
