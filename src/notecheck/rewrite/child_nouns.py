"""Words by which a record calls its child without a name: "YP", "the child", "the young person"."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Doc, Token

from notecheck.rewrite.page import Page

_CHILD_NOUNS = frozenset({"yp", "child", "y/p"})


def child_nouns(doc: Doc, found: Collection[int]) -> dict[int, str]:
    """ "YP", "the child", "the young person": the child of the record, unless a kind of child or of plan is meant."""
    out: dict[int, str] = {}
    for token in doc:
        lower = token.lower_
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        before = doc[token.i - 1].lower_ if token.i else ""
        if lower == "person" and before == "young":
            first = token.i - 2
        elif lower in _CHILD_NOUNS:
            first = token.i - 1
        else:
            continue
        if after is not None and (after.lower_ in ("protection", "in", "-") or after.pos_ in ("NOUN", "PROPN")):
            continue
        article = doc[first].lower_ if first >= 0 else ""
        bare = article not in ("a", "an", "any", "another", "each", "every", "other", "no", "looked")
        alone = lower in ("yp", "y/p") or (lower == "child" and _acts_alone(token, after))
        beside_mother = article == "and" and first and doc[first - 1].lower_ in ("mother", "mum", "mo")
        if article in ("the", "this") or (alone and bare) or (lower == "child" and beside_mother):
            start = first if article in ("the", "this") else token.i
            out.update({i: "child" for i in range(start, token.i + 1) if i not in found})
    return out


def _acts_alone(token: Token, after: Token | None) -> bool:
    """ "Child seen alone", "child's version": a record's own shorthand for its child."""
    if after is not None and after.text in ("'s", "’s") and token.text.islower():
        return token.i == 0 or token.doc[token.i - 1].tag_ in ("IN", "CC", "VBD", "VBZ", "VB", "TO", "")
    starts = after is not None and (bool(token.is_sent_start) or token.i == 0)
    return starts and token.text == "Child" and after.tag_ in ("VBD", "VBZ", "VBN", "MD")  # type: ignore[union-attr]


def views_of(page: Page, start: int, end: int) -> tuple[int, int, str] | None:
    """ "Your views" for "Views of the child", with its place: "views of you" would be what others think."""
    doc = page.doc
    if start < 2 or doc[start - 1].lower_ != "of" or doc[start - 2].lower_ not in _VIEWS or doc[start].lower_ != "the":
        return None
    first, last = doc[start - 2], doc[end - 1]
    if doc[start - 3].lower_ == "the" and start > 2:
        first = doc[start - 3]
    your = "Your" if first.text[0].isupper() else "your"
    return first.idx, last.idx + len(last), f"{your} {doc[start - 2].lower_}"


_VIEWS = frozenset("views view voice wishes feelings experience perspective needs".split())
