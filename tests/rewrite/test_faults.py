"""Faults that were seen in drafts read as the child would read them: one of each kind, put right for its kind."""

from __future__ import annotations

import pytest
from rewrite_support import Drafter


@pytest.mark.parametrize(
    ("note", "drafted"),
    [
        # Whoever's sister the one is, the other is her mother too.
        ("Maya was there with her sister Leila and her mum.", "You were there with your sister Leila and your mum."),
        # What is given to her is not hers, and what he owns is not "yours".
        ("Mum gave her dry cereal, Maya said.", "Your mum gave you dry cereal, you said."),
        ("I saw Maya. I have visited her eleven times.", "I saw you. I have visited you eleven times."),
        # Words that are spoken of stay.
        ("Maya said not to call it respite.", "You said not to call it respite."),
        # "Views of you" would be what others think.
        ("Views of the child: Maya wants to stay.", "Your views: You want to stay."),
        ("Mother and child were seen. Maya smiled.", "Your mother and you were seen. You smiled."),
        # One that the note has named already is no longer "a" social worker.
        ("The ISW has met Maya.", "The social worker from outside the council has met you."),
        # Of any child, and of no one child.
        (
            "Maya was there. A child who steps in front of her sister is brave.",
            "You were there. A child who steps in front of her sister is brave.",
        ),
        # A number or a date opens an entry.
        (
            "Plan\n1 Maya will ring Nan.\n03.02.24 Maya told me.",
            "Plan\n1 You will ring your nan.\n03.02.24 You told me.",
        ),
        # What reads on is a thing, not the child.
        ("Maya was quiet. Makes you ask.", "You were quiet. Makes you ask."),
        # What is owned stands right behind, whatever the tree makes of it.
        ("Her mum & Maya's nursery are both on that street.", "Your mum & your nursery are both on that street."),
        # A word for kin before the name goes with it.
        ("I met Gemma, 24, and daughter Maya.", "I met Gemma, 24, and you."),
        ("Gemma rang about dau Maya.", "Gemma rang about you."),
        # What help there was, only the writer can say.
        (
            "Maya has been known to services since she was nine.",
            "You have been known to services since you were nine.",
        ),
        # The verb after "that" goes with a plural.
        (
            "Maya's protective factors are school and Nan.",
            "Your good things that help keep you safe are school and your nan.",
        ),
        # A line that says how the child is.
        ("Nursery: Maya bright, loves the water tray.", "Nursery: You are bright, love the water tray."),
        ("Maya upset and went to her room.", "You were upset and went to your room."),
        # Plenty is given to her, and is not hers.
        ("Nan gave her plenty of toast.", "Your nan gave you plenty of toast."),
        # "Mother to" says whose mother.
        ("The witness is Lydia, mother to Maya (9).", "The witness is Lydia, your mother (you are 9)."),
        # A clause has no owner.
        ("At school Maya's presentation was of concern.", "At school how you seemed was of concern."),
        # The verb of another name stays its own.
        (
            "Maya is shy, Gia the louder of the two and laughs it off.",
            "You are shy, Gia the louder of the two and laughs it off.",
        ),
        # A meaning stands behind the noun, not inside it.
        (
            "Maya has a conclusive grounds decision.",
            "You have a conclusive grounds decision (last decision about whether someone was trafficked).",
        ),
    ],
)
def test_a_fault_of_its_kind_is_mended(draft: Drafter, note: str, drafted: str) -> None:
    assert draft(note).text == drafted


def test_letters_in_a_joined_word_are_asked_about(draft: Drafter) -> None:
    found = draft("Maya was at a UKBA-flagged address.")
    assert "UKBA-flagged" in found.text
    assert found.left_for_you


def test_a_pronoun_under_another_subject_is_not_taken_for_the_child(draft: Drafter) -> None:
    found = draft("Luca is shy. Ross can lose it when he's had a few.", "Luca", "he")
    assert "when he's had a few" in found.text
    assert any(left.text == "he" for left in found.left_for_you)


def test_no_not_is_said_twice(draft: Drafter) -> None:
    assert "not not" not in draft("DVPN not proportionate as she is likely to let him come home.").text


def test_a_wording_with_yourself_needs_the_child_in_its_line(draft: Drafter) -> None:
    found = draft("Maya is well.\nHypothesis: mum is tired. Low self-esteem.")
    assert "yourself" not in found.text
