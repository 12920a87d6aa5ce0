"""Grammar of the notes as the treebank's own models see it, for the joint stage to hold on to.

The treebank has no case notes and no prefix that names a child. Trained on both kinds of text at once, the encoder
comes to give role words ("sister", "social worker") the tags of the pronouns beside them. So the notes are parsed
first, without the prefix, by the models that know grammar best, and the joint stage learns those parses with the
prefix, other names and lost capitals in place.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace

import torch
from batching import Encoded, Pieces, bucket, collate, encode, padded
from grammar_task import Labels
from network import Reader, same_sentence
from notes_data import Parsed, Passage

from notecheck.language.reader.closed import settled_tags
from notecheck.language.reader.windows import plan

ROOM = 380  # wordpieces that a teacher takes at once
MOST = 2500  # and in a batch


@dataclass(frozen=True)
class _Part:
    """Words `begin` to `end` of the passage numbered `whose`."""

    whose: int
    begin: int
    words: tuple[str, ...]
    starts: tuple[bool, ...]
    encoded: Encoded


def parsed(passages: list[Passage], teachers: list[Reader], labels: Labels, pieces: Pieces) -> list[Passage]:
    """The passages with the mean opinion of the teachers in `parsed`."""
    parts = [x for n, p in enumerate(passages) for x in _parts(n, p, pieces)]
    found: list[dict[int, list[Parsed]]] = [{} for _ in passages]
    for batch in bucket(parts, lambda x: len(x.encoded.pieces), MOST, random.Random(0)):
        for part, words in zip(batch, _parse(batch, teachers, labels), strict=True):
            found[part.whose][part.begin] = words
    return [
        replace(p, parsed=tuple(w for begin in sorted(by) for w in by[begin]))
        for p, by in zip(passages, found, strict=True)
    ]


def _parts(number: int, p: Passage, pieces: Pieces) -> list[_Part]:
    begins = [i for i, s in enumerate(p.starts) if s]
    return [
        _Part(
            number,
            a,
            p.words[a:b],
            (True, *p.starts[a + 1 : b]),
            encode(pieces, p.words[a:b], p.gaps[a:b], [], frozenset()),
        )
        for a, b in plan([len(pieces.of(w)) for w in p.words], begins, ROOM, overlap=0)
    ]


@torch.no_grad()
def _parse(batch: list[_Part], teachers: list[Reader], labels: Labels) -> list[list[Parsed]]:
    x = collate([part.encoded for part in batch])
    both = [(t, t.words(x["pieces"], x["shapes"], x["marks"], x["mask"], x["first"])) for t in teachers]
    start = (sum(t.start(w).squeeze(2) for t, w in both) > 0) | padded([list(map(int, p.starts)) for p in batch]).bool()
    allowed = same_sentence(start.long(), x["real"])
    arcs = [(t, *t.arcs(w)) for t, w in both]
    heads = sum(a.masked_fill(~allowed, -1e4).log_softmax(2) for _, a, _, _ in arcs).argmax(2)
    deps = sum(t.labels(dep, head, heads).log_softmax(2) for t, _, dep, head in arcs).argmax(2)
    upos, xpos = (sum(getattr(t, k)(w).log_softmax(2) for t, w in both).argmax(2) for k in ("upos", "xpos"))
    out = []
    for n, part in enumerate(batch):
        size = len(part.words)
        pos, tags = settled_tags(
            part.words,
            [labels.upos[u] for u in upos[n, :size].tolist()],
            [labels.xpos[v] for v in xpos[n, :size].tolist()],
        )
        rest = zip(pos, tags, *(k[n, :size].tolist() for k in (heads, deps, start)), strict=True)
        out.append(
            [
                Parsed(labels.upos.index(u), labels.xpos.index(v), h - 1 - i if h else 0, d, s)
                for i, (u, v, h, d, s) in enumerate(rest)
            ]
        )
    return out
