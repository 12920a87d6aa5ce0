from __future__ import annotations

import pytest
from hand_made import read_with, standing

from notecheck.checker import Checker
from notecheck.checks.all_rules import with_all_rules
from notecheck.checks.asked import ALREADY_ASKED
from notecheck.checks.likeness_rules import BY_LIKENESS, THEMES
from notecheck.config import Config
from notecheck.lexicon.explain import explanation
from notecheck.lexicon.loader import load_lexicon
from notecheck.values import Finding

V, C, J = "victim-blaming", "child-focus", "jargon"
PLAIN = "Rain came down on the roof of the old mill for a week."


def _by_reader(findings: list[Finding]) -> list[Finding]:
    return [f for f in standing(findings) if f.found_by == "reader"]


def test_likeness_stands_where_no_rule_fires(rules: Checker) -> None:
    (found,) = _by_reader(read_with(rules, PLAIN, ("came down on the roof", V, "mutual", 0.97)))
    assert found.rule == "victim-blaming/like-mutual"
    assert found.text == "came down on the roof"
    assert found.theme == "mutual"
    assert found.probability == pytest.approx(0.97)
    assert BY_LIKENESS in found.why
    assert found.ask


def test_likeness_gives_way_to_a_rule_at_the_same_place(rules: Checker) -> None:
    found = read_with(rules, "Maya is manipulative.", ("is manipulative", C, "label", 0.99))
    assert [f.found_by for f in standing(found)] == ["rule"]
    told = [f for f in found if f.found_by == "reader"]
    assert (told[0].suppressed_by or "").startswith("said already by child-focus/")


def test_likeness_takes_over_the_reason_of_a_rule_that_was_held_back(rules: Checker) -> None:
    found = read_with(rules, "Maya is not manipulative.", ("manipulative", C, "label", 0.99))
    assert standing(found) == []
    assert {f.suppressed_by for f in found if f.found_by == "reader"} == {"the note denies it"}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('Maya said "rain came down on me".', "rain came down"),
        ("It did not come down on the mill.", "come down"),
    ],
)
def test_likeness_is_restrained_like_a_rule(rules: Checker, text: str, words: str) -> None:
    found = read_with(rules, text, (words, V, "mutual", 0.99))
    assert _by_reader(found) == []
    assert any(f.suppressed_by for f in found if f.found_by == "reader")


def test_likeness_below_its_threshold_is_not_there(rules: Checker) -> None:
    assert _by_reader(read_with(rules, PLAIN, ("came down", V, "mutual", 0.3))) == []


def test_likeness_needs_less_in_company(rules: Checker) -> None:
    likely = ("came down on the roof", V, "mutual", 0.75)
    assert _by_reader(read_with(rules, PLAIN, likely)) == []
    company = f"{PLAIN} Maya is manipulative and he has himself to thank for it."
    assert [f.text for f in _by_reader(read_with(rules, company, likely))] == ["came down on the roof"]


def test_likeness_joins_fragments_and_trims_edges(rules: Checker) -> None:
    fragments = (("and of the", V, "mutual", 0.9), ("roof of", V, "mutual", 0.95))
    text = "Rain and of the old roof of a mill."
    (found,) = _by_reader(read_with(rules, text, *fragments))
    assert found.text == "of the old roof"
    assert found.probability == pytest.approx(0.95)


def test_likeness_does_not_join_over_the_end_of_a_sentence(rules: Checker) -> None:
    text = "Rain came down. Wind went up."
    found = _by_reader(read_with(rules, text, ("came down", V, "mutual", 0.97), ("Wind went", V, "mutual", 0.97)))
    assert [f.text for f in found] == ["came down", "Wind went"]


def test_likeness_of_jargon_has_no_theme_and_a_general_explanation(rules: Checker) -> None:
    (found,) = _by_reader(read_with(rules, PLAIN, ("the old mill", J, None, 0.99)))
    assert found.rule == "jargon/like"
    assert found.theme is None
    assert BY_LIKENESS in found.why


def test_likeness_leaves_acronyms_to_their_own_check(rules: Checker) -> None:
    found = read_with(rules, "The CIN was held on Monday.", ("CIN", J, None, 0.99))
    assert _by_reader(found) == []


def test_likeness_rules_can_be_explained() -> None:
    lexicon = with_all_rules(load_lexicon())
    for category, themes in THEMES.items():
        for theme in themes:
            assert "Found by likeness" in explanation(lexicon, f"{category}/like-{theme}").replace("\n", " ")


def test_likeness_can_be_switched_off_by_theme() -> None:
    from notecheck.checker import load

    checker = load(config=Config(disable=("mutual",), reader=False))
    review_of_nothing = [f for f in read_with(checker, PLAIN, ("came down", V, "mutual", 0.99)) if not f.suppressed_by]
    assert {f.rule for f in review_of_nothing} & set(checker.lexicon.rules) <= checker.lexicon.disabled


def test_likeness_without_a_reader_finds_nothing(rules: Checker) -> None:
    assert [f for f in read_with(rules, PLAIN) if f.found_by == "reader"] == []


def test_likeness_beside_a_question_of_a_draft_asks_nothing_twice(rules: Checker) -> None:
    question = next(r.ask for r in rules.lexicon.rules.values() if r.ask and r.category == V)
    text = f"Rain [{question}] all over the old mill for a week and came down on the roof."
    found = read_with(rules, text, ("came down", V, "mutual", 0.99))
    assert _by_reader(found) == []
    assert {f.suppressed_by for f in found if f.found_by == "reader"} == {ALREADY_ASKED}


@pytest.mark.parametrize("before", ["Rain [Is that what we saw at the time?] and", "Rain fell [QUESTION]. Then it"])
def test_likeness_beside_other_brackets_or_in_the_next_sentence_stands(rules: Checker, before: str) -> None:
    question = next(r.ask for r in rules.lexicon.rules.values() if r.ask and r.category == V)
    text = f"{before.replace('QUESTION', question)} came down on the roof."
    assert _by_reader(read_with(rules, text, ("came down", V, "mutual", 0.99)))


def test_likeness_of_jargon_that_is_explained_beside_itself_is_held_back(rules: Checker) -> None:
    text = "The visual acuity (this means how well somebody sees) is low."
    assert _by_reader(read_with(rules, text, ("visual acuity", "jargon", None, 0.99))) == []
