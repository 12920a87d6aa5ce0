"""Common heavy words made plain, and the places where they stay. Grammar is written by hand."""

from __future__ import annotations

import pytest
from rewrite_support import page_of

from notecheck.rewrite.edits import applied
from notecheck.rewrite.facts import facts_of
from notecheck.rewrite.plainer import made_plain, plain_words

ATTENDED = """
Dad NNP PROPN nsubj 1
attended VBD VERB ROOT 1
the DT DET det 3
meeting NN NOUN obj 1
"""
ATTENDED_TO = """
Dad NNP PROPN nsubj 1
attended VBD VERB ROOT 1
to IN ADP case 4
the DT DET det 4
wound NN NOUN obl 1
"""
STATES = """
Dad NNP PROPN nsubj 1
states VBZ VERB ROOT 1
that IN SCONJ mark 4
he PRP PRON nsubj 4
rang VBD VERB ccomp 1
"""
TWO_STATES = """
two CD NUM nummod 1
states NNS NOUN ROOT 1
"""
WAS_RECEIVED = """
it PRP PRON nsubj:pass 2
was VBD AUX aux:pass 2
received VBN VERB ROOT 2
"""
PAST_OR_PASSIVE = """
Dad NNP PROPN nsubj 1
displayed VBN VERB ROOT 1
anger NN NOUN obj 1
"""
A_DIFFICULT_CHILD = """
a DT DET det 2
difficult JJ ADJ amod 2
child NN NOUN ROOT 2
"""
AT_THE_START = """
However_ RB ADV advmod 3
, , PUNCT punct 3
Dad NNP PROPN nsubj 3
rang VBD VERB ROOT 3
"""
IN_THE_MIDDLE = """
Dad NNP PROPN nsubj 3
_however_ RB ADV advmod 3
, , PUNCT punct 3
rang VBD VERB ROOT 3
""".replace("_however_", "however_")
HER_FATHER = """
Maya NNP PROPN nsubj 1
saw VBD VERB ROOT 1
her PRP$ PRON nmod:poss 3
father NN NOUN obj 1
"""


@pytest.mark.parametrize(
    ("rows", "plain"),
    [
        (ATTENDED, "Dad went to the meeting"),
        (ATTENDED_TO, "Dad attended to the wound"),
        (STATES, "Dad says that he rang"),
        (TWO_STATES, "two states"),
        (WAS_RECEIVED, "it was received"),
        (PAST_OR_PASSIVE, "Dad displayed anger"),
        (A_DIFFICULT_CHILD, "a difficult child"),
        (AT_THE_START, "But Dad rang"),
        (IN_THE_MIDDLE, "Dad however, rang"),
        (HER_FATHER, "Maya saw her dad"),
    ],
)
def test_plainer_changes_a_word_only_where_the_meaning_stays(rows: str, plain: str) -> None:
    page = page_of(rows)
    assert applied(page.text, made_plain(page, ()).edits) == plain


def test_plainer_leaves_what_another_edit_has_changed() -> None:
    page = page_of(ATTENDED)
    edits = made_plain(page, ()).edits
    assert edits and made_plain(page, [type(edits[0])(3, 20, "x", "other", "other")]).edits == ()


@pytest.mark.parametrize("first", sorted(plain_words()))
def test_plain_words_state_no_fact_that_the_heavy_ones_do_not(first: str) -> None:
    for word in plain_words()[first]:
        before, after = facts_of(" ".join(word.heavy)), facts_of(word.plain)
        assert (after.numbers, after.negations, after.modals, after.harm) == (
            before.numbers,
            before.negations,
            before.modals,
            before.harm,
        )
        assert word.plain.split() not in [list(w.heavy) for w in plain_words().get(word.plain.split()[0], ())]
