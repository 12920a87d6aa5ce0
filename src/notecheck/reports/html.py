"""A page: self-contained, no request to anywhere, readable in print and by a screen reader."""

from __future__ import annotations

from typing import Any, TextIO

from jinja2 import Environment, PackageLoader, select_autoescape

from notecheck.reports.marking import numbered, pieces, sections
from notecheck.reports.words import (
    CATEGORY_TITLES,
    CLEAN,
    LEVELS,
    NOT_A_GOOD_NOTE,
    good_lines,
    meaning_line,
    reading_line,
    slips_line,
    summary,
    where_from,
)
from notecheck.values import Review


class Html:
    """Writes one page for all records, a record at a time."""

    def __init__(self, stream: TextIO, show_suppressed: bool) -> None:
        self._stream = stream
        self._show_suppressed = show_suppressed
        self._count = 0
        self._templates = Environment(
            loader=PackageLoader("notecheck.reports"),
            autoescape=select_autoescape(default=True, default_for_string=True),
            trim_blocks=True,
        )

    def _render(self, template: str, **values: Any) -> None:
        self._stream.write(self._templates.get_template(template).render(**values))

    def begin(self) -> None:
        self._render("begin.html.j2", not_a_good_note=NOT_A_GOOD_NOTE)

    def write(self, review: Review) -> None:
        self._count += 1
        numbers = numbered(review.findings)
        self._render(
            "review.html.j2",
            at=self._count,
            review=review,
            summary=summary(review),
            good=good_lines(review),
            reading=" ".join(filter(None, (reading_line(review.readability), slips_line(review)))),
            pieces=pieces(review, numbers),
            sections=sections(review, numbers),
            titles=CATEGORY_TITLES,
            meaning=meaning_line,
            where_from=where_from,
            held=review.suppressed if self._show_suppressed else (),
            levels=LEVELS,
            clean=CLEAN,
        )

    def end(self) -> None:
        self._stream.write("</main>\n</body>\n</html>\n")
        self._stream.flush()
