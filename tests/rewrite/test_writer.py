from __future__ import annotations

import pytest

from notecheck.checker import Checker
from notecheck.values import Child, Record

NOTE = "Spoke to SW about the plan. SW will visit Amara.\nT. Marsh, team manager"


def _draft(checker: Checker, text: str, author: str, record_type: str | None = None) -> str:
    return checker.rewrite(Record("a", text, Child("Amara", "she", 15), author=author, record_type=record_type)).text


def test_writer_signature_with_a_role_stays_as_it_is(checker: Checker) -> None:
    assert _draft(checker, NOTE, "T Marsh").endswith("T. Marsh, team manager")


@pytest.mark.parametrize(("text", "kind"), [(NOTE, None), (NOTE.split("\n")[0], "management oversight")])
def test_writer_of_oversight_is_not_the_social_worker(checker: Checker, text: str, kind: str | None) -> None:
    assert "I will visit" not in _draft(checker, text, "T Marsh", kind)


def test_writer_who_is_the_social_worker_becomes_i(checker: Checker) -> None:
    assert "I will visit you" in _draft(checker, "SW will visit Amara on Monday.", "Tom")


def test_writer_in_a_list_of_those_present_is_me(checker: Checker) -> None:
    draft = _draft(checker, "Present: Mum, SW, Mrs Ali.\nSW saw Amara at home.", "Tom")
    assert "me, Mrs Ali" in draft
    assert "I saw you at home" in draft


def test_verb_with_a_subject_of_its_own_keeps_to_it(checker: Checker) -> None:
    text = "CSE worker says Amara sat with her hood up and gave one word answers."
    assert "worker says you sat with" in _draft(checker, text, "Tom")


def test_what_an_unclear_he_owns_is_left_with_him(checker: Checker) -> None:
    text = "Darren punched Leo's mum. Leo saw this. He took his sister Bea into the bathroom."
    draft = checker.rewrite(text, child=Child("Leo", "he", 10)).text
    assert ("You took your sister" in draft) or ("He took his sister" in draft)


def test_a_possessive_that_two_people_share_stays_one(checker: Checker) -> None:
    draft = checker.rewrite("Maya and Leo's dad lives in Hull.", child=Child("Maya", "she", 9)).text
    assert draft == "Your and Leo's dad lives in Hull."
