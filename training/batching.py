"""From words to tensors: pieces, shapes, marks, and batches of about equal length."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from notecheck.language.reader.features import MARK_CHILD, MARK_PREFIX, MARK_TEXT, PREFIX_SHAPE, gap_of, shape_id

CLS, SEP, UNK = 101, 102, 100
MOST_PIECES_OF_A_WORD = 8


@dataclass
class Pieces:
    """Wordpieces of single words, looked up once. A word is cut alone, so that "don't" as
    do + n't never shares a piece between its two words."""

    tokenizer: Tokenizer
    known: dict[str, list[int]] = field(default_factory=dict)

    @classmethod
    def load(cls, path: Path) -> Pieces:
        t = Tokenizer.from_file(str(path))
        t.no_padding()
        t.no_truncation()
        return cls(t)

    def of(self, word: str) -> list[int]:
        got = self.known.get(word)
        if got is None:
            got = self.tokenizer.encode(word, add_special_tokens=False).ids[:MOST_PIECES_OF_A_WORD] or [UNK]
            self.known[word] = got
        return got


@dataclass
class Encoded:
    """One window as the network takes it."""

    pieces: list[int]
    shapes: list[int]
    marks: list[int]
    first: list[int]


def encode(
    pieces: Pieces,
    words: list[str] | tuple[str, ...],
    gaps: list[str] | tuple[str, ...],
    prefix: list[str],
    names: frozenset[str],
) -> Encoded:
    """[CLS] prefix [SEP] words [SEP]."""
    ids, shapes, marks, first = [CLS], [PREFIX_SHAPE], [MARK_PREFIX], []
    for w in prefix:
        got = pieces.of(w)
        ids += got
        shapes += [PREFIX_SHAPE] * len(got)
        marks += [MARK_PREFIX] * len(got)
    ids.append(SEP)
    shapes.append(PREFIX_SHAPE)
    marks.append(MARK_PREFIX)
    for w, g in zip(words, gaps, strict=True):
        got = pieces.of(w)
        first.append(len(ids))
        ids += got
        shapes += [shape_id(w, gap_of(g))] * len(got)
        marks += [MARK_CHILD if w.lower() in names else MARK_TEXT] * len(got)
    ids.append(SEP)
    shapes.append(PREFIX_SHAPE)
    marks.append(MARK_PREFIX)
    return Encoded(ids, shapes, marks, first)


def padded(rows: list[list[int]], fill: int = 0) -> Tensor:
    """Rows of unequal length as one tensor of int64."""
    width = max(map(len, rows))
    return torch.tensor([r + [fill] * (width - len(r)) for r in rows])


def collate(batch: list[Encoded]) -> dict[str, Tensor]:
    """The network's inputs for a batch, and which words are real."""
    mask = padded([[1] * len(e.pieces) for e in batch])
    real = padded([[1] * len(e.first) for e in batch]).bool()
    return {
        "pieces": padded([e.pieces for e in batch]),
        "shapes": padded([e.shapes for e in batch]),
        "marks": padded([e.marks for e in batch]),
        "mask": mask,
        "first": padded([e.first for e in batch]),
        "real": real,
    }


def bucket(items: list, length, most: int, rng: random.Random) -> list[list]:
    """Batches of items of like length, at most `most` pieces each with padding, in random order."""
    order = sorted(items, key=lambda x: length(x) + rng.random() * 24)
    batches, held = [], []
    for x in order:
        if held and max(length(x), *(length(y) for y in held)) * (len(held) + 1) > most:
            batches.append(held)
            held = []
        held.append(x)
    if held:
        batches.append(held)
    rng.shuffle(batches)
    return batches
