from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.values import Record


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Seen at home. Said he was fine.", ["Seen at home.", "Said he was fine."]),
        ("Mum rang\nSchool rang", ["Mum rang", "School rang"]),
        ("Child's views: she is happy", ["Child's views:", "she is happy"]),
        ("- SW to ring\n- Mum to visit", ["- SW to ring", "- Mum to visit"]),
        ("T. Marsh rang at 2.30pm. No answer.", ["T. Marsh rang at 2.30pm.", "No answer."]),
        ('She said "I am fine." Then she left.', ['She said "I am fine."', "Then she left."]),
        ('Mum rang. "Come home," she said.', ["Mum rang.", '"Come home," she said.']),
        ("Seen by Dr. Ali. All well!", ["Seen by Dr. Ali.", "All well!"]),
        ("HOME VISIT\nMaya was in", ["HOME VISIT", "Maya was in"]),
        ("He was quiet... then he laughed. Home.", ["He was quiet... then he laughed.", "Home."]),
        ("It was approx. 3 miles. He ran.", ["It was approx. 3 miles.", "He ran."]),
    ],
)
def test_sentences_follow_the_page(rules: Checker, text: str, sentences: list[str]) -> None:
    doc = rules.read(Record("t", text))
    assert [s.text.strip() for s in doc.sents] == sentences


def test_sentences_of_the_reader_run_over_a_break_that_the_window_made(checker: Checker) -> None:
    first = "She told me about her week at school and that she would like to tell\nher teacher about the flat."
    text = f"{first} Then she left."
    doc = checker.read(Record("t", text))
    assert [s.text.strip() for s in doc.sents] == [first, "Then she left."]
