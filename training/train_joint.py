"""Stages 2 and 3: the encoder goes on to read notes, with the treebank mixed in so that it keeps its grammar."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path

import export
import grammar_task
import notes_data as data
import notes_task
import torch
from batching import Pieces
from network import Reader
from schedule import Schedule
from teacher import parsed
from treebank import read

from notecheck.language.pipeline import blank_pipeline

SEED = 20261122
HELD_BACK = Path(__file__).parent / "held_back.json"


def train(
    treebank: Path,
    base: Path,
    work: Path,
    epochs: int,
    start: str,
    out: str,
    teachers: tuple[str, ...] = (),
    more: bool = True,
    encoder_rate: float = 1.5e-4,
    heads_rate: float = 1.0e-3,
    share: float = 0.15,
    most: int = 1300,
    seed: int = SEED,
    half: bool = False,
) -> None:
    """Write `out` into `work`, going on from `start`; an epoch takes all notes and pairs and `share` of the trees.

    `teachers` are the weights that parse the notes beforehand; `more` takes the notes of `more_notes/` as well. `half`
    multiplies in bfloat16, a quarter faster on processors that can.
    """
    torch.manual_seed(seed)
    rng = random.Random(seed)
    model, saved = export.load(work / start)
    labels = grammar_task.Labels(*map(tuple, saved["labels"].values()))
    pieces, nlp = Pieces.load(base / "tokenizer.json"), blank_pipeline()
    folders = (data.NOTES, data.MORE_NOTES) if more else (data.NOTES,)
    notes, pairs = data.notes(nlp, "train", folders), data.pairs(nlp, folders)
    held = json.loads(HELD_BACK.read_text(encoding="utf-8"))
    kept, tuning = [n for n in notes if n.id not in held["notes"]], [n for n in notes if n.id in held["notes"]]
    taught, asked = [p for p in pairs if p.id not in held["pairs"]], [p for p in pairs if p.id in held["pairs"]]
    loaded = [export.load(work / t)[0] for t in teachers]
    sides = [x for p in taught for x in (p.bad, p.good)]
    if loaded:
        kept, sides = parsed(kept, loaded, labels, pieces), parsed(sides, loaded, labels, pieces)
    # The markers of `notes/` kept to one guide and were read by others, so what they marked counts twice.
    own = {r["id"] for r in data.rows("*.jsonl", (data.NOTES,))}
    kept += [n for n in kept if n.id in own]
    sides += [x for x in sides if x.id[:-1] in own]
    print(len(kept), len(tuning), len(taught), len(asked), flush=True)
    sentences = read(treebank / "en_ewt-ud-train.conllu") + read(treebank / "en_pronouns-ud.conllu")
    prefixes = [
        [n.child.name, n.child.pronouns, f"{n.child.age:g}"]
        for n in kept
        if n.child.name and n.child.pronouns and n.child.age is not None
    ]
    plans = []
    for _ in range(epochs):
        words = notes_task.batches(notes_task.epoch(kept, sides, pieces, rng), most, rng)
        trees = grammar_task.batches(grammar_task.examples(sentences, pieces, rng, prefixes), most, rng)
        steps = [(notes_task.loss, (b,)) for b in words] + [
            (grammar_task.loss, (b, labels)) for b in trees[: int(len(trees) * share)]
        ]
        rng.shuffle(steps)
        plans.append(steps)
    plan, began = Schedule(model, encoder_rate, heads_rate, sum(map(len, plans))), time.time()
    dev = grammar_task.examples(read(treebank / "en_ewt-ud-dev.conllu"), pieces, None, [])
    for number, steps in enumerate(plans, 1):
        model.train()
        total = {notes_task.loss: [], grammar_task.loss: []}
        for kind, batch in steps:
            with torch.autocast("cpu", torch.bfloat16, enabled=half):
                loss = kind(model, *batch)
            plan.step(loss)
            total[kind].append(loss.item())
        mean: Reader = plan.mean.module
        print(
            f"epoch {number}/{epochs} steps {len(steps)}",
            {k.__module__: round(sum(v) / len(v), 3) for k, v in total.items() if v},
            notes_task.figures(mean, tuning, pieces),
            notes_task.pair_figures(mean, asked, pieces, 0.5),
            f"{time.time() - began:.0f}s",
            flush=True,
        )
        torch.save({"model": mean.state_dict(), "sizes": saved["sizes"], "labels": saved["labels"]}, work / out)
    print("treebank", grammar_task.figures(plan.mean.module, dev, labels), flush=True)
