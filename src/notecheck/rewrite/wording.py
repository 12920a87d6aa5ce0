"""Acronyms, jargon and hurtful phrases: replaced, explained beside themselves, or marked with a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from notecheck.checks.acronym_wording import plural
from notecheck.checks.base import findings_of
from notecheck.lexicon.inflect import fitted, inflected_verb, tag_by_form
from notecheck.lexicon.lexicon import Lexicon
from notecheck.rewrite.edits import Edit, Passed, Question, upper_first
from notecheck.rewrite.facts import facts_of, harm_in
from notecheck.rewrite.page import Page
from notecheck.rewrite.terms import stands_by_itself, term_for
from notecheck.rewrite.to_you import to_you
from notecheck.rewrite.tree import children
from notecheck.values import Finding

RANK = 4
_SPELT_OUT = "Letters become words."
_ARTICLES = frozenset({"a", "an", "the"})
_OWN_ARTICLE = re.compile(
    r"(?:a|an|the|your|my|our|their|his|her|no|what|when|where|how|who|people|somebody|nothing|help|money|permission"
    r"|advice|questions|[a-z]{3,}ing)\b",
    re.I,
)
_WHOSE_BEFORE = frozenset("a an the this that your her his their my our its no any each every some".split())
_YOURS = ("foster carer", "mother", "mum", "father", "dad")
_A_PERSON = re.compile(r"(?:worker|officer|carer|visitor|adviser|advisor|lead|nurse|manager|guardian)\Z")
_VOWEL = re.compile(r"(?:[aeio]|u(?!ni|se|k\b))", re.I)
# A longer finding is kept and marked: too much would be lost with it. What no list holds may state more.
_MOST_MARKED_WORDS = 12
_MOST_FRAMED_WORDS = 4


def reworded(page: Page, lexicon: Lexicon, taken: Iterable[tuple[int, int]]) -> Passed:
    """What every finding that stands asks for.

    Args:
        page: the note.
        lexicon: says which terms are explained beside themselves.
        taken: offsets of words that another pass has already put into plain words ("SW", "YP").
    """
    edits: list[Edit] = []
    questions: list[Question] = []
    seen: set[str] = set()
    done = list(taken)
    for finding in findings_of(page.doc):
        if finding.suppressed_by or finding.category == "readability" or page.is_closed(finding.start, finding.end):
            continue
        if any(a < finding.end and finding.start < b for a, b in done) or _too_little(page, finding):
            continue
        made, asked = _for_finding(page, finding, lexicon, seen)
        edits += made
        questions += asked
        if made:
            done.append((finding.start, finding.end))
    return Passed(tuple(edits), tuple(questions))


def _too_little(page: Page, finding: Finding) -> bool:
    """Whether likeness points at no more than a word or two without a meaning of their own."""
    if finding.found_by != "reader":
        return False
    span = _span(page, finding)
    return len(span) < 3 and not any(t.pos_ in ("NOUN", "VERB", "ADJ", "ADV") for t in span)


def _for_finding(page: Page, finding: Finding, lexicon: Lexicon, seen: set[str]) -> tuple[list[Edit], list[Question]]:
    rule = lexicon.rules.get(finding.rule)
    if finding.category == "acronym":
        return _acronym(page, finding, lexicon, seen)
    if rule is not None and rule.explain:
        return _explained(page, finding, seen), []
    if finding.instead and facts_of(finding.text).negations > facts_of(finding.instead[0]).negations:
        return [], [Question(finding.start, finding.end, f"Is it “{finding.instead[0]}” that is meant?")]
    if finding.instead:
        if not _fits(_span(page, finding), finding.instead[0]):
            return [], [Question(finding.start, finding.end, f"How would “{finding.instead[0]}” be said here?")]
        return [_replaced(page, finding, finding.instead[0])], []
    if finding.ask:
        return _marked(page, finding, finding.ask, lexicon)
    return [], [Question(finding.start, finding.end, finding.message or finding.why)]


def _acronym(page: Page, finding: Finding, lexicon: Lexicon, seen: set[str]) -> tuple[list[Edit], list[Question]]:
    if finding.ask or not finding.instead:
        return [], [Question(finding.start, finding.end, finding.ask or finding.message)]
    span = _span(page, finding)
    term = term_for(finding, lexicon)
    stands_alone = _stands_alone(span)
    explain = finding.text.lower() not in seen and not (page.in_heading if term.kept else page.in_label)(finding.start)
    after = span.doc[span.end] if span.end < len(span.doc) else None
    if after is not None and after.text in ("'s", "’s", "("):
        explain = False
    words = term.before_noun() if not stands_alone else term.alone(explain=explain)
    if explain and (stands_alone or term.kept):
        seen.add(finding.text.lower())
    if stands_alone and _A_PERSON.search(term.long_form):
        words = _with_owner(span, words, term.long_form)
    elif words in ("mum", "dad") and not _owned(span):
        words = f"your {words}"
    made = [_edit(page, finding, words, _SPELT_OUT)]
    if explain and after is not None and not stands_alone and term.kept and words not in term.plain:
        noun_ends = _ends_the_noun(page, after)
        at = after.idx + len(after) if noun_ends else finding.end
        made.append(Edit(at, at, f" {term.meaning()}", finding.rule, _SPELT_OUT, RANK))
    return made, []


def _ends_the_noun(page: Page, noun: Token) -> bool:
    """Whether an explanation can stand after the noun that letters describe: "child protection plan (...)"."""
    if noun.pos_ != "NOUN" or not noun.text.islower() or page.is_closed(noun.idx, noun.idx + len(noun)):
        return False
    after = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if after is None or after.tag_ in ("VBD", "VBZ", "VBN", "MD"):
        return True
    return after.pos_ in ("PUNCT", "ADP", "CCONJ", "SCONJ", "ADV", "SPACE") and after.text not in ("(", "-", "/", "–")


def _stands_alone(span: Span) -> bool:
    """Whether the letters are a noun of their own, and do not say what kind of thing comes after them."""
    after = span.doc[span.end] if span.end < len(span.doc) else None
    return after is None or after.pos_ not in ("NOUN", "PROPN", "ADJ") or not span[-1].whitespace_


def _with_owner(span: Span, words: str, long_form: str) -> str:
    if _owned(span) or stands_by_itself(words):
        return words
    return ("your " if long_form in _YOURS else "the ") + words


def _owned(span: Span) -> bool:
    before = span.doc[span.start - 1] if span.start else None
    if before is None or before.is_space:
        return False
    return (
        before.lower_ in _WHOSE_BEFORE
        or before.tag_ in ("POS", "PRP$", "JJ", "CD", "DT")
        or (before.pos_ in ("NOUN", "PROPN", "ADJ") and bool(before.whitespace_))
    )


def _explained(page: Page, finding: Finding, seen: set[str]) -> list[Edit]:
    after = page.text[finding.end : finding.end + 3].lstrip()
    if finding.rule in seen or after.startswith("(") or not finding.instead or page.in_label(finding.start):
        return []
    seen.add(finding.rule)
    words = f" ({finding.instead[0]})"
    return [Edit(finding.end, finding.end, words, finding.rule, finding.why, RANK)]


def _fits(span: Span, wording: str) -> bool:
    """Whether the wording is of a kind with the phrase: no clause for a verb, no past verb for a noun."""
    root, first = span.root, wording.split()[0].lower()
    if _CLAUSE.match(wording):
        return root.pos_ != "VERB" and not (root.dep_ == "nsubj" and root.head.tag_ == "VBP")
    if first.endswith("ing") and span.start and span.doc[span.start - 1].tag_ in ("PRP$", "POS"):
        return False
    a_noun = all(t.pos_ in ("NOUN", "ADJ", "NUM", "PROPN") for t in span)
    past = first.endswith("ed") and inflected_verb(first, "VBD") == first
    return not (a_noun and past and len(wording.split()) > 1)


def _replaced(page: Page, finding: Finding, wording: str) -> Edit:
    """The edit that puts `wording` where the finding stands, in the form that the place asks for."""
    span = _trimmed(_span(page, finding), wording)
    first = span[0]
    tag = first.tag_ if first.tag_ else tag_by_form(first.text)
    if page.names.known:
        wording = to_you(wording)
    if tag.startswith("VB") and first.pos_ != "AUX" and span.root.pos_ not in ("NOUN", "PROPN"):
        if tag == "VBZ" and _subject_is_child(page, first):
            tag = "VBP"
        wording = fitted(wording, tag)
        if wording.startswith("was ") and _subject_is_child(page, first):
            wording = "were" + wording[3:]
    elif span[-1].tag_ == "NNS" and not _already_plural(wording):
        wording = plural(wording)
    return _edit(page, finding, wording, finding.why, span)


def _trimmed(span: Span, wording: str) -> Span:
    """Without an 's before it or a verb after it, which the phrase needed to be found and the wording lacks."""
    start, end = span.start, span.end
    while end - start > 1 and span.doc[start].tag_ == "POS":
        start += 1
    last = span.doc[end - 1]
    if (
        end - start > 1
        and last.pos_ == "AUX"
        and span.doc[start].pos_ not in ("VERB", "AUX")
        and wording.split()[-1] not in _HELPING
    ):
        end -= 1
    return span.doc[start:end]


_HELPING = frozenset("is are was were has have had be been do does did will can".split())


def _subject_is_child(page: Page, verb: Token) -> bool:
    head = verb.head if verb.dep_ in ("aux", "aux:pass", "cop") else verb
    for _ in range(4):
        subjects = [c for c in children(head) if c.dep_ in ("nsubj", "nsubj:pass")]
        if subjects:
            return page.who.get(subjects[0].i) == "child"
        if head.dep_ != "conj":
            return head.i == page.sentence_at(head.i)
        head = head.head
    return False


def _already_plural(wording: str) -> bool:
    head = re.split(r"\s(?:of|in|for|to|with|at|from|on|who|that|and|about|which|when|where)\s", wording)[0]
    first = wording.split()[0]
    return head.endswith(("s", "children", "people")) or first.endswith("ing") or first in ("what", "when", "how")


def _edit(page: Page, finding: Finding, words: str, reason: str, span: Span | None = None) -> Edit:
    """With the article before it made to fit, and capitals as they were."""
    start, end = (finding.start, finding.end) if span is None else (span.start_char, span.end_char)
    doc, span = page.doc, _span(page, finding) if span is None else span
    before = doc[span.start - 1] if span.start else None
    if (
        before is not None
        and before.lower_ in _ARTICLES
        and before.whitespace_
        and not page.is_closed(before.idx, start)
    ):
        article = before.text
        if _OWN_ARTICLE.match(words):
            start, words = before.idx, words
        elif before.lower_ != "the":
            fits = "an" if _VOWEL.match(words) else "a"
            if fits != before.lower_:
                start, words = before.idx, f"{upper_first(fits) if article[0].isupper() else fits} {words}"
    if before is not None and _CLAUSE.match(words) and before.tag_ in ("PRP$", "POS"):
        start = _without_owner(page, before)
    if finding.text.isupper() and len(finding.text) > 5 and page.in_label(start):
        words = words.upper()
    elif page.begins(start) or (page.in_label(start) and page.text[start].isupper() and finding.category != "acronym"):
        words = upper_first(words)
    return Edit(start, end, words, finding.rule, reason, RANK)


_CLAUSE = re.compile(r"(?:what|how|who|when|where)\b", re.I)


def _without_owner(page: Page, owner: Token) -> int:
    """Where a wording that is a clause ("what you want") begins, once "Maya's" or "her" before it is taken in."""
    first = owner.i
    if owner.tag_ == "POS":
        first -= 1
        while first and page.who.get(first - 1) == "child" and page.who.get(first) == "child":
            first -= 1
    mine = page.who.get(first) == "child"
    return page.doc[first].idx if mine else owner.idx + len(owner) + 1


def _marked(page: Page, finding: Finding, ask: str, lexicon: Lexicon) -> tuple[list[Edit], list[Question]]:
    """A question in square brackets where the phrase stood; beside the phrase where that holds a fact."""
    question = Question(finding.start, finding.end, ask)
    if page.in_label(finding.start) or finding.level == "note":
        return [], [question]
    mark = f"[{ask.strip()}]"
    listed = (rule := lexicon.rules.get(finding.rule)) is not None and rule.entry is not None
    if _holds_a_fact(page, finding, _MOST_MARKED_WORDS if listed else _MOST_FRAMED_WORDS):
        return [Edit(finding.end, finding.end, f" {mark}", finding.rule, finding.why, RANK)], [question]
    return [Edit(finding.start, finding.end, mark, finding.rule, finding.why, RANK)], [question]


def _holds_a_fact(page: Page, finding: Finding, most: int) -> bool:
    facts = facts_of(finding.text)
    first = finding.text.split()[0]
    names = facts.names - page.names.single - ({first.lower()} if page.begins(finding.start) else set())
    return bool(
        facts.numbers
        or facts.days
        or facts.quotations
        or names
        or harm_in(finding.text)
        or len(finding.text.split()) > most
    )


def _span(page: Page, finding: Finding) -> Span:
    span = page.doc.char_span(finding.start, finding.end, alignment_mode="expand")
    assert span is not None  # a finding holds at least one character of the text
    return span
