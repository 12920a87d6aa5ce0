"""The terminal: the note with its findings marked in place, then each finding with its reason.

Findings are numbered in the text ("placed herself at risk[1]"), so that the marks are there without colour, in a pipe
and in print.
"""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from notecheck.reports.marking import grouped, numbered, pieces
from notecheck.reports.words import CLEAN, LEVELS, NOT_A_GOOD_NOTE, counted, good_lines, reading_line, summary
from notecheck.values import Finding, Review

_STYLES = {
    "acronym": "cyan",
    "jargon": "blue",
    "victim-blaming": "bold red",
    "child-focus": "magenta",
    "readability": "yellow",
}
_WIDTH_IN_A_PIPE = 80


class Terminal:
    """Shows each review as it comes."""

    def __init__(self, stream: TextIO, show_suppressed: bool, console: Console | None = None) -> None:
        width = None if stream.isatty() else _WIDTH_IN_A_PIPE
        self._console = console or Console(file=stream, highlight=False, markup=False, emoji=False, width=width)
        self._show_suppressed = show_suppressed
        self._records = 0
        self._findings = 0

    def begin(self) -> None:
        pass

    def write(self, review: Review) -> None:
        self._records += 1
        self._findings += len(review.findings)
        console = self._console
        numbers = numbered(review.findings)
        console.rule(Text(review.id, style="bold"), align="left")
        for line in good_lines(review):
            console.print(Text(f"✓ {line}", style="green"))
        console.print(_marked(review, numbers))
        console.print()
        for number, group in grouped(review.findings, numbers):
            self._finding(number, group)
        if not review.findings:
            console.print(Text(CLEAN, style="bold"))
        if self._show_suppressed:
            self._held_back(review.suppressed)
        console.print(Text(f"{summary(review)} {reading_line(review.readability)}".rstrip()))
        console.print()

    def end(self) -> None:
        if self._records > 1:
            total = f"{counted(self._records, 'record')}, {counted(self._findings, 'finding')}."
            self._console.print(Text(total, style="bold"))
        if self._records:
            self._console.print(Text(NOT_A_GOOD_NOTE, style="italic"))

    def _finding(self, number: int, group: list[Finding]) -> None:
        first = group[0]
        times = f" ×{len(group)}" if len(group) > 1 else ""
        head = Text.assemble(
            (f"[{number}] ", "bold"),
            (f"“{_one_line(first.text)}”{times}", _STYLES[first.category]),
            f"  {first.category}, {LEVELS[first.level]}",
        )
        self._console.print(head)
        for row, style in _rows(first):
            self._console.print(Padding(Text(row, style=style), (0, 0, 0, 4)))
        self._console.print()

    def _held_back(self, held: tuple[Finding, ...]) -> None:
        if not held:
            return
        self._console.print(Text("Held back:", style="bold"))
        for f in held:
            self._console.print(Padding(Text(f"“{_one_line(f.text)}” ({f.rule}): {f.suppressed_by}"), (0, 0, 0, 2)))
        self._console.print()


def _rows(finding: Finding) -> list[tuple[str, str]]:
    """The lines that explain a finding, each with its style."""
    rows = [(finding.message, "")] if finding.message and finding.message != finding.why else []
    rows.append((finding.why, ""))
    if finding.instead:
        rows.append(("Instead: " + " / ".join(finding.instead), "bold"))
    if finding.ask:
        rows.append(("Ask: " + finding.ask, "bold"))
    if finding.found_by == "reader":
        rows.append(("Found by likeness to other notes, not by a listed phrase.", "dim"))
    rows.append((f"Source: {finding.source.title}", "dim"))
    rows.append((f"More: notecheck explain {finding.rule}", "dim"))
    return rows


def _marked(review: Review, numbers: dict[tuple[str, str], int]) -> Text:
    """The note with its findings styled and numbered."""
    out = Text()
    for piece in pieces(review, numbers):
        if piece.category is None:
            out.append(piece.text)
        else:
            out.append(piece.text, style=f"{_STYLES[piece.category]} underline")
            out.append(f"[{piece.number}]", style="bold")
    out.rstrip()
    return out


def _one_line(text: str) -> str:
    return " ".join(text.split())
