"""Phrases are found over the breaks that the width of a window makes, and not over those that the writer made."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.checker import Checker
from notecheck.lexicon.joined import joined

WRAPPED = "Everybody who was at the long meeting on Tuesday afternoon agreed that it was not your\nfault at all."


@pytest.mark.parametrize("text", [WRAPPED, WRAPPED.replace("\n", " "), WRAPPED.replace("\n", "   ")])
def test_joined_finds_a_phrase_over_a_wrapped_line(rules: Checker, text: str) -> None:
    strengths = [s for s in rules.check(text).strengths if s.rule == "strength/not-your-fault"]
    assert [" ".join(s.text.split()) for s in strengths] == ["was not your fault"]
    assert text[strengths[0].start : strengths[0].end] == strengths[0].text


def test_joined_keeps_apart_what_the_writer_put_on_two_lines(rules: Checker) -> None:
    assert rules.check("- Not your\n\n- Fault with the boiler").strengths == ()


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from(list("ab. \n\t-A’")), max_size=60))
def test_joined_points_back_to_the_note(rules: Checker, text: str) -> None:
    doc = rules.nlp(text)
    words = joined(doc)
    assert words.norms == [doc[words.span(i, i + 1)[0]].norm for i in range(len(words.norms))]
    assert [doc[i].text for i in words.places or range(len(doc)) if not doc[i].is_space] == [
        t.text for t in doc if not t.is_space
    ]
