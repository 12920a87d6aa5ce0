"""Whole drafts: what must hold for any note."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rewrite_support import Drafter

from notecheck.checker import Checker
from notecheck.language.speech import quotations
from notecheck.values import Child, Draft, Record

NOTE = (
    'Home visit 12 March, 4.15pm. Maya (9) was seen alone in her bedroom. She said, "I don\'t like it when he shouts." '
    "Darren hit Maya on 3 March and she has a bruise on her left arm. She isn't to blame. "
    "Mum may move to her sister's. Maya wants to see her nan, who lives at 14 Mill Road."
)


def test_draft_speaks_to_the_child(draft: Drafter) -> None:
    text = draft(NOTE).text
    assert "You (9) were seen alone in your bedroom." in text
    assert "Darren hit you on 3 March and you have a bruise on your left arm." in text
    assert "You aren't to blame." in text


@pytest.mark.parametrize(
    "fact",
    ["12 March", "4.15pm", "(9)", "“", "3 March", "may move", "n't to blame", "14 Mill Road", "Darren", "bruise"],
)
def test_draft_keeps_every_fact(draft: Drafter, fact: str) -> None:
    assert fact.replace("“", '"I don\'t like it when he shouts."') in draft(NOTE).text


def test_draft_of_a_draft_changes_nothing(draft: Drafter) -> None:
    once = draft(NOTE).text
    assert draft(once).text == once


@pytest.mark.parametrize(
    "note",
    [
        "Dear Maya, I came to see you on Monday. You told me about your hamster. I think you are brave.",
        "You and I met at school. You said that your dad shouts. It is not your fault.",
        "Hi Maya\n\nThank you for the picture. Mum says she likes it too.",
    ],
)
def test_draft_leaves_a_note_to_the_child_as_it_was(draft: Drafter, note: str) -> None:
    found = draft(note)
    assert found.text == note
    assert found.changes == ()


def test_draft_leaves_quotations_alone(draft: Drafter) -> None:
    assert 'said "Maya hits her sister and she cries".' in draft('Nan said "Maya hits her sister and she cries".').text


def test_draft_names_a_pronoun_that_could_be_two_people(draft: Drafter) -> None:
    found = draft("Maya and Ella were playing when she fell.")
    assert "she fell" in found.text
    assert [(p.text, p.start) for p in found.left_for_you] == [("she", 32)]


def test_draft_changes_say_where_and_why(draft: Drafter) -> None:
    found = draft("Maya was late.")
    assert [(c.before, c.after) for c in found.changes] == [("Maya", "You"), ("was", "were")]
    assert all(found.record.text[c.start : c.end] == c.before and c.reason for c in found.changes)


def test_draft_without_a_name_proposes_and_asks(draft: Drafter) -> None:
    found = draft("Maya (9) was seen. Maya's mum rang.", name=None, pronouns=None)
    assert found.text == "Maya (9) was seen. Maya's mum rang."
    assert "--child Maya" in found.left_for_you[0].reason


def test_draft_says_when_a_note_speaks_to_somebody_else(draft: Drafter) -> None:
    found = draft("Hi Lorraine\n\nMaya was sick today. Can you ring the school?")
    assert any("Lorraine" in place.reason for place in found.left_for_you)


def test_draft_marks_an_acronym_with_two_meanings(draft: Drafter) -> None:
    found = draft("Maya was on a CP.")
    assert any(place.text == "CP" for place in found.left_for_you)


def test_draft_of_nothing_is_nothing(draft: Drafter) -> None:
    assert draft("").text == ""
    assert draft(" \n\n ").text == " \n\n "


def test_draft_by_rules_alone_works_and_says_so(draft_by_rules: Drafter) -> None:
    found = draft_by_rules("Maya is at school. She likes it and has friends.")
    assert found.text == "You are at school. You like it and have friends."
    assert "reader" in found.notes[0]


def test_draft_stream_gives_the_same_as_one_by_one(checker: Checker) -> None:
    child = Child("Maya", "she", 9)
    records = [Record(str(n), text, child) for n, text in enumerate([NOTE, "", "Maya is six.", NOTE])]
    assert [d.text for d in checker.rewrite_many(records)] == [checker.rewrite(r).text for r in records]


def numbers_in(text: str) -> list[str]:
    return sorted(re.findall(r"\d+", text))


WORDS = st.sampled_from(
    "Maya she her Mum Dad said is was has £20 3 May 4.15pm not never hit “ok” 'no' \" ' ( ) [ ] : ; - – . , ? ! "
    "and but who SW CIN \n \t • Will don't it's Maya's hers herself you Dear 😀 é 12/03/24 s47 the a".split(" ")
)


def survives(found: Draft, text: str) -> None:
    assert [n for n in numbers_in(text) if n not in numbers_in(found.text)] == []
    for start, end in quotations(text):
        assert text[start:end] in found.text
    for change in found.changes:
        assert text[change.start : change.end] == change.before


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, max_size=40).map(" ".join))
def test_draft_of_shuffled_words_loses_no_number_or_quotation(draft: Drafter, text: str) -> None:
    survives(draft(text), text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_draft_of_any_text_never_crashes(draft: Drafter, text: str) -> None:
    survives(draft(text), text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(WORDS, max_size=30).map(" ".join))
def test_draft_by_rules_of_shuffled_words_loses_nothing(draft_by_rules: Drafter, text: str) -> None:
    survives(draft_by_rules(text), text)


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        ("SGO support visit to Maya at home today.", "Special guardianship order (a judge's decision"),
        ("Maya was seen on a S47 joint visit.", "section 47 (when we find out if you are safe) joint visit"),
        ("Maya was at the S47 meeting.", "section 47 meeting (when we find out if you are safe)"),
    ],
)
def test_draft_explains_a_name_that_law_gives_before_a_noun_too(draft: Drafter, note: str, drafted: str) -> None:
    assert drafted in draft(note).text


def test_draft_lists_a_likeness_of_a_question_and_leaves_the_question_whole(draft: Drafter) -> None:
    found = draft("She brought it on herself. Why hasn't she told anyone?")
    assert found.text.endswith("Why haven't you told anyone?")
    assert "Why hasn't she told anyone" in [left.text for left in found.left_for_you]


def test_draft_does_not_say_you_to_two_people_in_one_sentence(checker: Checker) -> None:
    note = "Handover to Imran. Zayd likes to be told times. Say yours when you ring him."
    made = checker.rewrite(Record("a", note, Child("Zayd", "he", 9)))
    assert "when you ring him" in made.text
    assert "him" in [left.text for left in made.left_for_you]


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        ("Maya has been mother hen to Ellis.", "You have been mother hen to Ellis."),
        ("Mum works nights.", "Your mum works nights."),
        ("I met the parents of Maya (14) at school.", "I met your parents (you are 14) at school."),
        ("Maya was at sch by nine.", "You were at sch by nine."),
        ("Maya was tired, so her coach drove her home.", "You were tired, so your coach drove you home."),
        ("Nan handed her her scarf.", "Your nan handed you your scarf."),
        ("Maya came. Not only was she brave, she was kind.", "You came. Not only were you brave, you were kind."),
        ("Three girls filmed her being sick.", "Three girls filmed you being sick."),
        ("Maya and Leo sat down. Nan let them.", "You and Leo sat down. Your nan let you and Leo."),
        ("Housing is out of scope for Maya.", "Housing is outside what we do for you."),
        ("A visit to Maya is within our remit.", "A visit to you is part of what we do."),
        ("Maya has a 3 cm lac on her arm.", "You have a 3 cm lac on your arm."),
        ("Dad took the fob.", "Your dad took the fob."),
    ],
)
def test_draft_does_not_take_one_word_for_another(draft: Drafter, note: str, drafted: str) -> None:
    assert draft(note).text == drafted


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        ("There was a failed suicide attempt in May.", "There was a suicide attempt in May."),
        ("Dad is a drug user.", "Your dad is a person who uses drugs."),
        ("Unit staff rang Maya.", "Staff at the home rang you."),
        ("There are hidden men.", "There are unseen men."),
    ],
)
def test_draft_says_what_the_note_says(draft: Drafter, note: str, drafted: str) -> None:
    assert draft(note).text == drafted
