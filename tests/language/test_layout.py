from __future__ import annotations

import pytest

from notecheck.language.layout import lines


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("MANAGEMENT OVERSIGHT", "heading"),
        ("Child's Views", "heading"),
        ("Child's views:", "heading"),
        ("# Review", "heading"),
        ("Child's views: she is happy", "label"),
        ("Date of visit: 12/03/24", "label"),
        ("- SW to ring Mum", "bullet"),
        ("2. Mum will ring school", "bullet"),
        ("• Housing", "bullet"),
        ("Maya was seen at home.", "text"),
        ("Maya said: I am fine", "text"),
        ("12.03 rang mum", "text"),
        ("", "blank"),
    ],
)
def test_layout_knows_what_a_line_is(line: str, kind: str) -> None:
    assert lines(line)[0].kind == kind


def test_layout_covers_the_text_line_by_line() -> None:
    text = "HOME VISIT\n\nMaya was in.\n- SW to ring"
    assert [text[line.start : line.end] for line in lines(text)] == text.split("\n")


def test_layout_joins_a_hard_wrapped_paragraph() -> None:
    text = "Maya told me about her week at school and that she had been\nlooking forward to the trip."
    assert [line.continues for line in lines(text)] == [False, True]


def test_layout_keeps_short_lines_apart() -> None:
    text = "Mum rang\nSchool rang"
    assert [line.continues for line in lines(text)] == [False, False]
