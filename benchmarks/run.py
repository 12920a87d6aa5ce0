"""Print a table of how fast notecheck is on this machine, and how much memory it takes.

    python benchmarks/run.py            everything
    python benchmarks/run.py --quick    without the 10,000 records

Each figure is measured in a process of its own, on one core where the system can pin one.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTES = ROOT / "training" / "notes"
TARGETS = {
    "help, cold": "< 0.4 s",
    "one note, cold, rules": "< 1.5 s",
    "one note, cold, reader": "",
    "rewrite, cold, reader": "< 2 s",
    "words a second, two checks": "≥ 80,000",
    "words a second, rules": "≥ 60,000",
    "words a second, reader": "≥ 5,000",
    "memory after 1,000 records": "",
    "memory after 10,000 records": "flat",
}

_THROUGHPUT = """
import json, sys, time
from notecheck.checker import load
from notecheck.config import Config
from notecheck.values import Record
reader, path, seconds = sys.argv[1] == "reader", sys.argv[2], float(sys.argv[3])
texts = [json.loads(line) for line in open(path, encoding="utf-8")]
# One thread by name: ONNX Runtime's own choice is one for every core, whatever this process is pinned to.
checker = load(config=Config(threads=1), reader=reader)
records = [Record(str(i), t) for i, t in enumerate(texts)]
list(checker.check_many(records[:20] if reader else records))  # by rules all is warm after one round
words, start = 0, time.perf_counter()
while time.perf_counter() - start < seconds:
    for review in checker.check_many(records):
        words += review.words
print(words / (time.perf_counter() - start))
"""

# Acronyms and jargon alone, with the components that they need.
_TWO_CHECKS = """
import json, sys, time
from notecheck.checker import load
from notecheck.values import Record
path, seconds = sys.argv[1], float(sys.argv[2])
records = [Record("note", json.loads(line)) for line in open(path, encoding="utf-8")]
checker = load(reader=False)
needed = ["notecheck_layout", "notecheck_speech", "notecheck_acronyms", "notecheck_jargon"]
checker.nlp.select_pipes(enable=needed)
total = sum(len(record.text.split()) for record in records)
words, start = 0, time.perf_counter()
while time.perf_counter() - start < seconds:
    for record in records:
        checker.read(record)
    words += total
print(words / (time.perf_counter() - start))
"""

_MEMORY = """
import json, resource, sys
from notecheck.checker import load
from notecheck.values import Record
path, count = sys.argv[1], int(sys.argv[2])
texts = [json.loads(line) for line in open(path, encoding="utf-8")]
checker = load(reader=False)
seen = {1000: 0, count: 0}
records = (Record(str(i), texts[i % len(texts)]) for i in range(count))
for number, review in enumerate(checker.check_many(records), 1):
    if number in seen:
        seen[number] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([seen[1000], seen[count]]))
"""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    quick = parser.parse_args().quick
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    figures: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        texts = _texts(Path(folder))
        note = Path(folder) / "note.txt"
        note.write_text(json.loads(texts.read_text("utf-8").splitlines()[0]), encoding="utf-8")
        figures["help, cold"] = _seconds(lambda: _run("-m", "notecheck", "--help"))
        figures["one note, cold, rules"] = _seconds(lambda: _run("-m", "notecheck", "check", "--no-reader", str(note)))
        figures["one note, cold, reader"] = _seconds(lambda: _run("-m", "notecheck", "check", str(note)))
        figures["rewrite, cold, reader"] = _seconds(lambda: _run("-m", "notecheck", "rewrite", str(note)))
        figures["words a second, two checks"] = f"{float(_run('-c', _TWO_CHECKS, str(texts), '3')):,.0f}"
        for kind in ("rules", "reader"):
            rate = float(_run("-c", _THROUGHPUT, kind, str(texts), "10" if kind == "rules" else "15"))
            figures[f"words a second, {kind}"] = f"{rate:,.0f}"
        if not quick:
            early, late = json.loads(_run("-c", _MEMORY, str(texts), "10000"))
            figures["memory after 1,000 records"] = f"{early:.0f} MB"
            figures["memory after 10,000 records"] = f"{late:.0f} MB"
    print(f"{_processor()}, one core, Python {platform.python_version()}, {platform.system()}\n")
    print(f"| {'what':28} | {'measured':>12} | {'target':>10} |\n|{'-' * 30}|{'-' * 14}|{'-' * 12}|")
    for name, value in figures.items():
        print(f"| {name:28} | {value:>12} | {TARGETS[name]:>10} |")


def _texts(folder: Path) -> Path:
    """The training notes without their marks, one JSON string a line."""
    import re

    path = folder / "texts.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for source in sorted(NOTES.glob("train_*.jsonl")):
            for line in source.read_text("utf-8").splitlines():
                text = re.sub(r"\[\[[AJVC]\??\|(.*?)\]\]", r"\1", json.loads(line)["marked"], flags=re.S)
                out.write(json.dumps(text, ensure_ascii=False) + "\n")
    return path


def _run(*arguments: str) -> str:
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, check=True, env=environment)
    return done.stdout


def _seconds(action: Callable[[], object], times: int = 5) -> str:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        action()
        taken.append(time.perf_counter() - start)
    return f"{statistics.median(taken):.2f} s"


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return platform.processor() or platform.machine()


if __name__ == "__main__":
    main()
