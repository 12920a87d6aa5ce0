"""Phrases that need a fact: never kept without a word."""

from __future__ import annotations

import pytest
from rewrite_support import Drafter


@pytest.mark.parametrize(
    "phrase",
    [
        "She is placing herself at risk by going there.",
        "Maya put herself in a vulnerable position.",
        "Maya brought it on herself.",
        "She continues to put herself at\nrisk.",
    ],
)
def test_a_phrase_with_a_pronoun_in_it_becomes_a_question(draft: Drafter, phrase: str) -> None:
    made = draft(f"I met Maya at school. {phrase}")
    assert any("?" in left.reason for left in made.left_for_you), made.text
    assert "yourself" not in made.text
    assert "[" in made.text


def test_words_that_explain_letters_stay_so_that_the_letters_stay_explained(draft: Drafter) -> None:
    made = draft("Maya knows of the strategy discussion (SD) on Monday. The SD is at school.")
    assert "strategy discussion (SD)" in made.text
    assert "strategy discussion" in [left.text for left in made.left_for_you]


def test_plain_words_leave_what_explains_letters_alone(draft: Drafter) -> None:
    steady = "Maya went to school every day and had her lunch with her friends in the hall. "
    made = draft(f"{steady * 8}Nov 22 – Feeding clinic DNA (did not attend) x2. Mum will attend the clinic.")
    assert "DNA (did not attend)" in made.text
    assert "will go to the clinic" in made.text


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("Mum was there. Maya told her she does not like the hall.", "told her she does not like the hall"),
        ("Maya told her that it was cold. Mum was there.", "told her that it was cold"),
    ],
)
def test_whoever_the_child_told_is_not_the_child_and_who_said_to_dislike_it_is_asked(
    draft: Drafter, note: str, kept: str
) -> None:
    made = draft(note)
    assert kept in made.text
    assert made.left_for_you


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        # Whoever did it did it with what was his own.
        ("Maya was in the hall. Davina held up her arms and Nan laughed.", "her arms"),
        ("Maya came without a coat. Stacey had hers off at once.", "hers"),
        ("Maya said no. Mrs Eames had herself kept her in twice.", "herself"),
        # A verb of somebody else's words.
        ('The file says that Maya "puts herself at risk" by going.', 'Maya "puts herself at risk"'),
    ],
)
def test_what_may_be_anothers_stays_and_is_asked(draft: Drafter, note: str, kept: str) -> None:
    made = draft(note)
    assert kept in made.text
    assert made.left_for_you


def test_whose_father_it_is_is_asked_where_the_child_may_be_a_parent(draft: Drafter) -> None:
    made = draft("Maya is pregnant. Father is at college.", age=16)
    assert "Father is at college" in made.text
    assert "Father" in [left.text for left in made.left_for_you]
