"""Phrases as a tree of matching forms, walked from every word that begins one.

spaCy's `PhraseMatcher` asks for a document for every wording. The lexicons' 19,000 took longer to make than a note to
check; as a tree, wordings that begin alike share their beginning, and none is spelt out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from notecheck.lexicon.phrases import Pieces

# Where a phrase ends in the tree; matching forms are ids of strings, which are never negative.
_END = -1

# What is found: the number that the phrase was added with, and the words that must stand there in just this form.
Found = tuple[int, tuple[str, ...]]


class PhraseTree:
    """Finds phrases in a sequence of matching forms.

    Args:
        forms: of each word as a phrase writes it, its matching forms as ids.
    """

    def __init__(self, forms: Mapping[str, tuple[int, ...]]) -> None:
        self._forms = forms
        self._root: dict[int, Any] = {}

    def add(self, pieces: Pieces, number: int) -> None:
        """Add every wording of a phrase."""
        self._grow(self._root, pieces, 0, number, ())

    def _grow(self, node: dict[int, Any], pieces: Pieces, at: int, number: int, literal: tuple[str, ...]) -> None:
        if at == len(pieces):
            found = (number, literal)
            if node is not self._root and found not in node.setdefault(_END, []):
                node[_END].append(found)
            return
        for words in pieces[at]:
            inner, exact = node, literal
            for word in words:
                if word[0] == "=":
                    word = word[1:]
                    exact = (*exact, word.lower())
                for form in self._forms[word]:
                    inner = inner.setdefault(form, {})
            self._grow(inner, pieces, at + 1, number, exact)

    def __call__(self, norms: Sequence[int]) -> Iterator[tuple[Found, int, int]]:
        """Every phrase in a document's matching forms, with its first word and the word after its last."""
        root, size = self._root, len(norms)
        for start in [i for i, norm in enumerate(norms) if norm in root]:
            node = root[norms[start]]
            end = start + 1
            while node is not None:
                if _END in node:
                    for found in node[_END]:
                        yield found, start, end
                node = node.get(norms[end]) if end < size else None
                end += 1
