"""How reviews are shown. Each format is a writer with `begin`, `write` and `end`, so that a stream can be shown."""

from __future__ import annotations

from typing import Protocol, TextIO

from notecheck.values import Review


class Writer(Protocol):
    """Shows reviews one after another."""

    def begin(self) -> None: ...

    def write(self, review: Review) -> None: ...

    def end(self) -> None: ...


def writer_for(output: str, stream: TextIO, *, show_suppressed: bool = False) -> Writer:
    """The writer for one of the formats terminal, json, jsonl and html."""
    if output == "jsonl":
        from notecheck.reports.json_lines import JsonLines

        return JsonLines(stream, show_suppressed)
    if output == "json":
        from notecheck.reports.json_lines import Json

        return Json(stream, show_suppressed)
    if output == "html":
        from notecheck.reports.html import Html

        return Html(stream, show_suppressed)
    from notecheck.reports.terminal import Terminal

    return Terminal(stream, show_suppressed)


def only_categories(review: Review, only: tuple[str, ...]) -> Review:
    """The review with the findings of the categories in `only`; all of it where `only` is empty."""
    from dataclasses import replace

    if not only:
        return review
    return replace(
        review,
        findings=tuple(f for f in review.findings if f.category in only),
        suppressed=tuple(f for f in review.suppressed if f.category in only),
    )
