"""Lines that leave out a small verb: "Maya seen 9 Feb" is "You were seen 9 Feb", "SW to visit" is "I will visit".

With a name such a line reads well enough; with "you" or "I" it does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from notecheck.rewrite.agreement import with_you
from notecheck.rewrite.edits import Edit, Passed
from notecheck.rewrite.page import Page
from notecheck.rewrite.person import mentions
from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.tree import children

RULE = "sentence/verb"
# What the writer is to do. It says no more than the note's own "SW to visit", so that the guard takes it for that.
PLAN = "sentence/plan"
_REASON = "A whole sentence is easier to read."
_SUBJECTS = frozenset({"she", "he", "they"})
# Only forms that are no past tense as well: "Maya told" may be what she did.
_DONE_TO = frozenset(
    """seen spoken given taken driven shown woken weighed measured observed reviewed assessed interviewed excluded
    invited admitted discharged referred""".split()
)
_ALSO_PAST = frozenset("weighed measured observed reviewed assessed interviewed invited referred".split())
_TIMES = frozenset("day days week weeks month months session sessions lesson lessons".split())
_FEELS = frozenset(
    """bright happy upset quiet settled tearful calm tired angry anxious worried unwell poorly chatty asleep awake
    hungry scared frightened sad cross excited shy confident smart polite lovely""".split()
)
_BETWEEN = frozenset({"not", "also", "then", "last", "next", "never"})


def whole_sentences(page: Page) -> Passed:
    """Put in the verb that a line leaves out, where the child or the writer opens it."""
    if not page.parsed:
        return Passed()
    edits: list[Edit] = []
    for start, end, label in mentions(page):
        first = page.doc[start]
        if label in ("child", "writer") and _may_be_subject(page, first):
            edits += _completed(page, _after(page, end), label, opens=_opens(page, first))
    return Passed(tuple(edits))


def _may_be_subject(page: Page, first: Token) -> bool:
    if first.lower_ in PRONOUN_OF and first.lower_ not in _SUBJECTS:
        return False
    return not (page.is_closed(first.idx, first.idx + 1) or page.in_label(first.idx))


def _opens(page: Page, first: Token) -> bool:
    return page.begins(first.idx) or (first.i > 0 and page.doc[first.i - 1].text in (";", ":"))


def _after(page: Page, end: int) -> int:
    """The token after the name, and after an age in brackets."""
    doc = page.doc
    if end < len(doc) and doc[end].text == "(":
        return next((k + 1 for k in range(end, min(end + 6, len(doc))) if doc[k].text == ")"), end)
    return end


def _completed(page: Page, at: int, label: str, *, opens: bool) -> Iterator[Edit]:
    doc = page.doc
    if at + 1 >= len(doc):
        return
    word, beyond = doc[at], doc[at + 1]
    if not opens:
        if label == "child" and word.lower_ == "spoken" and beyond.lower_ == "to" and _is_passive(word):
            yield Edit(word.idx, word.idx, "were ", RULE, _REASON)
    elif word.lower_ == "to" and beyond.tag_ in ("VB", "VBP") and beyond.text.islower():
        yield from _plan(word, beyond, label)
    elif label == "child" and word.lower_ in _FEELS:
        yield from _feeling(word)
    elif label == "child":
        done = beyond if word.lower_ in _BETWEEN else word
        if done.lower_ in _DONE_TO and _is_passive(done):
            yield Edit(word.idx, word.idx, "were ", RULE, _REASON)


def _plan(to: Token, verb: Token, label: str) -> Iterator[Edit]:
    if label == "child":
        yield Edit(to.idx, to.idx, "are ", RULE, _REASON)
        return
    yield Edit(to.idx, to.idx + len(to), "will", PLAN, _REASON)
    for other in children(verb):
        mark = next((c for c in children(other) if c.lower_ == "to" and c.dep_ == "mark"), None)
        if other.dep_ == "conj" and mark is not None and mark.i == other.i - 1:
            yield Edit(mark.idx, other.idx, "", PLAN, _REASON)


def _feeling(word: Token) -> Iterator[Edit]:
    """ "Are" where the sentence goes on in the present, "were" where it goes on in the past; else nobody can tell."""
    rest = word.doc[word.i + 1 : word.sent.end]
    finite = next((t for t in rest if t.tag_ in ("VBZ", "VBP", "VBD", "MD")), None)
    if finite is None or finite.tag_ == "MD" or any(t.tag_ in ("NN", "NNS") for t in rest[:1]):
        return
    between = word.doc[word.i + 1 : finite.i]
    if any(t.lower_ in ("and", "but", ",", ";") for t in between):
        yield Edit(word.idx, word.idx, "were " if finite.tag_ == "VBD" else "are ", RULE, _REASON)
        if all(t.is_punct or t.lower_ in ("and", "but") for t in between) and (agreed := with_you(finite)):
            yield Edit(finite.idx, finite.idx + len(finite), agreed, RULE, _REASON)


def _is_passive(done: Token) -> bool:
    """Whether nobody else is named to whom it was done, and no other subject or helper stands by."""
    below = list(children(done))
    if done.lower_ in _ALSO_PAST and done.tag_ != "VBN":
        return False
    whom = (c for c in below if c.pos_ != "NUM" and c.lower_ not in _TIMES)  # "9 Feb" may look like an object
    if any(c.dep_ in ("obj", "aux", "aux:pass", "ccomp", "xcomp") for c in whom):
        return False
    after = done.doc[done.i + 1] if done.i + 1 < len(done.doc) else None
    return after is None or (after.text != ":" and after.tag_ not in ("DT", "PRP", "PRP$", "WDT"))
