"""Lines without a verb."""

from __future__ import annotations

import pytest
from rewrite_support import Drafter


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        ("Maya seen 9 Feb with Mum.", "You were seen 9 Feb with your mum."),
        ("Maya (9) seen alone in her room.", "You (9) were seen alone in your room."),
        ("Carers came. Maya not invited.", "Carers came. You were not invited."),
        ("Maya not spoken to about the move.", "You were not spoken to about the move."),
        (
            "Return talk done 19/06, Maya spoken to in the car.",
            "Return talk done 19/06, you were spoken to in the car.",
        ),
        ("I have Maya spoken of as shy.", "I have you spoken of as shy."),
        ("Has Maya spoken to Nan?", "Have you spoken to your nan?"),
        ("20.9.23 Maya excluded 2 days.", "20.9.23 You were excluded 2 days."),
        ("Maya was seen at school.", "You were seen at school."),
        ("Maya weighed 30kg.", "You weighed 30kg."),
        ("Plan: Maya to sign the list.", "Plan: You are to sign the list."),
        ("I told Maya to sit down.", "I told you to sit down."),
    ],
)
def test_a_line_about_the_child_gets_its_verb(draft: Drafter, note: str, drafted: str) -> None:
    assert draft(note).text == drafted


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        ("We met. Plan: SW to do a h/v.", "We met. Plan: I will do a home visit."),
        ("SW to visit Maya on 4 June.", "I will visit you on 4 June."),
        ("Plan: SW to ring Mum and to write to school.", "Plan: I will ring your mum and write to school."),
        ("- SW to ring Nan", "- I will ring your nan"),
        ("Mum asked SW to ring.", "Your mum asked me to ring."),
        ("Mum may ring. SW to visit.", "Your mum may ring. I will visit."),
    ],
)
def test_what_the_writer_is_to_do_is_what_the_writer_will_do(draft: Drafter, note: str, drafted: str) -> None:
    assert draft(note, author="J. Bell").text == drafted


def test_a_line_of_a_form_keeps_its_label(draft: Drafter) -> None:
    assert "were" not in draft("Child seen: Y\nMaya liked the park.").text
