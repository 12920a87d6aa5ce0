"""The terminal: the note with its findings marked in place, then each finding with its reason.

Findings are numbered in the text ("placed herself at risk[1]"), so that the marks are there without colour, in a pipe
and in print.
"""

from __future__ import annotations

import textwrap
from typing import TextIO

from rich.console import Console
from rich.text import Text

from notecheck.reports.marking import numbered, pieces, sections
from notecheck.reports.words import (
    CATEGORY_TITLES,
    CLEAN,
    LEVELS,
    NOT_A_GOOD_NOTE,
    counted,
    good_lines,
    meaning_line,
    reading_line,
    slips_line,
    summary,
)
from notecheck.values import Finding, Review

_STYLES = {
    "acronym": "cyan",
    "jargon": "blue",
    "victim-blaming": "bold red",
    "child-focus": "magenta",
    "readability": "yellow",
}
_WIDTH_IN_A_PIPE = 80

Rows = tuple[tuple[str, str], ...]
Numbered = tuple[int, list[Finding]]


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
        for category, groups in sections(review, numbers):
            console.print(Text(CATEGORY_TITLES[category], style=f"{_STYLES[category]} bold"))
            if category == "acronym":
                self._letters(groups)
                continue
            for rows, alike in _explained_alike(groups):
                self._findings_of(rows, alike)
        if not review.findings:
            console.print(Text(CLEAN, style="bold"))
        if self._show_suppressed:
            self._held_back(review.suppressed)
        lines = (summary(review), reading_line(review.readability), slips_line(review))
        console.print(Text(" ".join(line for line in lines if line)))
        console.print()

    def end(self) -> None:
        if self._records > 1:
            total = f"{counted(self._records, 'record')}, {counted(self._findings, 'finding')}."
            self._console.print(Text(total, style="bold"))
        if self._records:
            self._console.print(Text(NOT_A_GOOD_NOTE, style="italic"))

    def _findings_of(self, rows: Rows, alike: list[Numbered]) -> None:
        """Findings that one explanation serves: each with its words, and the explanation once."""
        for number, group in alike:
            first = group[0]
            times = f" ×{len(group)}" if len(group) > 1 else ""
            head = Text.assemble(
                (f"  [{number}] ", "bold"),
                (f"“{_one_line(first.text)}”{times}", _STYLES[first.category]),
                f"  ({LEVELS[first.level]})",
            )
            self._console.print(head)
        for row, style in rows:
            self._print(row, style, indent=6)
        self._console.print()

    def _letters(self, groups: list[tuple[int, list[Finding]]]) -> None:
        """Letters share one reason, so it is given once, and each has one line."""
        self._print(groups[0][1][0].why, indent=2)
        for number, group in groups:
            first = group[0]
            head = f"[{number}] {_one_line(first.text)}" + (f" ×{len(group)}" if len(group) > 1 else "")
            aside = "" if first.rule == "acronym/unexplained" else f" ({first.message})"
            self._print(f"{head}: {meaning_line(first)}{aside}", indent=2)
        self._print("Sources: notecheck explain LETTERS", "dim", indent=2)
        self._console.print()

    def _print(self, text: str, style: str = "", indent: int = 0) -> None:
        for line in textwrap.wrap(text, self._console.width - indent, break_long_words=True):
            self._console.print(Text(" " * indent + line, style=style), no_wrap=True, overflow="ignore", crop=False)

    def _held_back(self, held: tuple[Finding, ...]) -> None:
        if not held:
            return
        self._console.print(Text("Held back:", style="bold"))
        for f in held:
            self._print(f"“{_one_line(f.text)}” ({f.rule}): {f.suppressed_by}", indent=2)
        self._console.print()


def _explained_alike(groups: list[Numbered]) -> list[tuple[Rows, list[Numbered]]]:
    """Findings under each explanation, in the order in which the explanations first come."""
    by_rows: dict[Rows, list[Numbered]] = {}
    for number, group in groups:
        by_rows.setdefault(_rows(group[0]), []).append((number, group))
    return list(by_rows.items())


def _rows(finding: Finding) -> Rows:
    """The lines that explain a finding, each with its style."""
    rows = [(finding.message, "")] if finding.message and finding.message != finding.why else []
    rows.append((finding.why, ""))
    if finding.instead:
        rows.append(("Instead: " + " / ".join(finding.instead), "bold"))
    if finding.ask:
        rows.append(("Ask: " + finding.ask, "bold"))
    source = finding.source.title.rstrip(".")
    rows.append((f"Source: {source}. More: notecheck explain {_explained_by(finding)}", "dim"))
    return tuple(rows)


def _explained_by(finding: Finding) -> str:
    """What to ask `notecheck explain` for: the rule, or the theme where likeness found it."""
    return finding.theme if finding.found_by == "reader" and finding.theme else finding.rule


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
