from __future__ import annotations

import pytest

from notecheck.language.people import child_initials, child_names, role_of
from notecheck.values import Child


@pytest.mark.parametrize(
    ("word", "role"),
    [("Mum", "family"), ("girl", "child"), ("officer", "worker"), ("Maya", "child"), ("bicycle", None)],
)
def test_people_role_of_a_word(word: str, role: str | None) -> None:
    assert role_of(word, frozenset({"maya"})) == role


def test_people_child_is_named_by_parts_of_the_name() -> None:
    assert child_names(Child("Maya-Rose Brown (Mimi)")) >= {"maya-rose", "brown", "mimi"}
    assert child_names(Child()) == frozenset()


def test_people_child_in_initials() -> None:
    assert {"M", "MB", "M.B."} <= child_initials(Child("Maya Brown"))
    assert child_initials(Child()) == frozenset()
