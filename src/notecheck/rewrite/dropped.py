"""Sentences that leave out who: "Seen at school. Says he is fine." The subject is put in where only one is possible."""

from __future__ import annotations

from spacy.tokens import Span, Token

from notecheck.rewrite.agreement import with_you
from notecheck.rewrite.edits import Edit, Passed, lower_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.tree import children, is_subject, subjects_of

RULE = "sentence/subject"
_REASON_CHILD = "A whole sentence is easier to read; it is about the child."
_REASON_WRITER = "A whole sentence is easier to read; you did this."
# Done to a child in a record of that child, by custom, when nobody is named.
_DONE_TO_CHILD = frozenset({"seen", "observed", "weighed", "excluded"})
# What workers write of themselves without "I".
_DONE_BY_WRITER = frozenset(
    """visited rang phoned telephoned called texted emailed e-mailed asked explained advised discussed met
    agreed told reminded spoke thanked offered arranged informed attended collected completed introduced
    encouraged praised""".split()
)
_SAID = frozenset(
    """says wants likes loves enjoys feels thinks knows needs lives has is goes sleeps eats plays hopes wishes
    misses finds gets does talks spends worries describes tells reports presents appears seems remains
    attends makes keeps hates prefers understands looks""".split()
)


def with_subjects(page: Page) -> Passed:
    """Put in the subject that a sentence leaves out."""
    if not page.parsed:
        return Passed()
    edits: list[Edit] = []
    before = ""
    writer_known = bool(page.record.author) or any(label == "writer" for label in page.who.values())
    for sentence in page.doc.sents:
        first = _first_word(page, sentence)
        if first is None:
            continue
        if page.line_at(first.idx).kind in ("bullet", "label") and first.idx == page.line_at(first.idx).body:
            before = ""
        subject = _subject_label(page, sentence)
        if not subject and not page.is_closed(first.idx, first.idx + 1) and not page.in_label(first.idx):
            made, subject = _completed(page, first, before, writer_known)
            edits += made
        if subject or len(sentence) > 2:
            before = subject or before
    return Passed(tuple(edits))


def _first_word(page: Page, sentence: Span) -> Token | None:
    word = next((t for t in sentence if t.text[0].isalnum()), None)
    return word if word is not None and page.begins(word.idx) else None


def _subject_label(page: Page, sentence: Span) -> str:
    """Whom the subject of the sentence means; "" where it has none."""
    root = sentence.root
    subjects = subjects_of(root)
    if not subjects:
        first = next((t for t in sentence if is_subject(t) and t.head.i == root.i), None)
        subjects = [first] if first is not None else []
    if not subjects:
        return ""
    return page.who.get(subjects[0].i, "other")


def _completed(page: Page, first: Token, before: str, writer_known: bool) -> tuple[list[Edit], str]:
    lower = first.lower_
    if not (first.dep_ == "ROOT" or first.dep_ in ("cop", "aux", "aux:pass") or first.head.dep_ == "ROOT"):
        return [], ""
    about_child = before in ("", "child")
    if lower in _DONE_TO_CHILD and first.tag_ in ("VBN", "VBD", "JJ") and about_child and not _by_or_object(first):
        return [_inserted(first, "You were ", lower_first(first.text), _REASON_CHILD)], "child"
    if (
        lower in _SAID
        and first.tag_ == "VBZ"
        and about_child
        and not _says_you(first)
        and (before == "child" or _speaks_of_child(page, first))
    ):
        verb = with_you(first) or first.text
        return [_inserted(first, "You ", lower_first(verb), _REASON_CHILD), *_joined(first)], "child"
    if lower in _DONE_BY_WRITER and first.tag_ == "VBD" and writer_known and before in ("", "writer", "child"):
        asks = first.i + 1 < len(first.doc) and first.doc[first.i + 1].text[0] in "\"“‘',"
        if first.dep_ == "ROOT" and not asks:
            return [_inserted(first, "I ", lower_first(first.text), _REASON_WRITER)], "writer"
    return [], ""


def _by_or_object(verb: Token) -> bool:
    """ "Seen Mum", "Seen by the GP with Mum": not the child alone."""
    return any(c.dep_ in ("obj", "obl:agent", "nsubj", "nsubj:pass") for c in children(verb))


def _speaks_of_child(page: Page, first: Token) -> bool:
    return any(page.who.get(t.i) == "child" for t in first.sent)


def _says_you(first: Token) -> bool:
    """ "Makes you ask": "you" is whoever reads on, and the subject a thing."""
    return any(t.lower_ in ("you", "your") for t in first.sent)


def _joined(verb: Token) -> list[Edit]:
    """Verbs that share the subject that was put in."""
    out = []
    for other in children(verb):
        if other.dep_ == "conj" and other.tag_ == "VBZ" and not subjects_of(other):
            word = with_you(other)
            if word and word != other.text:
                out.append(Edit(other.idx, other.idx + len(other), word, RULE, _REASON_CHILD))
    return out


def _inserted(first: Token, subject: str, word: str, reason: str) -> Edit:
    return Edit(first.idx, first.idx + len(first), subject + word, RULE, reason, rank=1)
