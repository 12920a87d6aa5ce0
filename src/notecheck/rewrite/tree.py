"""The tree of a sentence, safe to ask for in a note that was not read for grammar.

spaCy's own walk over a token's children reads past its memory where a document has no tree and its tokenizer has split
words by its special cases; here such a token has no children.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass"})


def children(token: Token) -> Iterator[Token]:
    """The tokens that hang on `token`; none where there is no tree."""
    return token.children if token.dep else iter(())


def is_subject(token: Token) -> bool:
    """Whether the tree makes `token` a subject."""
    return token.dep_ in _SUBJECTS


def subjects_of(verb: Token) -> list[Token]:
    """The subjects that hang on `verb` itself, "there" among them."""
    return [c for c in children(verb) if c.dep_ in _SUBJECTS or c.dep_ == "expl"]


def finite_of(verb: Token) -> Token | None:
    """The word of the clause of `verb` that agrees with a subject: its first auxiliary, its copula, or itself."""
    helpers = sorted((c for c in children(verb) if c.dep_ in ("aux", "aux:pass", "cop")), key=lambda c: c.i)
    if (
        verb.lower_ in ("is", "was", "has", "does")
        and verb.tag_ in ("VBZ", "VBD")
        and not any(h.i < verb.i for h in helpers)
    ):
        return verb
    return helpers[0] if helpers else (verb if verb.tag_.startswith("VB") else None)
