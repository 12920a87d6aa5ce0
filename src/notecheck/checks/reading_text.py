"""A note as it would be read aloud: what the readability formulas are given.

The formulas were made for prose. Headings, bullets, form labels, reference numbers and shorthand would distort them,
so sentences are taken as the pipeline found them and each is closed with a full stop; a number or date counts as one
short word, and letters count as they are spoken ("CIN": see-eye-en). What a draft asks in square brackets is left out.
An explanation in brackets is a sentence of its own: it makes its sentence easier to follow, not longer.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from notecheck.checks.asked import QUESTION
from notecheck.checks.base import acronyms_of
from notecheck.checks.syllables import SPELT, syllable_counts
from notecheck.language.columns import columns_of
from notecheck.language.components import layout_of, text_of

_NUMBER_WORD = "ten"
# Letters, with what joins them inside a word: "mum's", "step-dad".
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAS_DIGIT = re.compile(r"\d")
_ASIDE = re.compile(r"\([^()\n]{8,}\)")
_WORDS_OF_AN_ASIDE = 4  # at least; "(Maya's older sister)" is read on in the sentence


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """One sentence: where it stands in the note, and its words as they are read."""

    start: int
    end: int
    words: tuple[str, ...]


def read_sentences(doc: Doc) -> list[ReadSentence]:
    """The sentences of running text, headings and bare labels left out."""
    text = text_of(doc)
    headings = [(line.start, line.end) for line in layout_of(doc) if line.kind == "heading"]
    bodies = {line.start: line.body for line in layout_of(doc) if line.kind == "bullet"}
    spoken = {a.text.lower() for a in acronyms_of(doc)}
    every = [m.span() for m in _ASIDE.finditer(text) if _is_sentence(m[0])] if "(" in text else []
    out: list[ReadSentence] = []
    at = aside = 0
    for start, end in _bounds(doc, text):
        while at < len(headings) and headings[at][1] <= start:
            at += 1
        if at < len(headings) and headings[at][0] <= start < headings[at][1]:
            continue
        start = bodies.get(start, start)
        if text[start:end].rstrip().endswith(":"):
            continue
        while aside < len(every) and every[aside][0] < start:
            aside += 1
        asides = []
        while aside < len(every) and every[aside][1] <= end:
            asides.append(every[aside])
            aside += 1
        parts = [(start, end, _without(text, start, end, asides) if asides else text[start:end])]
        for first, last, said in (*parts, *((a, b, text[a:b]) for a, b in asides)):
            if words := tuple(_words(QUESTION.sub(" ", said), spoken)):
                out.append(ReadSentence(first, last, words))
    return out


def _is_sentence(aside: str) -> bool:
    return len(WORD.findall(aside)) >= _WORDS_OF_AN_ASIDE


def _without(text: str, start: int, end: int, asides: list[tuple[int, int]]) -> str:
    edges = [start, *(edge for aside in asides for edge in aside), end]
    return " ".join(text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True))


def _bounds(doc: Doc, text: str) -> list[tuple[int, int]]:
    """The sentences; where a question of a draft in square brackets seems to end one, it goes on behind the bracket."""
    bounds = columns_of(doc).bounds
    if "[" not in text:
        return list(bounds)
    asked = [m.span() for m in QUESTION.finditer(text)]
    out: list[tuple[int, int]] = []
    for start, end in bounds:
        goes_on = text[start:end].lstrip()[:1].islower() and any(b == len(text[:start].rstrip()) for _, b in asked)
        if out and (goes_on or any(a < start < b for a, b in asked)):
            start = out.pop()[0]
        out.append((start, end))
    return out


def _words(sentence: str, spoken: set[str]) -> list[str]:
    sentence = sentence.lower()
    if _HAS_DIGIT.search(sentence):
        pieces = ([_NUMBER_WORD] if _HAS_DIGIT.search(p) else WORD.findall(p) for p in sentence.split())
        words = [word for piece in pieces for word in piece]
    else:
        words = WORD.findall(sentence)
    return [w + SPELT if w in spoken and _is_spelt(w) else w for w in words] if spoken else words


def _is_spelt(word: str) -> bool:
    """Whether letters are said one by one: those that make no word that has been heard before."""
    return len(word) <= 5 and word not in syllable_counts() and word.isalpha()
