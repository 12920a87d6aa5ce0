from __future__ import annotations

import itertools

import numpy as np
import pytest
import spacy
from hand_made import standing

from notecheck.checker import Checker
from notecheck.checks.base import findings_of
from notecheck.checks.wording import UNLIKELY
from notecheck.language.components import BLAME, RECORD
from notecheck.values import Child, Finding, Record

CHILD = Child("Maya", "she", 14)


def _rules(checker: Checker, text: str) -> list[tuple[str, str]]:
    review = checker.check(Record("a", text, CHILD))
    return [(f.category, f.text) for f in review.findings if f.category == "victim-blaming"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maya goaded him and he hit her.", "goaded"),
        ("Maya placed herself at risk on Friday.", "placed herself at risk"),
        ("Both parties were violent to each other.", "oth parties"),
        ("He is 25 and she keeps going back to him.", "going back to him"),
    ],
)
def test_victim_blaming_finds_the_words(rules: Checker, text: str, words: str) -> None:
    assert any(words in found for _, found in _rules(rules, text))


@pytest.mark.parametrize(
    "text",
    [
        "Dad hit Mum in the kitchen.",
        "Maya put herself forward for the school council.",
        "It was not her fault; the man who groomed her is to blame.",
        "Her boyfriend (14) is in her class and they play chess.",
        "Maya refused tea and asked for a biscuit.",
        "Mum keeps going back to the library on Mondays.",
    ],
)
def test_victim_blaming_leaves_fair_and_innocent_sentences(rules: Checker, text: str) -> None:
    assert _rules(rules, text) == []


def test_victim_blaming_tells_nobody_twice(rules: Checker) -> None:
    review = rules.check(Record("a", "Mum and Dad have a volatile relationship and both are to blame.", CHILD))
    places = [(f.start, f.end) for f in review.findings if f.category == "victim-blaming"]
    assert all(b <= c for (_, b), (c, _) in itertools.pairwise(places))


def test_victim_blaming_works_in_anybodys_pipeline() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.add_pipe("notecheck_victim_blaming")
    doc = nlp("Maya goaded him and he hit her.")
    assert any("goaded" in span.text for span in doc.spans["notecheck_victim_blaming"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mum is a closed book.", True),  # the word for another sense is the match's own
        ("He sulked and would not say a word to the worker who had driven him home, then put away the jumper.", True),
        ("He sulked until his jumper was dry.", False),
    ],
)
def test_victim_blaming_a_word_of_another_sense_counts_close_by(rules: Checker, text: str, found: bool) -> None:
    assert any(f.category == "child-focus" for f in rules.check(text).findings) is found


@pytest.mark.parametrize(("likely", "stands"), [(0.01, False), (0.3, True)])
def test_a_frame_gives_way_where_the_reader_sees_no_blame(rules: Checker, likely: float, stands: bool) -> None:
    frame = _as_read(rules, "Maya was punched in the face on Saturday.", likely)
    assert [f.suppressed_by is None for f in frame if "/frame-" in f.rule] == [stands]
    assert {f.suppressed_by for f in frame if not stands} == ({UNLIKELY} if not stands else set())


def test_a_listed_phrase_stands_whatever_the_reader_sees(rules: Checker) -> None:
    assert standing(_as_read(rules, "Maya placed herself at risk.", 0.0))


def _as_read(rules: Checker, text: str, likely: float) -> list[Finding]:
    doc = rules.nlp.make_doc(text)
    doc.user_data[RECORD] = Record("a", text)
    doc.user_data[BLAME] = np.full(len(doc), likely)
    for _, component in rules.nlp.pipeline:
        doc = component(doc)
    return findings_of(doc)
