"""The tree of phrases finds what the phrases' wordings, spelt out and looked for one by one, would find."""

from __future__ import annotations

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from notecheck.checker import Checker
from notecheck.lexicon.matcher import FormsOf
from notecheck.lexicon.phrases import pieces_of, variants
from notecheck.lexicon.tree import PhraseTree

_IDS = {word: (number,) for number, word in enumerate(["anna", "bert", "cora", "dora"], 1)}
_WORD = st.sampled_from(["anna", "bert", "=cora", "dora"])
_PIECE = st.one_of(
    _WORD,
    st.tuples(_WORD, _WORD).map("/".join),
    st.tuples(_WORD, _WORD, _WORD).map(lambda w: f"({w[0]}|{w[1]} {w[2]})"),
)
_PHRASE = st.tuples(_WORD, st.lists(_PIECE, max_size=3)).map(lambda p: " ".join([p[0], *p[1]]))


def _one_by_one(phrases: list[str], words: list[str]) -> set[tuple[int, tuple[str, ...], int, int]]:
    return {
        (number, tuple(w[1:] for w in variant if w[0] == "="), start, start + len(variant))
        for number, phrase in enumerate(phrases)
        for variant in variants(phrase)
        for start in range(len(words))
        if words[start : start + len(variant)] == [w.removeprefix("=") for w in variant]
    }


@given(st.lists(_PHRASE, max_size=4), st.lists(st.sampled_from(sorted(_IDS)), max_size=8))
def test_tree_finds_every_wording(phrases: list[str], words: list[str]) -> None:
    tree = PhraseTree(_IDS)
    for number, phrase in enumerate(phrases):
        for pieces in pieces_of(phrase):
            tree.add(pieces, number)
    found = [(*what, start, end) for what, start, end in tree([_IDS[w][0] for w in words])]
    assert len(found) == len(set(found))
    assert set(found) == _one_by_one(phrases, words)


@settings(deadline=None)
@given(st.text(alphabet=string.ascii_letters, min_size=1, max_size=12))
def test_forms_of_plain_words_are_those_of_the_tokenizer(rules: Checker, word: str) -> None:
    doc = rules.nlp.make_doc(word)
    if word not in rules.nlp.tokenizer.rules:
        assert len(doc) == 1
        assert FormsOf(rules.nlp)[word] == (doc[0].norm,)
