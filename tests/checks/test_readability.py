from __future__ import annotations

from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.checker import Checker, load
from notecheck.checks.readability import reading_age, school_year, sentence_age
from notecheck.checks.reading_text import read_sentences
from notecheck.checks.syllables import SPELT, syllables
from notecheck.values import Child, Record

SIMPLE = "Maya had toast. Then she went to school with her mum. She likes maths and art. " * 8
HARD = (
    "Following multidisciplinary consideration of the significant contextual vulnerabilities, it was acknowledged that "
    "the implementation of appropriate therapeutic interventions, which had previously been recommended although not "
    "commissioned, would necessitate additional authorisation from the responsible commissioning organisation. "
)


@pytest.mark.parametrize(
    ("word", "count"),
    [("mum", 1), ("school", 1), ("safeguarding", 3), ("intervention", 4), ("organisation", 5), ("well-being", 3)],
)
def test_syllables_of_a_word(word: str, count: int) -> None:
    assert syllables(word) == count


def test_syllables_of_letters_are_said_one_by_one() -> None:
    assert syllables("cin" + SPELT) == 3
    assert syllables("sw" + SPELT) == 4


def test_readability_of_plain_words_is_young_and_of_hard_ones_is_not(rules: Checker) -> None:
    plain, hard = rules.check(SIMPLE).readability, rules.check(HARD * 4).readability
    assert plain
    assert hard
    assert plain.reading_age is not None
    assert hard.reading_age is not None
    assert plain.reading_age < 9 < 18 < hard.reading_age


def test_readability_says_when_there_is_not_enough_text(rules: Checker) -> None:
    readability = rules.check("Maya had toast.").readability
    assert readability
    assert not readability.enough_text
    assert readability.reading_age is None


@pytest.fixture(scope="module")
def textstat() -> ModuleType:
    """textstat with our syllables in place of the dictionary that it would download."""
    import textstat
    from textstat.backend.counts import _count_syllables

    class Pronunciations(dict):
        def __missing__(self, word: str) -> list[list[str]]:
            return [["0"] * syllables(word)]

    _count_syllables.get_cmudict = lambda lang: Pronunciations()
    return textstat


@pytest.mark.parametrize("text", [SIMPLE, HARD * 4, SIMPLE + HARD])
@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("flesch_reading_ease", "flesch_reading_ease"),
        ("flesch_kincaid_grade", "flesch_kincaid_grade"),
        ("gunning_fog", "gunning_fog"),
        ("dale_chall", "dale_chall_readability_score"),
        ("automated_readability_index", "automated_readability_index"),
        ("coleman_liau_index", "coleman_liau_index"),
        ("linsear_write", "linsear_write_formula"),
    ],
)
def test_readability_agrees_with_textstat(
    rules: Checker, textstat: ModuleType, text: str, ours: str, theirs: str
) -> None:
    readability = rules.check(text).readability
    assert readability
    prose = " ".join(" ".join(s.words).capitalize() + "." for s in read_sentences(rules.nlp(text)))
    # Linsear Write looks at the first hundred words only in textstat.
    expected = getattr(textstat, theirs)(prose, *([False, False] if theirs == "linsear_write_formula" else []))
    assert getattr(readability, ours) == pytest.approx(expected, abs=0.11)


@pytest.mark.parametrize(
    "dressed",
    [
        "HOME VISIT RECORD\n\nAttendance:\n" + SIMPLE,
        "- " + SIMPLE.replace(". ", ".\n- "),
        SIMPLE.replace("toast", "12/03/2024"),
        "Ref: AB/123456/7\n" + SIMPLE,
    ],
)
def test_readability_is_not_distorted_by_how_a_note_is_set_out(rules: Checker, dressed: str) -> None:
    bare, with_dress = rules.check(SIMPLE).readability, rules.check(dressed).readability
    assert bare
    assert with_dress
    assert with_dress.reading_age == pytest.approx(bare.reading_age, abs=1)


def test_an_explanation_in_brackets_is_read_as_a_sentence_of_its_own(rules: Checker) -> None:
    text = "Maya has a plan (a list of what must change, and by when) and likes it (mostly). She is seven."
    read = [" ".join(s.words) for s in read_sentences(rules.nlp(text))]
    assert read == [
        "maya has a plan and likes it mostly",
        "a list of what must change and by when",
        "she is seven",
    ]


def test_readability_does_not_count_the_questions_of_a_draft(rules: Checker) -> None:
    asked = SIMPLE.replace("toast", "[Who did the harm, and what did they do?] toast")
    bare, with_questions = rules.check(SIMPLE).readability, rules.check(asked).readability
    assert bare == with_questions


def test_readability_points_at_the_hardest_sentence_and_says_why(rules: Checker) -> None:
    review = rules.check(Record("a", SIMPLE + HARD, Child("Maya", "she", 9)))
    findings = [f for f in review.findings if f.category == "readability"]
    assert len(findings) == 1
    assert findings[0].text.startswith("Following multidisciplinary")
    assert findings[0].level == "note"
    assert "words" in findings[0].why


def test_readability_leaves_quoted_words_alone(rules: Checker) -> None:
    review = rules.check(Record("a", SIMPLE + f'Maya said, "{HARD.strip()}"', Child("Maya", "she", 9)))
    assert [f for f in review.findings if f.category == "readability"] == []


def test_readability_is_set_against_the_childs_age(rules: Checker) -> None:
    readability = rules.check(Record("a", HARD * 4, Child("Maya", "she", 9))).readability
    assert readability
    assert readability.reading_age is not None
    assert readability.above_child == pytest.approx(readability.reading_age - 9)


@pytest.mark.parametrize(("age", "year"), [(5.2, "Year 1"), (11.0, "Year 7"), (15.9, "Year 11"), (17, "sixth form")])
def test_school_year_of_an_age(age: float, year: str) -> None:
    assert school_year(age) == year


def test_reading_age_stays_within_what_the_formula_can_say() -> None:
    assert reading_age(-8) == 5
    assert reading_age(60) == 22


@given(st.lists(st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=20), min_size=1, max_size=60))
@settings(max_examples=80, deadline=None)
def test_sentence_age_is_always_an_age(words: list[str]) -> None:
    assert 5 <= sentence_age(words) <= 22


def test_readability_gives_every_formula_where_there_is_enough_text() -> None:
    review = load(reader=False).check(SIMPLE * 2)
    assert review.readability
    missing = [k for k, v in review.readability.to_dict().items() if v is None and k != "above_child"]
    assert missing == []


def test_syllables_of_a_word_that_the_table_does_not_have() -> None:
    assert syllables("zofia") >= 1
