"""What the checks of blame and of lost focus share: listed phrases, weighed by restraint, one finding a place."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.all_rules import with_all_rules
from notecheck.checks.asked import questions_of
from notecheck.checks.base import finding_at, finding_of, leave, matcher_for
from notecheck.checks.doubt import doubted
from notecheck.checks.frames import all_frames
from notecheck.checks.frames.classes import word_classes
from notecheck.checks.frames.matcher import FrameHit, FrameMatcher
from notecheck.checks.restraint import Restraint
from notecheck.language.components import text_of
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.matcher import OTHER_SENSE
from notecheck.values import SAME_PLACE, Finding


class WordingCheck:
    """Finds the phrases of one category's lexicons and weighs each where it stands."""

    def __init__(self, nlp: Language, name: str, lexicon: Lexicon, category: str) -> None:
        self.name = name
        self._matcher = matcher_for(nlp, lexicon, category)
        lexicon = with_all_rules(lexicon)
        self._questions = questions_of(lexicon)
        self._rules = {r.id: r for r in lexicon.rules_of(category)}
        frames = [f for f in all_frames() if f.id in self._rules]
        self._frames = FrameMatcher(nlp.vocab, frames, word_classes())

    def __call__(self, doc: Doc) -> Doc:
        view = self._frames.view(doc)
        restraint = Restraint(doc, view.actor_near, self._questions)
        listed = [restraint.weighed(finding_at(doc, hit)) for hit in self._matcher(doc)]
        senses = [f for f in listed if (f.suppressed_by or "").startswith(OTHER_SENSE)]
        framed = [restraint.weighed(_in_sense(self._framed(doc, hit), senses)) for hit in self._frames(view)]
        found = [doubted(doc, self._rules[f.rule], f) for f in (*listed, *framed)]
        return leave(doc, self.name, one_a_place(found))

    def _framed(self, doc: Doc, hit: FrameHit) -> Finding:
        text = text_of(doc)[hit.start : hit.end]
        return finding_of(self._rules[hit.frame.id], hit.start, hit.end, text, hit.held)


def _in_sense(framed: Finding, senses: list[Finding]) -> Finding:
    """A frame knows classes of words and not their senses: where the lexicon saw another sense, that holds."""
    other = next((f for f in senses if f.start < framed.end and framed.start < f.end), None)
    return replace(framed, suppressed_by=other.suppressed_by) if other and not framed.suppressed_by else framed


def one_a_place(findings: list[Finding]) -> list[Finding]:
    """Of findings that overlap one stands: a listed phrase before a frame, the longer before the shorter."""
    standing: list[Finding] = []
    told: dict[int, str] = {}
    for finding in sorted(findings, key=lambda f: ("/frame-" in f.rule, f.start - f.end, f.start, f.rule)):
        if finding.suppressed_by is not None:
            continue
        other = next((f for f in standing if f.start < finding.end and finding.start < f.end), None)
        if other is None:
            standing.append(finding)
        else:
            told[id(finding)] = f"{SAME_PLACE} {other.rule}"
    return [replace(f, suppressed_by=told[id(f)]) if id(f) in told else f for f in findings]
