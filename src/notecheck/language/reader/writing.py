"""A reading written into a spaCy `Doc`: tags, tree, lemmas, and spans of problems and mentions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS, TAG
from spacy.parts_of_speech import IDS  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, SpanGroup

from notecheck.language.components import NOTICED
from notecheck.language.reader.closed import settled_possessives, settled_tags
from notecheck.language.reader.decode import problems
from notecheck.language.reader.lemmas import lemma
from notecheck.language.reader.mentions import candidates, cannot_be_child, meant
from notecheck.language.reader.morphology import morphology
from notecheck.language.reader.reading import Reading
from notecheck.language.reader.windows import Words

PROBLEMS, MENTIONS = "notecheck_reader", "notecheck_mentions"


def write(
    doc: Doc, words: Words, reading: Reading, names: frozenset[str], pronouns: str | None, config: dict[str, Any]
) -> Doc:
    """Write everything and return the same document.

    Args:
        doc: a document that `words` and `reading` were made from.
        words: its words.
        reading: what the encoder says of them.
        names: the parts of the child's name in lower case.
        pronouns: the child's pronouns, where known.
        config: the model's settings.
    """
    reading = _settled(reading, words)
    if len(doc):
        _write_grammar(doc, words, reading)
    silent = [p == "PUNCT" for p in reading.upos]
    found = problems(reading.problems, reading.themes, reading.starts, config, silent)
    tokens = words.tokens
    _write_noticed(doc, tokens, reading, config["problems"])
    spans = [Span(doc, tokens[x.first], tokens[x.last - 1] + 1, label=x.category) for x in found]
    attrs = {"probability": [round(x.probability, 4) for x in found], "theme": [x.theme for x in found]}
    doc.spans[PROBLEMS] = SpanGroup(doc, name=PROBLEMS, attrs=attrs, spans=spans)
    _write_mentions(doc, words, reading, names, pronouns, config)
    return doc


def _write_noticed(doc: Doc, tokens: list[int], reading: Reading, classes: list[str]) -> None:
    """The likelihood of any problem by token, for checks that must not be surer than the reader's doubt."""
    likely = np.zeros(len(doc), dtype=np.float32)
    if tokens:
        likely[tokens] = 1 - reading.problems[:, classes.index("none")]
    doc.user_data[NOTICED] = likely


def _settled(reading: Reading, words: Words) -> Reading:
    upos, xpos = settled_tags(words.texts, reading.upos, reading.xpos)
    heads, deps = settled_possessives(xpos, reading.heads, reading.deps)
    return replace(reading, upos=upos, xpos=xpos, heads=heads, deps=deps)


def _write_mentions(
    doc: Doc, words: Words, reading: Reading, names: frozenset[str], pronouns: str | None, config: dict[str, Any]
) -> None:
    spans, probabilities = [], []
    for first, last, sure in candidates(words.texts, reading.upos, names):
        barred = cannot_be_child(words.texts[first], pronouns)
        got = meant(reading.who[first:last], sure, barred, config)
        if got is not None:
            spans.append(Span(doc, words.tokens[first], words.tokens[last - 1] + 1, label=got[0]))
            probabilities.append(round(got[1], 4))
    doc.spans[MENTIONS] = SpanGroup(doc, name=MENTIONS, attrs={"probability": probabilities}, spans=spans)


def _write_grammar(doc: Doc, words: Words, reading: Reading) -> None:
    """White space hangs on the word before it, or at the very beginning on the word after it."""
    n, strings = len(doc), doc.vocab.strings
    heads = np.zeros(n, dtype=np.int64)
    columns = {k: np.zeros(n, dtype=np.uint64) for k in ("tag", "pos", "dep", "lemma", "morph")}
    space, no_morph = strings.add("_SP"), doc.vocab.morphology.add("")
    columns["tag"][:], columns["pos"][:], columns["dep"][:] = space, IDS["SPACE"], strings.add("dep")
    columns["morph"][:] = no_morph
    tokens = words.tokens
    _hang_spaces(doc, heads, tokens)
    for i, t in enumerate(tokens):
        word, upos, xpos, dep = words.texts[i], reading.upos[i], reading.xpos[i], reading.deps[i]
        heads[t] = tokens[reading.heads[i]] - t
        columns["tag"][t], columns["pos"][t], columns["dep"][t] = strings.add(xpos), IDS[upos], strings.add(dep)
        columns["lemma"][t] = strings.add(lemma(word, upos, xpos))
        columns["morph"][t] = doc.vocab.morphology.add(morphology(word, upos, xpos, dep))
    lemmas = columns["lemma"]
    for t in np.flatnonzero(lemmas == 0).tolist():
        lemmas[t] = doc[t].orth
    if not tokens:
        columns["dep"][0] = strings.add("ROOT")
    table = np.stack([heads.astype(np.uint64), *(columns[k] for k in ("tag", "pos", "dep", "lemma", "morph"))], axis=1)
    doc.from_array([HEAD, TAG, POS, DEP, LEMMA, MORPH], np.ascontiguousarray(table))  # type: ignore[arg-type]


def _hang_spaces(doc: Doc, heads: Any, tokens: list[int]) -> None:
    anchor = tokens[0] if tokens else 0
    real = set(tokens)
    for t in range(len(doc)):
        if t in real:
            anchor = t
        else:
            heads[t] = anchor - t
