"""What the checks of blame and of lost focus share: listed phrases, weighed by restraint, one finding a place."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.base import finding_at, leave, matcher_for
from notecheck.checks.restraint import Restraint
from notecheck.lexicon.lexicon import Lexicon
from notecheck.values import SAME_PLACE, Finding


class WordingCheck:
    """Finds the phrases of one category's lexicons and weighs each where it stands."""

    def __init__(self, nlp: Language, name: str, lexicon: Lexicon, category: str) -> None:
        self.name = name
        self._matcher = matcher_for(nlp, lexicon, category)

    def __call__(self, doc: Doc) -> Doc:
        restraint = Restraint(doc)
        findings = [restraint.weighed(finding_at(doc, hit)) for hit in self._matcher(doc)]
        return leave(doc, self.name, one_a_place(findings))


def one_a_place(findings: list[Finding]) -> list[Finding]:
    """Hold back findings that lie wholly inside another that stands, so that nobody is told twice."""
    standing = [f for f in findings if f.suppressed_by is None]
    out = []
    for finding in findings:
        over = next((f for f in standing if _covers(f, finding, standing)), None)
        out.append(replace(finding, suppressed_by=f"{SAME_PLACE} {over.rule}") if over else finding)
    return out


def _covers(wide: Finding, narrow: Finding, standing: list[Finding]) -> bool:
    if wide is narrow or narrow.suppressed_by is not None or wide.rule == narrow.rule:
        return False
    if not (wide.start <= narrow.start and narrow.end <= wide.end):
        return False
    same = (wide.start, wide.end) == (narrow.start, narrow.end)
    return not same or standing.index(wide) < standing.index(narrow)
