"""Letters become words: few plain ones, or the name that law or medicine gives with its meaning beside it."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Span, Token

from notecheck.lexicon.lexicon import Lexicon
from notecheck.rewrite.edits import Edit, Question
from notecheck.rewrite.page import Page
from notecheck.rewrite.placed import RANK, placed, span_of
from notecheck.rewrite.terms import stands_by_itself, term_for
from notecheck.values import Finding

_SPELT_OUT = "Letters become words."
_FEW_LETTERS = 4
_WHOSE_BEFORE = frozenset("a an the this that your her his their my our its no any each every some".split())
_YOURS = ("foster carer", "mother", "mum", "father", "dad")
_A_PERSON = re.compile(r"(?:worker|officer|carer|visitor|adviser|advisor|lead|nurse|manager|guardian)\Z")


def spelt_out(page: Page, finding: Finding, lexicon: Lexicon, seen: set[str]) -> tuple[list[Edit], list[Question]]:
    if finding.ask or not finding.instead:
        return [], [Question(finding.start, finding.end, finding.ask or finding.message)]
    if _may_be_a_word(finding.text, lexicon):
        return [], [Question(finding.start, finding.end, f"Is it “{finding.instead[0]}” that is meant?")]
    span = span_of(page, finding)
    if page.text[finding.end : finding.end + 1] == "-" and page.text[finding.end + 1 : finding.end + 2].isalpha():
        return [], [Question(finding.start, finding.end, finding.message)]  # part of a joined word: "UKBA-flagged"
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
    edit = placed(page, finding, words, _SPELT_OUT)
    if stands_alone and len(term.plain.split()) > 2 and not words.endswith((term.plain, term.meaning())):
        edit = replace(edit, otherwise=f"{edit.after} {term.meaning()}")
    made = [edit]
    if explain and after is not None and not stands_alone and term.kept and words not in term.plain:
        noun_ends = ends_the_noun(page, after)
        at = after.idx + len(after) if noun_ends else finding.end
        made.append(Edit(at, at, f" {term.meaning()}", finding.rule, _SPELT_OUT, RANK))
    return made, []


def _may_be_a_word(letters: str, lexicon: Lexicon) -> bool:
    """Whether a few small letters may be somebody's own shorthand or a word: "3 cm lac", "her fob", "the ctr"."""
    few = letters.islower() and letters.isalpha() and len(letters) <= _FEW_LETTERS
    return few and letters not in lexicon.acronyms and letters.removesuffix("s") not in lexicon.acronyms


def ends_the_noun(page: Page, noun: Token) -> bool:
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
