"""How fast drafts are made, and what they keep: words a second, a cold start, idempotence, reading age, new findings.

Run on a quiet machine: python benchmarks/rewrite.py RECORDS.jsonl
"""

from __future__ import annotations

import argparse
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
from notecheck.rewrite.edits import Edit
from notecheck.rewrite.second_look import family, in_note, moved
from notecheck.values import Draft, Record

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
    """How many drafts stay as they are when drafted again, read younger than their note, and hold more to be found."""
    counts: Counter[str] = Counter(notes=len(records))
    for draft in checker.rewrite_many(records):
        again = checker.rewrite(replace(draft.record, text=draft.text))
        counts["unchanged when drafted again"] += again.text == draft.text
        counts["with a finding that its note did not have"] += has_new_finding(checker, draft)
        ages = list(_ages(checker, draft))
        if len(ages) == 2 and "already" not in draft.notes[0]:
            counts["with a reading age, and not to the child already"] += 1
            counts["of these, reading age falls"] += ages[1] < ages[0]
    return counts


def has_new_finding(checker: Checker, draft: Draft) -> bool:
    """Whether a check marks a place in the draft that it did not mark, as the same kind of thing, in the note."""
    places = moved([Edit(c.start, c.end, c.after, c.rule, c.reason) for c in draft.changes])
    before = checker.check(draft.record).findings
    return any(
        not any(
            f.start < in_note(places, found.end, as_end=True)
            and in_note(places, found.start, as_end=False) < f.end
            and family(f) == family(found)
            for f in before
        )
        for found in checker.check(replace(draft.record, text=draft.text)).findings
        if found.category != "readability"
    )


def _ages(checker: Checker, draft: Draft) -> Iterator[float]:
    for text in (draft.record.text, draft.text):
        readability = checker.check(replace(draft.record, text=text)).readability
        if readability is not None and readability.reading_age is not None:
            yield readability.reading_age


if __name__ == "__main__":
    main()
