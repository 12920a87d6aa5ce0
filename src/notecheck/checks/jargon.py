"""Jargon: words of the service that a family would not understand, where plain words exist."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.base import SETTINGS, finding_at, leave, lexicon_for, matcher_for
from notecheck.checks.doubt import doubted
from notecheck.checks.jargon_contact import CONTACT, contact_labels
from notecheck.checks.jargon_explained import EXPLAINED, is_explained
from notecheck.checks.restraint import Restraint
from notecheck.checks.wording import one_a_place
from notecheck.language.components import layout_of, text_of
from notecheck.language.layout import Line
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.matcher import Hit
from notecheck.values import Finding

_HEADING = "a heading"
_LONGEST_TITLE = 90  # characters


@Language.factory("notecheck_jargon", assigns=["doc.spans"], default_config=SETTINGS)
def make_jargon(nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]) -> Jargon:
    return Jargon(nlp, name, lexicon_for(lexicons, disable, levels))


class Jargon:
    """Finds the phrases of the jargon lexicons, by sense."""

    def __init__(self, nlp: Language, name: str, lexicon: Lexicon) -> None:
        self.name = name
        self._matcher = matcher_for(nlp, lexicon, "jargon")
        self._rules = {r.id: r for r in lexicon.rules_of("jargon")}
        self._contact = self._rules.get(CONTACT)

    def __call__(self, doc: Doc) -> Doc:
        restraint = Restraint(doc)
        text = text_of(doc)
        found = [finding_at(doc, hit) for hit in (*self._matcher(doc), *self._labels(doc, text))]
        weighed = [restraint.weighed(f) for f in _without_explained(text, _without_headings(doc, text, found))]
        return leave(doc, self.name, one_a_place([doubted(doc, self._rules[f.rule], f) for f in weighed]))

    def _labels(self, doc: Doc, text: str) -> Iterator[Hit]:
        """ "Contact: fortnightly", which is family time, and not "Contact: 01632 960 144"."""
        if self._contact is None:
            return
        for place in contact_labels(text):
            if span := doc.char_span(*place):
                yield Hit(self._contact, span.start, span.end)


def _without_headings(doc: Doc, text: str, findings: list[Finding]) -> list[Finding]:
    """Hold back what stands in a heading: most are set by a form, and no sentence is lost there."""
    if not findings:
        return findings
    layout = [line for line in layout_of(doc) if line.kind != "blank"]
    headings = [(line.start, line.end) for line in layout if line.kind == "heading" or _is_title(text, line, layout)]
    return [
        replace(f, suppressed_by=_HEADING)
        if f.suppressed_by is None and any(a <= f.start and f.end <= b for a, b in headings)
        else f
        for f in findings
    ]


def _is_title(text: str, line: Line, layout: list[Line]) -> bool:
    """Whether the line is the first of several, and short and open-ended as titles are."""
    if line is not layout[0] or len(layout) < 2 or line.end - line.start > _LONGEST_TITLE:
        return False
    return not text[line.start : line.end].rstrip().endswith((".", "!", "?", ",", ";"))


def _without_explained(text: str, findings: list[Finding]) -> list[Finding]:
    """Hold back words that the note explains beside themselves, there and everywhere in it."""
    explained = {_words(f) for f in findings if f.suppressed_by is None and is_explained(text, f.start, f.end)}
    return [
        replace(f, suppressed_by=EXPLAINED)
        if f.suppressed_by is None and any(_words(f) in long for long in explained)
        else f
        for f in findings
    ]


def _words(finding: Finding) -> str:
    return finding.text.lower().removesuffix("s")
