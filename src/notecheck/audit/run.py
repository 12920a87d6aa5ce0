"""Running the checks over the chosen rows: in parts of a fixed size, by any number of workers, with the same result."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from multiprocessing import get_context, parent_process
from os import _exit
from pathlib import Path
from queue import Empty, Full
from typing import TYPE_CHECKING, Any

from notecheck.audit.frame import Frame
from notecheck.audit.results import Keeping, Value, finding_rows, record_row
from notecheck.audit.source import Entry, Source
from notecheck.audit.work import Work, write_part
from notecheck.config import Config
from notecheck.errors import NotecheckError

if TYPE_CHECKING:
    from notecheck.checker import Checker

# Records in a part: two batches of the checker, so that a record is read beside the same others however often the run
# was broken off and however many workers there are.
PART = 128

_PATIENCE = 2.0  # seconds to wait for a worker before seeing whether it is still there

OnDone = Callable[[int, int], None]
"""Told of records that are done, and of their words (0 where an earlier run did them)."""


def run(
    source: Source,
    frame: Frame,
    work: Work,
    config: Config,
    keep: Keeping,
    workers: int = 1,
    on_done: OnDone = lambda n, w: None,
) -> None:
    """Check every chosen row that no part holds yet, and write the parts.

    Memory does not grow with the number of rows: at most three parts a worker are on their way at once.

    Raises:
        NotecheckError: a worker was stopped from outside.
    """
    done = work.done()
    parts = (p for p in _parts(source, frame.chosen))
    if workers <= 1:
        checker: Checker | None = None
        for number, entries in parts:
            if number in done:
                on_done(len(entries), 0)
                continue
            checker = checker or _load(config)
            on_done(len(entries), check_part(checker, number, entries, work.folder, keep))
        return
    _run_with_workers(parts, done, work.folder, config, keep, workers, on_done)


def _parts(source: Source, chosen: frozenset[int]) -> Iterator[tuple[int, list[Entry]]]:
    number, entries = 0, []
    for entry in source.entries():
        if isinstance(entry, Entry) and entry.row in chosen:
            entries.append(entry)
        if len(entries) == PART:
            yield number, entries
            number, entries = number + 1, []
    if entries:
        yield number, entries


def _run_with_workers(
    parts: Iterator[tuple[int, list[Entry]]],
    done: frozenset[int],
    folder: Path,
    config: Config,
    keep: Keeping,
    workers: int,
    on_done: OnDone,
) -> None:
    # Each worker has one core to itself: ONNX Runtime would otherwise start a thread for every core in each of them.
    one_thread = replace(config, threads=1)
    # "spawn" is what Windows and macOS have, and no thread of this process is copied halfway.
    context = get_context("spawn")
    tasks, results = context.Queue(2 * workers), context.Queue()
    crew = [
        context.Process(target=_worker, args=(tasks, results, one_thread, keep, folder), daemon=True)
        for _ in range(workers)
    ]
    for process in crew:
        process.start()
    try:
        out = 0
        for number, entries in parts:
            if number in done:
                on_done(len(entries), 0)
                continue
            while not _put(tasks, (number, entries)):
                out -= _collect(results, crew, on_done, wait=_PATIENCE)
            out += 1 - _collect(results, crew, on_done, wait=0.0)
        while out:
            out -= _collect(results, crew, on_done, wait=_PATIENCE)
    finally:
        for process in crew:
            process.terminate()
        for process in crew:
            process.join()
        tasks.cancel_join_thread()


def _put(tasks: Any, task: tuple[int, list[Entry]]) -> bool:
    try:
        tasks.put(task, timeout=0.05)
    except Full:
        return False
    return True


def _collect(results: Any, crew: Sequence[Any], on_done: OnDone, wait: float) -> int:
    """Take what the workers report. Returns how many parts were finished."""
    count = 0
    try:
        while True:
            found = results.get(timeout=wait) if wait and not count else results.get_nowait()
            if isinstance(found, str):
                raise NotecheckError(found)
            on_done(*found)
            count += 1
    except Empty:
        if not count and not all(process.is_alive() for process in crew):
            raise NotecheckError(
                "A worker was stopped from outside; run the same command again to go on from here."
            ) from None
    return count


def _worker(tasks: Any, results: Any, config: Config, keep: Keeping, folder: Path) -> None:
    """The life of one worker: load the checker, then part after part until it is stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells of Ctrl+C, once
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        checker = _load(config)
        while True:
            number, entries = tasks.get()
            results.put((len(entries), check_part(checker, number, entries, folder, keep)))
    except NotecheckError as error:
        results.put(str(error))
    except OSError as error:
        results.put(f"The results cannot be written ({error.strerror}); is the disk full?")


def _follow_parent() -> None:
    """A parent that is killed cannot stop its workers, and they would wait for it for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        _exit(1)


def _load(config: Config) -> Checker:
    from notecheck.checker import Checker

    return Checker(config)


def check_part(checker: Checker, number: int, entries: Sequence[Entry], folder: Path, keep: Keeping) -> int:
    """Check one part and write it. Returns its words."""
    records: list[dict[str, Value]] = []
    findings: list[dict[str, Value]] = []
    unread: list[tuple[int, str]] = []
    try:
        reviews = list(checker.check_many(e.record for e in entries))
        pairs = list(zip(entries, reviews, strict=True))
    except Exception:
        pairs = []
        for entry in entries:
            try:
                pairs.append((entry, checker.check(entry.record)))
            except Exception as error:  # one note must not cost the audit; the type of error holds no text
                unread.append((entry.row, f"notecheck failed on it ({type(error).__name__}); please report this"))
    for entry, review in pairs:
        records.append(record_row(entry, review, keep))
        findings += finding_rows(entry, review, keep)
    write_part(folder, number, records, findings, unread)
    return sum(int(r["words"] or 0) for r in records)
