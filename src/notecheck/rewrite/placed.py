"""An edit where a finding stands: with the article before it made to fit, and capitals as they were."""

from __future__ import annotations

import re

from spacy.tokens import Span, Token

from notecheck.rewrite.edits import Edit, upper_first
from notecheck.rewrite.page import Page
from notecheck.values import Finding

RANK = 4
_ARTICLES = frozenset({"a", "an", "the"})
_OWN_ARTICLE = re.compile(
    r"(?:a|an|the|your|my|our|their|his|her|no|what|when|where|how|who|people|somebody|someone|everyone|nothing|help|money|permission"
    r"|advice|questions|(?!(?:meeting|hearing|building|morning|evening|warning|drawing|feeling)\b)[a-z]{3,}ing)\b",
    re.I,
)
_INDEFINITE = re.compile(r"an?\s(?!lot\b|few\b|bit\b|little\b)", re.I)
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|k\b))", re.I)


def placed(page: Page, finding: Finding, words: str, reason: str, span: Span | None = None) -> Edit:
    """With the article before it made to fit, and capitals as they were."""
    start, end = (finding.start, finding.end) if span is None else (span.start_char, span.end_char)
    doc, span = page.doc, span_of(page, finding) if span is None else span
    before = doc[span.start - 1] if span.start else None
    if (
        before is not None
        and before.lower_ in _ARTICLES
        and before.whitespace_
        and not page.is_closed(before.idx, start)
    ):
        article = before.text
        if before.lower_ == "the" and _INDEFINITE.match(words):
            words = _INDEFINITE.sub("", words, count=1)  # "the ISW" is one that the note has named
        elif _OWN_ARTICLE.match(words):
            start, words = before.idx, words
        elif before.lower_ != "the":
            fits = "an" if _VOWEL.match(words) else "a"
            if fits != before.lower_:
                start, words = before.idx, f"{upper_first(fits) if article[0].isupper() else fits} {words}"
    elif before is not None and (before.tag_ in ("PRP$", "POS") or before.pos_ in ("NUM", "ADJ")):
        words = _INDEFINITE.sub("", words, count=1)
    if before is not None and CLAUSE.match(words) and before.tag_ in ("PRP$", "POS"):
        start = _without_owner(page, before)
    if finding.text.isupper() and len(finding.text) > 5 and page.in_label(start):
        words = words.upper()
    elif page.begins(start) or (page.in_label(start) and page.text[start].isupper() and finding.category != "acronym"):
        words = upper_first(words)
    return Edit(start, end, words, finding.rule, reason, RANK)


CLAUSE = re.compile(r"(?:what|how|who|when|where)\b", re.I)


def _without_owner(page: Page, owner: Token) -> int:
    """Where a wording that is a clause ("what you want") begins, once "Maya's" or "her" before it is taken in."""
    first = owner.i
    if owner.tag_ == "POS":
        first -= 1
        while first and page.who.get(first - 1) == "child" and page.who.get(first) == "child":
            first -= 1
    mine = page.who.get(first) == "child" or page.doc[first].lower_ in ("child", "yp")
    return page.doc[first].idx if mine else owner.idx + len(owner) + 1


def span_of(page: Page, finding: Finding) -> Span:
    span = page.doc.char_span(finding.start, finding.end, alignment_mode="expand")
    assert span is not None  # a finding holds at least one character of the text
    return span
