"""The treebank as windows of several sentences, roughened into the manner of case notes."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path


@dataclass(frozen=True)
class Token:
    """One word of the treebank. `head` is 0 for the root, else 1 + the position in the sentence."""

    form: str
    lemma: str
    upos: str
    xpos: str
    head: int
    dep: str
    space: bool  # a space follows
    feats: str = "_"


@dataclass(frozen=True)
class Sentence:
    """Tokens, and whether a new paragraph or document begins here."""

    tokens: tuple[Token, ...]
    new_paragraph: bool
    new_document: bool


def read(path: Path) -> list[Sentence]:
    """Sentences of a CoNLL-U file; words of a multiword token are cut out of its surface form."""
    out: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        rows, ranges = [], {}
        for line in block.split("\n"):
            cols = line.split("\t")
            if len(cols) != 10 or "." in cols[0]:
                continue
            if "-" in cols[0]:
                first, last = map(int, cols[0].split("-"))
                ranges[first] = (last, "SpaceAfter=No" not in cols[9])
            else:
                rows.append(cols)
        if rows:
            out.append(Sentence(_tokens(rows, ranges), "# newpar" in block, "# newdoc" in block))
    return out


def _tokens(rows: list[list[str]], ranges: dict[int, tuple[int, bool]]) -> tuple[Token, ...]:
    inside: dict[int, bool] = {}
    for first, (last, space) in ranges.items():
        inside |= dict.fromkeys(range(first, last), False) | {last: space}
    return tuple(
        Token(c[1], c[2], c[3], c[4], int(c[6]), c[7], inside.get(i, "SpaceAfter=No" not in c[9]), c[5])
        for i, c in enumerate(rows, 1)
    )


@dataclass(frozen=True)
class Window:
    """Words of some sentences on end. `heads` are 0 for the root, else 1 + position in the window."""

    words: tuple[str, ...]
    gaps: tuple[str, ...]  # what stands before each word
    upos: tuple[str, ...]
    xpos: tuple[str, ...]
    heads: tuple[int, ...]
    deps: tuple[str, ...]
    starts: tuple[bool, ...]


def drop_tokens(tokens: tuple[Token, ...], gone: set[int]) -> tuple[Token, ...]:
    """Without the tokens at these positions, if nothing hangs on them; else unchanged."""
    if not gone or len(gone) >= len(tokens):
        return tokens
    if any(t.head - 1 in gone for i, t in enumerate(tokens) if i not in gone) or any(tokens[i].head == 0 for i in gone):
        return tokens
    place = {old: new for new, old in enumerate(i for i in range(len(tokens)) if i not in gone)}
    return tuple(replace(t, head=place[t.head - 1] + 1 if t.head else 0) for i, t in enumerate(tokens) if i not in gone)


def _capital(form: str) -> str:
    return form[:1].upper() + form[1:]


def drop_subject(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """'He was seen at school.' -> 'Seen at school.'; 'She said…' -> 'Said…'."""
    first = tokens[0]
    if not (first.upos == "PRON" and first.dep in ("nsubj", "nsubj:pass") and first.space):
        return tokens
    gone = {0}
    if len(tokens) > 1 and tokens[1].dep in ("aux:pass", "cop") and tokens[1].head == first.head:
        gone.add(1)
    left = drop_tokens(tokens, gone)
    return left if left is tokens else (replace(left[0], form=_capital(left[0].form)), *left[1:])


def roughen(sentence: Sentence, rng: random.Random) -> Sentence:
    """One sentence as a hurried writer would leave it, some of the time."""
    t = sentence.tokens
    if rng.random() < 0.35:
        t = drop_subject(t)
    if rng.random() < 0.06:
        t = drop_tokens(
            t,
            {
                i
                for i, x in enumerate(t)
                if x.upos == "DET" and x.xpos == "DT" and x.form.lower() in ("the", "a", "an") and x.space
            },
        )
    if rng.random() < 0.03:
        t = tuple(replace(x, form=x.form.upper()) for x in t)
    if rng.random() < 0.08:
        t = tuple(replace(x, form=x.form.replace("'", "\u2019")) for x in t)
    if rng.random() < 0.06:
        t = tuple(replace(x, form="nt") if x.form.lower() in ("n't", "n\u2019t") else x for x in t)
    return replace(sentence, tokens=t)


def _bullet(tokens: tuple[Token, ...], mark: str) -> tuple[Token, ...]:
    root = next(i for i, t in enumerate(tokens) if t.head == 0)
    moved = tuple(replace(t, head=t.head + 1 if t.head else 0) for t in tokens)
    return (Token(mark, mark, "PUNCT", "NFP", root + 2, "punct", True), *moved)


def _last_dropped(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    if len(tokens) > 3 and tokens[-1].form in (".", "!", "?", ";") and tokens[-1].upos == "PUNCT":
        return drop_tokens(tokens, {len(tokens) - 1})
    return tokens


def window(sentences: list[Sentence], rng: random.Random | None) -> Window:
    """Sentences on end; with `rng`, line breaks, bullets, lower case and lost full stops are mixed in."""
    style = rng.random() if rng else 1.0
    lines = bool(rng) and rng.random() < 0.25
    bullets = rng.choice("-•*–") if rng and rng.random() < 0.08 else ""
    lose = rng.choice((0.0, 0.0, 0.3, 1.0)) if rng else 0.0
    words, gaps, upos, xpos, heads, deps, starts = ([] for _ in range(7))
    before = "\n\n"
    for n, s in enumerate(sentences):
        t = roughen(s, rng).tokens if rng else s.tokens
        broken = n > 0 and (s.new_paragraph or s.new_document or lines or bool(bullets))
        if rng and rng.random() < lose:
            t = _last_dropped(t)
        if bullets:
            t = _bullet(t, bullets)
        if broken:
            before = "\n\n" if s.new_document or (rng and rng.random() < 0.2) else "\n"
        base = len(words)
        for i, x in enumerate(t):
            form = x.form.lower() if style < 0.12 else x.form
            words.append(form)
            gaps.append(before)
            upos.append(x.upos)
            xpos.append(x.xpos)
            heads.append(base + x.head if x.head else 0)
            deps.append(x.dep)
            starts.append(i == 0)
            before = " " if x.space else ""
    return Window(*map(tuple, (words, gaps, upos, xpos, heads, deps, starts)))


def windows(sentences: list[Sentence], limit: tuple[int, int], rng: random.Random | None) -> Iterator[Window]:
    """Cut a treebank into windows of whole sentences, each of at most a random number of words."""
    held: list[Sentence] = []
    cap = rng.randint(*limit) if rng else limit[1]
    for s in sentences:
        full = sum(len(x.tokens) for x in held) + len(s.tokens) > cap
        if held and (full or (s.new_document and (rng is None or rng.random() < 0.5))):
            yield window(held, rng)
            held, cap = [], rng.randint(*limit) if rng else limit[1]
        held.append(s)
    if held:
        yield window(held, rng)
