from __future__ import annotations

import io

from hypothesis import given
from hypothesis import strategies as st

from notecheck.reports import writer_for
from notecheck.reports.marking import numbered, pieces, sections
from notecheck.values import Category, Finding, Record, Review

TEXT = "YP placed herself at risk at the MASH and the MASH."


def _finding(start: int, end: int, rule: str = "jargon/x", category: Category = "jargon") -> Finding:
    return Finding(rule, category, "consider", start, end, TEXT[start:end], "A message.", "A reason.", ("other words",))


def _review(*findings: Finding) -> Review:
    return Review(Record("a", TEXT), 11, tuple(sorted(findings, key=lambda f: (f.start, f.end))))


def test_marking_gives_a_repeated_wording_one_number() -> None:
    review = _review(_finding(33, 37), _finding(46, 50))
    assert set(numbered(review.findings).values()) == {1}


def test_marking_puts_what_hurts_most_first() -> None:
    review = _review(
        _finding(0, 2, "acronym/unexplained", "acronym"), _finding(3, 25, "victim-blaming/x", "victim-blaming")
    )
    assert [category for category, _ in sections(review, numbered(review.findings))] == ["victim-blaming", "acronym"]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 20)), max_size=6))
def test_marking_never_changes_the_text(places: list[tuple[int, int]]) -> None:
    review = _review(*(_finding(s, min(s + n, len(TEXT)), f"jargon/r{i}") for i, (s, n) in enumerate(places)))
    cut = pieces(review, numbered(review.findings))
    assert "".join(piece.text for piece in cut) == TEXT
    assert sum(piece.category is not None for piece in cut) == len(review.findings)


def test_html_escapes_what_a_note_holds() -> None:
    out = io.StringIO()
    writer = writer_for("html", out)
    writer.begin()
    writer.write(Review(Record("<b>id</b>", "a & b <img src=x onerror=alert(1)>"), 4))
    writer.end()
    assert "<img" not in out.getvalue()
    assert "<b>id" not in out.getvalue()
    assert "a &amp; b" in out.getvalue()


def test_terminal_does_not_read_square_brackets_as_markup() -> None:
    out = io.StringIO()
    writer = writer_for("terminal", out)
    writer.write(Review(Record("a", "the [bold]court[/bold] [name removed]"), 4))
    assert "the [bold]court[/bold] [name removed]" in out.getvalue()
