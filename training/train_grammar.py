"""Stage 1: the encoder learns grammar from the treebank."""

from __future__ import annotations

import random
import time
from dataclasses import asdict
from pathlib import Path

import grammar_task as task
import torch
from batching import Pieces
from network import Reader, Sizes
from schedule import Schedule
from treebank import read

PROBLEMS = ("none", "victim-blaming", "child-focus", "jargon", "acronym")
WHO = ("none", "child", "other", "group", "writer", "unclear")
THEMES = 15
SEED = 20261121


def train(
    treebank: Path, base: Path, work: Path, epochs: int = 5, encoder_rate: float = 2e-4, most: int = 1100
) -> None:
    """Write `grammar.pt` (weights and label names) into `work`, after every epoch."""
    torch.manual_seed(SEED)
    rng = random.Random(SEED)
    sentences = read(treebank / "en_ewt-ud-train.conllu") + read(treebank / "en_pronouns-ud.conllu")
    labels = task.Labels.of(sentences)
    pieces = Pieces.load(base / "tokenizer.json")
    sizes = Sizes(len(labels.upos), len(labels.xpos), len(labels.deps), len(PROBLEMS), THEMES, len(WHO))
    model = Reader(sizes)
    model.encoder.load_base(base / "model.safetensors")
    dev = task.examples(read(treebank / "en_ewt-ud-dev.conllu"), pieces, None, [])
    prefixes = [
        [n, p, a] for n in ("Maya", "Tom", "Aisha", "Kai") for p in ("she", "he", "they") for a in ("4", "9", "15")
    ]
    everything = [task.batches(task.examples(sentences, pieces, rng, prefixes), most, rng) for _ in range(epochs)]
    plan = Schedule(model, encoder_rate, 10 * encoder_rate, sum(map(len, everything)))
    began = time.time()
    for epoch, batches in enumerate(everything, 1):
        model.train()
        total = 0.0
        for i, batch in enumerate(batches, 1):
            loss = task.loss(model, batch, labels)
            plan.step(loss)
            total += loss.item()
            if i % 50 == 0:
                print(
                    f"epoch {epoch} step {i}/{len(batches)} loss {total / i:.3f} {time.time() - began:.0f}s", flush=True
                )
        # The treebank's dev part is read here for the log alone; nothing is chosen by it.
        print(f"epoch {epoch}", task.figures(model, dev, labels), f"{time.time() - began:.0f}s", flush=True)
        torch.save({"model": model.state_dict(), "sizes": asdict(sizes), "labels": asdict(labels)}, work / "grammar.pt")
