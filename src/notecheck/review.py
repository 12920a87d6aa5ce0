"""From a document that has been through the checks to a review."""

from __future__ import annotations

from spacy.tokens import Doc

from notecheck.checks.base import acronyms_of, findings_of
from notecheck.checks.readability import hard_sentences, readability_of
from notecheck.checks.strengths import strengths_of
from notecheck.checks.voice import voice_of
from notecheck.language.components import record_of
from notecheck.lexicon.lexicon import Lexicon
from notecheck.values import Record, Review


def review_of(doc: Doc, lexicon: Lexicon) -> Review:
    """The review of one document."""
    record = record_of(doc) or Record(id="text", text=doc.text)
    readability = readability_of(doc)
    found = sorted([*findings_of(doc), *hard_sentences(doc, readability)], key=lambda f: (f.start, f.end, f.rule))
    every = [f for f in found if f.rule not in lexicon.disabled]
    return Review(
        record=record,
        words=len(record.text.split()),
        findings=tuple(f for f in every if f.suppressed_by is None),
        suppressed=tuple(f for f in every if f.suppressed_by is not None),
        acronyms=acronyms_of(doc),
        readability=readability,
        voice=voice_of(doc),
        strengths=strengths_of(doc),
    )
