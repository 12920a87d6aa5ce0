"""The grammar heads: targets, loss and figures."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import pairwise

import torch
import torch.nn.functional as F
from batching import Encoded, Pieces, bucket, collate, encode, padded
from network import Reader, same_sentence
from torch import Tensor
from treebank import Sentence, Window, windows

IGNORE = -100


@dataclass(frozen=True)
class Labels:
    """The names of the classes of each head, in order."""

    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    deps: tuple[str, ...]

    @classmethod
    def of(cls, sentences: list[Sentence]) -> Labels:
        t = [x for s in sentences for x in s.tokens]
        return cls(*(tuple(sorted({getattr(x, k) for x in t})) for k in ("upos", "xpos", "dep")))


@dataclass(frozen=True)
class Example:
    """A window with its pieces."""

    window: Window
    encoded: Encoded


def examples(
    sentences: list[Sentence], pieces: Pieces, rng: random.Random | None, prefixes: list[list[str]]
) -> list[Example]:
    """Windows of a treebank; one in four carries somebody's prefix, so that it tells grammar nothing."""
    out = []
    for w in windows(sentences, (15, 165), rng):
        prefix = rng.choice(prefixes) if rng and prefixes and rng.random() < 0.25 else []
        out.append(Example(w, encode(pieces, w.words, w.gaps, prefix, frozenset())))
    return [e for e in out if len(e.encoded.pieces) <= 480]


def batches(items: list[Example], most: int, rng: random.Random) -> list[list[Example]]:
    return bucket(items, lambda e: len(e.encoded.pieces), most, rng)


def targets(batch: list[Example], labels: Labels) -> dict[str, Tensor]:
    up, xp, dp = ({n: i for i, n in enumerate(x)} for x in (labels.upos, labels.xpos, labels.deps))
    return {
        "upos": padded([[up[x] for x in e.window.upos] for e in batch], IGNORE),
        "xpos": padded([[xp[x] for x in e.window.xpos] for e in batch], IGNORE),
        "deps": padded([[dp[x] for x in e.window.deps] for e in batch], IGNORE),
        "heads": padded([list(e.window.heads) for e in batch], IGNORE),
        "starts": padded([[int(x) for x in e.window.starts] for e in batch], IGNORE),
    }


def loss(model: Reader, batch: list[Example], labels: Labels) -> Tensor:
    """The sum of the five losses of the grammar heads."""
    x = collate([e.encoded for e in batch])
    w = model.drop(model.words(x["pieces"], x["shapes"], x["marks"], x["mask"], x["first"]))
    return loss_of(model, w, x["real"], targets(batch, labels))


def loss_of(model: Reader, w: Tensor, real: Tensor, y: dict[str, Tensor]) -> Tensor:
    """The same of word vectors and targets; heads are chosen inside the sentences of `y["starts"]`."""
    scores, ldep, lhead = model.arcs(w)
    scores = scores.masked_fill(~same_sentence(y["starts"].clamp(min=0), real), -1e4)
    label = model.labels(ldep, lhead, y["heads"].clamp(min=0))
    total = F.cross_entropy(scores.flatten(0, 1), y["heads"].flatten(), ignore_index=IGNORE)
    for got, want in ((model.upos(w), y["upos"]), (model.xpos(w), y["xpos"]), (label, y["deps"])):
        total = total + F.cross_entropy(got.flatten(0, 1), want.flatten(), ignore_index=IGNORE)
    start = model.start(w).squeeze(2)[real]
    return total + F.binary_cross_entropy_with_logits(start, y["starts"][real].float())


@torch.no_grad()
def figures(model: Reader, items: list[Example], labels: Labels) -> dict[str, float]:
    """Accuracies with gold sentences, and the F of predicted sentences, in percent."""
    model.eval()
    hit = dict.fromkeys(("upos", "xpos", "uas", "las", "n", "tp", "found", "gold"), 0)
    for batch in batches(items, 4000, random.Random(0)):
        x, y = collate([e.encoded for e in batch]), targets(batch, labels)
        w = model.words(x["pieces"], x["shapes"], x["marks"], x["mask"], x["first"])
        scores, ldep, lhead = model.arcs(w)
        chosen = scores.masked_fill(~same_sentence(y["starts"].clamp(min=0), x["real"]), -1e4).argmax(2)
        label = model.labels(ldep, lhead, chosen).argmax(2)
        r = x["real"]
        hit["n"] += int(r.sum())
        hit["upos"] += int((model.upos(w).argmax(2) == y["upos"])[r].sum())
        hit["xpos"] += int((model.xpos(w).argmax(2) == y["xpos"])[r].sum())
        right = (chosen == y["heads"])[r]
        hit["uas"] += int(right.sum())
        hit["las"] += int((right & (label == y["deps"])[r]).sum())
        start = model.start(w).squeeze(2) > 0
        for row, e in enumerate(batch):
            n = len(e.window.words)
            got = [i for i in range(n) if start[row, i] or i == 0] + [n]
            want = [i for i in range(n) if e.window.starts[i]] + [n]
            a, b = set(pairwise(got)), set(pairwise(want))
            hit["tp"] += len(a & b)
            hit["found"] += len(a)
            hit["gold"] += len(b)
    model.train()
    out = {k: round(100 * hit[k] / hit["n"], 2) for k in ("upos", "xpos", "uas", "las")}
    return out | {"sentence_f": round(200 * hit["tp"] / (hit["found"] + hit["gold"]), 2)}
