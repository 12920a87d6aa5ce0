from __future__ import annotations

import pytest

from notecheck.language.inflection import inflections, matching_forms


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("place", {"place", "places", "placed", "placing"}),
        ("abscond", {"abscond", "absconds", "absconded", "absconding"}),
        ("put", {"put", "puts", "putting"}),
        ("stop", {"stop", "stops", "stopped", "stopping"}),
        ("visit", {"visit", "visits", "visited", "visiting"}),
        ("travel", {"travel", "travels", "travelled", "travelling"}),
        ("deny", {"deny", "denies", "denied", "denying"}),
        ("agency", {"agency", "agencies"}),
        ("choose", {"choose", "chooses", "chose", "chosen", "choosing"}),
        ("child", {"child", "children"}),
        ("at", {"at"}),
    ],
)
def test_inflections_spell_the_forms_of_a_word(base: str, forms: set[str]) -> None:
    assert forms <= inflections(base)


def test_matching_forms_join_a_word_that_is_listed_in_two_inflections() -> None:
    forms = matching_forms(["meet", "meeting"])
    assert forms["meet"] == forms["meeting"] == forms["meetings"] == forms["met"]


def test_matching_forms_keep_car_and_care_apart() -> None:
    forms = matching_forms(["car", "care"])
    assert (forms["cars"], forms["caring"]) == ("car", "care")
