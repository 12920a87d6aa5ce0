"""Who the note speaks of and to: every place that means the child, by name, role, pronoun or "you".

The reader knows best who a pronoun means, and is asked where it has run. Without it a pronoun means whoever was
named first in its sentence, else whoever the sentence before began with: enough for a share, and for the subject of
a verb close by.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from spacy.tokens import Doc

from notecheck.checks.address import Address, addressed
from notecheck.checks.person_words import (
    GENDER_OF_PRONOUNS,
    NOT_NAMES,
    OWNING,
    PEOPLE,
    PRONOUNS,
    TITLES,
    WORD_OR_STOP,
    YOU,
)
from notecheck.language.components import child_of, record_of, speech_of, text_of
from notecheck.language.people import child_initials, child_names
from notecheck.values import Child

REFERENCES = "notecheck_references"
MENTIONS = "notecheck_mentions"  # the reader's spans: who is meant

Person = Literal["second", "third"]
Named = tuple[bool, str]  # whether it is the child, and the gender of the word: f, m, p (plural) or ?


class Reference(NamedTuple):
    """One place that means the child; `start` and `end` are offsets into the note."""

    start: int
    end: int
    person: Person


class References:
    """All references to the child, in order, and to whom the note is addressed."""

    def __init__(self, items: Iterable[Reference], address: Address) -> None:
        self.items = tuple(items)
        self.address = address

    @cached_property
    def _ends(self) -> list[int]:
        return [item.end for item in self.items]

    @cached_property
    def starts(self) -> frozenset[int]:
        """The offsets at which the references begin."""
        return frozenset(item.start for item in self.items)

    def ending_before(self, at: int, reach: int) -> Reference | None:
        """The last reference that ends at offset `at` or at most `reach` characters before it."""
        number = bisect_right(self._ends, at)
        if not number or at - self._ends[number - 1] > reach:
            return None
        return self.items[number - 1]


def references_of(doc: Doc) -> References:
    """The references to the child, found on first use."""
    if REFERENCES not in doc.user_data:
        doc.user_data[REFERENCES] = _find(doc)
    return doc.user_data[REFERENCES]


def _find(doc: Doc) -> References:
    child = child_of(doc)
    record = record_of(doc)
    text = text_of(doc)
    quoted = [(s.start, s.end) for s in speech_of(doc) if s.kind == "quoted"]
    address = addressed(text, child, quoted, record.record_type if record else None)
    found = _by_reader(doc, text, address) or Tracker(text, child, address).references()
    return References(_outside(found, quoted), address)


def _by_reader(doc: Doc, text: str, address: Address) -> list[Reference]:
    """The references as the reader sees them, in order; none where it has not run or saw nobody."""
    spans = doc.spans.get(MENTIONS, ())
    if not spans:
        return []
    third = [
        Reference(span.start_char, span.end_char, "third")
        for span in spans
        if span.label_ == "child"
        and PEOPLE.get(span.text) != "you"
        and not address.is_call(text, span.start_char, span.end_char)
    ]
    second = [
        Reference(match.start(), match.end(), "second")
        for match in YOU.finditer(text)
        if address.means_child(text, match.start())
    ]
    return sorted([*third, *second])


def _outside(found: Iterable[Reference], spans: list[tuple[int, int]]) -> Iterator[Reference]:
    """Leaves out what stands in a quotation: "you" there is whoever was spoken to."""
    at = 0
    for item in found:
        while at < len(spans) and spans[at][1] <= item.start:
            at += 1
        if at == len(spans) or item.end <= spans[at][0]:
            yield item


class Tracker:
    """Walks through one note and remembers whom it last spoke of: the way to go where no reader has been."""

    def __init__(self, text: str, child: Child, address: Address) -> None:
        self._text = text
        self._names = child_names(child)
        lower = text.lower()
        named = any(n in lower for n in self._names)
        # One letter may be anybody; it is the child's initial only where the name itself is nowhere.
        self._initials = {i for i in child_initials(child) if i.isalpha() and (len(i) > 1 or not (named or i == "I"))}
        self._gender = GENDER_OF_PRONOUNS.get(child.pronouns or "", "")
        self._address = address
        self._sentence: list[Named] = []  # whom this sentence has named so far
        self._before: list[Named] = []

    def references(self) -> Iterator[Reference]:
        """Every reference to the child, in order."""
        for match in WORD_OR_STOP.finditer(self._text):
            word = match[0]
            kind = PEOPLE.get(word)
            if kind is None:
                if word[0].isalpha():
                    if self._by_name(match.start(), word, match.lastgroup == "role"):
                        yield Reference(match.start(), match.end(), "third")
                elif self._sentence or len(word) > 1:
                    self._before = [] if word.count("\n") > 1 else self._sentence
                    self._sentence = []
            elif kind == "you":
                if self._address.means_child(self._text, match.start()):
                    yield Reference(match.start(), match.end(), "second")
            elif word.lower() in PRONOUNS:
                meant = self._by_pronoun(match.start(), word.lower(), kind)
                if meant and not self._address.is_call(self._text, match.start(), match.end()):
                    yield Reference(match.start(), match.end(), "third")
            else:
                self._sentence.append((False, kind))

    def _by_name(self, start: int, word: str, role: bool) -> bool:
        """Whether a capitalised word or a role word stands for the child; names of others are remembered."""
        meant = self._address.to != "child" if role else self._is_name(word, start)
        if meant:
            self._sentence.append((True, self._gender or "?"))
            return not self._address.is_call(self._text, start, start + len(word))
        if not role and self._is_somebody(word, start):
            self._sentence.append((False, "?"))
        return False

    def _is_name(self, word: str, start: int) -> bool:
        lower = word.lower()
        if lower in self._names or ("-" in lower and not self._names.isdisjoint(lower.split("-"))):
            return not self._text[max(0, start - 8) : start].rstrip(". ").endswith(TITLES)
        return word in self._initials

    def _is_somebody(self, word: str, start: int) -> bool:
        """Whether a capitalised word looks like the name of somebody else."""
        if word.isupper() or word in NOT_NAMES:
            return False
        before = self._text[max(0, start - 4) : start]
        begins = not before or before[-1] in '\n"“‘(' or before[-2:-1] in ".!?:-•"
        return not begins and not before.endswith((" in ", " at ", " the "))

    def _by_pronoun(self, start: int, lower: str, gender: str) -> bool:
        wrong_gender = bool(self._gender) and gender != self._gender
        meant = not wrong_gender and self._antecedent(gender, lower in OWNING)
        self._sentence.append((meant, gender))
        return meant

    def _antecedent(self, gender: str, owning: bool) -> bool:
        """Whether the child is the one whom a pronoun of that gender takes up here."""
        here = [meant for meant, of in self._sentence if of == gender or of == "?"]
        if here:
            return here[-1] if owning else here[0]
        for meant, of in self._before:
            if of == gender or of == "?":
                return meant
        # Nobody was named: in a note about a child it is the child, in a letter to the child it is somebody else.
        return self._address.to != "child" and bool(self._gender)
