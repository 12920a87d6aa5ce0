"""What is already good in a note is found, said kindly, and not found where it is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT

from notecheck.checker import Checker, load
from notecheck.lexicon.selfcheck import faults
from notecheck.reports.words import good_lines, slips_line
from notecheck.values import Child, Record, Review

MAYA = Child("Maya Brown", "she", 14)
PAIRS = {
    "home-visit": Child("Ellie", "she", 10),
    "night-away": Child("Jamal", "he", 15),
    "living-with-jo": Child("Sasha", "they", 13),
}
FOLDER = ROOT / "examples" / "before-and-after"


def _review(rules: Checker, text: str, child: Child = MAYA) -> Review:
    return rules.check(Record("note", text, child))


def _example(rules: Checker, name: str, version: str) -> Review:
    return _review(rules, (FOLDER / f"{name}-{version}.txt").read_text("utf-8"), PAIRS[name])


def test_strengths_lexicon_proves_itself(rules: Checker) -> None:
    mine = frozenset(r.id for r in rules.lexicon.rules_of("strength"))
    assert mine
    assert [(f.rule, f.example, f.what) for f in faults(rules.lexicon, rules.check, mine)] == []


def test_strengths_selfcheck_tells_of_an_entry_that_finds_what_it_should_not(tmp_path: Path) -> None:
    own = tmp_path / "ours.yml"
    own.write_text(
        "theme: ours\ntitle: Ours\ncategory: strength\nwhy: Because.\nsource: {title: our judgement}\n"
        "entries:\n- id: strength/ours\n  phrases: [kite]\n  flag: [She flew a kite., A swing.]\n"
        "  ok: [He bought a kite., A tree.]\n",
        "utf-8",
    )
    checker = load([own], reader=False)
    found = [(f.example, f.what) for f in faults(checker.lexicon, checker.check, frozenset({"strength/ours"}))]
    assert [example for example, _ in found] == ["A swing.", "He bought a kite."]


@pytest.mark.parametrize(
    "text",
    [
        "Maya is not proud of what she did.",
        "Maya likes to kick off when staff are busy.",
        "She likes the attention.",
        "Her mum loves gardening.",
        "Maya refused to help her nan with the shopping.",
        "If she apologises she can come home.",
        "Things are not going well.",
        "Maya has never been good at maths.",
    ],
)
def test_strengths_are_not_seen_where_they_are_denied_or_somebody_elses(rules: Checker, text: str) -> None:
    assert _review(rules, text).strengths == ()


def test_strengths_name_the_child_by_first_name(rules: Checker) -> None:
    assert "You wrote down what Maya is proud of." in good_lines(_review(rules, "Maya is proud of her badge."))


def test_strengths_speak_of_the_child_where_no_name_is_known(rules: Checker) -> None:
    lines = good_lines(_review(rules, "You are proud of your badge. You showed me.", Child()))
    assert "You wrote down what the child is proud of." in lines


def test_strengths_thanks_to_a_parent_are_not_thanks_to_the_child(rules: Checker) -> None:
    assert _review(rules, "Dear Mrs Khan,\n\nThank you for coming to see me about Maya.").strengths == ()


def test_strengths_can_be_switched_off() -> None:
    from notecheck.config import Config

    checker = load(config=Config(disable=("strength",)), reader=False)
    assert _review(checker, "Maya is proud of her badge.").strengths == ()


def test_strengths_come_first_and_once(rules: Checker) -> None:
    lines = good_lines(_review(rules, 'Dear Maya,\n\nYou love drawing. You love horses. You said, "I want a dog."'))
    assert lines == [
        "It is written to Maya.",
        "You wrote down what Maya likes.",
        "Maya's own words and wishes or feelings are here.",
    ]


def test_slips_are_shown_with_their_lines(rules: Checker) -> None:
    text = "Dear Maya,\n\nYou drew a fox. You were glad.\nMaya was tired. You will see me on Monday."
    assert slips_line(_review(rules, text)) == "It speaks to Maya, but here it speaks about them: “Maya” in line 4."


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_examples_after_are_clean_and_written_to_the_child(rules: Checker, name: str) -> None:
    after = _example(rules, name, "after")
    assert [(f.rule, f.text) for f in after.findings if f.level != "note"] == []
    assert after.voice is not None
    assert (after.voice.written, after.voice.slips) == ("to", ())
    assert after.voice.own_words and after.voice.wishes


@pytest.mark.parametrize("name", sorted(PAIRS))
def test_examples_before_have_findings_and_fewer_strengths(rules: Checker, name: str) -> None:
    before, after = _example(rules, name, "before"), _example(rules, name, "after")
    assert len([f for f in before.findings if f.level != "note"]) >= 3
    assert before.voice is not None and before.voice.written == "about"
    assert len(after.strengths) >= len(before.strengths) + 3
