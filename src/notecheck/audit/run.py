"""Running the checks over the chosen rows: in parts of a fixed size, by any number of workers, with the same result."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from notecheck.audit.crew import Crew
from notecheck.audit.frame import Frame
from notecheck.audit.part import Job, Task, check_part, load_checker
from notecheck.audit.source import Entry, Raw, Source, Unread
from notecheck.audit.work import Work
from notecheck.config import Config

# Records in a part: two batches of the checker, so that a record is read beside the same others however often the run
# was broken off and however many workers there are.
PART = 128
_MOST_BESIDE = 1_024  # notes in a part that are only compared with

OnDone = Callable[[int, int], None]
"""Told of records that are done, and of their words (0 where an earlier run did them)."""


@dataclass(frozen=True)
class Running:
    """How the parts are worked through."""

    config: Config
    crew: Crew | None  # without one, this process does it all
    on_done: OnDone = lambda records, words: None


def run(source: Source, frame: Frame, work: Work, job: Job, running: Running) -> None:
    """Check every chosen row that no part holds yet, and write the parts.

    Memory does not grow with the number of rows: at most three parts a worker are on their way at once.

    Raises:
        NotecheckError: a worker was stopped from outside.
    """
    done = work.done()
    parts = parts_of(source, frame)
    if running.crew is None:
        checker = None
        for task in parts:
            if task.number in done:
                running.on_done(len(task.rows), 0)
                continue
            checker = checker or load_checker(running.config)
            running.on_done(len(task.rows), check_part(checker, task, job))
        return

    def left() -> Iterator[Task]:
        for task in parts:
            if task.number in done:
                running.on_done(len(task.rows), 0)
            else:
                yield task

    running.crew.work_through(left(), job, running.on_done)


def parts_of(source: Source, frame: Frame) -> Iterator[Task]:
    """The chosen rows in parts, each with the notes of compared children that stand among them and are not chosen."""
    reader = source.reader
    number, rows, beside = 0, list[Raw](), list[Raw]()
    for raw in source.raw():
        if isinstance(raw, Unread):
            continue
        row = raw.row if isinstance(raw, Entry) else raw.number
        if row in frame.chosen:
            rows.append(raw)
        elif frame.compared and reader.child_of(raw) in frame.compared:
            beside.append(raw)
        if len(rows) == PART or len(beside) == _MOST_BESIDE:
            yield Task(number, tuple(rows), tuple(beside))
            number, rows, beside = number + 1, [], []
    if rows or beside:
        yield Task(number, tuple(rows), tuple(beside))
