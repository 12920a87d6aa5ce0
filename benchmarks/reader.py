"""Load time, memory and speed of the reader on one core, with the processor's name.

Usage: python benchmarks/reader.py [--repeat N] [--threads N]
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "training"), str(ROOT / "src")]


def processor() -> str:
    """The processor's name as the system gives it."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for line in info.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--repeat", type=int, default=3)
    ap.add_argument("--threads", type=int, default=1)
    a = ap.parse_args()
    from score_detect import unmark

    path = ROOT / "training" / "notes" / "dev_notes.jsonl"
    texts = [unmark(json.loads(line)["marked"])[0] for line in path.read_text(encoding="utf-8").splitlines()]
    from notecheck.language.pipeline import blank_pipeline

    nlp = blank_pipeline()
    list(nlp.pipe(texts[:1]))
    began = time.perf_counter()
    nlp.add_pipe("notecheck_reader", config={"threads": a.threads})
    loaded = time.perf_counter() - began
    began = time.perf_counter()
    nlp("Maya was seen at school.")
    first = time.perf_counter() - began
    list(nlp.pipe(texts))
    words = sum(len(t.split()) for t in texts)
    times, busy = [], []
    for _ in range(a.repeat):
        began, spent = time.perf_counter(), time.process_time()
        list(nlp.pipe(texts))
        times.append(time.perf_counter() - began)
        busy.append(time.process_time() - spent)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024**2)
    print(f"processor      {processor()}, {a.threads} thread(s), Python {platform.python_version()}")
    print(f"load           {loaded:.2f} s (first sentence {first:.2f} s more)")
    print(f"memory, peak   {memory:.0f} MB")
    print(f"speed          {words / min(times):,.0f} words a second (best of {a.repeat}; {words:,} words)")
    print(f"speed          {words / min(busy):,.0f} words a second of processor time, little disturbed by others")


if __name__ == "__main__":
    main()
