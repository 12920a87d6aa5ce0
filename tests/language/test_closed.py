from __future__ import annotations

import pytest

from notecheck.language.reader.closed import settled_possessives, settled_tags


@pytest.mark.parametrize(
    ("texts", "given", "settled"),
    [
        (["his", "sister", "'s", "bag"], ["PRP$", "PRP$", "POS", "NN"], ["PRP$", "NN", "POS", "NN"]),
        (["back", "for", "his", "own"], ["RB", "IN", "PRP", "JJ"], ["RB", "IN", "PRP$", "JJ"]),
        (["saw", "Leo"], ["VBD", "PRP"], ["VBD", "NNP"]),
        (["her", "cousins", "went"], ["PRP$", "PRP", "VBD"], ["PRP$", "NNS", "VBD"]),
        (["she", "gave", "her", "hers"], ["PRP", "VBD", "PRP", "PRP"], ["PRP", "VBD", "PRP", "PRP"]),
        (["may", "go"], ["MD", "VB"], ["MD", "VB"]),
        (["helps", "them"], ["MD", "PRP"], ["VB", "PRP"]),
    ],
)
def test_closed_tags_are_settled_by_the_word(texts: list[str], given: list[str], settled: list[str]) -> None:
    assert settled_tags(texts, ["X"] * len(texts), given)[1] == settled


def test_closed_possessive_hangs_on_the_noun_that_follows() -> None:
    heads, deps = settled_possessives(["VBZ", "PRP$", "JJ", "NN"], [0, 0, 3, 0], ["root", "nsubj", "amod", "obj"])
    assert (heads[1], deps[1]) == (3, "nmod:poss")


def test_closed_possessive_with_something_hung_on_it_is_left() -> None:
    heads, _ = settled_possessives(["VBZ", "PRP$", "NN"], [0, 0, 1], ["root", "obj", "nmod"])
    assert heads == [0, 0, 1]
