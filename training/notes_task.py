"""The heads that read notes: problems, themes and who is meant."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import grammar_task
import notes_data as data
import torch
import torch.nn.functional as F
from batching import Encoded, Pieces, bucket, collate, encode, padded
from network import Reader
from notes_data import IGNORE, Child, Pair, Passage
from torch import Tensor

from notecheck.language.reader.features import MARK_TEXT, name_parts, prefix_words

MASK = 103
GRAMMAR_WEIGHT, WHO_WEIGHT = 0.4, 1.5


@dataclass(frozen=True)
class Example:
    """A passage with its pieces."""

    passage: Passage
    encoded: Encoded


def encoded(p: Passage, pieces: Pieces) -> Example:
    c: Child = p.child
    return Example(p, encode(pieces, p.words, p.gaps, prefix_words(c.name, c.pronouns, c.age), name_parts(c.name)))


def masked(e: Encoded, rng: random.Random, share: float) -> Encoded:
    """Some words hidden, so that no single word decides."""
    hide = {i for i in e.first if rng.random() < share}
    return replace(e, pieces=[MASK if i in hide and e.marks[i] == MARK_TEXT else x for i, x in enumerate(e.pieces)])


def epoch(notes: list[Passage], sides: list[Passage], pieces: Pieces, rng: random.Random) -> list[Example]:
    """All notes in windows, and all passages of pairs, alone or some on end, roughened afresh."""
    pool = {
        k: v + [n.child.name for n in notes if n.child.pronouns == k and n.child.name and n.child.name.isalpha()]
        for k, v in data.NAMES.items()
    }
    out: list[Passage] = []
    for n in notes:
        p = data.roughen(n, rng, pool)
        out += data.cut(p, [len(pieces.of(w)) for w in p.words], rng.choice((120, 200, 240, 240)), rng.choice((0, 1)))
    loose = [data.roughen(data.with_somebody(x, rng), rng, pool) for x in sides]
    rng.shuffle(loose)
    while loose:
        some = [loose.pop() for _ in range(min(len(loose), rng.choice((1, 1, 2, 3))))]
        out.append(data.joined(some, rng))
    return [Example(x.passage, masked(x.encoded, rng, 0.05)) for x in (encoded(p, pieces) for p in out)]


def batches(items: list[Example], most: int, rng: random.Random) -> list[list[Example]]:
    return bucket(items, lambda e: len(e.encoded.pieces), most, rng)


def parsed_targets(batch: list[Example]) -> dict[str, Tensor]:
    """What the grammar teacher says, as `grammar_task.targets`; a head outside the window is left out."""

    def heads(p: Passage) -> list[int]:
        n = len(p.parsed)
        places = [i + q.reach if q.reach else -1 for i, q in enumerate(p.parsed)]
        return [IGNORE if q.reach and not 0 <= at < n else at + 1 for q, at in zip(p.parsed, places, strict=True)]

    rows = {k: [[getattr(q, k) for q in e.passage.parsed] for e in batch] for k in ("upos", "xpos", "dep", "start")}
    return {
        "upos": padded(rows["upos"], IGNORE),
        "xpos": padded(rows["xpos"], IGNORE),
        "deps": padded(rows["dep"], IGNORE),
        "heads": padded([heads(e.passage) for e in batch], IGNORE),
        "starts": padded([[int(x) for x in r] for r in rows["start"]], IGNORE),
    }


def loss(model: Reader, batch: list[Example]) -> Tensor:
    """Problems (threefold, as most words have none), themes, who is meant, and grammar as its teacher sees it."""
    x = collate([e.encoded for e in batch])
    w = model.drop(model.words(x["pieces"], x["shapes"], x["marks"], x["mask"], x["first"]))
    problems, themes, who = (
        padded([list(getattr(e.passage, k)) for e in batch], IGNORE).flatten() for k in ("problems", "themes", "who")
    )
    total = 3.0 * F.cross_entropy(model.problem(w).flatten(0, 1), problems, ignore_index=IGNORE)
    if bool((themes != IGNORE).any()):
        total = total + 0.3 * F.cross_entropy(model.theme(w).flatten(0, 1), themes, ignore_index=IGNORE)
    if bool((who != IGNORE).any()):
        each = F.cross_entropy(model.who(w).flatten(0, 1), who, ignore_index=IGNORE, reduction="none")
        weight = (who != IGNORE).float() * torch.where(who == 0, 0.1, 1.0)
        total = total + WHO_WEIGHT * (each * weight).sum() / weight.sum()
    if all(e.passage.parsed for e in batch):
        total = total + GRAMMAR_WEIGHT * grammar_task.loss_of(model, w, x["real"], parsed_targets(batch))
    return total


@torch.no_grad()
def probabilities(model: Reader, passages: list[Passage], pieces: Pieces) -> list[tuple[Tensor, Tensor, Tensor]]:
    """For each passage, per word: problem, theme and who probabilities (windows whole, up to 480 pieces)."""
    model.eval()
    out = []
    for p in passages:
        e = encoded(p, pieces).encoded
        x = collate([e])
        w = model.words(
            x["pieces"][:, :512],
            x["shapes"][:, :512],
            x["marks"][:, :512],
            x["mask"][:, :512],
            x["first"].clamp(max=511),
        )
        out.append(tuple(h(w)[0].softmax(-1) for h in (model.problem, model.theme, model.who)))
    model.train()
    return out


def figures(model: Reader, passages: list[Passage], pieces: Pieces) -> dict[str, float]:
    """Word-level F of blame and focus at one half, and accuracy of child or not, in percent: for the log."""
    tp = found = gold = right = asked = 0
    for p, (problem, _, who) in zip(passages, probabilities(model, passages, pieces), strict=True):
        blame = problem[:, 1] + problem[:, 2] > 0.5
        for i, y in enumerate(p.problems):
            if y != IGNORE:
                tp += int(bool(blame[i]) and y in (1, 2))
                found += int(blame[i])
                gold += int(y in (1, 2))
        said = who[:, 1:].argmax(1) + 1
        for i, y in enumerate(p.who):
            if y > 0:
                right += int((int(said[i]) == 1) == (y == 1))
                asked += 1
    return {
        "blame_word_f": round(200 * tp / max(1, found + gold), 1),
        "child_or_not": round(100 * right / max(1, asked), 1),
    }


def pair_figures(model: Reader, pairs: list[Pair], pieces: Pieces, threshold: float) -> dict[str, float]:
    """Share of bad passages with a word above the threshold, and of good ones with none, in percent."""
    bad = probabilities(model, [p.bad for p in pairs], pieces)
    good = probabilities(model, [p.good for p in pairs], pieces)
    top = [[float((x[0][:, 1] + x[0][:, 2]).max()) for x in side] for side in (bad, good)]
    return {
        "bad_found": round(100 * sum(t > threshold for t in top[0]) / len(pairs), 1),
        "good_left": round(100 * sum(t <= threshold for t in top[1]) / len(pairs), 1),
    }
