"""What letters are called in a draft."""

from __future__ import annotations

import pytest

from notecheck.rewrite.terms import Term


@pytest.mark.parametrize(
    ("term", "alone", "before_noun"),
    [
        (Term("emergency duty team", "the people who work at night", "night team"), "night team", "night team"),
        (
            Term("Queen Alexandra Hospital", "the main hospital in Portsmouth"),
            "the main hospital in Portsmouth",
            "Queen Alexandra Hospital",
        ),
        (Term("local authority", "the council", "", "council"), "the council", "council"),
        (Term("free school meals", "free lunch at school"), "free lunch at school", "free school meals"),
        (
            Term("interim care order", "a judge's decision for now"),
            "interim care order (a judge's decision for now)",
            "interim care order",
        ),
        (
            Term("section 17 of the Children Act 1989", "the council's extra help", "section 17", "section 17"),
            "section 17 (the council's extra help)",
            "section 17",
        ),
        (
            Term("no recourse to public funds", "not allowed to get most benefits"),
            "no recourse to public funds (this means not allowed to get most benefits)",
            "no recourse to public funds",
        ),
        (Term("as soon as possible", "as soon as we can", everyday=True), "as soon as we can", "as soon as possible"),
    ],
)
def test_terms_take_the_plain_words_that_drop_in(term: Term, alone: str, before_noun: str) -> None:
    assert (term.alone(explain=True), term.before_noun()) == (alone, before_noun)


def test_terms_explain_what_law_says_once() -> None:
    order = Term("care order", "a judge's decision")
    assert order.alone(explain=True) == "care order (a judge's decision)"
    assert order.alone(explain=False) == "care order"
