"""Stage 2: the encoder goes on to read notes, with the treebank mixed in so that it keeps its grammar."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import grammar_task
import notes_data as data
import notes_task
import torch
from batching import Pieces
from network import Reader, Sizes
from schedule import Schedule
from treebank import read

from notecheck.language.pipeline import blank_pipeline

SEED = 20261122
HELD_BACK = Path(__file__).parent / "held_back.json"


def train(
    treebank: Path,
    base: Path,
    work: Path,
    epochs: int = 9,
    encoder_rate: float = 1.5e-4,
    heads_rate: float = 1.0e-3,
    share: float = 0.3,
    most: int = 1300,
    start: str = "grammar.pt",
    out: str = "joint.pt",
    seed: int = SEED,
) -> None:
    """Write `out` into `work`, going on from `start`; an epoch takes all notes and pairs and `share` of the trees."""
    torch.manual_seed(seed)
    rng = random.Random(seed)
    saved = torch.load(work / start)
    labels = grammar_task.Labels(*map(tuple, saved["labels"].values()))
    model = Reader(Sizes(**saved["sizes"]))
    model.load_state_dict(saved["model"])
    pieces, nlp = Pieces.load(base / "tokenizer.json"), blank_pipeline()
    notes, pairs = data.notes(nlp, "train"), data.pairs(nlp)
    held = json.loads(HELD_BACK.read_text(encoding="utf-8"))
    kept, tuning = [n for n in notes if n.id not in held["notes"]], [n for n in notes if n.id in held["notes"]]
    taught, asked = [p for p in pairs if p.id not in held["pairs"]], [p for p in pairs if p.id in held["pairs"]]
    print(len(kept), len(tuning), len(taught), len(asked), flush=True)
    sentences = read(treebank / "en_ewt-ud-train.conllu") + read(treebank / "en_pronouns-ud.conllu")
    prefixes = [
        [n.child.name, n.child.pronouns, f"{n.child.age:g}"]
        for n in kept
        if n.child.name and n.child.pronouns and n.child.age is not None
    ]
    plans = []
    for _ in range(epochs):
        words = notes_task.batches(notes_task.epoch(kept, taught, pieces, rng), most, rng)
        trees = grammar_task.batches(grammar_task.examples(sentences, pieces, rng, prefixes), most, rng)
        steps = [(notes_task.loss, (b,)) for b in words] + [
            (grammar_task.loss, (b, labels)) for b in trees[: int(len(trees) * share)]
        ]
        rng.shuffle(steps)
        plans.append(steps)
    plan, began = Schedule(model, encoder_rate, heads_rate, sum(map(len, plans))), time.time()
    for number, steps in enumerate(plans, 1):
        model.train()
        total = {notes_task.loss: [], grammar_task.loss: []}
        for kind, batch in steps:
            loss = kind(model, *batch)
            plan.step(loss)
            total[kind].append(loss.item())
        print(
            f"epoch {number}/{epochs} steps {len(steps)}",
            {k.__module__: round(sum(v) / len(v), 3) for k, v in total.items() if v},
            notes_task.figures(model, tuning, pieces),
            notes_task.pair_figures(model, asked, pieces, 0.5),
            f"{time.time() - began:.0f}s",
            flush=True,
        )
        torch.save({"model": model.state_dict(), "sizes": saved["sizes"], "labels": saved["labels"]}, work / out)
    dev = grammar_task.examples(read(treebank / "en_ewt-ud-dev.conllu"), pieces, None, [])
    print("treebank", grammar_task.figures(model, dev, labels), flush=True)


def average(work: Path, names: list[str], out: str) -> None:
    """Write the mean of the weights of several runs that began from the same ones."""
    saved = [torch.load(work / n) for n in names]
    mean = {k: sum(s["model"][k] for s in saved) / len(saved) for k in saved[0]["model"]}
    torch.save(saved[0] | {"model": mean}, work / out)
