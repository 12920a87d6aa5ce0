from __future__ import annotations

import itertools

import pytest
import spacy

from notecheck.checker import Checker
from notecheck.values import Child, Record

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
