"""From a note to a draft written to the child: small passes over the document, merged, guarded, applied once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from spacy.tokens import Doc

from notecheck.checks.readability import ENOUGH_WORDS
from notecheck.language.components import layout_of, record_of
from notecheck.rewrite.addressed import Address, address_of
from notecheck.rewrite.agreement import agreeing
from notecheck.rewrite.dropped import with_subjects
from notecheck.rewrite.edits import Edit, Passed, Question, applied, merged
from notecheck.rewrite.groups import to_the_group
from notecheck.rewrite.judging import who_together
from notecheck.rewrite.names import Names, names_of
from notecheck.rewrite.page import Page
from notecheck.rewrite.person import that_between, to_the_child, to_the_writer, you_before_me
from notecheck.rewrite.plainer import made_plain
from notecheck.rewrite.pronouns import PRONOUN_OF
from notecheck.rewrite.proposing import proposed_child
from notecheck.rewrite.relatives import your_family
from notecheck.rewrite.second_look import looked_over
from notecheck.rewrite.splitting import split
from notecheck.rewrite.telegraphic import whole_sentences
from notecheck.rewrite.who import who_by_rule
from notecheck.rewrite.wording import reworded
from notecheck.rewrite.work import Work
from notecheck.rewrite.writer import writer_places
from notecheck.values import Change, Draft, Left, Record

if TYPE_CHECKING:
    from notecheck.checker import Checker
    from notecheck.lexicon.lexicon import Lexicon

OWN_IT = "This is a draft for you to read, change and own. It adds nothing that the note does not say."
_NO_GRAMMAR = "The reader is switched off, so verbs may not all agree and fewer words are changed: read with care."
_ALREADY = "This note is already written to {name}, so nothing was changed."


def draft_of(checker: Checker, record: Record) -> Draft:
    """Draft `record` again, written to its child.

    Args:
        checker: reads the note and knows the lexicon.
        record: the note. Without the child's name only wording is changed, and the draft proposes who it may be.
    """
    return drafts_of_docs([checker.read(record)], checker)[0]


def drafts_of_docs(docs: Sequence[Doc], checker: Checker) -> list[Draft]:
    """`draft_of` for notes that have been read already, each with its record."""
    works = looked_over([_work(doc, checker.lexicon) for doc in docs], checker)
    return [_draft(work) for work in works]


def _work(doc: Doc, lexicon: Lexicon) -> Work:
    record = record_of(doc)
    assert record is not None  # the checker makes every document from one
    page, address = _page(doc, record)
    if address.to_child:
        asked = [*reworded(page, lexicon, ()).questions, *_slips(page)]
        return Work(page, (), tuple(asked), (_ALREADY.format(name=page.names.shown), OWN_IT))
    edits, questions = _passes(page, lexicon)
    questions += [*_about_you(address), *_who_is_it(page)]
    notes = (OWN_IT,) if page.parsed else (_NO_GRAMMAR, OWN_IT)
    return Work(page, merged(edits), tuple(questions), notes)


def _draft(work: Work) -> Draft:
    record, checked = work.page.record, work.guarded
    changes = tuple(
        Change(e.start, e.end, record.text[e.start : e.end], e.after, e.rule, e.reason) for e in checked.edits
    )
    questions = [*work.questions, *checked.questions]
    return Draft(record, applied(record.text, checked.edits), changes, _left(record, questions), work.notes)


def _page(doc: Doc, record: Record) -> tuple[Page, Address]:
    """The note with everybody placed, and to whom it speaks."""
    names = names_of(record.child)
    writers = writer_places(doc, record, layout_of(doc))
    parsed = doc.has_annotation("DEP")
    if not names.known and record.child.pronouns is None:
        who: dict[int, str] = {}
        address = address_of(doc, names, who)
    else:
        by_rule = who_by_rule(doc, names, record.child.pronouns, writers)
        address = address_of(doc, names, by_rule)
        if address.partly or address.to_child:
            by_rule = who_by_rule(doc, names, record.child.pronouns, writers, addressed=True)
        who = who_together(doc, by_rule, names) if not address.partly else _as_left(doc, by_rule, names)
    who = _without_a_second_you(doc, who, address)
    for i, label in writers.items():
        if label == "writer" or who.get(i) != "child":
            who[i] = label
    return Page(doc, record, names, who, parsed), address


def _without_a_second_you(doc: Doc, who: Mapping[int, str], address: Address) -> dict[int, str]:
    """Where a sentence says "you" already, "he" stays: "when you ring him" must not become "when you ring you"."""
    spoken = [(s.start, s.end) for s in doc.sents if any(s.start_char <= at < s.end_char for at in address.places)]
    return {
        i: "unclear"
        if label == "child" and doc[i].lower_ in PRONOUN_OF and any(a <= i < b for a, b in spoken)
        else label
        for i, label in who.items()
    }


def _as_left(doc: Doc, who: Mapping[int, str], names: Names) -> dict[int, str]:
    """In a note that says "you" and never the name, a draft has been through: a "she" was left on purpose."""
    named = any(label == "child" and doc[i].lower_ in names.single for i, label in who.items())
    if named:
        return dict(who)
    return {i: "unclear" if label == "child" and doc[i].lower_ in PRONOUN_OF else label for i, label in who.items()}


def _passes(page: Page, lexicon: Lexicon) -> tuple[list[Edit], list[Question]]:
    """Everything that the passes propose. Later ones build on what earlier ones gave."""
    people: tuple[Passed, ...] = (to_the_child(page), to_the_writer(page), agreeing(page))
    if page.names.known:
        people += (your_family(page), with_subjects(page), whole_sentences(page))
    edits, questions = _joined(people)
    edits += you_before_me(page, edits) + that_between(page, edits)
    group = to_the_group(page, merged(edits))
    words = reworded(page, lexicon, _role_words(page, edits))
    more, asked = _joined((group, words))
    edits += more
    whole_note = len(applied(page.text, merged(edits)).split()) >= ENOUGH_WORDS
    edits += split(page, whole_note=whole_note).edits
    if whole_note:
        edits += made_plain(page, edits).edits
    return edits, questions + asked


def _joined(passed: Iterable[Passed]) -> tuple[list[Edit], list[Question]]:
    edits: list[Edit] = []
    questions: list[Question] = []
    for one in passed:
        edits += one.edits
        questions += one.questions
    return edits, questions


def _role_words(page: Page, edits: Iterable[Edit]) -> list[tuple[int, int]]:
    """Where "SW" or "YP" has become "I" or "you", so that no acronym is left there to explain."""
    return [(e.start, e.end) for e in edits if e.rule.startswith("person/to-the-child") or e.rule == "person/writer"]


def _about_you(address: Address) -> list[Question]:
    """Each "you" of a note that speaks to somebody else."""
    if not address.to_another:
        return []
    reason = f"“You” here speaks to {address.to_another}, not to the child: please say it another way."
    return [Question(at, at + len("you"), reason) for at in address.places]


def _slips(page: Page) -> list[Question]:
    """Where a note to the child names the child after all."""
    reason = f"The rest speaks to {page.names.shown}; this speaks of {page.names.shown}."
    return [
        Question(e.start, e.end, reason) for e in to_the_child(page).edits if page.text[e.start : e.end][:1].isupper()
    ]


def _who_is_it(page: Page) -> list[Question]:
    """The question who the child is, with a proposal where the note gives one."""
    if page.names.known or not page.text.strip():
        return []
    name = proposed_child(page.text)
    words = f"Is this note about {name}? If so, use --child {name}." if name else "Who is the child? Use --child NAME."
    at = page.text.find(name) if name else len(page.text) - len(page.text.lstrip())
    return [Question(at, at + len(name or "x"), f"{words} Until then only single words are changed.")]


def _left(record: Record, questions: Iterable[Question]) -> tuple[Left, ...]:
    unique = dict.fromkeys(sorted(questions, key=lambda q: (q.start, q.end, q.reason)))
    return tuple(Left(q.start, q.end, record.text[q.start : q.end], q.reason) for q in unique)
