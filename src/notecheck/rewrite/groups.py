""" "They" with the child in it: "you and your sister", where the note joins the child to one other just before."""

from __future__ import annotations

from spacy.tokens import Token

from notecheck.rewrite.edits import Edit, Passed, Question, applied, lower_first, upper_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.person import GROUP, TO_CHILD
from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.tree import children

_REASON = "The child is one of them, so it says “you”."
_FAR = 45  # tokens: further back than this nobody is sure who "they" are


def to_the_group(page: Page, others: tuple[Edit, ...]) -> Passed:
    """Plurals with the child in them.

    Args:
        page: the note.
        others: the edits made so far, so that "her sister" is named as "your sister".
    """
    edits: list[Edit] = []
    questions: list[Question] = []
    named_in = {
        page.sentence_at(i)
        for i, label in page.who.items()
        if label == "child" and any(c.dep_ == "conj" for c in children(page.doc[i]))
    }
    for i in sorted(page.who):
        token = page.doc[i]
        if page.who[i] != "group" or page.is_closed(token.idx, token.idx + len(token)):
            continue
        start, end = token.idx, token.idx + len(token)
        companion = _companion(page, token, others) if token.lower_ in PRONOUN_OF else None
        if companion is None:
            questions.append(
                Question(start, end, f"“{token.text}” takes in {page.names.shown}: please say who is meant.")
            )
            continue
        word = _word(page, token, companion, named_in)
        capital = page.begins(start) or token.text[:1].isupper()
        edits.append(Edit(start, end, upper_first(word) if capital else word, TO_CHILD, _REASON))
    return Passed(tuple(edits), tuple(questions))


_OBJECT = {"he": "him", "she": "her", "they": "them"}


def _word(page: Page, token: Token, companion: str, named_in: set[int]) -> str:
    lower = token.lower_
    if lower in ("their", "theirs"):
        return GROUP.possessive if lower == "their" else GROUP.alone
    if lower in ("themselves", "themself"):
        return GROUP.reflexive
    sentence = page.sentence_at(token.i)
    if sentence in named_in:
        return GROUP.subject
    named_in.add(sentence)  # once in a sentence is enough
    return f"you and {_OBJECT.get(companion, companion) if lower == 'them' else companion}"


def _companion(page: Page, token: Token, others: tuple[Edit, ...]) -> str | None:
    """The one person whom the note joins to the child just before `token`, as the draft names them."""
    for i in range(token.i - 1, max(-1, token.i - _FAR), -1):
        if page.who.get(i) != "child":
            continue
        child = page.doc[i]
        joined = [c for c in children(child) if c.dep_ == "conj"]
        if len(joined) == 1 and not [c for c in children(joined[0]) if c.dep_ == "conj"]:
            return _named(page, joined[0], others)
        if child.dep_ == "conj" and len([c for c in children(child.head) if c.dep_ == "conj"]) == 1:
            return _named(page, child.head, others, without=child)
    return None


def _named(page: Page, person: Token, others: tuple[Edit, ...], without: Token | None = None) -> str | None:
    skip = {t.i for t in without.subtree} if without is not None else set()
    keep = [
        t for t in person.subtree if t.i not in skip and t.dep_ not in ("cc", "punct", "acl:relcl", "case", "parataxis")
    ]
    if without is None:
        keep = [t for t in keep if t.i > person.head.i]
    if not keep or len(keep) > 5 or any(t.is_space or t.tag_.startswith("VB") for t in keep):
        return None
    if [t.i for t in keep] != list(range(keep[0].i, keep[-1].i + 1)):
        return None
    start, end = keep[0].idx, keep[-1].idx + len(keep[-1])
    inside = [e for e in others if start <= e.start and e.end <= end]
    words = applied(page.text, inside, start, end)
    return words if keep[0].pos_ == "PROPN" and not words.startswith("Your") else lower_first(words)
