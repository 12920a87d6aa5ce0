"""Putting a lexicon's wording into the form of the words that it replaces."""

from __future__ import annotations

import pytest

from notecheck.lexicon.inflect import fitted, inflected_verb, tag_by_form


@pytest.mark.parametrize(
    ("wording", "tag", "fit"),
    [
        ("go missing", "VBD", "went missing"),
        ("go missing", "VBZ", "goes missing"),
        ("go missing", "VBP", "go missing"),
        ("go missing", "VBG", "going missing"),
        ("went missing", "VBN", "gone missing"),
        ("be hurt", "VBD", "was hurt"),
        ("travel home", "VBD", "travelled home"),
        ("get in touch", "VBN", "got in touch"),
        ("the police", "VBD", "the police"),
        ("family time", "NNS", "family time"),
    ],
)
def test_inflect_fits_the_first_verb(wording: str, tag: str, fit: str) -> None:
    assert fitted(wording, tag) == fit


def test_inflect_knows_no_form_of_what_is_no_verb() -> None:
    assert inflected_verb("qqqq", "VBD") is None


@pytest.mark.parametrize(
    ("word", "tag"), [("absconded", "VBD"), ("absconding", "VBG"), ("absconds", "VBZ"), ("abscond", "")]
)
def test_inflect_guesses_a_tag_by_the_form(word: str, tag: str) -> None:
    assert tag_by_form(word) == tag
