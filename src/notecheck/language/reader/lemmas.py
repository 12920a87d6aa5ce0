"""Base forms, by lookup and rule, from the word and its tags."""

from __future__ import annotations

from functools import lru_cache

_AUXILIARIES = {
    "'s": "be",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'d": "would",
    "'ll": "will",
    "wo": "will",
    "ca": "can",
    "sha": "shall",
    "am": "be",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "be": "be",
    "ai": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "done": "do",
}
_CLOSED = {
    "n't": "not",
    "nt": "not",
    "me": "I",
    "i": "I",
    "my": "my",
    "mine": "my",
    "him": "he",
    "his": "his",
    "her": "her",
    "hers": "her",
    "she": "she",
    "us": "we",
    "our": "our",
    "ours": "our",
    "them": "they",
    "their": "their",
    "theirs": "their",
    "your": "your",
    "yours": "your",
    "its": "its",
    "an": "a",
    "these": "this",
    "those": "that",
    "'em": "they",
    "whom": "who",
    "whose": "whose",
}
_OPEN = frozenset({"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"})


@lru_cache(maxsize=50_000)
def lemma(word: str, upos: str, xpos: str) -> str:
    """The base form of a word: "told" -> "tell", "children" -> "child", "her" (object) -> "she".

    Args:
        word: the word as it is written.
        upos: its universal part of speech.
        xpos: its Penn Treebank tag.
    """
    lower = word.lower().replace("\u2019", "'")
    if upos == "AUX" and lower in _AUXILIARIES:
        return "have" if lower in ("'s", "'d") and xpos == "VBZ" and lower != "'s" else _AUXILIARIES[lower]
    if lower == "her":
        return "her" if xpos == "PRP$" else "she"
    if upos in ("PRON", "DET", "PART") and lower in _CLOSED:
        return _CLOSED[lower]
    if upos == "PROPN":
        return _open_class(word, upos) if xpos == "NNPS" else word
    if upos in _OPEN and xpos not in ("NN", "VB", "JJ", "RB", "MD", "VBP", "RP"):
        return _open_class(lower, upos)
    if upos == "VERB" and xpos == "VBP":
        return _open_class(lower, upos)
    return lower


def _open_class(word: str, upos: str) -> str:
    from lemminflect import getLemma  # loads its tables on import, so not before they are wanted

    found = getLemma(word, upos="VERB" if upos == "AUX" else upos)
    return found[0] if found else word
