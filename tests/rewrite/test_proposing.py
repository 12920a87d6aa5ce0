"""Who the child may be, where nobody has said."""

from __future__ import annotations

import pytest

from notecheck.rewrite.proposing import proposed_child


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Maya (9) was seen at school.", "Maya"),
        ("Child: Kofi\nSeen at home.", "Kofi"),
        ("Home visit. Leo's mum rang. I spoke to Leo.", "Leo"),
        ("Darren (34) and Ella (6) were there. Ella's nan rang.", "Ella"),
    ],
)
def test_proposing_takes_the_name_with_the_signs_of_a_child(text: str, name: str) -> None:
    assert proposed_child(text) == name


@pytest.mark.parametrize("text", ["", "Seen at school.", "On Monday Mum rang.", "The meeting is in May."])
def test_proposing_stays_silent_without_a_sign(text: str) -> None:
    assert proposed_child(text) is None
