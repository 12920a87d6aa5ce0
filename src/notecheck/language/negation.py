"""What a note says did not happen: negation, its cue and its reach."""

from __future__ import annotations

from typing import TYPE_CHECKING

from notecheck.language.clauses import SUBJECTS, children, predicate_of

if TYPE_CHECKING:
    from spacy.tokens import Token

_ADVERBS = frozenset({"not", "n't", "n\u2019t", "nt", "never", "nor", "neither", "no", "hardly", "barely"})
_NOBODY = frozenset({"nobody", "none", "nothing", "nowhere", "no-one", "neither"})
_DETERMINERS = frozenset({"no", "neither"})
_WITHOUT = frozenset({"without", "minus"})
# "I do not think he hit her" denies the hitting; "she did not say he hit her" leaves it open.
_RAISING = frozenset({"think", "believe", "feel", "suppose", "expect", "seem", "appear", "look", "consider"})
_DENIES = frozenset({"deny", "refute", "dispute"})


def is_cue(token: Token) -> bool:
    """Whether a word denies: not, n't, never, no, nobody, without."""
    low = token.lower_
    if low in _NOBODY or low in _WITHOUT:
        return True
    if low == "no":
        return token.dep_ in ("det", "advmod", "neg", "cc:preconj")
    return low in _ADVERBS and token.dep_ not in ("cc", "discourse")


def cue_of(token: Token) -> Token | None:
    """The word that denies a verb, noun or adjective, or None where it is said to be so.

    A verb is denied by its own "not", "never" and the like, by a subject or object with "no" in it, or from above:
    "did not want to go" denies "go". A noun is denied by "no", by "without", or with the verb whose object it is.
    """
    token = predicate_of(token)
    seen = 0
    while seen < 12:
        own = _own_cue(token)
        if own is not None:
            return own
        above = _above(token)
        if above is None:
            return None
        token, seen = above, seen + 1
    return None


def is_negated(token: Token) -> bool:
    """Whether a verb, noun or adjective is denied; see `cue_of`."""
    return cue_of(token) is not None


def _own_cue(token: Token) -> Token | None:
    for c in token.children:
        if c.dep_ in ("advmod", "neg", "det", "case", "mark", "cc:preconj", "aux") and is_cue(c):
            return c
    if token.pos_ in ("VERB", "AUX") or any(c.dep_ in SUBJECTS for c in token.children):
        for c in children(token, "obj", "obl", *SUBJECTS):
            if c.lower_ in _NOBODY:
                return c
            for d in children(c, "det"):
                if d.lower_ in _DETERMINERS and c.dep_ != "obl":
                    return d
    return None


def _above(token: Token) -> Token | None:
    """The word whose denial reaches down to this one."""
    head = token.head
    if head == token:
        return None
    if token.dep_ in ("xcomp", "obj", "amod", "compound", "fixed", "flat"):
        return None if token.dep_ == "obj" and head.pos_ not in ("VERB", "AUX") else head
    if token.dep_ == "ccomp" and head.lemma_.lower() in _RAISING:
        return head
    if token.dep_ == "conj" and _joined_by_or(token) and not any(c.dep_ in SUBJECTS for c in token.children):
        return head
    return None


def _joined_by_or(token: Token) -> bool:
    return any(c.dep_ == "cc" and c.lower_ in ("or", "nor") for c in token.children)


def negation_scope(cue: Token) -> list[Token]:
    """The words that a cue denies, in order, without the cue: its clause from the cue on, and no other clause.

    "She said she did not hit Tom because he ran": "hit Tom".
    """
    head = cue if cue.lower_ in _NOBODY else cue.head
    if cue.dep_ == "det" and head.head != head and head.dep_ in ("obj", *SUBJECTS):
        head = head.head
    stop = frozenset({"advcl", "advcl:relcl", "parataxis", "cc", "punct"})
    out: list[Token] = []

    def walk(token: Token) -> None:
        if token != cue:
            out.append(token)
        for c in token.children:
            if c.dep_ in stop or (c.dep_ == "conj" and not _joined_by_or(c)):
                continue
            if c.dep_ == "ccomp" and token.lemma_.lower() not in _RAISING:
                continue
            walk(c)

    walk(head)
    return sorted((t for t in out if t.i > cue.i or cue.dep_ in SUBJECTS or t == head), key=lambda t: t.i)


def is_denial(verb: Token) -> bool:
    """Whether a verb itself says that something did not happen: "denied", "disputed"."""
    return verb.lemma_.lower() in _DENIES
