"""The reader's findings joined with the rules': one finding a place, the rule's explanation first.

The reader has learnt from marked notes what blame, lost focus and jargon look like where no phrase was listed. What it
finds is weighed like everything else, explained by its theme, and says that it was found by likeness.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.all_rules import with_all_rules
from notecheck.checks.asked import questions_of
from notecheck.checks.base import SETTINGS, acronyms_of, finding_of, findings_of, leave, lexicon_for
from notecheck.checks.frames.classes import word_classes
from notecheck.checks.frames.view import View, acting
from notecheck.checks.jargon_explained import EXPLAINED, is_explained
from notecheck.checks.likeness_rules import rule_id
from notecheck.checks.own_words import OWN_WORDS, Run, are_own, name_runs, own_runs
from notecheck.checks.restraint import Restraint
from notecheck.language.components import text_of
from notecheck.lexicon.lexicon import Lexicon
from notecheck.values import SAME_PLACE, Finding

READER_SPANS = "notecheck_reader"
# The least probabilities from which a likeness is shown beside the rules, chosen on the training notes held back from
# the reader (benchmarks/accuracy.py --held-back). Jargon is mostly listed, so what is not must be all the likelier.
THRESHOLDS = {"victim-blaming": 0.75, "child-focus": 0.75, "jargon": 0.85}
# A note that blames in one place blames in others, and a fair note is fair throughout. A likeness that has little
# company (findings of blame or lost focus by rules, or of which the reader is sure) must be surer by so much.
ALONE = 0.35
SURE = 0.8
COMPANY = 0.5  # others in 100 words
_SHORTEST = 60  # words: a shorter note counts as one of so many
_FAMILIES = {"victim-blaming": "blame", "child-focus": "blame", "jargon": "words"}
_NEAR = 2  # tokens between two fragments of one finding
_EDGE_START = frozenset(", . ; : - – — ( ) / • and but or so that which who also then".split())
_EDGE_END = frozenset(
    ", . ; : - – — ( / • and but or so that which who to of a an the his her their with in on at for by as".split()
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """Tokens `start` to `end` that look like a problem of `category`, with the reader's probability for it."""

    start: int
    end: int
    category: str
    theme: str | None
    probability: float


@Language.factory("notecheck_likeness", assigns=["doc.spans"], default_config={**SETTINGS, "thresholds": {}})
def make_likeness(
    nlp: Language,
    name: str,
    lexicons: list[str],
    disable: list[str],
    levels: dict[str, Any],
    thresholds: dict[str, float],
) -> LikenessCheck:
    """The check for a pipeline; it comes after the checks whose findings it joins.

    Args:
        thresholds: probabilities by category, in place of the reader's own.
    """
    own = nlp.get_pipe(READER_SPANS).thresholds if READER_SPANS in nlp.pipe_names else {}  # type: ignore[attr-defined]
    least = {category: max(value, own.get(category, 0.0)) for category, value in THRESHOLDS.items()}
    return LikenessCheck(name, lexicon_for(lexicons, disable, levels), {**least, **thresholds})


class LikenessCheck:
    """Turns the reader's spans into findings."""

    def __init__(self, name: str, lexicon: Lexicon, thresholds: dict[str, float]) -> None:
        self.name = name
        self._lexicon = with_all_rules(lexicon)
        self._thresholds = thresholds
        self._acting = acting(word_classes())
        self._questions = questions_of(self._lexicon)

    def __call__(self, doc: Doc) -> Doc:
        if not doc.spans.get(READER_SPANS):
            return leave(doc, self.name, [])
        restraint = Restraint(doc, View(doc, self._acting, {}).actor_near, self._questions)
        by_rules = [f for f in findings_of(doc) if f.category in _FAMILIES and f.found_by == "rule"]
        known = [(a.start, a.end) for a in acronyms_of(doc)]
        findings = []
        for like in joined(doc, self._likely(doc, by_rules)):
            finding = self._finding(doc, like)
            if like.category == "jargon" and any(a <= finding.start and finding.end <= b for a, b in known):
                continue  # the check of acronyms has its own say
            reason = _told(finding, by_rules) or _explained(doc, finding) or self._offered(finding)
            findings.append(replace(finding, suppressed_by=reason) if reason else restraint.weighed(finding))
        return leave(doc, self.name, findings)

    @cached_property
    def _own_runs(self) -> frozenset[Run]:
        return own_runs(self._lexicon)

    @cached_property
    def _name_runs(self) -> frozenset[Run]:
        return name_runs(self._lexicon)

    def _offered(self, finding: Finding) -> str | None:
        is_name = finding.category == "jargon" or finding.theme == "label"
        own = are_own(finding.text, self._own_runs) or (is_name and are_own(finding.text, self._name_runs))
        return OWN_WORDS if own else None

    def _likely(self, doc: Doc, by_rules: list[Finding]) -> Iterator[Likeness]:
        every = likenesses(doc)
        company = _company(doc, every, by_rules)
        for like in every:
            needed = self._thresholds.get(like.category, 1.0)
            if _FAMILIES[like.category] == "blame":
                others = company - (like.probability >= SURE)
                if others * 100 < COMPANY * max(_SHORTEST, len(doc)):
                    needed = min(needed + ALONE, max(needed, 0.97))
            if like.probability >= needed:
                yield like

    def _finding(self, doc: Doc, like: Likeness) -> Finding:
        rules = self._lexicon.rules
        rule = rules.get(rule_id(like.category, like.theme)) or rules[rule_id(like.category, None)]
        span = doc[like.start : like.end]
        finding = finding_of(rule, span.start_char, span.end_char, span.text)
        return replace(finding, found_by="reader", theme=like.theme, probability=round(like.probability, 3))


def _explained(doc: Doc, finding: Finding) -> str | None:
    """Jargon that no list holds may be explained beside itself as well: "visual acuity (this means …)"."""
    own = finding.category == "jargon" and is_explained(text_of(doc), finding.start, finding.end)
    return EXPLAINED if own else None


def likenesses(doc: Doc) -> list[Likeness]:
    """What the reader wrote into the document."""
    spans = doc.spans[READER_SPANS]
    attributes = spans.attrs
    themes = attributes.get("theme") or [None] * len(spans)
    probabilities = attributes.get("probability") or [1.0] * len(spans)
    return [
        Likeness(s.start, s.end, s.label_, theme or None, float(p))
        for s, theme, p in zip(spans, themes, probabilities, strict=True)
        if s.label_ in _FAMILIES
    ]


def _company(doc: Doc, every: list[Likeness], by_rules: list[Finding]) -> int:
    """How many findings of blame or lost focus the document holds that there is little doubt of."""
    told = [f for f in by_rules if _FAMILIES[f.category] == "blame" and f.suppressed_by is None]
    sure = [x for x in every if _FAMILIES[x.category] == "blame" and x.probability >= SURE]
    places = [(f.start, f.end) for f in told]
    alone = [x for x in sure if not any(a < doc[x.start : x.end].end_char and doc[x.start].idx < b for a, b in places)]
    return len(told) + len(alone)


def joined(doc: Doc, likely: Iterable[Likeness]) -> list[Likeness]:
    """Fragments of one finding put together, each with its edges trimmed to the words that carry it."""
    out: list[Likeness] = []
    for like in sorted(likely, key=lambda x: (_FAMILIES[x.category], x.start)):
        before = out[-1] if out else None
        if before and _FAMILIES[before.category] == _FAMILIES[like.category] and _together(doc, before, like):
            likelier = max(before, like, key=lambda x: x.probability)
            out[-1] = replace(likelier, start=before.start, end=max(before.end, like.end))
        else:
            out.append(like)
    trimmed = (_trimmed(doc, x) for x in out)
    return sorted((t for t in trimmed if t.end > t.start), key=lambda x: (x.start, x.end))


def _together(doc: Doc, before: Likeness, after: Likeness) -> bool:
    between = list(doc[before.end : after.start]) if after.start > before.end else []
    if len(between) > _NEAR:
        return False
    return not any(t.is_sent_start or "\n" in t.text or t.text in ".;:!?" for t in [*between, doc[after.start]])


def _trimmed(doc: Doc, like: Likeness) -> Likeness:
    start, end = like.start, like.end
    while start < end and (doc[start].lower_ in _EDGE_START or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].lower_ in _EDGE_END or doc[end - 1].is_space):
        end -= 1
    return replace(like, start=start, end=end)


def _told(finding: Finding, others: list[Finding]) -> str | None:
    """Why a likeness says nothing new: a rule said it, or a rule looked at these words and was held back."""
    family = _FAMILIES[finding.category]
    over = [f for f in others if _FAMILIES[f.category] == family and f.start < finding.end and finding.start < f.end]
    standing = next((f for f in over if f.suppressed_by is None), None)
    if standing:
        return f"{SAME_PLACE} {standing.rule}"
    half = (finding.end - finding.start) / 2
    weighed = next((f for f in over if min(f.end, finding.end) - max(f.start, finding.start) >= half), None)
    return weighed.suppressed_by if weighed else None
