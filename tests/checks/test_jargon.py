"""Jargon is found by sense: the words of the service, and not the same words in their plain meanings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from notecheck.checker import Checker
from notecheck.checks.jargon_contact import contact_labels
from notecheck.checks.jargon_explained import is_explained
from notecheck.values import Finding

DATA = Path(__file__).parent.parent / "data"


def _lines(name: str) -> list[dict]:
    return [json.loads(line) for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def jargon(rules: Checker, text: str) -> list[Finding]:
    return [f for f in rules.check(text).findings if f.category == "jargon"]


def held(rules: Checker, text: str) -> list[Finding]:
    return [f for f in rules.check(text).suppressed if f.category == "jargon"]


def test_jargon_words_in_their_plain_sense_are_left_alone(rules: Checker) -> None:
    sentences = [line["text"] for line in _lines("jargon_innocent.jsonl")]
    flagged = [s for s in sentences if jargon(rules, s)]
    assert len(sentences) >= 80
    assert len(flagged) <= 2, flagged


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The case will step down to early help.", "step down"),
        ("Strategy meetings were held.", "Strategy meetings"),
        ("He was dysregulated after school.", "dysregulated"),
        ("We will meet weekly in line with Destination 22.", "Destination 22"),
        ("In line with THRIVE he will wait.", "THRIVE"),
        ("They are MASHing it now.", "MASHing"),
        ("Contact was reduced to fortnightly.", "Contact"),
        ("She is below threshold for a plan.", "below threshold"),
    ],
)
def test_jargon_is_found_in_every_inflection(rules: Checker, text: str, words: str) -> None:
    found = jargon(rules, text)
    assert any(words in f.text or f.text in words for f in found), [f.text for f in found]


def test_jargon_finding_says_why_and_offers_words(rules: Checker) -> None:
    (finding,) = jargon(rules, "A strategy discussion was held on Tuesday.")
    assert finding.why
    assert finding.instead
    assert finding.source.title


def test_jargon_wording_belongs_to_the_phrase_that_was_found(rules: Checker) -> None:
    (down,) = jargon(rules, "We will step down in May.")
    (up,) = jargon(rules, "We will step up in May.")
    assert down.rule == up.rule
    assert down.instead != up.instead


@pytest.mark.parametrize("line", _lines("jargon_explained.jsonl"), ids=lambda line: line["words"])
def test_jargon_explained_beside_itself_is_known(line: dict) -> None:
    start = line["text"].index(line["words"])
    assert is_explained(line["text"], start, start + len(line["words"])) is line["explained"]


def test_jargon_explained_once_is_held_back_in_the_whole_note(rules: Checker) -> None:
    text = "We held a core group (the people who carry out the plan). The next core group is in May."
    assert not jargon(rules, text)
    assert {f.suppressed_by for f in held(rules, text)} == {"this note says what it means"}


def test_jargon_in_a_childs_own_words_is_held_back(rules: Checker) -> None:
    text = 'Maya said, "I hate contact with Dad and I hate respite."'
    assert not jargon(rules, text)
    assert held(rules, text)


def test_jargon_in_a_heading_is_held_back(rules: Checker) -> None:
    text = "STATUTORY VISIT RECORD\n\nMaya showed me her room."
    assert not jargon(rules, text)
    assert held(rules, text)


@pytest.mark.parametrize(
    ("text", "family_time"),
    [
        ("Contact: fortnightly on Sundays", True),
        ("- Contact: reduced since May", True),
        ("Contact: 01632 960 144", False),
        ("Contact: Mrs Ballard", False),
        ("Contact the school first", False),
        ("Contact: school office, ask for Jo", False),
    ],
)
def test_jargon_contact_label_is_family_time_or_a_way_to_reach_somebody(text: str, family_time: bool) -> None:
    assert bool(list(contact_labels(text))) is family_time
