"""Rules as spaCy matchers, over one pass of the document.

Phrases go through spaCy's `PhraseMatcher` on matching forms (see `language.inflection`), which costs the same for ten
rules as for a thousand. Token and dependency patterns cost more, so each runs only where one of its words occurs.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from spacy.attrs import NORM, SENT_START
from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher, PhraseMatcher
from spacy.tokens import Doc, Token

from notecheck.lexicon.joined import joined
from notecheck.lexicon.lexicon import Rule
from notecheck.lexicon.phrases import variants, wording_of

# How the reason begins where a rule's own exceptions hold it back.
OTHER_SENSE = "another sense"
# Words before and after a match, in its sentence, of which one can show another sense; the match's own words cannot.
_REACH = 10


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
        self._cut: dict[str, list[str]] = {}
        self._patterns: list[tuple[Rule, frozenset[int], Matcher]] = []
        self._anchors: set[int] = set()
        self._trees: list[tuple[Rule, DependencyMatcher]] = []
        for rule in rules:
            if rule.entry:
                self._add(rule)

    def _add(self, rule: Rule) -> None:
        entry = rule.entry
        assert entry is not None
        docs: dict[tuple[bool, tuple[str, ...], tuple[str, ...]], list[Doc]] = {}
        for phrase, exception in [(p, False) for p in entry.phrases] + [(p, True) for p in entry.unless]:
            wording = wording_of(phrase)
            for sequence in variants(phrase):
                literal = tuple(w[1:].lower() for w in sequence if w.startswith("="))
                docs.setdefault((exception, literal, wording), []).append(self._doc_of(sequence))
        # One name for all that mean the same: spaCy makes an entry in its vocabulary for each name.
        for number, (sense, same) in enumerate(docs.items()):
            key = f"{rule.id} {number}"
            self._phrases.add(key, same)
            self._meaning[self._nlp.vocab.strings[key]] = _Meaning(rule, *sense)
        if entry.patterns:
            matcher = Matcher(self._nlp.vocab)
            patterns = [_in_matching_forms(self._nlp, pattern) for pattern in entry.patterns]
            matcher.add(rule.id, patterns, greedy="LONGEST")
            anchors = _anchors(self._nlp, patterns)
            self._patterns.append((rule, anchors, matcher))
            self._anchors |= anchors
        if entry.dependencies:
            tree = DependencyMatcher(self._nlp.vocab)
            tree.add(rule.id, [list(d) for d in entry.dependencies])
            self._trees.append((rule, tree))

    def _doc_of(self, sequence: tuple[str, ...]) -> Doc:
        """The words as tokens. Words are cut one by one and once, since the cuts never cross a space."""
        words: list[str] = []
        for written in sequence:
            bare = written.removeprefix("=")
            if bare not in self._cut:
                self._cut[bare] = [t.text for t in self._nlp.make_doc(bare)]
            words += self._cut[bare]
        return Doc(self._nlp.vocab, words=words)

    def __call__(self, doc: Doc) -> list[Hit]:
        """Every match, longest first where two of one rule overlap, in order of place."""
        found: list[tuple[Rule, int, int]] = []
        exceptions: dict[str, list[tuple[int, int]]] = {}
        wordings: dict[tuple[str, int, int], tuple[str, ...]] = {}
        words = joined(doc)
        for key, first, last in self._phrases(words.doc):
            start, end = words.span(first, last)
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
        return [_without_context(doc, replace(h, instead=wordings.get((h.rule.id, h.start, h.end), ()))) for h in hits]

    def _pattern_hits(self, doc: Doc) -> Iterator[tuple[Rule, int, int]]:
        if self._patterns:
            places: dict[int, list[int]] = {}
            for i, norm in enumerate(doc.to_array(NORM).tolist()):
                if norm in self._anchors:
                    places.setdefault(norm, []).append(i)
            starts = _sentence_starts(doc)
            for rule, anchors, matcher in self._patterns:
                where = [i for norm in anchors & places.keys() for i in places[norm]]
                for first, end in _sentences_with(where, starts, len(doc)) if anchors else [(0, len(doc))]:
                    yield from ((rule, first + s, first + e) for _, s, e in matcher(doc[first:end]))
        if self._trees and doc.has_annotation("DEP"):
            for rule, tree in self._trees:
                for _, tokens in tree(doc):
                    yield rule, min(tokens), max(tokens) + 1

    def _judged(self, doc: Doc, hit: tuple[Rule, int, int], exceptions: dict[str, list[tuple[int, int]]]) -> Hit:
        rule, start, end = hit
        for from_, to in exceptions.get(rule.id, ()):
            if from_ < end and start < to:
                return Hit(rule, start, end, f"{OTHER_SENSE}: “{doc[from_:to].text}”")
        entry = rule.entry
        if entry and (entry.near or entry.not_near):
            sentence = doc[start].sent
            if entry.near and not self._any_stands_in(entry.near, _forms(sentence)):
                return Hit(rule, start, end, "none of the words that would make it a problem are near")
            around = _forms(doc[max(sentence.start, start - _REACH) : start])
            around |= _forms(doc[end : max(end, min(sentence.end, end + _REACH))])
            if clash := next((word for word in entry.not_near if self._stands_in(word, around)), None):
                return Hit(rule, start, end, f"{OTHER_SENSE}: “{clash}” is near")
        return Hit(rule, start, end)

    def _any_stands_in(self, words: Iterable[str], sentence: set[str]) -> bool:
        return any(self._stands_in(word, sentence) for word in words)

    def _stands_in(self, word: str, sentence: set[str]) -> bool:
        return word in sentence or self._nlp.vocab[word].norm_ in sentence


def _forms(words: Iterable[Token]) -> set[str]:
    return {form for t in words for form in (t.norm_, t.lower_)}


def _sentence_starts(doc: Doc) -> list[int]:
    return [0, *(i for i, mark in enumerate(doc.to_array(SENT_START).tolist()) if mark == 1 and i)]


def _sentences_with(tokens: list[int], starts: list[int], size: int) -> list[tuple[int, int]]:
    """The sentences, as token offsets, that hold any of `tokens`."""
    found = {bisect_right(starts, token) - 1 for token in tokens}
    return [(starts[n], starts[n + 1] if n + 1 < len(starts) else size) for n in sorted(found)]


def _in_matching_forms(nlp: Language, pattern: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pattern with its `NORM` words as the vocabulary has them: a word that a lexicon lists in two inflections has
    one matching form, which need not be the one that the pattern was written with."""

    def form(value: Any) -> Any:
        if isinstance(value, str):
            return nlp.vocab[value].norm_
        if isinstance(value, dict):
            return {k: [nlp.vocab[w].norm_ for w in v] if k in ("IN", "NOT_IN") else v for k, v in value.items()}
        return value

    return [{k: form(v) if k == "NORM" else v for k, v in token.items()} for token in pattern]


def _without_context(doc: Doc, hit: Hit) -> Hit:
    """The match without the words at its edges that the rule needs only to know the sense."""
    context = hit.rule.entry.context if hit.rule.entry else ()
    if not context:
        return hit
    start, end = hit.start, hit.end
    while start < end - 1 and doc[start].lower_ in context:
        start += 1
    while end > start + 1 and doc[end - 1].lower_ in context:
        end -= 1
    return replace(hit, start=start, end=end)


def _anchors(nlp: Language, patterns: Iterable[list[dict[str, Any]]]) -> frozenset[int]:
    """Matching forms of which one must be in a sentence for any of the patterns to match; empty where that cannot be
    told."""
    anchors: set[int] = set()
    for pattern in patterns:
        options = [
            found for token in pattern if token.get("OP") not in ("?", "*", "!") and (found := _words_of(nlp, token))
        ]
        if not options:
            return frozenset()
        anchors |= min(options, key=len)
    return frozenset(anchors)


def _words_of(nlp: Language, token: dict[str, Any]) -> set[int]:
    """The matching forms of the words that one token of a pattern asks for; empty where it asks for something else."""
    for key in ("NORM", "LOWER"):
        value = token.get(key)
        words = [value] if isinstance(value, str) else list(value.get("IN", ())) if isinstance(value, dict) else []
        # The tokenizer gives parts of contractions forms of their own ("n't": "not"), which no word of itself has.
        if words and not any("'" in w or "’" in w or w == "nt" for w in words):
            return {nlp.vocab[w].norm for w in words}
    return set()


def _longest(found: list[tuple[Rule, int, int]]) -> list[tuple[Rule, int, int]]:
    """Of matches of one rule that overlap, the longest; in order of place."""
    kept: dict[str, list[tuple[Rule, int, int]]] = {}
    for hit in sorted(found, key=lambda h: (-(h[2] - h[1]), h[1])):
        mine = kept.setdefault(hit[0].id, [])
        if not any(hit[1] < end and start < hit[2] for _, start, end in mine):
            mine.append(hit)
    return sorted((h for hits in kept.values() for h in hits), key=lambda h: (h[1], h[2], h[0].id))
