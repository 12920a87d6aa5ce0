"""A progress bar for long runs, on standard error: how far, how fast, how long still."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import TaskID

    from notecheck.audit.audit import Steps
    from notecheck.audit.frame import Frame


class Progressing:
    """Shows the steps of an audit. Where standard error is no terminal, only the lines that matter are written."""

    def __init__(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

        console = Console(stderr=True, highlight=False)
        self._bar = Progress(
            TextColumn("{task.description}"),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TextColumn("{task.fields[rate]}"),
            TimeRemainingColumn(),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._reading = self._bar.add_task("Reading rows", total=None, rate="")
        self._checking: TaskID | None = None
        self._rows = self._words = 0

    def __enter__(self) -> Progressing:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    @property
    def steps(self) -> Steps:
        """What the audit tells while it goes on."""
        from notecheck.audit.audit import Steps

        return Steps(self._row, self._frame, self._resumed, self._done)

    def _row(self) -> None:
        self._rows += 1
        if self._rows % 500 == 0:
            self._bar.update(self._reading, completed=self._rows)

    def _frame(self, frame: Frame) -> None:
        self._bar.update(self._reading, visible=False)
        self._checking = self._bar.add_task("Checking records", total=len(frame.chosen), rate="")

    def _resumed(self, parts: int) -> None:
        if parts:
            self._bar.console.print("Going on where the last run stopped.")

    def _done(self, records: int, words: int) -> None:
        if self._checking is None:
            return
        self._bar.advance(self._checking, records)
        self._words += words
        task = self._bar.tasks[self._checking]
        if task.elapsed:
            rate = f"{task.completed / task.elapsed:,.0f} records/s, {self._words / task.elapsed:,.0f} words/s"
            self._bar.update(self._checking, rate=rate)
