"""The fact guard: what may not be lost, added or softened."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notecheck.rewrite.facts import facts_of, lost


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("Seen on 3 May at 4.15pm.", "You were seen on 3 May.", "a number would change"),
        ("Seen on Monday.", "You were seen.", "a day or date would change"),
        ('Maya said "no".', 'You said "yes".', "a quotation would change"),
        ("Maya was not hurt.", "You were hurt.", "a “not” would change"),
        ("Maya may have seen it.", "You have seen it.", "how sure it is would change"),
        ("He allegedly hit her.", "He hit you.", "how sure it is would change"),
        ("Dad hit Maya.", "Dad was with you.", "the harm would be softened"),
        ("Darren rang Maya.", "He rang you.", "a name would be lost"),
        ("Mum paid £20.", "Mum paid 20.", "a number would change"),
    ],
)
def test_facts_lost_are_seen(before: str, after: str, fault: str) -> None:
    assert lost(facts_of(before), facts_of(after), {"maya", "seen", "he"}) == fault


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Maya doesn't like it.", "You don't like it."),
        ("Dad punched her on 3 May.", "Dad punched you on 3 May."),
        ("She'll come at 4.", "You'll come at 4."),
        ("Maya can't sleep.", "You can't sleep."),
    ],
)
def test_facts_kept_are_let_through(before: str, after: str) -> None:
    assert lost(facts_of(before), facts_of(after), {"maya", "she"}) is None


@given(st.text(max_size=80))
def test_facts_of_a_text_are_never_lost_in_itself(text: str) -> None:
    assert lost(facts_of(text), facts_of(text)) is None


@given(st.lists(st.integers(0, 9999), min_size=1, max_size=4))
def test_facts_every_dropped_number_is_seen(numbers: list[int]) -> None:
    text = " and ".join(f"{n} times" for n in numbers)
    shorter = " and ".join(f"{n} times" for n in numbers[:-1])
    assert lost(facts_of(text), facts_of(shorter)) is not None
