"""For the tests of the rewrite room: documents with a grammar written by hand, so that a test of grammar does not hang
on the reader's model."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.tokens import Doc

from notecheck.language.components import layout_of, speech_of
from notecheck.rewrite.names import names_of
from notecheck.rewrite.page import Page
from notecheck.rewrite.who import who_by_rule
from notecheck.rewrite.writer import writer_places
from notecheck.values import Child, Draft, Pronouns, Record

Drafter = Callable[..., Draft]
_VOCAB = spacy.blank("en").vocab


def doc_of(rows: str) -> Doc:
    """A document from lines of "word tag pos dep head-index"; a word that ends in "_" has no space after it."""
    words, spaces, tags, poses, deps, heads = [], [], [], [], [], []
    for row in rows.strip().splitlines():
        word, tag, pos, dep, head = row.split()
        words.append(word.rstrip("_"))
        spaces.append(not word.endswith("_"))
        tags.append(tag)
        poses.append(pos)
        deps.append(dep)
        heads.append(int(head))
    spaces[-1] = False
    return Doc(_VOCAB, words=words, spaces=spaces, tags=tags, pos=poses, deps=deps, heads=heads)


def page_of(rows: str, name: str = "Maya", pronouns: Pronouns | None = "she", author: str | None = None) -> Page:
    """A page over `doc_of(rows)` with everybody placed by rule."""
    doc = doc_of(rows)
    record = Record(id="note", text=doc.text, child=Child(name, pronouns, 9), author=author)
    speech_of(doc)
    names = names_of(record.child)
    writers = writer_places(doc, record, layout_of(doc))
    who = who_by_rule(doc, names, pronouns, writers)
    who.update({i: label for i, label in writers.items() if who.get(i) != "child"})
    return Page(doc, record, names, who, parsed=True)
