"""How well the checks find what experts marked: rules alone, the reader alone, and both.

    python benchmarks/accuracy.py [training/notes/dev_notes.jsonl …] [--errors FILE]

The notes are scored as `training/score_detect.py` does. The contrast pairs are those held back from the reader's
training: how many marks of the bad side are found, by theme, and how many good sides have a finding of blame or focus.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

TRAINING = Path(__file__).resolve().parent.parent / "training"
sys.path.insert(0, str(TRAINING))

from score_detect import FAMILY, LABEL, overlaps, prf, unmark  # noqa: E402

from notecheck.checker import load  # noqa: E402
from notecheck.values import Child, Finding, Record  # noqa: E402

Found = Callable[[Iterable[Finding]], list[Finding]]
WAYS: dict[str, Found] = {
    "rules": lambda found: [f for f in found if f.found_by == "rule"],
    "reader": lambda found: [f for f in found if f.found_by == "reader"],
    "both": lambda found: [f for f in found if f.suppressed_by is None],
}
_BLAME = "blame+focus"
_SAID = "said already by"


def rows(paths: Iterable[Path]) -> list[dict]:
    """The lines of marked notes, each with its text and spans."""
    out = []
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            note = json.loads(line)
            if "marked" in note:
                note["text"], note["spans"] = unmark(note["marked"])
            out.append(note)
    return out


def record(note: dict, text: str) -> Record:
    child = note.get("child") or {}
    who = Child(child.get("name"), child.get("pronouns"), child.get("age"))
    return Record(note["id"], text, who, record_type=note.get("record_type"))


def findings(checker, records: Sequence[Record]) -> list[list[Finding]]:  # type: ignore[no-untyped-def]
    """What stands, and what only repeats it: a likeness at the place of a rule counts for the reader alone."""
    out = []
    for review in checker.check_many(records):
        again = [f for f in review.suppressed if f.found_by == "reader" and (f.suppressed_by or "").startswith(_SAID)]
        out.append([f for f in (*review.findings, *again) if f.category in FAMILY])
    return out


class Score:
    """Marks found and findings that are right, counted by category, family and altogether."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0])
        self.good_words = self.good_alarms = 0

    def add(self, note: dict, found: list[Finding]) -> list[tuple[str, ...]]:
        """Count one note; gives its errors."""
        spans, errors = note["spans"], []
        for span in (s for s in spans if not s[3]):
            over = [f.category for f in found if overlaps(span, (f.start, f.end))]
            self._count(0, span[2], over)
            if not over:
                errors.append(("missed", note["id"], span[2], *_around(note["text"], span[0], span[1])))
        for f in found:
            gold = [s for s in spans if overlaps((f.start, f.end), s)]
            firm = [s[2] for s in gold if not s[3]]
            if gold and not firm:
                continue
            self._count(2, f.category, firm)
            if not firm:
                errors.append(("false alarm", note["id"], f.rule, *_around(note["text"], f.start, f.end)))
                self.good_alarms += note.get("quality") == "good"
        if note.get("quality") == "good":
            self.good_words += len(note["text"].split())
        return errors

    def _count(self, at: int, category: str, others: list[str]) -> None:
        family = FAMILY[category]
        hits = (
            (category, category in others),
            (family, family in (FAMILY[o] for o in others)),
            ("ALL any", bool(others)),
        )
        for key, hit in hits:
            self.counts[key][at] += hit
            self.counts[key][at + 1] += 1

    def lines(self) -> list[str]:
        out = [f"{'':17}{'P':>7}{'R':>7}{'F1':>7}{'marks':>7}{'found':>7}"]
        for key in (*LABEL.values(), *dict.fromkeys(FAMILY.values()), "ALL any"):
            c = self.counts[key]
            p, r, f = prf(*c)
            out.append(f"{key:17}{p:7.3f}{r:7.3f}{f:7.3f}{c[1]:7}{c[3]:7}")
        if self.good_words:
            rate = 1000 * self.good_alarms / self.good_words
            out.append(f"false alarms in good notes: {self.good_alarms}, {rate:.2f} per 1,000 words")
        return out


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    return text[start:end].replace("\n", " "), text[max(0, start - 50) : end + 40].replace("\n", " ")


def pairs(checker, only: frozenset[str]) -> dict[str, dict[str, list[int]]]:  # type: ignore[no-untyped-def]
    """By way and theme: marks found, marks, good sides flagged, good sides."""
    notes = [p for p in rows(sorted((TRAINING / "notes").glob("pairs_*.jsonl"))) if not only or p["id"] in only]
    table: dict[str, dict[str, list[int]]] = {way: defaultdict(lambda: [0, 0, 0, 0]) for way in WAYS}
    bad = findings(checker, [record(n, unmark(n["bad"])[0]) for n in notes])
    good = findings(checker, [record(n, unmark(n["good"])[0]) for n in notes])
    for note, in_bad, in_good in zip(notes, bad, good, strict=True):
        marks = [s for s in unmark(note["bad"])[1] if FAMILY[s[2]] == _BLAME and not s[3]]
        for way, pick in WAYS.items():
            blame = [f for f in pick(in_bad) if FAMILY[f.category] == _BLAME]
            flagged = any(FAMILY[f.category] == _BLAME for f in pick(in_good))
            for theme in (note["theme"], "all"):
                counts = table[way][theme]
                counts[0] += sum(any(overlaps(s, (f.start, f.end)) for f in blame) for s in marks)
                counts[1] += len(marks)
                counts[2] += flagged
                counts[3] += 1
    return table


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("notes", nargs="*", type=Path, default=[TRAINING / "notes" / "dev_notes.jsonl"])
    parser.add_argument("--errors", type=Path, help="write what was missed or wrongly found to this file")
    parser.add_argument("--held-back", action="store_true", help="only notes held back from the reader's training")
    arguments = parser.parse_args()
    held = json.loads((TRAINING / "held_back.json").read_text("utf-8"))
    notes = [n for n in rows(arguments.notes) if not arguments.held_back or n["id"] in set(held["notes"])]
    checker = load(reader=True)
    every = findings(checker, [record(n, n["text"]) for n in notes])
    for way, pick in WAYS.items():
        score = Score()
        errors = [e for note, found in zip(notes, every, strict=True) for e in score.add(note, pick(found))]
        print(f"\n{way}", *score.lines(), sep="\n")
    if arguments.errors:
        arguments.errors.write_text("".join("\t".join(e) + "\n" for e in errors), encoding="utf-8")
    print(
        "\ncontrast pairs held back: marks found, and good sides flagged",
        _pairs_table(checker, held["pairs"]),
        sep="\n",
    )


def _pairs_table(checker, ids: list[str]) -> str:  # type: ignore[no-untyped-def]
    table = pairs(checker, frozenset(ids))
    out = [f"{'':24}" + "".join(f"{way:>20}" for way in WAYS)]
    for theme in sorted(table["both"], key=lambda t: (t == "all", t)):
        cells = (table[way][theme] for way in WAYS)
        out.append(
            f"{theme:24}" + "".join(f"{c[0]:8}/{c[1]:<3}{c[2]:5}/{c[3]:<3}" if c[3] else " " * 20 for c in cells)
        )
    return "\n".join(out)


if __name__ == "__main__":
    main()
