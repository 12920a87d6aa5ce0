"""Figures of the packaged reader, as users run it: after int8, through the pipeline."""

from __future__ import annotations

import collections
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import notes_data as data
import numpy as np
from score_detect import FAMILY, LABEL, overlaps, prf, unmark
from spacy.language import Language
from spacy.tokens import Doc
from treebank import Sentence

from notecheck.language import grammar
from notecheck.language.components import RECORD
from notecheck.language.reader.windows import words_of

Finding = tuple[int, int, str]


def doc_of(nlp: Language, text: str, child: dict | None) -> Doc:
    """A document with its child, not read yet."""
    doc = nlp.make_doc(text)
    c = child or {}
    doc.user_data[RECORD] = SimpleNamespace(
        child_name=c.get("name"), child_pronouns=c.get("pronouns"), child_age=c.get("age")
    )
    return doc


def layout_only(nlp: Language, doc: Doc) -> Doc:
    """Mark the sentence starts that rules give, as the pipeline does before the reader runs."""
    from notecheck.language.layout import lines
    from notecheck.language.sentences import sentence_starts

    for i in sentence_starts(doc, lines(doc.text)):
        doc[i].is_sent_start = True
    return doc


def read(nlp: Language, reader: Any, texts: Sequence[str], children: Sequence[dict | None]) -> list[Doc]:
    """Documents with the reader's work in them."""
    docs = (layout_only(nlp, doc_of(nlp, t, c)) for t, c in zip(texts, children, strict=True))
    return list(reader.pipe(docs))


def findings(doc: Doc, thresholds: dict[str, float]) -> list[Finding]:
    """The reader's problems at or above the thresholds."""
    group = doc.spans["notecheck_reader"]
    return [
        (s.start_char, s.end_char, s.label_)
        for s, p in zip(group, group.attrs["probability"], strict=True)
        if p >= thresholds[s.label_]
    ]


def detect(gold: list[list[tuple]], found: list[list[Finding]]) -> dict[str, dict[str, float]]:
    """P, R and F1 as `score_detect.py` counts them, by category, by family and over all."""
    c: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0, 0])
    for spans, preds in zip(gold, found, strict=True):
        for s in spans:
            if s[3]:
                continue
            over = [p[2] for p in preds if overlaps(s, p)]
            for key, ok in (
                (s[2], s[2] in over),
                (FAMILY[s[2]], FAMILY[s[2]] in map(FAMILY.get, over)),
                ("ALL any", bool(over)),
            ):
                c[key][1] += 1
                c[key][0] += ok
        for p in preds:
            hit = [s for s in spans if overlaps(p, s)]
            firm = [s[2] for s in hit if not s[3]]
            if hit and not firm:
                continue
            for key, ok in (
                (p[2], p[2] in firm),
                (FAMILY[p[2]], FAMILY[p[2]] in map(FAMILY.get, firm)),
                ("ALL any", bool(firm)),
            ):
                c[key][3] += 1
                c[key][2] += ok
    order = [*LABEL.values(), *dict.fromkeys(FAMILY.values()), "ALL any"]
    return {
        k: dict(zip(("p", "r", "f1"), (round(x, 3) for x in prf(*c[k])), strict=True))
        | {"gold": c[k][1], "found": c[k][3]}
        for k in order
    }


def notes(which: str, ids: Iterable[str] | None = None) -> list[dict]:
    """Notes of `train` or `dev` with text and spans; with `ids` those alone."""
    wanted = None if ids is None else set(ids)
    out = []
    for r in data.rows(f"{which}_*.jsonl"):
        if "marked" in r and (wanted is None or r["id"] in wanted):
            text, spans = unmark(r["marked"])
            out.append(r | {"text": text, "spans": spans})
    return out


def pairs(nlp: Language, reader: Any, ids: set[str], thresholds: dict[str, float]) -> dict[str, Any]:
    """Of the pairs with these ids: bad passages with a mark found, good ones with nothing found, by theme too."""
    rows = [r for r in data.rows("pairs_*.jsonl") if r["id"] in ids]
    blame = ("victim-blaming", "child-focus")
    found = {}
    for side in ("bad", "good"):
        docs = read(nlp, reader, [unmark(r[side])[0] for r in rows], [None] * len(rows))
        found[side] = [[f for f in findings(d, thresholds) if f[2] in blame] for d in docs]
    by: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0, 0])
    for r, bad, good in zip(rows, found["bad"], found["good"], strict=True):
        marks = [s for s in unmark(r["bad"])[1] if s[2] in blame and not s[3]]
        for key in (r["theme"], "all"):
            by[key][0] += 1
            by[key][1] += any(overlaps(s, f) for s in marks for f in bad)
            by[key][2] += not good
    return {
        k: {"pairs": n, "bad_found": round(100 * b / n, 1), "good_left": round(100 * g / n, 1)}
        for k, (n, b, g) in by.items()
    }


def themes_right(nlp: Language, reader: Any, ids: set[str], thresholds: dict[str, float]) -> dict[str, float]:
    """Of the marks of held-back pairs that were found: how many get a theme, and how many of those the right one."""
    right = named = asked = 0
    rows = [r for r in data.rows("pairs_*.jsonl") if r["id"] in ids]
    for r, d in zip(rows, read(nlp, reader, [unmark(r["bad"])[0] for r in rows], [None] * len(rows)), strict=True):
        group, marks = d.spans["notecheck_reader"], unmark(r["bad"])[1]
        for s, p, theme in zip(group, group.attrs["probability"], group.attrs["theme"], strict=True):
            if s.label_ == "jargon" or p < thresholds[s.label_]:
                continue
            if any(overlaps((s.start_char, s.end_char), m) for m in marks):
                asked += 1
                named += bool(theme)
                right += theme == r["theme"]
    return {"named": round(100 * named / max(1, asked), 1), "right": round(100 * right / max(1, named), 1)}


def mentions(nlp: Language, reader: Any, rows: list[dict], child: bool = True) -> dict[str, float]:
    """Who is meant, over the marked mentions: child or not, all five classes, and the child's pronouns."""
    marked = {r["id"]: r["mentions"] for r in data.rows("mentions_*.jsonl")}
    rows = [r for r in rows if r["id"] in marked]
    docs = read(nlp, reader, [r["text"] for r in rows], [r.get("child") if child else None for r in rows])
    n = right = exact = missing = tp = said = gold = 0
    for r, d in zip(rows, docs, strict=True):
        got = [(s.start_char, s.end_char, s.label_, s[0].pos_) for s in d.spans["notecheck_mentions"]]
        for a, b, label in marked[r["id"]]:
            here = [x for x in got if x[0] < b and a < x[1]]
            answer = here[0][2] if here else None
            n += 1
            missing += answer is None
            exact += answer == label
            right += (answer == "child") == (label == "child")
            if r["text"][a:b].lower() in PRONOUNS:
                gold += label == "child"
                said += answer == "child"
                tp += answer == label == "child"
    return {
        "mentions": n,
        "child_or_not": round(right / n, 3),
        "five_classes": round(exact / n, 3),
        "no_answer": missing,
        "child_pronouns_recall": round(tp / max(1, gold), 3),
        "child_pronouns_precision": round(tp / max(1, said), 3),
    }


PRONOUNS = frozenset("she he they her him them his hers their theirs herself himself themselves themself".split())


def sentences(nlp: Language, reader: Any, path: Path) -> dict[str, Any]:
    """The sentences marked for subject, passive, agent and negation."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = collections.Counter()
    wrong = []
    for r, d in zip(rows, read(nlp, reader, [r["text"] for r in rows], [None] * len(rows)), strict=True):
        verb = next(t for t in d if t.text == r["verb"])
        agent = grammar.passive_agent(verb)
        got = {
            "subjects": [t.text for t in grammar.subjects(verb)],
            "passive": grammar.is_passive(verb),
            "agents": [t.text for t in grammar.with_conjuncts(agent)] if agent is not None else [],
            "negated": grammar.is_negated(verb),
        }
        for k, v in got.items():
            right[k] += v == r[k]
        if any(got[k] != r[k] for k in got):
            wrong.append(r["id"])
    n = len(rows)
    return {
        "sentences": n,
        "all_four_right": round(100 * (n - len(wrong)) / n, 1),
        "answers_right": round(25 * sum(right.values()) / n, 1),
        **{k: round(100 * v / n, 1) for k, v in right.items()},
        "wrong": wrong,
    }


def treebank(nlp: Language, reader: Any, held: list[Sentence]) -> dict[str, float]:
    """Gold tokens and sentences: UPOS, XPOS, UAS, LAS, lemmas, in percent."""
    docs, begun = [], []
    for i in range(0, len(held), 8):
        part = held[i : i + 8]
        tokens = [t for s in part for t in s.tokens]
        doc = Doc(nlp.vocab, words=[t.form for t in tokens], spaces=[t.space for t in tokens])
        at, starts = 0, []
        for s in part:
            doc[at].is_sent_start = True
            starts.append(at)
            at += len(s.tokens)
        docs.append(doc)
        begun.append((part, starts))
    hit = collections.Counter()
    for doc, (part, starts) in zip(reader.pipe(docs), begun, strict=True):
        for s, start in zip(part, starts, strict=True):
            for i, t in enumerate(s.tokens):
                x = doc[start + i]
                head = 0 if x.head.i == x.i else x.head.i - start + 1
                dep = "root" if x.dep_ == "ROOT" else x.dep_
                hit["n"] += 1
                hit["upos"] += x.pos_ == t.upos
                hit["xpos"] += x.tag_ == t.xpos
                hit["uas"] += head == t.head
                hit["las"] += head == t.head and dep == t.dep
                hit["lemma"] += x.lemma_.lower() == t.lemma.lower()
                hit["lemma_cased"] += x.lemma_ == t.lemma
    return {k: round(100 * hit[k] / hit["n"], 2) for k in ("upos", "xpos", "uas", "las", "lemma", "lemma_cased")}


def sentence_f(nlp: Language, reader: Any, held: list[Sentence]) -> dict[str, float]:
    """F of sentences (both ends right) on running text: by the reader alone, and with the pipeline's rules."""
    out = {}
    for name, breaks, rules in (
        ("sentence_f_no_breaks", False, True),
        ("sentence_f_with_rules", True, True),
        ("sentence_f", True, False),
    ):
        tp = found = gold = 0
        for text, spans in _running(held, breaks):
            doc = read(nlp, reader, [text], [None])[0] if rules else reader(nlp.make_doc(text))
            got = set()
            for s in doc.sents:
                words = [t for t in s if not t.is_space]
                if words:
                    got.add((words[0].idx, words[-1].idx + len(words[-1])))
            tp += len(got & spans)
            found += len(got)
            gold += len(spans)
        out[name] = round(200 * tp / (found + gold), 2)
    return out


def _running(held: list[Sentence], breaks: bool) -> list[tuple[str, set[tuple[int, int]]]]:
    texts: list[tuple[str, set[tuple[int, int]]]] = []
    text, spans = "", set()
    for s in held:
        if s.new_document and text:
            texts.append((text, spans))
            text, spans = "", set()
        if breaks and s.new_paragraph and text:
            text = text.rstrip() + "\n"
        elif text and not text[-1].isspace():
            text += " "
        start = len(text)
        for t in s.tokens:
            text += t.form + (" " if t.space else "")
        spans.add((start, len(text.rstrip())))
    texts.append((text, spans))
    return texts


def word_probabilities(nlp: Language, reader: Any, rows: list[dict]) -> list[tuple[Doc, np.ndarray, np.ndarray]]:
    """For calibration: each note with its words' problem and who probabilities as the packaged model gives them."""
    from notecheck.language.reader.component import _Job

    out = []
    for r in rows:
        doc = layout_only(nlp, doc_of(nlp, r["text"], r.get("child")))
        job = _Job(doc, reader.model)
        parts = [reader.model.run(e, job.hard(k)) for k, e in enumerate(job.encoded)]
        got = job.reading(parts, reader.model.config)
        out.append((doc, got.problems, got.who))
    return out


def word_offsets(doc: Doc) -> list[tuple[int, int]]:
    return [(doc[t].idx, doc[t].idx + len(doc[t])) for t in words_of(doc).tokens]
