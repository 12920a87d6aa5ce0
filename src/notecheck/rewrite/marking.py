"""A question for the writer in the place of a phrase that needs a fact, or behind the clause that holds it."""

from __future__ import annotations

import re

from spacy.tokens import Span

from notecheck.lexicon.lexicon import Lexicon
from notecheck.rewrite.edits import Edit, Question
from notecheck.rewrite.facts import facts_of, harm_in
from notecheck.rewrite.page import Page
from notecheck.rewrite.placed import RANK, span_of
from notecheck.values import Finding

# A longer finding is kept and marked: too much would be lost with it. What no list holds may state more.
_MOST_MARKED_WORDS = 12
_MOST_FRAMED_WORDS = 4
_NOT = re.compile(r"\b(?:not|never|no|nobody|nothing|without)\b|n['’]t\b", re.I)


def marked(page: Page, finding: Finding, ask: str, lexicon: Lexicon) -> tuple[list[Edit], list[Question]]:
    """A question in square brackets where the phrase stood; beside the phrase where that holds a fact."""
    question = Question(finding.start, finding.end, ask)
    if page.in_label(finding.start) or finding.level == "note" or _is_likeness_of_a_question(page, finding):
        return [], [question]
    mark = f"[{ask.strip()}]"
    listed = (rule := lexicon.rules.get(finding.rule)) is not None and rule.entry is not None
    stays = _holds_a_fact(page, finding, _MOST_MARKED_WORDS if listed else _MOST_FRAMED_WORDS)
    place = None if stays else _place_of(page, finding, listed)
    if place is None:
        at = _clause_end(page, finding.end)
        return [Edit(at, at, f" {mark}", finding.rule, finding.why, RANK)], [question]
    return [Edit(*place, mark, finding.rule, finding.why, RANK)], [question]


def _place_of(page: Page, finding: Finding, listed: bool) -> tuple[int, int] | None:
    """What a question may take the place of: a whole phrase; of a listed one, even a piece."""
    whole = _whole_of(span_of(page, finding))
    if whole is not None and not page.is_closed(whole.start_char, whole.end_char):
        return whole.start_char, whole.end_char
    return (finding.start, finding.end) if listed else None


def _whole_of(span: Span) -> Span | None:
    """The phrase with its article, if it is no piece of a longer one; else its part before an "and", if that is not."""
    wider = _with_what_describes(span)
    if _is_whole(wider):
        return wider
    joins = [t.i for t in span if t.dep_ == "cc" and t.i > span.start]
    parts = (_with_what_describes(span.doc[span.start : at]) for at in reversed(joins))
    return next((part for part in parts if _is_whole(part)), None)


# What may hang on a phrase from outside and still reads when a question stands in the phrase's place.
_LOOSE = frozenset(
    "nsubj nsubj:pass aux aux:pass cop mark cc conj punct parataxis discourse expl vocative ROOT".split()
)


def _with_what_describes(span: Span) -> Span:
    """With the "a", "the" or "very" right before it: "is a prolific absconder" as a whole."""
    start = span.start
    while start > span.sent.start:
        before = span.doc[start - 1]
        if before.dep_ not in ("det", "advmod") or not span.start <= before.head.i < span.end or before.i > span.root.i:
            break
        start -= 1
    return span.doc[start : span.end]


def _is_whole(span: Span) -> bool:
    """Whether a phrase is no piece of a longer one: not "nothing to work" of "nothing to work on", nor a noun without
    its "a"."""
    doc, root = span.doc, span.root
    if not root.dep_:
        return True
    after = doc[span.end] if span.end < len(doc) else None
    if not span[-1].whitespace_ and after is not None and after.text[0] in "-'’/":
        return False
    if any(t.i != root.i and not span.start <= t.head.i < span.end for t in span):
        return False
    outside = (t for t in root.sent if not span.start <= t.i < span.end)
    return all(t.dep_ in _LOOSE for t in outside if span.start <= t.head.i < span.end)


_CLAUSE_END = re.compile(r"[,.;:!?)|](?=[\s\"'”’)]|$)|\n|\s[–—/-]\s|$")


def _clause_end(page: Page, at: int) -> int:
    """Where the clause that holds `at` ends, before the mark that ends it: a question inside a phrase breaks it."""
    end = _CLAUSE_END.search(page.text, at)
    place = end.start() if end else len(page.text)
    return at if page.is_closed(at, place) else place


def _is_likeness_of_a_question(page: Page, finding: Finding) -> bool:
    """What the note itself asks says nothing of the child yet, and a question beside a question helps nobody."""
    return finding.found_by == "reader" and page.text[finding.end :].lstrip()[:1] == "?"


def _holds_a_fact(page: Page, finding: Finding, most: int) -> bool:
    facts = facts_of(finding.text)
    first = finding.text.split()[0]
    names = facts.names - page.names.single - ({first.lower()} if page.begins(finding.start) else set())
    return bool(
        _NOT.search(finding.text)
        or facts.numbers
        or facts.days
        or facts.quotations
        or names
        or harm_in(finding.text)
        or len(finding.text.split()) > most
    )
