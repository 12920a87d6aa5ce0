"""How fast drafts are made, and what they keep: words a second, a cold start, idempotence, reading age.

Run on a quiet machine: python benchmarks/rewrite.py RECORDS.jsonl
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from notecheck.checker import Checker, load
from notecheck.errors import RecordError
from notecheck.records import read_paths
from notecheck.values import Record

_ASKED = re.compile(r" ?\[[^\[\]\n]{12,}\]")
_NOTE = "Maya (9) was seen at school. She says she likes maths. Mum has rung SW about the CIN review on 4 June."


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("records", type=Path)
    parser.add_argument("--every", type=int, default=1, help="use one record in so many")
    arguments = parser.parse_args()
    checker = load()
    records = [r for r in read_paths([str(arguments.records)], on_error=_stop) if r.child.name][:: arguments.every]
    print(f"cold: {cold():.2f} s for one note")
    print(f"warm: {warm(checker, records):,.0f} words a second over {len(records)} notes")
    for name, count in sorted(kept(checker, records).items()):
        print(f"{name}: {count}")


def _stop(error: RecordError) -> None:
    raise error


def cold() -> float:
    """Seconds from the command to the draft of one note."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8") as note:
        note.write(_NOTE)
        note.flush()
        command = [sys.executable, "-m", "notecheck", "rewrite", "--child", "Maya", "--pronouns", "she", note.name]
        begun = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        return time.perf_counter() - begun


def warm(checker: Checker, records: list[Record]) -> float:
    """Words a second, once everything is loaded."""
    list(checker.rewrite_many(records[:5]))
    begun = time.perf_counter()
    drafts = list(checker.rewrite_many(records))
    return sum(len(d.record.text.split()) for d in drafts) / (time.perf_counter() - begun)


def kept(checker: Checker, records: list[Record]) -> Counter[str]:
    """How many drafts stay as they are when drafted again, and how many read younger than their note."""
    counts: Counter[str] = Counter(notes=len(records))
    for draft in checker.rewrite_many(records):
        again = checker.rewrite(replace(draft.record, text=draft.text))
        counts["unchanged when drafted again"] += again.text == draft.text
        ages = list(_ages(checker, draft.record, _ASKED.sub("", draft.text)))
        if len(ages) == 2:
            counts["with a reading age"] += 1
            counts["reading age falls"] += ages[1] < ages[0]
    return counts


def _ages(checker: Checker, record: Record, draft: str) -> Iterator[float]:
    for text in (record.text, draft):
        readability = checker.check(replace(record, text=text)).readability
        if readability is not None and readability.reading_age is not None:
            yield readability.reading_age


if __name__ == "__main__":
    main()
