"""Long sentences cut in two where each half has its own subject and verb, and neither hangs on the other."""

from __future__ import annotations

from spacy.tokens import Span, Token

from notecheck.rewrite.edits import Edit, Passed, upper_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.tree import children, finite_of, subjects_of

RULE = "sentence/split"
_REASON = "Two short sentences are easier to read than one long one."
_LONG = 18  # words, in a line or two
_LONG_IN_A_NOTE = 13  # words, where the note is long enough to have a reading age
_SHORTEST_HALF = 4  # words
_JOINS = frozenset({"and", "but"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})
# Subjects that say who they are by what stands before them: cut off, "he" may become whoever was named last.
_LEANING = frozenset("who which that what he she they".split())


def split(page: Page, *, whole_note: bool) -> Passed:
    """Cut every long sentence at the joins that grammar makes safe; in a whole note sooner than in a line or two."""
    if not page.parsed:
        return Passed()
    edits: list[Edit] = []
    long = _LONG_IN_A_NOTE if whole_note else _LONG
    for sentence in page.doc.sents:
        if (
            len(sentence) < long
            or sum(t.text[0].isalnum() for t in sentence) < long
            or sentence.text.rstrip().endswith("?")
        ):
            continue
        edits += _cuts(page, sentence)
    return Passed(tuple(edits))


def _cuts(page: Page, sentence: Span) -> list[Edit]:
    root = sentence.root
    edits: list[Edit] = []
    last = sentence.start
    if not subjects_of(root) or finite_of(root) is None:
        return edits
    for clause in sorted((c for c in children(root) if c.dep_ in ("conj", "parataxis")), key=lambda c: c.i):
        join = _join(clause)
        if join is None or not _stands_by_itself(clause, join) or _hangs_on_root(root, sentence, join):
            continue
        if join.i - last < _SHORTEST_HALF or sentence.end - join.i < _SHORTEST_HALF + 1:
            continue
        edit = _cut(page, join)
        if edit is not None:
            edits.append(edit)
            last = join.i
    return edits


def _join(clause: Token) -> Token | None:
    """The word or mark that joins `clause` on: "and", "but" or a semicolon."""
    left = clause.left_edge
    candidates = [c for c in children(clause) if c.dep_ == "cc" and c.i < clause.i]
    if candidates:
        return candidates[0] if candidates[0].lower_ in _JOINS and candidates[0].i == _first_word(left).i else None
    before = clause.doc[left.i - 1] if left.i else None
    if left.text == ";":
        return left
    return before if before is not None and before.text == ";" else None


def _first_word(token: Token) -> Token:
    doc, i = token.doc, token.i
    while i + 1 < len(doc) and doc[i].text in (",", ";"):
        i += 1
    return doc[i]


def _stands_by_itself(clause: Token, join: Token) -> bool:
    subjects = [s for s in subjects_of(clause) if s.i > join.i and s.i < clause.i + 12]
    finite = finite_of(clause)
    if not subjects or finite is None or finite.tag_ not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    if subjects[0].lower_ in _LEANING:
        return False
    return not any(c.dep_ == "mark" for c in children(clause))


def _hangs_on_root(root: Token, sentence: Span, join: Token) -> bool:
    """Whether the first half reports what somebody said, or sets a condition that may hold for both halves."""
    for token in sentence.doc[sentence.start : join.i]:
        if token.dep_ in _CLAUSES and token.dep_ == "ccomp":
            return True
        if token.dep_ == "advcl" and token.head.i == root.i and token.i < root.i:
            return True
        if token.dep_ in ("mark", "advmod") and token.lower_ in ("if", "unless", "whether", "either", "both", "when"):
            return True
    return False


def _cut(page: Page, join: Token) -> Edit | None:
    """Full stop, and the second half from its own first word; "but" stays, since it says something."""
    doc = page.doc
    before = doc[join.i - 1]
    after = doc[join.i + 1] if join.i + 1 < len(doc) else None
    if after is None or after.is_space or before.is_space:
        return None
    start = before.idx if before.text in (",", ";") else before.idx + len(before)
    if page.is_closed(start, after.idx) or before.text in ('"', "”", "’", "'"):
        return None
    word = "But " if join.lower_ == "but" else ""
    return Edit(start, after.idx, f". {word}", RULE, _REASON, rank=1)


def first_after(edit: Edit) -> bool:
    """Whether the word after this edit begins a sentence."""
    return edit.rule == RULE and not edit.after.endswith("But ")


def capital_after(text: str, edit: Edit, others: tuple[Edit, ...]) -> tuple[Edit, ...]:
    """`others` with a capital on the word that follows a cut, whether or not it is itself changed."""
    at = edit.end
    out = []
    met = False
    for other in others:
        if other.start == at and other.end > at:
            other = Edit(at, other.end, upper_first(other.after), other.rule, other.reason, other.rank)
            met = True
        out.append(other)
    if not met and text[at : at + 1].islower():
        out.append(Edit(at, at + 1, text[at].upper(), RULE, _REASON))
    return tuple(out)
