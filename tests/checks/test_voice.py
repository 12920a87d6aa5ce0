"""To whom a note is written, and whether the child can be heard in it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Span

from notecheck.checker import Checker
from notecheck.checks.address import addressed
from notecheck.checks.references import references_of
from notecheck.checks.voice import voice_of
from notecheck.language.pipeline import add_language, blank_pipeline
from notecheck.values import Child, Record, Voice

MAYA = Child("Maya", "she", 14)
CASES = [
    json.loads(line)
    for line in (Path(__file__).parent.parent / "data" / "voice_cases.jsonl").read_text("utf-8").splitlines()
]


def _voice(rules: Checker, text: str, child: Child = MAYA) -> Voice:
    voice = rules.check(Record("note", text, child)).voice
    assert voice is not None
    return voice


@pytest.mark.parametrize("case", CASES, ids=[c["case"] for c in CASES])
def test_voice_says_to_whom_a_note_is_written(rules: Checker, case: dict) -> None:
    voice = _voice(rules, case["text"], Child(case["child"], case["pronouns"], 14))
    assert voice.written == case["written"]
    assert [case["text"][start:end] for start, end in voice.slips] == case["slips"]


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ('Maya said "I want my own bed".', True),
        ("Maya told me that she sleeps badly.", True),
        ('I asked about school. She said "it is noisy there".', True),
        ('Dear Maya, you said, "I am not a case."', True),
        ('Mum said "she never listens to me".', False),
        ("Maya was seen at school.", False),
        ('The teacher wrote "a pleasure to have in class".', False),
    ],
)
def test_voice_hears_the_childs_own_words(rules: Checker, text: str, heard: bool) -> None:
    assert _voice(rules, text).own_words is heard


@pytest.mark.parametrize(
    ("text", "wishes"),
    [
        ("Maya wants to see her nan.", True),
        ("Maya would like a lock on the door.", True),
        ("She doesn't want to move again.", True),
        ("Dear Maya, you are worried about the cat. You told me so.", True),
        ("Maya is really scared of the dog.", True),
        ("Maya was seen. Mum wants a new flat.", False),
        ("The school hopes that Maya will come on Monday.", False),
        ("We want Maya to be safe.", False),
        ("Maya misses her nan.", True),
        ("Maya misses school.", False),
        ("She is happy enough to take his cigarettes.", False),
    ],
)
def test_voice_sees_the_childs_wishes_and_feelings(rules: Checker, text: str, wishes: bool) -> None:
    assert _voice(rules, text).wishes is wishes


def test_voice_counts_the_share_that_speaks_to_the_child(rules: Checker) -> None:
    voice = _voice(rules, "Dear Maya,\n\nYou were well. Your nan was there. Maya was glad. You can ring me.")
    assert (voice.references, voice.to_child) == (4, 0.75)


def test_voice_takes_the_readers_word_for_who_is_meant() -> None:
    nlp = add_language(blank_pipeline())
    text = "Maya saw Aisha. She was crying."
    doc = nlp.make_doc(text)
    doc.user_data["notecheck_record"] = Record("note", text, MAYA)
    for _, component in nlp.pipeline:
        doc = component(doc)
    doc.spans["notecheck_mentions"] = [
        Span(doc, 0, 1, label="child"),
        Span(doc, 2, 3, label="other"),
        Span(doc, 4, 5, label="other"),
    ]
    assert [text[r.start : r.end] for r in references_of(doc).items] == ["Maya"]
    assert voice_of(doc).written == "about"


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("Dear Maya,\nYou were well.", "child"),
        ("Hello Maya! It was good to see you.", "child"),
        ("Hi all,\nMaya was seen. Thank you.", "other"),
        ("Dear Colleague\nMaya was seen.", "other"),
        ("Seen at school.", None),
        ('She wrote "Dear Maya, I hate you" on the wall.', None),
    ],
)
def test_address_is_found_by_the_greeting(text: str, to: str | None) -> None:
    quoted = [(text.index('"'), text.rindex('"') + 1)] if '"' in text else []
    assert addressed(text, MAYA, quoted).to == to


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.sampled_from(list("MayaShe you,.\n\"'“”İß🙂-Dr ")), max_size=120))
def test_voice_survives_any_text(rules: Checker, text: str) -> None:
    voice = _voice(rules, text)
    assert 0 <= voice.to_child <= 1
    assert all(0 <= start < end <= len(text) for start, end in voice.slips)
