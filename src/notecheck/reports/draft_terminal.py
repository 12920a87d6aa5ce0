"""A draft in the terminal: what is left for the writer, original and draft side by side, and the reasons."""

from __future__ import annotations

from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from notecheck.reports.draft_words import asked, first_line, one_line, paragraphs, reasons
from notecheck.values import Change, Draft

_WIDTH_IN_A_PIPE = 100
_NARROW = 70  # columns: below this two columns cannot be read
_MOST_SHOWN = 6
_LEFT = "yellow underline"


class DraftTerminal:
    """Shows each draft as it comes."""

    def __init__(self, stream: TextIO) -> None:
        width = None if stream.isatty() else _WIDTH_IN_A_PIPE
        self._console = Console(file=stream, highlight=False, markup=False, emoji=False, width=width)

    def begin(self) -> None:
        pass

    def write(self, draft: Draft) -> None:
        console = self._console
        console.print(Text(first_line(draft), style="bold"))
        for note in draft.notes[:-1]:
            console.print(Text(note))
        console.rule(Text(draft.id, style="bold"), align="left")
        self._side_by_side(draft)
        self._left(draft)
        self._changes(draft)
        console.print()

    def end(self) -> None:
        pass

    def _side_by_side(self, draft: Draft) -> None:
        if self._console.width < _NARROW:
            self._console.print(Text(draft.text))
            return
        table = Table(box=None, padding=(0, 2, 0, 0), expand=True, show_lines=False)
        table.add_column("As it was", ratio=1, overflow="fold")
        table.add_column("Draft", ratio=1, overflow="fold")
        for before, after in paragraphs(draft):
            left, right = Text(), Text()
            for piece in before:
                left.append(piece.before, style="red" if piece.change else "")
            for piece in after:
                right.append(piece.after, style="bold green" if piece.change else _LEFT if piece.left else "")
            table.add_row(left, right)
        self._console.print(table)

    def _left(self, draft: Draft) -> None:
        if not draft.left_for_you:
            return
        self._console.print(Text("\nLeft for you", style="bold"))
        for number, question in enumerate(asked(draft), 1):
            words = [(word, _LEFT if own else "") for word, own in question.words]
            line = Text.assemble((f"{number}. ", "bold"), "“", *words, "”", f"  {question.reason}")
            self._console.print(Padding(line, (0, 0, 0, 2)))

    def _changes(self, draft: Draft) -> None:
        if not draft.changes:
            return
        self._console.print(Text("\nWhat was changed, and why", style="bold"))
        for reason, changes in reasons(draft):
            self._console.print(Padding(Text(reason), (0, 0, 0, 2)))
            shown = list(dict.fromkeys(_change(c) for c in changes))
            more = f" and {len(shown) - _MOST_SHOWN} more" if len(shown) > _MOST_SHOWN else ""
            self._console.print(Padding(Text("; ".join(shown[:_MOST_SHOWN]) + more, style="dim"), (0, 0, 0, 4)))


def _change(change: Change) -> str:
    before, after = one_line(change.before), one_line(change.after)
    return f"{before} → {after}" if before else f"+ {after}"
