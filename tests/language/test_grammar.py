"""Grammar helpers on trees made by hand: what they answer does not hang on the model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from notecheck.language import grammar as g

VOCAB = spacy.blank("en").vocab


def tree(rows: str) -> Doc:
    """A `Doc` from lines of "word tag relation head", the head being a word's number from 1, 0 for the root."""
    cells = [line.split() for line in rows.strip().splitlines()]
    words = [c[0] for c in cells]
    heads = [int(c[3]) - 1 if c[3] != "0" else i for i, c in enumerate(cells)]
    pos = [
        "VERB" if c[1][0] == "V" else "NOUN" if c[1][0] == "N" else "PRON" if c[1].startswith("PRP") else "X"
        for c in cells
    ]
    deps = ["ROOT" if c[2] == "root" else c[2] for c in cells]
    lemmas = [c[4] if len(c) > 4 else c[0].lower() for c in cells]
    return Doc(VOCAB, words=words, tags=[c[1] for c in cells], pos=pos, heads=heads, deps=deps, lemmas=lemmas)


def texts(tokens: list) -> list[str]:
    return [t.text for t in tokens]


HIT = tree(
    """
    He PRP nsubj:pass 3
    was VBD aux:pass 3
    hit VBN root 0
    and CC cc 5
    kicked VBN conj 3
    by IN case 7
    Dad NNP obl:agent 5
    """
)
TRADE = tree(
    """
    Mum NNP nsubj 4
    and CC cc 3
    Dad NNP conj 1
    shouted VBD root 0 shout
    and CC cc 6
    left VBD conj 4 leave
    """
)
MAN = tree(
    """
    The DT det 2
    man NN nsubj 6
    who WP nsubj 4
    hit VBD acl:relcl 2
    her PRP obj 4
    lives VBZ root 0 live
    """
)
MET = tree(
    """
    the DT det 2
    man NN root 0
    she PRP nsubj 4
    met VBD acl:relcl 2
    """
)
LEAVE = tree(
    """
    Mum NNP nsubj 2
    asked VBD root 0 ask
    him PRP obj 2
    to TO mark 5
    leave VB xcomp 2
    """
)
WANT = tree(
    """
    She PRP nsubj 4
    did VBD aux 4
    not RB advmod 4
    want VB root 0
    to TO mark 6
    go VB xcomp 4
    """
)
SEEN = tree(
    """
    Seen VBN root 0 see
    at IN case 3
    school NN obl 1
    by IN case 5
    Friday NNP obl 1 friday
    """
)
SAID = tree(
    """
    Mum NNP nsubj 2
    said VBD root 0 say
    he PRP nsubj 4
    hit VBD ccomp 2
    her PRP obj 4
    """
)
MANY = tree(
    """
    She PRP nsubj 3
    was VBD cop 3
    late JJ root 0
    has VBZ aux 5
    eaten VBN conj 3
    and CC cc 7
    goes VBZ conj 3 go
    home RB advmod 7
    """
)
WHO_IS = tree(
    """
    Maya NNP nsubj 5
    who WP nsubj 4
    is VBZ cop 4
    nine CD acl:relcl 1
    ran VBD root 0 run
    """
)


def test_passive_through_coordination_and_with_its_auxiliary_dropped():
    assert g.is_passive(HIT[2]) and g.is_passive(HIT[4]) and g.is_passive(HIT[1])
    assert g.is_passive(SEEN[0])
    assert not g.is_passive(TRADE[3])
    assert not g.is_passive(MANY[4])


def test_passive_agent_serves_both_verbs_and_is_never_a_day():
    assert g.passive_agent(HIT[2]).text == "Dad"
    assert g.passive_agent(HIT[4]).text == "Dad"
    assert g.passive_agent(SEEN[0]) is None
    assert g.passive_agent(TRADE[3]) is None


@pytest.mark.parametrize(
    ("verb", "wanted"),
    [
        (HIT[4], ["He"]),
        (TRADE[5], ["Mum", "Dad"]),
        (MAN[3], ["man"]),
        (MAN[5], ["man"]),
        (LEAVE[4], ["him"]),
        (WANT[5], ["She"]),
        (WANT[1], ["She"]),
        (SEEN[0], []),
    ],
)
def test_subjects(verb, wanted):
    assert texts(g.subjects(verb)) == wanted


@pytest.mark.parametrize(
    ("verb", "wanted"), [(MAN[3], ["her"]), (MET[3], ["man"]), (LEAVE[1], ["him"]), (HIT[2], []), (TRADE[3], [])]
)
def test_objects(verb, wanted):
    assert texts(g.objects(verb)) == wanted


def test_shared_object():
    doc = tree("He PRP nsubj 2\nhit VBD root 0\nand CC cc 4\nkicked VBD conj 2\nhim PRP obj 4")
    assert texts(g.objects(doc[1])) == ["him"]


def test_finite_verbs_of_a_noun():
    assert texts(g.finite_verbs_of(MANY[0])) == ["was", "has", "goes"]
    assert texts(g.finite_verbs_of(WHO_IS[0])) == ["is", "ran"]
    assert texts(g.finite_verbs_of(TRADE[2])) == ["shouted", "left"]
    assert g.finite_verbs_of(LEAVE[2]) == []


def test_negation_and_its_scope():
    assert g.is_negated(WANT[3]) and g.is_negated(WANT[5])
    assert g.cue_of(WANT[5]).text == "not"
    assert not g.is_negated(SAID[3])
    assert texts(g.negation_scope(WANT[2])) == ["want", "to", "go"]


def test_speaker_of_reported_words():
    assert g.speaker_of(SAID[3]).text == "Mum"
    assert g.speaker_of(SAID[2:5]).text == "Mum"
    assert g.speaker_of(SAID[1]) is None
    assert g.speaker_of(TRADE[3]) is None


def test_a_doc_without_a_tree_gives_empty_answers():
    doc = Doc(VOCAB, words=["She", "ran"])
    for t in doc:
        assert g.subjects(t) == [] and g.objects(t) == [] and g.passive_agent(t) is None
        assert g.finite_verbs_of(t) == [] and not g.is_negated(t) and g.speaker_of(t) is None
