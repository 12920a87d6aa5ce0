"""Jargon: words of the service that a family would not understand, where plain words exist."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.base import SETTINGS, finding_at, leave, lexicon_for, matcher_for
from notecheck.checks.jargon_explained import is_explained
from notecheck.checks.restraint import Restraint
from notecheck.checks.wording import one_a_place
from notecheck.language.components import layout_of
from notecheck.lexicon.lexicon import Lexicon
from notecheck.values import Finding

_HEADING = "a heading or the label of a form"
_EXPLAINED = "this note says what it means"


@Language.factory("notecheck_jargon", assigns=["doc.spans"], default_config=SETTINGS)
def make_jargon(nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]) -> Jargon:
    return Jargon(nlp, name, lexicon_for(lexicons, disable, levels))


class Jargon:
    """Finds the phrases of the jargon lexicons, by sense."""

    def __init__(self, nlp: Language, name: str, lexicon: Lexicon) -> None:
        self.name = name
        self._matcher = matcher_for(nlp, lexicon, "jargon")

    def __call__(self, doc: Doc) -> Doc:
        restraint = Restraint(doc)
        found = [finding_at(doc, hit) for hit in self._matcher(doc)]
        weighed = [restraint.weighed(f) for f in _without_explained(doc.text, _without_headings(doc, found))]
        return leave(doc, self.name, one_a_place(weighed))


def _without_headings(doc: Doc, findings: list[Finding]) -> list[Finding]:
    """Hold back what stands in a heading or a form's label, which most writers cannot change."""
    if not findings:
        return findings
    fixed = [
        (line.start, line.end if line.kind == "heading" else line.body)
        for line in layout_of(doc)
        if line.kind in ("heading", "label")
    ]
    return [
        replace(f, suppressed_by=_HEADING)
        if f.suppressed_by is None and any(a <= f.start and f.end <= b for a, b in fixed)
        else f
        for f in findings
    ]


def _without_explained(text: str, findings: list[Finding]) -> list[Finding]:
    """Hold back words that the note explains beside themselves, from there on."""
    explained: set[str] = set()
    out = []
    for finding in findings:
        if finding.suppressed_by is None:
            words = finding.text.lower().removesuffix("s")
            if is_explained(text, finding.start, finding.end):
                explained.add(words)
            if words in explained:
                finding = replace(finding, suppressed_by=_EXPLAINED)
        out.append(finding)
    return out
