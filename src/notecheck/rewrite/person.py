"""From the third person about the child to the second, and from "SW" to "I": the words that stand for somebody."""

from __future__ import annotations

import re
from dataclasses import dataclass

from spacy.tokens import Token

from notecheck.rewrite.child_nouns import views_of
from notecheck.rewrite.edits import Edit, Passed, Question, upper_first
from notecheck.rewrite.page import Page
from notecheck.rewrite.possession import APOSTROPHES, POSSESSIVE_DEPS, owns_next, possessive_mark
from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.tree import children, is_subject
from notecheck.values import could_be

TO_CHILD = "person/to-the-child"
TO_WRITER = "person/writer"
_REASON_CHILD = "The note is to the child, so it says “you”."
_GOES_ON = "Somebody's words go on from here: please say it in your own."
_MARKS = frozenset({'"', "“", "'", "‘"})
_REASON_WRITER = "You wrote this, so it says “I”."


@dataclass(frozen=True, slots=True)
class Forms:
    """The words for one person, in each place of a sentence."""

    subject: str
    object: str
    possessive: str
    alone: str
    reflexive: str
    rule: str
    reason: str


YOU = Forms("you", "you", "your", "yours", "yourself", TO_CHILD, _REASON_CHILD)
GROUP = Forms("you", "you", "your", "yours", "yourselves", TO_CHILD, _REASON_CHILD)
ME = Forms("I", "me", "my", "mine", "myself", TO_WRITER, _REASON_WRITER)


def to_the_child(page: Page) -> Passed:
    """Pronouns and names that mean the child become "you"; words that could be two people become questions."""
    edits: list[Edit] = []
    questions: list[Question] = []
    for start, end, label in mentions(page):
        token = page.doc[start]
        if page.is_closed(token.idx, token.idx + len(token)):
            continue
        if label == "unclear":
            questions.append(_unclear(page, start, end))
        elif label == "child" and _quotation_goes_on(page, end):
            questions.append(Question(token.idx, page.doc[end - 1].idx + len(page.doc[end - 1]), _GOES_ON))
        elif label == "child":
            edit = _replaced(page, start, end, YOU)
            if edit is not None:
                edits.append(edit)
    return Passed(tuple(edits), tuple(questions))


def _quotation_goes_on(page: Page, end: int) -> bool:
    """ "The file says that Maya "puts herself at risk"": the verb is another's, and "you puts" would be nobody's."""
    if end >= len(page.doc):
        return False
    mark = page.doc[end]
    verb = page.doc[end + 1] if end + 1 < len(page.doc) else None
    return mark.text in _MARKS and page.is_closed(mark.idx, mark.idx + 1) and verb is not None and verb.tag_ == "VBZ"


def to_the_writer(page: Page) -> Passed:
    """ "SW", "this worker" or the author's name becomes "I", where it means the writer."""
    edits = []
    for start, end, label in mentions(page):
        if label == "writer" and not page.is_closed(page.doc[start].idx, page.doc[end - 1].idx + 1):
            edit = _replaced(page, start, end, ME)
            if edit is not None:
                edits.append(edit)
    return Passed(tuple(edits))


def mentions(page: Page) -> list[tuple[int, int, str]]:
    """Runs of tokens that mean one person, as (start, end not included, label); a pronoun is a run of its own."""
    out: list[tuple[int, int, str]] = []
    for i in sorted(page.who):
        label = page.who[i]
        pronoun = page.doc[i].lower_ in PRONOUN_OF
        if out and not pronoun:
            start, end, before = out[-1]
            if end == i and before == label and page.doc[start].lower_ not in PRONOUN_OF and _one_name(page.doc[i]):
                out[-1] = (start, i + 1, label)
                continue
        out.append((i, i + 1, label))
    return out


def _one_name(token: Token) -> bool:
    before = token.doc[token.i - 1]
    return bool(before.whitespace_) or token.text == "-" or before.text == "-"


def _replaced(page: Page, start: int, end: int, forms: Forms) -> Edit | None:
    """The edit for one mention, with the 's that follows it where that is a possessive."""
    doc = page.doc
    first, last = doc[start], doc[end - 1]
    if forms is YOU and _is_the_entry_of_a_form(page, start, end):
        return None
    if forms is YOU and (owned := views_of(page, start, end)) is not None:
        return Edit(*owned, forms.rule, forms.reason)
    start, end = _with_description(page, start, end) if forms is YOU else (start, end)
    first = doc[start]
    to = last.idx + len(last) if end == last.i + 1 else doc[end - 1].idx + len(doc[end - 1])
    word = _form(doc[start] if start < last.i else last, last, forms)
    if (mark := possessive_mark(last)) is not None:
        to = mark.idx + len(mark)
        word = forms.possessive if _has_owned(mark, last) else forms.alone
    word = _cased(page, first, word)
    return Edit(first.idx, to, word, forms.rule, forms.reason)


def _form(first: Token, token: Token, forms: Forms) -> str:
    lower = token.lower_
    if lower in ("herself", "himself", "themselves", "themself"):
        return forms.reflexive
    if lower in ("hers", "theirs"):
        return forms.alone
    if lower in ("his", "their"):
        return forms.possessive if lower == "their" or owns_next(token) else forms.alone
    if lower == "her":
        return forms.possessive if owns_next(token) else forms.object
    if lower in ("him", "them"):
        return forms.object
    if _shares_possession(token):
        return forms.possessive
    if lower in ("she", "he", "they") or forms.subject == forms.object or not token.dep_:
        return forms.subject
    return forms.subject if acts(first, token) and not _is_listed(first, token) else forms.object


def _is_listed(first: Token, token: Token) -> bool:
    """Whether a name stands in a list and does nothing: "Present: Mum, SW, Mrs Ali"."""
    around = {t.text for t in (*first.doc[max(0, first.i - 1) : first.i], *token.doc[token.i + 1 : token.i + 2])}
    return "," in around and not any(t.pos_ in ("VERB", "AUX") for t in token.sent)


def acts(first: Token, token: Token) -> bool:
    """Whether a name stands as a subject: a verb follows, or its auxiliary goes before, or the tree says so."""
    if _before_finite(token) or first.is_sent_start:
        return True
    before = first.doc[first.i - 1] if first.i else None
    if before is not None and before.pos_ in ("VERB", "ADP") and not first.is_sent_start:
        return False
    return is_subject(token) or _joined_subject(token)


def _shares_possession(token: Token) -> bool:
    """ "Maya and Leo's dad": the 's stands for both."""
    rest = token.doc[token.i + 1 : token.i + 6]
    if len(rest) < 3 or rest[0].text not in ("and", "&") or rest[2].text not in APOSTROPHES:
        return False
    # "Maya and Leo's dad lives": of two people it would be "live", however the sentence was parsed.
    return token.dep_ == "nmod:poss" or (len(rest) == 5 and (rest[4].tag_ == "VBZ" or rest[4].lower_ == "was"))


def _before_finite(token: Token) -> bool:
    doc, i = token.doc, token.i + 1
    while i < len(doc) and doc[i].tag_ == "RB" and not doc[i].is_sent_start:
        i += 1
    return i < len(doc) and doc[i].tag_ in ("VBD", "VBZ", "VBP", "MD") and not token.dep_.startswith("obj")


def _joined_subject(token: Token) -> bool:
    head = token
    while head.dep_ in ("conj", "appos", "flat", "compound", "list") and head.head.i != head.i:
        head = head.head
    return is_subject(head) or head.dep_ == "ROOT"


def _has_owned(mark: Token, owner: Token) -> bool:
    """Whether what is owned follows: "Maya's bag", not "the bag is Maya's"."""
    after = mark.doc[mark.i + 1] if mark.i + 1 < len(mark.doc) else None
    if owner.dep_ in POSSESSIVE_DEPS:
        beside = after is not None and after.tag_ in ("NN", "NNS") and not after.is_sent_start
        return beside or owner.head.i > mark.i
    if owner.dep_ and owner.dep_ not in ("conj", "compound", "flat", "nsubj", "amod", "nmod", "nmod:unmarked"):
        return after is not None and after.pos_ in ("NOUN", "ADJ", "PROPN", "NUM")
    return after is not None and after.text[0].isalnum() and after.pos_ not in ("CCONJ", "ADP", "AUX", "SCONJ")


def _cased(page: Page, token: Token, word: str) -> str:
    if token.lower_ in PRONOUN_OF and token.text.islower():
        return word  # typed small on purpose or in haste: after a colon, in a list
    if token.text.isupper() and len(token.text) > 2 and page.in_capitals(token.idx):
        return word.upper()
    if page.begins(token.idx) or token.lower_ in PRONOUN_OF:
        return upper_first(word)
    return word


def _is_the_entry_of_a_form(page: Page, start: int, end: int) -> bool:
    """ "Name: Maya Brown", "Child: Maya, 9", "Maya (9)" alone on its line: who the record is about, not a sentence."""
    doc, line = page.doc, page.line_at(page.doc[start].idx)
    text = page.text
    if doc[end - 1].lower_ in PRONOUN_OF:
        return False
    if _greets(text, line.start, doc[start].idx):
        return True
    before = text[line.start : doc[start].idx].strip().lower()
    after = doc[end] if end < len(doc) and doc[end].idx < line.end else None
    owned = after is not None and after.text.lower() in APOSTROPHES
    if owned:
        return False
    if line.kind == "heading" and doc[start].dep_ not in _IN_A_CLAUSE and not _after_preposition(doc[start]):
        return True
    if before.rstrip(" :-–").split(" ")[-1:] and before.rstrip().endswith((":", "-", "–")):
        label = before.rstrip(" :-–").split()
        if label and label[-1] in _WHO_LABELS and "of" not in label:
            return True
    rest = text[doc[end - 1].idx + len(doc[end - 1]) : line.end]
    if line.kind == "heading":
        return False
    return (
        not any(t.tag_ in _FINITE for t in doc.char_span(line.start, line.end, alignment_mode="expand") or ())
        and (not before or bool(label_only(before)))
        and not _NOT_PROSE.sub("", rest)
    )


def _after_preposition(token: Token) -> bool:
    return any(
        c.dep_ == "case" and c.i == token.i - 1 and c.lower_ in ("about", "for", "to", "with") for c in children(token)
    )


_IN_A_CLAUSE = frozenset({"nsubj", "nsubj:pass", "obj", "iobj", "obl"})


def label_only(before: str) -> bool:
    """Whether what stands before is nothing but the label of a form."""
    return before.endswith(":")


# Ages, dates of birth and marks: what may stand beside a name in a form.
_NOT_PROSE = re.compile(r"(?:DOB|yrs?|years?|months?|mths?|aged?|old|[\W\d_])", re.I)
_FINITE = frozenset({"VBZ", "VBD", "VBP", "MD"})
_WHO_LABELS = frozenset(
    "child name subject re yp child/yp person client pupil student patient children names present attendees".split()
)
_GREETINGS = ("dear", "hi", "hello", "hey", "hiya", "to")


def _greets(text: str, line_start: int, at: int) -> bool:
    words = text[line_start:at].lower().split()
    return len(words) == 1 and words[0].strip(",") in _GREETINGS


def _with_description(page: Page, start: int, end: int) -> tuple[int, int]:
    """Take in "her daughter" of "her daughter Maya" and "the young person, Maya," where they stand side by side."""
    doc = page.doc
    if start < 1 or doc[start].lower_ in PRONOUN_OF:
        return start, end
    before = doc[start - 1]
    if before.lower_ not in _DESCRIBES or not before.whitespace_ or page.who.get(before.i) == "other":
        return start, end
    first = before.i
    while first and (doc[first - 1].lower_ in _OWNERS or (doc[first - 1].tag_ == "JJ" and first - 1 > 0)):
        first -= 1
    if doc[first].lower_ in _OWNERS:
        return (first, end)
    bare = before.lower_ in _KIN_ALONE and not (doc[before.i - 1].tag_ in ("JJ", "DT", "PRP$", "POS") and before.i)
    return (before.i, end) if bare else (start, end)


_KIN_ALONE = frozenset("daughter son dau dtr grandson granddaughter".split())
_DESCRIBES = frozenset("daughter son dau dtr child grandson granddaughter nephew niece person girl boy baby yp".split())
_OWNERS = frozenset("the this her his their my our young".split())


def _unclear(page: Page, start: int, end: int) -> Question:
    first, last = page.doc[start], page.doc[end - 1]
    reason = f"{could_be(page.doc[start:end].text)}{page.names.shown} or somebody else: please say who."
    return Question(first.idx, last.idx + len(last), reason)


def that_between(page: Page, edits: list[Edit]) -> list[Edit]:
    """ "Told her she was safe" needs "that": "told you that you were safe"."""
    ends = {e.end: e for e in edits if e.rule == TO_CHILD}
    out = []
    for edit in edits:
        before = ends.get(edit.start - 1)
        both = before is not None and before.after == "you" and edit.after == "you"
        if both and page.text[edit.start - 1] == " ":
            out.append(Edit(edit.start, edit.end, "that you", edit.rule, edit.reason, rank=1))
    return out


def you_before_me(page: Page, edits: list[Edit]) -> list[Edit]:
    """ "You and I", not "I and you": the two words change places."""
    by_start = {e.start: e for e in edits if e.rule in (TO_CHILD, TO_WRITER)}
    swapped: list[Edit] = []
    for mine in by_start.values():
        if mine.rule != TO_WRITER or mine.after not in ("I", "me"):
            continue
        join = page.text[mine.end : mine.end + 5]
        yours = by_start.get(mine.end + 5)
        if join != " and " or yours is None or yours.after not in ("you", "You"):
            continue
        you = upper_first("you") if page.begins(mine.start) else "you"
        me = "I" if mine.after == "I" or page.begins(mine.start) else "me"
        swapped.append(Edit(mine.start, mine.end, you, TO_CHILD, _REASON_CHILD, rank=1))
        swapped.append(Edit(yours.start, yours.end, me, TO_WRITER, _REASON_WRITER, rank=1))
    return swapped
