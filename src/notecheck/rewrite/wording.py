"""Acronyms, jargon and hurtful phrases: replaced, explained beside themselves, or marked with a question."""

from __future__ import annotations

import re
from collections.abc import Iterable

from spacy.tokens import Span, Token

from notecheck.checks.acronym_wording import plural
from notecheck.checks.base import findings_of
from notecheck.checks.doubt import UNLIKELY
from notecheck.lexicon.inflect import fitted, inflected_verb, tag_by_form
from notecheck.lexicon.lexicon import Lexicon
from notecheck.rewrite.edits import Edit, Passed, Question
from notecheck.rewrite.facts import facts_of
from notecheck.rewrite.letters import ends_the_noun, spelt_out
from notecheck.rewrite.marking import marked
from notecheck.rewrite.page import Page
from notecheck.rewrite.placed import CLAUSE, RANK, placed, span_of
from notecheck.rewrite.to_you import to_you
from notecheck.rewrite.tree import children
from notecheck.values import Finding

# "She asked us not to call it respite": the word itself is spoken of.
_SAID_OF = re.compile(r"\bcall(?:s|ed|ing)?\s+(?:it|this|that|them)\s+[\"'“‘]?\Z")


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
    taken = list(taken)
    done: list[tuple[int, int]] = []
    for finding in findings_of(page.doc):
        held = finding.suppressed_by is not None and not _plain_all_the_same(finding)
        if held or finding.category == "readability" or page.is_closed(finding.start, finding.end):
            continue
        if _SAID_OF.search(page.text, max(0, finding.start - 24), finding.start):
            continue
        # A pronoun inside a phrase has become "you"; the phrase itself is still to be settled.
        settled = any(a <= finding.start and finding.end <= b for a, b in taken)
        if settled or any(a < finding.end and finding.start < b for a, b in done) or _too_little(page, finding):
            continue
        made, asked = for_finding(page, finding, lexicon, seen)
        if any(page.explains_letters(e.start, e.end) for e in made):
            made = []
            asked = asked or [Question(finding.start, finding.end, finding.ask or finding.message)]
        edits += made
        questions += asked
        if made:
            done.append((finding.start, finding.end))
    return Passed(tuple(edits), tuple(questions))


def _plain_all_the_same(finding: Finding) -> bool:
    """Whether jargon that the reader sees no harm in is said plainly: words of one alone may have another sense, but
    "contact centre" has one."""
    several = len(finding.text.split()) > 1
    return finding.category == "jargon" and finding.suppressed_by == UNLIKELY and several and bool(finding.instead)


def _too_little(page: Page, finding: Finding) -> bool:
    """Whether likeness points at no more than a word or two without a meaning of their own."""
    if finding.found_by != "reader":
        return False
    span = span_of(page, finding)
    return len(span) < 3 and not any(t.pos_ in ("NOUN", "VERB", "ADJ", "ADV") for t in span)


def for_finding(page: Page, finding: Finding, lexicon: Lexicon, seen: set[str]) -> tuple[list[Edit], list[Question]]:
    """What one finding asks for; `seen` remembers what has been explained."""
    rule = lexicon.rules.get(finding.rule)
    if finding.category == "acronym":
        return spelt_out(page, finding, lexicon, seen)
    if rule is not None and rule.explain:
        return _explained(page, finding, seen), []
    if finding.instead and facts_of(finding.text).negations > facts_of(finding.instead[0]).negations:
        return [], [Question(finding.start, finding.end, f"Is it “{finding.instead[0]}” that is meant?")]
    if finding.instead:
        if not _fits(span_of(page, finding), finding.instead[0]) or _speaks_of_another(page, finding):
            return [], [Question(finding.start, finding.end, f"How would “{finding.instead[0]}” be said here?")]
        return [_replaced(page, finding, finding.instead[0])], []
    if finding.ask:
        return marked(page, finding, finding.ask, lexicon)
    return [], [Question(finding.start, finding.end, finding.message or finding.why)]


def _explained(page: Page, finding: Finding, seen: set[str]) -> list[Edit]:
    at = finding.end
    noun = span_of(page, finding)[-1]
    beyond = page.doc[noun.i + 1] if noun.i + 1 < len(page.doc) else None
    if beyond is not None and noun.whitespace_ and ends_the_noun(page, beyond):
        at = beyond.idx + len(beyond)
    after = page.text[at : at + 3].lstrip()
    if finding.rule in seen or after.startswith("(") or not finding.instead or page.in_label(finding.start):
        return []
    seen.add(finding.rule)
    words = f" ({finding.instead[0]})"
    return [Edit(at, at, words, finding.rule, finding.why, RANK)]


def _fits(span: Span, wording: str) -> bool:
    """Whether the wording is of a kind with the phrase: no clause for a verb, no past for a noun, no second "not"."""
    before = span.doc[span.start - 1].lower_ if span.start else ""
    if wording.startswith("not ") and before in ("not", "n't", "never", "no"):
        return False
    root, first = span.root, wording.split()[0].lower()
    if CLAUSE.match(wording):
        return root.pos_ != "VERB" and not (root.dep_ == "nsubj" and root.head.tag_ == "VBP")
    if first.endswith("ing") and span.start and span.doc[span.start - 1].tag_ in ("PRP$", "POS"):
        return False
    a_noun = all(t.pos_ in ("NOUN", "ADJ", "NUM", "PROPN") for t in span)
    past = first.endswith("ed") and inflected_verb(first, "VBD") == first
    return not (a_noun and past and len(wording.split()) > 1)


def _replaced(page: Page, finding: Finding, wording: str) -> Edit:
    """The edit that puts `wording` where the finding stands, in the form that the place asks for."""
    span = _trimmed(span_of(page, finding), wording)
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
        wording = _AFTER_THAT.sub(_as_plural, plural(wording), count=1)
    return placed(page, finding, wording, finding.why, span)


def _speaks_of_another(page: Page, finding: Finding) -> bool:
    """Whether a wording that says "yourself" stands in a line where nothing means the child."""
    if not re.search(r"\b(?:yourself|yours?)\b", finding.instead[0]):
        return False
    line = page.line_at(finding.start)
    return not any(label == "child" and line.start <= page.doc[i].idx < line.end for i, label in page.who.items())


_NO_NOUNS = frozenset("in on at by to from with of for not past out under over outside".split())  # "on time"
_AFTER_THAT = re.compile(r"\b(?P<who>that|who) (?P<verb>is|was|has|does|[a-z]+s)\b")


def _as_plural(verb: re.Match[str]) -> str:
    """ "Things that help", where one was a thing that helps."""
    irregular = {"is": "are", "was": "were", "has": "have", "does": "do"}
    return f"{verb['who']} {irregular.get(verb['verb']) or inflected_verb(verb['verb'], 'VBP') or verb['verb']}"


def _trimmed(span: Span, wording: str) -> Span:
    """Without an 's before it or a verb after it, which the phrase needed to be found and the wording lacks; with the
    "been" before it that a wording in "had" leaves no place for."""
    start, end = span.start, span.end
    if start and span.doc[start - 1].lower_ == "been" and wording.startswith("had "):
        return span.doc[start - 1 : end]
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
    head = re.split(r"\s(?:of|in|for|to|with|at|from|on|who|that|and|about|which|when|where|still)\s", wording)[0]
    first = wording.split()[0]
    no_noun = first.endswith("ing") or first in _NO_NOUNS
    return no_noun or head.endswith(("s", "children", "people", "staff", "help")) or first in ("what", "when", "how")
