from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.checker import Checker, load
from notecheck.checks.all_rules import with_all_rules
from notecheck.checks.frames import all_frames
from notecheck.checks.frames.classes import verb_forms, word_classes
from notecheck.checks.frames.frame import compiled, trigger_words
from notecheck.config import Config
from notecheck.errors import LexiconError
from notecheck.lexicon.explain import explanation
from notecheck.lexicon.loader import load_lexicon
from notecheck.lexicon.selfcheck import EXAMPLE_CHILD, faults
from notecheck.values import Child, Finding, Record, Review

FRAMES = all_frames()
THEMES = {
    "risk-as-choice", "provoked", "harm-without-actor", "consent-implied", "warned-so-responsible", "refuses-help",
    "burden-on-victim", "disbelief", "minimising", "mutual", "survivor-blamed", "label", "judging-behaviour",
    "depersonalising", "service-centred",
}  # fmt: skip


def _of(review: Review, rule: str) -> list[Finding]:
    return [f for f in (*review.findings, *review.suppressed) if f.rule == rule]


def _check(checker: Checker, text: str, child: Child = EXAMPLE_CHILD) -> Review:
    return checker.check(Record("a", text, child))


def test_frames_there_is_one_a_theme_at_least() -> None:
    assert {f.theme for f in FRAMES} == THEMES


def test_frames_have_ids_of_their_own_that_name_their_theme() -> None:
    ids = [f.id for f in FRAMES]
    assert len(ids) == len(set(ids))
    assert all(f.id.startswith(f"{f.category}/frame-{f.theme}") for f in FRAMES)


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_frames_prove_themselves(frame, rules: Checker) -> None:  # type: ignore[no-untyped-def]
    assert len(frame.flag) >= 2
    assert len(frame.ok) >= 2
    assert list(faults(rules.lexicon, rules.check, frozenset({frame.id}))) == []


@pytest.mark.parametrize("frame", FRAMES, ids=lambda f: f.id)
def test_frames_are_woken_by_their_words_wherever_they_match(frame) -> None:  # type: ignore[no-untyped-def]
    classes = word_classes()
    wakes = trigger_words(frame, classes)
    for example in frame.flag:
        low = example.lower()
        if any(compiled(p, classes).search(low) for p in frame.patterns):
            assert wakes & set(re.findall(r"'?[a-z]+", low))


def test_frames_mark_the_words_that_carry_the_blame(rules: Checker) -> None:
    review = _check(rules, "Social worker rang. Maya goaded him and he pushed her over. Tea was pasta.")
    found = [f for f in review.findings if f.theme == "provoked"]
    assert [f.text for f in found] == ["goaded him"]


def test_frames_hold_back_harm_whose_doer_is_named_near_by(rules: Checker) -> None:
    alone = _check(rules, "Maya sustained bruising to her arm at home.")
    told = _check(rules, "Maya sustained bruising to her arm at home. Her uncle hit her with a belt.")
    assert "harm-without-actor" in {f.theme for f in alone.findings}
    assert "harm-without-actor" not in {f.theme for f in told.findings}
    assert "the person responsible is named as acting" in {f.suppressed_by for f in told.suppressed}


def test_frames_see_an_age_gap_from_the_ages_near_by(rules: Checker) -> None:
    rule = "victim-blaming/frame-consent-implied"
    fourteen = Child("Maya", "she", 14)

    def flagged(text: str, child: Child) -> bool:
        return any(f.theme == "consent-implied" and not f.suppressed_by for f in _check(rules, text, child).findings)

    assert flagged("Her boyfriend (25) collects her from school.", fourteen)
    assert flagged("Her boyfriend collects her from school. He is 25.", fourteen)
    assert not _of(_check(rules, "Her boyfriend (15) collects her from school.", fourteen), rule)
    assert not _of(_check(rules, "Her boyfriend (25) collects her.", Child("Maya", "she", 24)), rule)


def test_frames_do_not_lay_on_the_child_what_a_service_does(rules: Checker) -> None:
    review = _check(rules, "The police refused to name the man. The school ignored advice about the men outside.")
    assert [f for f in review.findings if f.rule.startswith("victim-blaming/frame")] == []


def test_frames_are_rules_that_can_be_explained_and_listed() -> None:
    lexicon = with_all_rules(load_lexicon())
    for frame in FRAMES:
        text = explanation(lexicon, frame.id)
        assert frame.why[:30] in text.replace("\n", " ")
        assert "Found in:" in text
        assert "Source:" in text


def test_frames_theme_explanation_lists_its_frames() -> None:
    assert "victim-blaming/frame-mutual-both" in explanation(with_all_rules(load_lexicon()), "mutual")


def test_frames_can_be_switched_off_by_id_and_by_category() -> None:
    text = "Maya goaded him and he pushed her over."
    rule = "victim-blaming/frame-provoked"
    one = load(config=Config(disable=(rule,), reader=False))
    every = load(config=Config(disable=("victim-blaming",), reader=False))
    assert not _of(_check(one, text), rule)
    assert not [f for f in _check(every, text).findings if f.category == "victim-blaming"]


def test_frames_take_the_level_that_a_council_gives() -> None:
    rule = "victim-blaming/frame-mutual-escalated"
    checker = load(config=Config(levels={rule: "note"}, reader=False))
    assert checker.lexicon.rules[rule].level == "note"
    found = _of(_check(checker, "The row boiled over and Mum was hurt."), rule)
    assert [f.level for f in found] == ["note"]


@pytest.mark.parametrize(
    ("base", "form", "group"),
    [
        ("hit", "hit", "participle"),
        ("shake", "shaken", "participle"),
        ("punch", "punching", "ing"),
        ("grab", "grabs", "third"),
    ],
)
def test_classes_give_the_forms_of_a_verb(base: str, form: str, group: str) -> None:
    assert form in verb_forms(base)[group]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("things:\n  a: [b]\n", "is not one of"),
        ("words:\n  a: []\n", "should be a list"),
        ("words:\n  a: [b, b]\n", "is there twice"),
        ("words:\n  two words: [b]\n", "one word of letters"),
        ("- a\n", "should hold"),
        ("words: [\n", "cannot be read"),
    ],
)
def test_classes_refuse_a_file_with_a_fault(tmp_path: Path, text: str, fault: str) -> None:
    path = tmp_path / "classes.yml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=fault):
        word_classes(path)


def test_classes_that_a_frame_asks_for_are_there() -> None:
    with pytest.raises(LexiconError, match="not there"):
        compiled("{nosuchclass}", word_classes())


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_frames_take_any_text(rules: Checker, text: str) -> None:
    for finding in _check(rules, text).findings:
        assert text[finding.start : finding.end] == finding.text


@pytest.mark.parametrize("frame", FRAMES[::3], ids=lambda f: f.id)
def test_frames_find_the_same_in_capitals_and_with_curly_marks(frame, rules: Checker) -> None:  # type: ignore[no-untyped-def]
    text = frame.flag[0]
    curly = text.replace("'", "’")
    plain, changed = (
        [(f.start, f.end) for f in (*r.findings, *r.suppressed) if f.rule == frame.id]
        for r in (_check(rules, text), _check(rules, curly))
    )
    assert plain == changed


def test_frames_values_are_frozen() -> None:
    with pytest.raises(AttributeError):
        FRAMES[0].theme = "other"  # type: ignore[misc]
    assert replace(FRAMES[0], name="x").id.endswith("-x")
