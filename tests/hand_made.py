"""Documents as the reader would have left them, for tests that need no model."""

from __future__ import annotations

from spacy.tokens import Doc, SpanGroup

from notecheck.checker import Checker
from notecheck.checks.base import findings_of
from notecheck.values import Child, Finding, Record

READER = "notecheck_reader"


def read_with(checker: Checker, text: str, *likely: tuple[str, str, str | None, float]) -> list[Finding]:
    """What a checker by rules finds, with `likely` (words, category, theme, probability) as the reader's spans."""
    doc = checker.nlp.make_doc(text)
    doc.user_data["notecheck_record"] = Record("a", text, Child("Maya", "she", 14))
    for name, component in checker.nlp.pipeline:
        if name == "notecheck_likeness":
            write_spans(doc, *likely)
        doc = component(doc)
    return findings_of(doc)


def write_spans(doc: Doc, *likely: tuple[str, str, str | None, float]) -> None:
    """Write the reader's spans into a document."""
    spans = []
    for words, category, _, _ in likely:
        start = doc.text.index(words)
        span = doc.char_span(start, start + len(words), label=category)
        assert span is not None, words
        spans.append(span)
    attrs = {"probability": [p for *_, p in likely], "theme": [t or "" for _, _, t, _ in likely]}
    doc.spans[READER] = SpanGroup(doc, name=READER, attrs=attrs, spans=spans)


def standing(findings: list[Finding]) -> list[Finding]:
    return [f for f in findings if f.suppressed_by is None]
