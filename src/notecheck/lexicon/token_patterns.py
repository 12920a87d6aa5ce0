"""The token and dependency patterns of rules, for what a phrase cannot say.

spaCy's matchers cost many times what phrases cost, so a pattern runs only in sentences that hold all it asks for.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from spacy.attrs import IS_DIGIT
from spacy.language import Language
from spacy.matcher import DependencyMatcher, Matcher
from spacy.tokens import Doc

from notecheck.language.columns import Columns, columns_of
from notecheck.lexicon.lexicon import Rule

Pattern = list[dict[str, Any]]
# Of each token that must be there, the matching forms that it may have.
Needed = list[frozenset[int]]

# Stands for any number among the matching forms, which are ids of strings and never so small.
_A_NUMBER = IS_DIGIT


class TokenPatterns:
    """Runs the patterns of some rules over a document. Built once; holds no state between documents."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._matchers: list[tuple[Rule, list[list[int]], Matcher]] = []
        self._groups: dict[frozenset[int], int] = {}
        self._groups_of: dict[int, tuple[int, ...]] = {}
        self._trees: list[tuple[Rule, DependencyMatcher]] = []

    def add(self, rule: Rule) -> None:
        """Add the patterns of a rule's entry."""
        entry = rule.entry
        assert entry is not None
        if entry.patterns:
            patterns = [_in_matching_forms(self._nlp, pattern) for pattern in entry.patterns]
            matcher = Matcher(self._nlp.vocab)
            matcher.add(rule.id, patterns, greedy="LONGEST")
            needed = [[self._group(forms) for forms in _needed(self._nlp, pattern)] for pattern in patterns]
            self._matchers.append((rule, needed, matcher))
        if entry.dependencies:
            tree = DependencyMatcher(self._nlp.vocab)
            tree.add(rule.id, [list(d) for d in entry.dependencies])
            self._trees.append((rule, tree))

    def _group(self, forms: frozenset[int]) -> int:
        """The number of a group of forms of which one must be there; the same group has the same number."""
        number = self._groups.setdefault(forms, len(self._groups))
        for form in forms:
            if number not in (known := self._groups_of.get(form, ())):
                self._groups_of[form] = (*known, number)
        return number

    def __call__(self, doc: Doc) -> Iterator[tuple[Rule, int, int]]:
        """Every match, as the rule and its tokens."""
        if self._matchers:
            columns = columns_of(doc)
            sentences = self._sentences(columns)
            for rule, needed, matcher in self._matchers:
                for number in sorted({n for groups in needed for n in _holding(groups, sentences, columns)}):
                    first, end = columns.sentence(number)
                    yield from ((rule, first + s, first + e) for _, s, e in matcher(doc[first:end]))
        if self._trees and doc.has_annotation("DEP"):
            for rule, tree in self._trees:
                for _, tokens in tree(doc):
                    yield rule, min(tokens), max(tokens) + 1

    def _sentences(self, columns: Columns) -> dict[int, set[int]]:
        """The numbers of the sentences that hold a form of each of the groups, by the group's number."""
        found: dict[int, set[int]] = {}
        groups_of = self._groups_of
        for i, norm in enumerate(columns.norms):
            if norm in groups_of:
                sentence = columns.sentence_number(i)
                for group in groups_of[norm]:
                    found.setdefault(group, set()).add(sentence)
        for group in groups_of.get(_A_NUMBER, ()) if columns.digits else ():
            found.setdefault(group, set()).update(columns.sentence_number(i) for i in columns.digits)
        return found


def _holding(groups: list[int], sentences: dict[int, set[int]], columns: Columns) -> set[int]:
    """The numbers of the sentences that hold a form of every group."""
    if not groups:
        return set(range(len(columns.sentences)))
    if any(group not in sentences for group in groups):
        return set()
    return set.intersection(*(sentences[group] for group in groups))


def _in_matching_forms(nlp: Language, pattern: Pattern) -> Pattern:
    """The pattern with its `NORM` words as the vocabulary has them: a word that a lexicon lists in two inflections has
    one matching form, which need not be the one that the pattern was written with."""

    def form(value: Any) -> Any:
        if isinstance(value, str):
            return nlp.vocab[value].norm_
        if isinstance(value, dict):
            return {k: [nlp.vocab[w].norm_ for w in v] if k in ("IN", "NOT_IN") else v for k, v in value.items()}
        return value

    return [{k: form(v) if k == "NORM" else v for k, v in token.items()} for token in pattern]


def _needed(nlp: Language, pattern: Pattern) -> Needed:
    """What must be in a sentence for the pattern to match, the rarest first; empty where that cannot be told."""
    groups = (_forms_of(nlp, token) for token in pattern if token.get("OP") not in ("?", "*", "!"))
    return sorted((forms for forms in groups if forms), key=len)


def _forms_of(nlp: Language, token: dict[str, Any]) -> frozenset[int]:
    """The matching forms of the words that one token of a pattern asks for; empty where it asks for something else."""
    for key in ("NORM", "LOWER"):
        value = token.get(key)
        words = [value] if isinstance(value, str) else list(value.get("IN", ())) if isinstance(value, dict) else []
        # The tokenizer gives parts of contractions forms of their own ("n't": "not"), which no word of itself has.
        if words and not any("'" in w or "’" in w or w == "nt" for w in words):
            return frozenset(nlp.vocab[w].norm for w in words)
    return frozenset({_A_NUMBER}) if token.get("IS_DIGIT") is True else frozenset()
