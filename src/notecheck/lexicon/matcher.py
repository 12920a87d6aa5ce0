"""Rules as spaCy matchers, over one pass of the document.

Phrases go through spaCy's `PhraseMatcher` on matching forms (see `language.inflection`), which costs the same for ten
rules as for a thousand. Token and dependency patterns cost more, so each runs only where one of its words occurs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from spacy.attrs import NORM
from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher, PhraseMatcher
from spacy.tokens import Doc

from notecheck.lexicon.lexicon import Rule
from notecheck.lexicon.phrases import variants, wording_of


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched tokens `start` to `end` (as in `doc[start:end]`); `unless` is set, with the words that
    decided, where one of the rule's exceptions holds; `instead` is the wording of the phrase itself, where it has one
    that is not the rule's."""

    rule: Rule
    start: int
    end: int
    unless: str | None = None
    instead: tuple[str, ...] = ()


class _Meaning(NamedTuple):
    """What one wording in the phrase matcher stands for."""

    rule: Rule
    exception: bool
    literal: tuple[str, ...]
    wording: tuple[str, ...]


class RuleMatcher:
    """Finds where rules match. Built once; holds no state between documents."""

    def __init__(self, nlp: Language, rules: Iterable[Rule]) -> None:
        self._nlp = nlp
        self._phrases = PhraseMatcher(nlp.vocab, attr="NORM")
        self._meaning: dict[int, _Meaning] = {}
        self._patterns: list[tuple[Rule, frozenset[int], Matcher]] = []
        self._trees: list[tuple[Rule, DependencyMatcher]] = []
        for rule in rules:
            if rule.entry:
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        entry = rule.entry
        assert entry is not None
        for number, (phrase, exception) in enumerate(
            [(p, False) for p in entry.phrases] + [(p, True) for p in entry.unless]
        ):
            for sequence in variants(phrase):
                self._add_words(rule, sequence, exception, number, wording_of(phrase))
        if entry.patterns:
            matcher = Matcher(self._nlp.vocab)
            matcher.add(rule.id, list(entry.patterns), greedy="LONGEST")
            anchors = frozenset(self._nlp.vocab.strings.add(word) for word in _anchors(entry.patterns))
            self._patterns.append((rule, anchors, matcher))
        if entry.dependencies:
            tree = DependencyMatcher(self._nlp.vocab)
            tree.add(rule.id, [list(d) for d in entry.dependencies])
            self._trees.append((rule, tree))

    def _add_words(
        self, rule: Rule, sequence: tuple[str, ...], exception: bool, number: int, wording: tuple[str, ...]
    ) -> None:
        bare = [w.removeprefix("=") for w in sequence]
        doc = self._nlp.make_doc(" ".join(bare))
        literal = tuple(w[1:].lower() for w in sequence if w.startswith("="))
        key = f"{rule.id} {number} {' '.join(sequence)}{' !' if exception else ''}"
        self._phrases.add(key, [doc])
        self._meaning[self._nlp.vocab.strings[key]] = _Meaning(rule, exception, literal, wording)

    def __call__(self, doc: Doc) -> list[Hit]:
        """Every match, longest first where two of one rule overlap, in order of place."""
        found: list[tuple[Rule, int, int]] = []
        exceptions: dict[str, list[tuple[int, int]]] = {}
        wordings: dict[tuple[str, int, int], tuple[str, ...]] = {}
        for key, start, end in self._phrases(doc):
            meaning = self._meaning[key]
            rule = meaning.rule
            if meaning.literal and not set(meaning.literal) <= {t.lower_ for t in doc[start:end]}:
                continue
            if meaning.exception:
                exceptions.setdefault(rule.id, []).append((start, end))
                continue
            found.append((rule, start, end))
            if meaning.wording:
                wordings[rule.id, start, end] = meaning.wording
        found.extend(self._pattern_hits(doc))
        hits = (self._judged(doc, hit, exceptions) for hit in _longest(found))
        return [
            replace(hit, instead=wording) if (wording := wordings.get((hit.rule.id, hit.start, hit.end))) else hit
            for hit in hits
        ]

    def _pattern_hits(self, doc: Doc) -> Iterator[tuple[Rule, int, int]]:
        if not (self._patterns or self._trees):
            return
        words = set(doc.to_array(NORM).tolist()) if self._patterns else set()
        for rule, anchors, matcher in self._patterns:
            if not anchors or anchors & words:
                yield from ((rule, start, end) for _, start, end in matcher(doc))
        if self._trees and doc.has_annotation("DEP"):
            for rule, tree in self._trees:
                for _, tokens in tree(doc):
                    yield rule, min(tokens), max(tokens) + 1

    def _judged(self, doc: Doc, hit: tuple[Rule, int, int], exceptions: dict[str, list[tuple[int, int]]]) -> Hit:
        rule, start, end = hit
        for from_, to in exceptions.get(rule.id, ()):
            if from_ < end and start < to:
                return Hit(rule, start, end, f"another sense: “{doc[from_:to].text}”")
        entry = rule.entry
        if entry and (entry.near or entry.not_near):
            sentence = {t.norm_ for t in doc[start].sent} | {t.lower_ for t in doc[start].sent}
            if entry.near and not sentence & set(entry.near):
                return Hit(rule, start, end, "another sense: none of the words that would make it a problem are near")
            if clash := sorted(sentence & set(entry.not_near)):
                return Hit(rule, start, end, f"another sense: “{clash[0]}” is near")
        return Hit(rule, start, end)


def _anchors(patterns: Iterable[list[dict[str, object]]]) -> frozenset[str]:
    """Words of which one must be in the document for any of the patterns to match; empty where that cannot be told."""
    anchors: set[str] = set()
    for pattern in patterns:
        best: set[str] | None = None
        for token in pattern:
            if token.get("OP") in ("?", "*", "!"):
                continue
            for key in ("NORM", "LOWER"):
                value = token.get(key)
                options = (
                    {value}
                    if isinstance(value, str)
                    else set(value.get("IN", ()))
                    if isinstance(value, dict)
                    else set()
                )
                # A LOWER word may be an inflected form, whose matching form differs; only NORM is sure.
                if options and key == "NORM" and (best is None or len(options) < len(best)):
                    best = {str(o) for o in options}
        if best is None:
            return frozenset()
        anchors |= best
    return frozenset(anchors)


def _longest(found: list[tuple[Rule, int, int]]) -> list[tuple[Rule, int, int]]:
    """Of matches of one rule that overlap, the longest; in order of place."""
    kept: dict[str, list[tuple[Rule, int, int]]] = {}
    for hit in sorted(found, key=lambda h: (-(h[2] - h[1]), h[1])):
        mine = kept.setdefault(hit[0].id, [])
        if not any(hit[1] < end and start < hit[2] for _, start, end in mine):
            mine.append(hit)
    return sorted((h for hits in kept.values() for h in hits), key=lambda h: (h[1], h[2], h[0].id))
