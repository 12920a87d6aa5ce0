from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.checks.own_words import are_own, name_runs, own_runs


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("big meeting about how to keep a child safe", True),
        ("the big meeting about how to keep a child safe", True),
        ("brought it all on herself", False),
        ("she", False),
        ("", False),
    ],
)
def test_wordings_of_the_lexicon_are_known_as_ours(rules: Checker, text: str, own: bool) -> None:
    assert are_own(text, own_runs(rules.lexicon)) is own


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("Oppositional defiant disorder", True),
        ("the oppositional defiant disorder", True),
        ("defiant", False),
        ("an oppositional girl", False),
    ],
)
def test_names_that_letters_stand_for_are_known(rules: Checker, text: str, known: bool) -> None:
    assert are_own(text, name_runs(rules.lexicon)) is known


def test_nothing_that_a_rule_flags_is_made_of_our_own_words(rules: Checker) -> None:
    runs = own_runs(rules.lexicon)
    flagged = [
        finding.text
        for rule in rules.lexicon.rules_of("victim-blaming")
        if rule.proof
        for example in rule.proof.flag
        for finding in rules.check(example).findings
        if finding.category == "victim-blaming"
    ]
    own = [text for text in flagged if are_own(text, runs)]
    assert len(own) <= len(flagged) // 100, own
