from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.values import Child, Record

CHILD = Child("Maya", "she", 14)


def _found(checker: Checker, text: str) -> list[str]:
    review = checker.check(Record("a", text, CHILD))
    return [f.text for f in review.findings if f.category == "child-focus"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Maya is manipulative and attention seeking.", "manipulative"),
        ("She had one of her tantrums at tea.", "tantrum"),
        ("The referral was closed as Maya does not meet the criteria.", "criteria"),
        ("The minor was seen by the doctor.", "minor"),
        ("Bit of a madam at bedtime.", "madam"),
        ("The case was closed due to non engagement.", "closed due to non engagement"),
        ("The case was closed due to non-attendance.", "closed due to non-attendance"),
        ("She was discharged due to non attendance.", "discharged due to non attendance"),
    ],
)
def test_child_focus_finds_the_words(rules: Checker, text: str, words: str) -> None:
    assert any(words in found for found in _found(rules, text))


@pytest.mark.parametrize(
    "text",
    [
        "The climbing wall was challenging and Maya got to the top.",
        "Sessions have ended because Maya said that she feels ready.",
        "Maya has a bit of a cold.",
        "She met the goals that she set for herself.",
        "Dad is aggressive when he drinks.",
    ],
)
def test_child_focus_leaves_innocent_sentences(rules: Checker, text: str) -> None:
    assert _found(rules, text) == []


def test_child_focus_holds_back_a_rule_that_the_writer_challenges(rules: Checker) -> None:
    text = "She does not meet the criteria for counselling. I have challenged this with the manager."
    review = rules.check(Record("a", text, CHILD))
    assert [f for f in review.findings if f.category == "child-focus" and f.theme == "service-centred"] == []


def test_a_finding_ends_before_the_word_that_opens_what_comes_after(rules: Checker) -> None:
    found = rules.check("Maya kicked off when she was asked to come in.").findings
    assert [f.text for f in found if f.category == "child-focus"] == ["kicked off"]
