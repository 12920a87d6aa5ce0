from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.checks.rejection import denied, rejected
from notecheck.values import Child, Finding, Record

CHILD = Child("Maya", "she", 14)
BLAME = ("victim-blaming", "child-focus")


def _found(rules: Checker, text: str) -> tuple[list[Finding], list[Finding]]:
    review = rules.check(Record("a", text, CHILD))
    return [f for f in review.findings if f.category in BLAME], [f for f in review.suppressed if f.category in BLAME]


def _reasons(rules: Checker, text: str) -> set[str]:
    return {f.suppressed_by or "" for f in _found(rules, text)[1]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('Maya said "I made myself an easy target and I am manipulative".', "the child's own words"),
        ("Maya told me that she is manipulative.", "the child's own words"),
        ('Mum said "she is manipulative and attention seeking".', "a family member's own words"),
        ("She is not manipulative.", "the note denies it"),
        ("It is not true that Maya is manipulative.", "the note denies it"),
        ("We do not think that she is manipulative.", "the note denies it"),
        ("Nobody thinks that she is attention seeking.", "the note denies it"),
        ("The old report says she is manipulative. Those words should go.", "the writer rejects these words"),
        (
            "The form calls her manipulative and I have asked for that to be corrected.",
            "the writer rejects these words",
        ),
        ("School described her as manipulative. I do not agree.", "the writer rejects these words"),
        ("His statement calls her disobedient. I set that down only to disagree.", "the writer rejects these words"),
        ("I wrote that he was manipulative. I have put that right today.", "the writer rejects these words"),
    ],
)
def test_restraint_holds_back_with_a_reason(rules: Checker, text: str, reason: str) -> None:
    standing, _ = _found(rules, text)
    assert standing == []
    assert reason in _reasons(rules, text)


@pytest.mark.parametrize(
    "text",
    [
        "Maya is manipulative.",
        "Maya is manipulative and will not eat.",
        "She was told not to be so manipulative, and is manipulative.",
        "School described her as manipulative.",
        "She did not want tea. She is manipulative.",
        "Mum said she was tired, but Maya is manipulative.",
    ],
)
def test_restraint_lets_the_writers_own_wording_stand(rules: Checker, text: str) -> None:
    standing, _ = _found(rules, text)
    assert "manipulative" in {f.text.split()[-1] for f in standing}


def test_restraint_makes_a_note_of_a_professional_quoted_without_comment(rules: Checker) -> None:
    standing, _ = _found(rules, 'The officer wrote: "she is manipulative".')
    assert [f.level for f in standing] == ["note"]
    assert standing[0].ask == "Whose words are these, and what do we think?"
    assert standing[0].instead == ()


def test_restraint_a_professional_who_is_rejected_is_held_back(rules: Checker) -> None:
    text = 'The officer wrote: "she is manipulative". I have challenged this.'
    assert _found(rules, text)[0] == []


@pytest.mark.parametrize(
    "before",
    [
        "It was not ",
        "She did not ",
        "Nobody is ",
        "It wasn't ",
        "We would never call it ",
        "It is not true that she is ",
    ],
)
def test_rejection_denial_reaches_what_follows(before: str) -> None:
    assert denied(before)


@pytest.mark.parametrize(
    "before",
    [
        "She did not eat and ",
        "He was not there. Then ",
        "She was told not to ",
        "I will not ask who ",
        "She did not come because she is ",
    ],
)
def test_rejection_denial_ends_with_its_clause(before: str) -> None:
    assert not denied(before)


def test_rejection_needs_words_that_are_spoken_of() -> None:
    assert rejected("The log says she is sly.", "That is wrong.")
    assert not rejected("Maya ran.", "She was late.")
