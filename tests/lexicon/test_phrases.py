from __future__ import annotations

import pytest

from notecheck.lexicon.phrases import SLOTS, PhraseError, base_words, variants


def test_variants_of_a_plain_phrase_are_its_words() -> None:
    assert variants("strategy discussion") == [("strategy", "discussion")]


def test_variants_with_a_slot_are_one_for_each_of_its_words() -> None:
    assert set(variants("put {self} first")) == {("put", w, "first") for w in SLOTS["self"]}


def test_variants_with_an_optional_word_leave_it_out_too() -> None:
    assert set(variants("at (serious|very high) risk")) == {
        ("at", "risk"),
        ("at", "serious", "risk"),
        ("at", "very", "high", "risk"),
    }


def test_variants_with_a_slash_choose_a_word() -> None:
    assert set(variants("boyfriend/girlfriend")) == {("boyfriend",), ("girlfriend",)}


def test_variants_leave_slashed_shorthand_whole() -> None:
    assert variants("f/u") == [("f/u",)]


@pytest.mark.parametrize("phrase", ["put {nobody} first", "a (b", "", "{they} {they} {they} {they} {they} {they}"])
def test_variants_refuse_what_cannot_be_read(phrase: str) -> None:
    with pytest.raises(PhraseError):
        variants(phrase)


def test_base_words_leave_out_words_of_exact_form() -> None:
    assert base_words("raise =concerns") == {"raise"}
