"""The worker processes of a run. They load their checkers while the rows are still being counted."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context, parent_process
from os import _exit
from queue import Empty, Full
from types import TracebackType
from typing import Any

from notecheck.audit.part import Job, Task, check_part, load_checker
from notecheck.config import Config
from notecheck.errors import NotecheckError

_PATIENCE = 2.0  # seconds to wait for a worker before seeing whether it is still there


class Crew:
    """Worker processes, from `with` to its end. Each reads, checks and writes parts by itself."""

    def __init__(self, config: Config, workers: int) -> None:
        # "spawn" is what Windows and macOS have, and no thread of this process is copied halfway.
        context = get_context("spawn")
        self._tasks, self._results = context.Queue(2 * workers), context.Queue()
        self._jobs = [context.SimpleQueue() for _ in range(workers)]
        # Each worker has one core to itself: ONNX Runtime would otherwise start a thread for every core in each.
        one_thread = replace(config, threads=1)
        self._crew = [
            context.Process(target=_worker, args=(one_thread, job, self._tasks, self._results), daemon=True)
            for job in self._jobs
        ]

    def __enter__(self) -> Crew:
        for process in self._crew:
            process.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._crew:
            process.terminate()
        for process in self._crew:
            process.join()
        self._tasks.cancel_join_thread()

    def work_through(self, tasks: Iterator[Task], job: Job, on_done: Callable[[int, int], None]) -> None:
        """Have every task done, in whatever order.

        Raises:
            NotecheckError: a worker was stopped from outside, or could not go on.
        """
        for queue in self._jobs:
            queue.put(job)
        out = 0
        for task in tasks:
            while not self._put(task):
                out -= self._collect(on_done, wait=_PATIENCE)
            out += 1 - self._collect(on_done, wait=0.0)
        while out:
            out -= self._collect(on_done, wait=_PATIENCE)

    def _put(self, task: Task) -> bool:
        try:
            self._tasks.put_nowait(task)
        except Full:
            return False
        return True

    def _collect(self, on_done: Callable[[int, int], None], wait: float) -> int:
        """Take what the workers report. Returns how many parts were finished."""
        count = 0
        try:
            while True:
                found = self._results.get(timeout=wait) if wait and not count else self._results.get_nowait()
                if isinstance(found, str):
                    raise NotecheckError(found)
                on_done(*found)
                count += 1
        except Empty:
            if not count and not all(process.is_alive() for process in self._crew):
                raise NotecheckError(
                    "A worker was stopped from outside; run the same command again to go on from here."
                ) from None
        return count


def _worker(config: Config, jobs: Any, tasks: Any, results: Any) -> None:
    """The life of one worker: load the checker, then part after part until it is stopped."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent tells of Ctrl+C, once
    threading.Thread(target=_follow_parent, daemon=True).start()
    try:
        checker = load_checker(config)
        job = jobs.get()
        while True:
            task = tasks.get()
            results.put((len(task.rows), check_part(checker, task, job)))
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
