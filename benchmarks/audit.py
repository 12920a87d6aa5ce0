"""Measure an audit of generated notes: memory, speed, two workers against one, and a run that is killed.

    python benchmarks/audit.py --rows 100000 --words 200 --folder /somewhere/roomy

Notes are put together from the sentences of the example export. Prints a line for each measurement; memory is that of
the largest moment of each process (resident set, in MB), sampled from /proc, so this runs on Linux. On a machine that
is busy with other things the seconds tell little; the processor time of the parent against that of its workers still
says how much two workers can gain.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import polars as pl

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
WORK = ".notecheck-work"


@dataclass(frozen=True)
class Run:
    """One run: seconds, and the most memory of the parent and of its largest worker, in MB."""

    seconds: float
    parent: float
    worker: float
    early: float  # the parent a quarter of the way through the parts
    parent_cpu: float  # seconds of processor time, of the parent alone
    worker_cpu: float  # of all workers together


def generate(path: Path, rows: int, words: int, seed: int = 1) -> int:
    """Write an export with this many rows of about this many words. Returns the words written."""
    sys.path.insert(0, str(EXAMPLES))
    from make_export import make_rows

    pool = [str(row[-1]) for row in make_rows(seed, 600) if str(row[-1]).strip()]
    chance = random.Random(seed)
    total = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Case Note ID", "Person ID", "Contact Date", "Note Type", "Service Team", "Case Note Detail"])
        for n in range(rows):
            text = f"Entry {n}."
            while len(text.split()) < words:
                text += "\n\n" + chance.choice(pool)
            total += len(text.split())
            kind = "Management oversight" if n % 10 == 0 else "Home visit"
            day = f"{n % 28 + 1:02d}/{n % 12 + 1:02d}/2025"
            writer.writerow([f"CN{n}", f"P{n % 20_000}", day, kind, f"Team {n % 8}", text])
    return total


def memory(pid: int) -> float:
    """Resident memory of a process, in MB; 0 where it has gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


def processor_time(pid: int) -> float:
    """Seconds of processor time that a process has used itself; 0 where it has gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def children(pid: int) -> list[int]:
    """Its child processes."""
    try:
        return [int(c) for c in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def measured(command: list[str], work: Path, parts: int) -> Run:
    """Run a command and watch it."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = most_worker = early = parent_cpu = 0.0
    worker_cpu: dict[int, float] = {}
    while process.poll() is None:
        parent_cpu = max(parent_cpu, processor_time(process.pid))
        worker_cpu |= {pid: seconds for pid in children(process.pid) if (seconds := processor_time(pid))}
        most = max(most, memory(process.pid))
        most_worker = max([most_worker, *map(memory, children(process.pid))])
        if not early and len(list(work.glob("*.records.parquet"))) >= parts // 4:
            early = memory(process.pid)
        time.sleep(0.5)
    if process.returncode:
        raise SystemExit(f"the run ended with {process.returncode}")
    taken = time.perf_counter() - start
    return Run(taken, most, most_worker, early, parent_cpu, sum(worker_cpu.values()))


def killed(command: list[str], work: Path, times: int, parts: int, seed: int = 1) -> None:
    """Start a run and kill it after a random number of further parts, this many times."""
    chance = random.Random(seed)
    for _ in range(times):
        until = len(list(work.glob("*.records.parquet"))) + chance.randint(1, max(1, parts // (times + 2)))
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while process.poll() is None and len(list(work.glob("*.records.parquet"))) < until:
            time.sleep(0.02)
        process.send_signal(signal.SIGKILL)
        process.wait()
        print(f"  killed with {len(list(work.glob('*.records.parquet')))} parts written", flush=True)


def same(one: Path, other: Path) -> bool:
    """Whether two runs left the same rows."""
    names = ("records.parquet", "findings.parquet")
    return all(pl.read_parquet(one / n).equals(pl.read_parquet(other / n)) for n in names)


def main() -> None:
    """Generate, run with one and two workers, kill and go on, and print what came of it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--rows", type=int, default=100_000)
    options.add_argument("--words", type=int, default=200)
    options.add_argument("--folder", type=Path, required=True)
    options.add_argument("--no-reader", action="store_true")
    options.add_argument("--kill-rows", type=int, default=20_000, help="rows of the run that is killed three times")
    options.add_argument("--speed-rows", type=int, default=0, help="rows for one worker against two; all where 0")
    given = options.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    base = [sys.executable, "-m", "notecheck", "audit"]
    tail = ["--salt", "s", *(["--no-reader"] if given.no_reader else [])]

    def command(export: Path, out: str, workers: int) -> list[str]:
        return [*base, str(export), "--out", str(given.folder / out), "--workers", str(workers), *tail]

    def one_run(export: Path, rows: int, out: str, workers: int, words: int) -> Run:
        run = measured(command(export, out, workers), given.folder / out / WORK, rows // 128)
        print(
            f"{rows:,} rows, {words:,} words, {workers} workers: {run.seconds:.0f} s, "
            f"{words / run.seconds:,.0f} words/s; "
            f"memory: parent {run.early:.0f} MB early, {run.parent:.0f} MB at most; "
            f"largest worker {run.worker:.0f} MB; "
            f"processor time: parent {run.parent_cpu:.0f} s, workers {run.worker_cpu:.0f} s",
            flush=True,
        )
        return run

    whole = given.folder / f"{given.rows}.csv"
    words = generate(whole, given.rows, given.words)
    two = one_run(whole, given.rows, "two", 2, words)
    speed_rows = given.speed_rows or given.rows
    if speed_rows == given.rows:
        one = one_run(whole, given.rows, "one", 1, words)
        print("one worker and two give the same rows:", same(given.folder / "one", given.folder / "two"))
    else:
        part = given.folder / f"{speed_rows}.csv"
        some = generate(part, speed_rows, given.words)
        one = one_run(part, speed_rows, "one", 1, some)
        two = one_run(part, speed_rows, "two-again", 2, some)
        print("one worker and two give the same rows:", same(given.folder / "one", given.folder / "two-again"))
    print(f"two workers: {one.seconds / two.seconds:.2f} times one", flush=True)
    some_rows = given.folder / f"kill-{given.kill_rows}.csv"
    some = generate(some_rows, given.kill_rows, given.words, seed=2)
    one_run(some_rows, given.kill_rows, "unbroken", 2, some)
    killed(command(some_rows, "broken", 2), given.folder / "broken" / WORK, 3, given.kill_rows // 128)
    one_run(some_rows, given.kill_rows, "broken", 2, some)
    print("killed three times and resumed, the same rows:", same(given.folder / "unbroken", given.folder / "broken"))


if __name__ == "__main__":
    main()
