"""What a closed class of words cannot be: corrections to the tags that no context could make right.

English has a fixed stock of pronouns, modals and a few other little words. The encoder serves three purposes at once,
and in case notes a role word ("sister") at times gets the tag of the pronouns that it stands beside; a list settles
that better than any likelihood.
"""

from __future__ import annotations

from collections.abc import Sequence

_PERSONAL = frozenset(
    """
    i me we us you he him she her it they them myself ourselves yourself yourselves himself herself itself themselves
    themself oneself one mine yours hers ours theirs his ya u ye 's em thee thou y'all yous
    """.split()
)
_POSSESSIVE = frozenset("my your his its our their whose thy ur thier".split())
_MODALS = frozenset(
    "can ca could may might must shall sha should will wo would 'd 'll ’d ’ll ought need dare cannot".split()
)
_ONLY = {
    "PRP": _PERSONAL | {"her"},
    "PRP$": _POSSESSIVE | {"her"},
    "MD": _MODALS,
    "EX": frozenset({"there"}),
    "POS": frozenset({"'s", "’s", "'", "’", "s"}),
}
_NOMINAL = frozenset({"NN", "NNS", "NNP", "NNPS"})
_BETWEEN = frozenset({"JJ", "JJR", "JJS", "CD", "NN", "NNP", "NNS", "NNPS", "VBN", "VBG", ",", "RB"})
_REACH = 4  # words from a possessive to what it is of


def settled_tags(texts: Sequence[str], upos: Sequence[str], xpos: Sequence[str]) -> tuple[list[str], list[str]]:
    """Tags with those that their words cannot have replaced: a noun's for other words, the possessive's for "his".

    Args:
        texts: the words.
        upos: universal tags.
        xpos: Penn Treebank tags.
    """
    pos, tags = list(upos), list(xpos)
    for i, text in enumerate(texts):
        low = text.lower()
        if tags[i] == "PRP" and low in _POSSESSIVE:
            pos[i], tags[i] = "PRON", "PRP$"
        elif (allowed := _ONLY.get(tags[i])) is not None and low not in allowed and low.isalpha():
            pos[i], tags[i] = _noun(text, first=i == 0) if tags[i] != "MD" else ("VERB", "VB")
    return pos, tags


def _noun(text: str, first: bool) -> tuple[str, str]:
    if text[:1].isupper() and not text.isupper() and not first:
        return "PROPN", "NNP"
    return "NOUN", "NNS" if text.endswith("s") and not text.endswith("ss") else "NN"


def settled_possessives(xpos: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> tuple[list[int], list[str]]:
    """Heads and relations with each possessive pronoun hung on the noun that follows it.

    Only where nothing hangs on the pronoun itself, so that the tree stays a tree.

    Args:
        xpos: Penn Treebank tags, settled.
        heads: positions; its own for a root.
        deps: relations.
    """
    new_heads, new_deps = list(heads), list(deps)
    with_dependents = {h for i, h in enumerate(heads) if h != i}
    for i, tag in enumerate(xpos):
        if tag != "PRP$" or deps[i] in ("nmod:poss", "root", "ROOT") or i in with_dependents:
            continue
        for j in range(i + 1, min(i + 1 + _REACH, len(xpos))):
            if xpos[j] in _NOMINAL:
                new_heads[i], new_deps[i] = j, "nmod:poss"
                break
            if xpos[j] not in _BETWEEN:
                break
    return new_heads, new_deps
