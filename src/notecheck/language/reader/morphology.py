"""Morphology of a word from its tag, as Universal Dependencies writes it."""

from __future__ import annotations

from functools import lru_cache

_BY_TAG = {
    "NN": "Number=Sing",
    "NNS": "Number=Plur",
    "NNP": "Number=Sing",
    "NNPS": "Number=Plur",
    "VB": "VerbForm=Inf",
    "VBD": "Mood=Ind|Tense=Past|VerbForm=Fin",
    "VBG": "Tense=Pres|VerbForm=Part",
    "VBN": "Tense=Past|VerbForm=Part",
    "VBP": "Mood=Ind|Tense=Pres|VerbForm=Fin",
    "VBZ": "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
    "MD": "VerbForm=Fin",
    "JJ": "Degree=Pos",
    "JJR": "Degree=Cmp",
    "JJS": "Degree=Sup",
    "RBR": "Degree=Cmp",
    "RBS": "Degree=Sup",
    "CD": "NumForm=Digit|NumType=Card",
    "EX": "PronType=Dem",
    "WRB": "PronType=Int",
}
_SHE, _HE = "Gender=Fem|Number=Sing|Person=3", "Gender=Masc|Number=Sing|Person=3"
_PRONOUNS = {
    "i": "Case=Nom|Number=Sing|Person=1|PronType=Prs",
    "me": "Case=Acc|Number=Sing|Person=1|PronType=Prs",
    "my": "Case=Gen|Number=Sing|Person=1|Poss=Yes|PronType=Prs",
    "mine": "Number=Sing|Person=1|Poss=Yes|PronType=Prs",
    "myself": "Case=Acc|Number=Sing|Person=1|PronType=Prs|Reflex=Yes",
    "we": "Case=Nom|Number=Plur|Person=1|PronType=Prs",
    "us": "Case=Acc|Number=Plur|Person=1|PronType=Prs",
    "our": "Case=Gen|Number=Plur|Person=1|Poss=Yes|PronType=Prs",
    "ours": "Number=Plur|Person=1|Poss=Yes|PronType=Prs",
    "ourselves": "Case=Acc|Number=Plur|Person=1|PronType=Prs|Reflex=Yes",
    "you": "Person=2|PronType=Prs",
    "your": "Case=Gen|Person=2|Poss=Yes|PronType=Prs",
    "yours": "Person=2|Poss=Yes|PronType=Prs",
    "yourself": "Case=Acc|Number=Sing|Person=2|PronType=Prs|Reflex=Yes",
    "yourselves": "Case=Acc|Number=Plur|Person=2|PronType=Prs|Reflex=Yes",
    "she": f"Case=Nom|{_SHE}|PronType=Prs",
    "hers": f"{_SHE}|Poss=Yes|PronType=Prs",
    "herself": f"Case=Acc|{_SHE}|PronType=Prs|Reflex=Yes",
    "he": f"Case=Nom|{_HE}|PronType=Prs",
    "him": f"Case=Acc|{_HE}|PronType=Prs",
    "himself": f"Case=Acc|{_HE}|PronType=Prs|Reflex=Yes",
    "it": "Gender=Neut|Number=Sing|Person=3|PronType=Prs",
    "its": "Case=Gen|Gender=Neut|Number=Sing|Person=3|Poss=Yes|PronType=Prs",
    "itself": "Case=Acc|Gender=Neut|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
    "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
    "them": "Case=Acc|Number=Plur|Person=3|PronType=Prs",
    "their": "Case=Gen|Number=Plur|Person=3|Poss=Yes|PronType=Prs",
    "theirs": "Number=Plur|Person=3|Poss=Yes|PronType=Prs",
    "themselves": "Case=Acc|Number=Plur|Person=3|PronType=Prs|Reflex=Yes",
    "themself": "Case=Acc|Number=Sing|Person=3|PronType=Prs|Reflex=Yes",
}
_BE = {
    "am": "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
    "'m": "Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin",
    "was": "Mood=Ind|Number=Sing|Tense=Past|VerbForm=Fin",
    "were": "Mood=Ind|Number=Plur|Tense=Past|VerbForm=Fin",
}
_DETERMINERS = {
    "the": "Definite=Def|PronType=Art",
    "a": "Definite=Ind|PronType=Art",
    "an": "Definite=Ind|PronType=Art",
    "this": "Number=Sing|PronType=Dem",
    "that": "Number=Sing|PronType=Dem",
    "these": "Number=Plur|PronType=Dem",
    "those": "Number=Plur|PronType=Dem",
}


@lru_cache(maxsize=20_000)
def morphology(word: str, upos: str, xpos: str, dep: str) -> str:
    """Features such as "Number=Sing|Person=3", in alphabetical order, empty where the tag says nothing.

    Args:
        word: the word as it is written.
        upos: its universal part of speech.
        xpos: its Penn Treebank tag.
        dep: its relation, which alone tells a passive participle.
    """
    lower = word.lower().replace("\u2019", "'")
    if xpos in ("PRP", "PRP$"):
        if lower == "her":
            return f"Case=Gen|{_SHE}|Poss=Yes|PronType=Prs" if xpos == "PRP$" else f"Case=Acc|{_SHE}|PronType=Prs"
        if lower == "his":
            return f"Case=Gen|{_HE}|Poss=Yes|PronType=Prs" if xpos == "PRP$" else f"{_HE}|Poss=Yes|PronType=Prs"
        return _PRONOUNS.get(lower, "PronType=Prs")
    if lower in _BE and xpos in ("VBD", "VBP", "VBZ"):
        return _BE[lower]
    if xpos == "DT" and lower in _DETERMINERS:
        return _DETERMINERS[lower]
    if xpos in ("WDT", "WP", "WP$"):
        poss = "Poss=Yes|" if xpos == "WP$" else ""
        return (
            f"{poss}PronType={'Rel' if dep.startswith(('nsubj', 'obj', 'obl', 'nmod')) and lower != 'what' else 'Int'}"
        )
    if lower in ("not", "n't", "nt") and upos == "PART":
        return "Polarity=Neg"
    if xpos == "VBG" and upos == "VERB" and dep in ("nsubj", "obj", "obl", "nmod", "csubj"):
        return "VerbForm=Ger"
    return _BY_TAG.get(xpos, "")
