"""The figures of the packaged model, as a table and as `metrics.json`.

Usage: python training/evaluate.py [--treebank FOLDER] [--model FOLDER]
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

import scoring  # noqa: E402
from treebank import read as read_treebank  # noqa: E402

from notecheck.language.pipeline import blank_pipeline  # noqa: E402
from notecheck.language.reader.component import Reader  # noqa: E402
from notecheck.language.reader.model import FOLDER  # noqa: E402


def measure(model: Path, treebank: Path | None) -> dict[str, Any]:
    """Every figure. The files named `dev` are read here and nowhere else."""
    nlp, reader = blank_pipeline(), Reader(str(model))
    held = json.loads((HERE / "held_back.json").read_text(encoding="utf-8"))
    out: dict[str, Any] = {"model": reader.model.config["version"], "thresholds": reader.thresholds}
    if treebank is not None:
        dev = read_treebank(treebank / "en_ewt-ud-dev.conllu")
        out["treebank"] = scoring.treebank(nlp, reader, dev) | scoring.sentence_f(nlp, reader, dev)
    rows = scoring.notes("dev")
    docs = scoring.read(nlp, reader, [r["text"] for r in rows], [r.get("child") for r in rows])
    found = [scoring.findings(d, reader.thresholds) for d in docs]
    out["dev_notes"] = scoring.detect([r["spans"] for r in rows], found)
    acronyms = acronym_rules(rows)
    if acronyms is not None:
        both = [f + a for f, a in zip(found, acronyms, strict=True)]
        out["dev_notes_with_acronym_rules"] = scoring.detect([r["spans"] for r in rows], both)
    out["pairs_held_back"] = scoring.pairs(nlp, reader, set(held["pairs"]), reader.thresholds)
    out["themes"] = scoring.themes_right(nlp, reader, set(held["pairs"]), reader.thresholds)
    out["who_is_meant"] = scoring.mentions(nlp, reader, rows)
    out["who_is_meant_child_unknown"] = scoring.mentions(nlp, reader, rows, child=False)
    out["sentences"] = scoring.sentences(nlp, reader, HERE.parent / "tests" / "data" / "grammar_sentences.jsonl")
    return out


def acronym_rules(rows: list[dict]) -> list[list[scoring.Finding]] | None:
    """What the acronym check finds by rule, or None where it cannot be had."""
    try:
        import notecheck

        checker = notecheck.load(reader=False)
        reviews = [checker.check(r["text"]) for r in rows]
    except Exception as error:
        print(f"acronym rules left out: {type(error).__name__}")
        return None
    return [[(f.start, f.end, f.category) for f in review.findings if f.category == "acronym"] for review in reviews]


TARGETS = (
    ("UPOS", "treebank.upos", 96.3),
    ("UAS", "treebank.uas", 90.7),
    ("LAS", "treebank.las", 88.2),
    ("lemmas", "treebank.lemma", 97.0),
    ("sentence F, running text", "treebank.sentence_f", 85.0),
    ("blame+focus F1, model alone", "dev_notes.blame+focus.f1", 0.72),
    ("all F1, with acronym rules", "dev_notes_with_acronym_rules.ALL any.f1", 0.86),
    ("pairs: bad found", "pairs_held_back.all.bad_found", 85.0),
    ("pairs: good left alone", "pairs_held_back.all.good_left", 85.0),
    ("child or not", "who_is_meant.child_or_not", 0.93),
    ("child's pronouns, recall", "who_is_meant.child_pronouns_recall", 0.93),
    ("child's pronouns, precision", "who_is_meant.child_pronouns_precision", 0.95),
    ("120 sentences, all four right", "sentences.all_four_right", 95.0),
)


def table(figures: dict[str, Any]) -> str:
    """Figure against target, one a line."""
    lines = [f"{'':34}{'figure':>9}{'target':>9}"]
    for name, path, target in TARGETS:
        at: Any = figures
        for key in path.split("."):
            at = at.get(key) if isinstance(at, dict) else None
        mark = "" if at is None else "" if at >= target else "   short"
        lines.append(f"{name:34}{'-' if at is None else at:>9}{target:>9}{mark}")
    return "\n".join(lines)


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--treebank", type=Path)
    ap.add_argument("--model", type=Path, default=FOLDER)
    ap.add_argument("--out", type=Path, default=HERE / "metrics.json")
    a = ap.parse_args()
    figures = measure(a.model, a.treebank)
    a.out.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(table(figures))


if __name__ == "__main__":
    main()
