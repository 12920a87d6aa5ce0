from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.language.speech import Speech, find_speech, quotations

MAYA = frozenset({"maya"})


def _only(text: str) -> Speech:
    (speech,) = find_speech(text, MAYA)
    return speech


@pytest.mark.parametrize(
    ("text", "words", "kind", "speaker"),
    [
        ('Maya said "I hate it here" and went up.', '"I hate it here"', "quoted", "child"),
        ("Maya told me that Nan is kind.", "Nan is kind", "reported", "child"),
        ("Mum said she was tired.", "she was tired", "reported", "family"),
        ("Mum said “she never listens”.", "“she never listens”", "quoted", "family"),
        ("The officer wrote: 'tit for tat'.", "'tit for tat'", "quoted", "worker"),
        ('"I want to go home," Maya said.', '"I want to go home,"', "quoted", "child"),
        ("According to Mum, he pushed her over.", "he pushed her over", "reported", "family"),
        ("He pushed her over, Mum said.", "He pushed her over", "reported", "family"),
        ("Tea was late. He pushed her over, Mum said.", "He pushed her over", "reported", "family"),
        ("The teacher says that she is rude.", "she is rude", "reported", "worker"),
        ('A note on the fridge: "eggs".', '"eggs"', "quoted", "unknown"),
        ('Maya was described as "a handful".', '"a handful"', "quoted", "unknown"),
        ('Maya was described by Mum as "a handful".', '"a handful"', "quoted", "family"),
        ('Maya had often been called "a handful" by the teacher.', '"a handful"', "quoted", "worker"),
        ('Maya has said "I hate it".', '"I hate it"', "quoted", "child"),
        ('Mum was cross and said "go".', '"go"', "quoted", "family"),
    ],
)
def test_speech_finds_the_words_and_whose_they_are(text: str, words: str, kind: str, speaker: str) -> None:
    speech = _only(text)
    assert text[speech.start : speech.end].strip(" ") == words
    assert (speech.kind, speech.speaker) == (kind, speaker)


@pytest.mark.parametrize(
    "text",
    [
        "The girls' room is tidy.",
        "It's Maya's bike and the twins' too.",
        "She told the nurse about the bruise.",
        "Maya was seen at school.",
        "He got 'em from the shop.",
    ],
)
def test_speech_leaves_what_nobody_says(text: str) -> None:
    assert find_speech(text, MAYA) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mum said she was tired, but Maya is rude.", "she was tired"),
        ("She said she fell, then changed her story.", "she fell"),
        ('Isla said she won\'t go because "he did it." Her words were old.', "she won't go because \"he did it"),
        ("Mum said it was cold\nMaya is rude.", "it was cold"),
    ],
)
def test_speech_reported_ends_with_its_clause(text: str, words: str) -> None:
    reported = [s for s in find_speech(text, MAYA) if s.kind == "reported"]
    assert text[reported[0].start : reported[0].end] == words


def test_speech_a_quotation_left_open_runs_to_the_end_of_its_line() -> None:
    text = 'Maya: "I hate it\nNext visit Monday.'
    assert [text[a:b] for a, b in quotations(text)] == ['"I hate it']


def test_speech_counts_words() -> None:
    assert _only('Maya said "I hate it here".').words == 4


@given(st.text(alphabet=st.sampled_from("ab \"'“”‘’.\n,:MSsaid"), max_size=80))
def test_speech_lies_within_any_text(text: str) -> None:
    for speech in find_speech(text, MAYA):
        assert 0 <= speech.start < speech.end <= len(text)
