"""One document as the frames see it: small letters, sentences, ages, and who acts near by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from notecheck.checks.frames.classes import WordClasses
from notecheck.checks.frames.frame import one_of
from notecheck.language.columns import columns_of
from notecheck.language.components import child_of, text_of
from notecheck.language.people import child_names

_LOW = "notecheck_small_letters"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-"})
# "(25)", ", 25,", "aged 25", "25 year old", "is 25", "a man of 25"
_AGE = re.compile(
    r"\((?:aged\s+)?(\d{1,2})(?:\s*(?:yrs?|years?|y\.?o\.?)[\w\s]*)?\)|,\s(?:aged\s+)?(\d{1,2})(?=[,.;:]|\sand\b|\sfrom\b|\swho\b)"
    r"|\baged?\s+(\d{1,2})\b|\b(\d{1,2})[\s-]?(?:years?|yrs?)?[\s-]?(?:old|yo|y/o)\b|\b(?:is|was|he's|she's|now|of)\s+(?:only\s+|just\s+|about\s+|over\s+)?(\d{1,2})\b"
    r"(?!\s*(?:minutes|hours|days|weeks|months|miles|times|%|per|other|of|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))"
)
_DECADE = re.compile(r"\b(?:twenties|thirties|forties|fifties|sixties|[2-6]0s)\b")
_GROWN = re.compile(
    r"\b(?:old(?:er)?|grown|adult)\s+(?:man|men|male|males|guy|guys|boyfriend|partner|associate|associates)\b|\badult\s?males?\b|\bgrown\s?men\b"
)


class View:
    """Questions about one document, answered once. Offsets are those of the document's text."""

    def __init__(self, doc: Doc, acting: Acting, contexts: Mapping[str, re.Pattern[str]]) -> None:
        self.doc = doc
        self.text = text_of(doc)
        self.low = _low_text_of(doc)
        self._acting = acting
        self._contexts = contexts

    @cached_property
    def bounds(self) -> list[tuple[int, int]]:
        """The sentences, as offsets."""
        return columns_of(self.doc).bounds

    @cached_property
    def _starts(self) -> list[int]:
        return [a for a, _ in self.bounds]

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds offset `at`."""
        return max(0, bisect_right(self._starts, at) - 1)

    def around(self, at: int, before: int = 1, after: int = 1) -> str:
        """The sentence at `at` with its neighbours, in small letters."""
        here = self.sentence(at)
        first, last = max(0, here - before), min(len(self.bounds) - 1, here + after)
        return self.low[self.bounds[first][0] : self.bounds[last][1]]

    def sentence_text(self, at: int) -> str:
        return self.around(at, 0, 0)

    def before(self, at: int) -> str:
        """What stands before `at` in its sentence."""
        return self.low[self.bounds[self.sentence(at)][0] : at]

    def after(self, at: int) -> str:
        """What stands after `at` in its sentence."""
        return self.low[at : self.bounds[self.sentence(at)][1]]

    def near(self, at: int, context: str) -> bool:
        """Whether a word of a context class stands in the sentence at `at` or a neighbouring one."""
        return self._contexts[context].search(self.around(at)) is not None

    def beside(self, at: int, context: str) -> bool:
        """Whether a word of a context class stands in the sentence at `at`."""
        return self._contexts[context].search(self.sentence_text(at)) is not None

    @cached_property
    def child_age(self) -> float | None:
        return child_of(self.doc).age

    @cached_property
    def names(self) -> frozenset[str]:
        return child_names(child_of(self.doc))

    def ages(self, at: int) -> list[int]:
        """Every age that is said in the sentence at `at` and its neighbours, in years."""
        near = self.around(at)
        found = [int(next(g for g in m.groups() if g)) for m in _AGE.finditer(near)]
        return found + ([30] if _DECADE.search(near) else [])

    def adult_and_child(self, at: int) -> bool:
        """Whether the ages near `at` make a relationship one of an adult with a child."""
        ages = [a for a in self.ages(at) if 8 <= a <= 80]
        children = [a for a in ages if a < 18] + ([self.child_age] if self.child_age is not None else [])
        child = min(children, default=None)
        if child is None or child >= 18:
            return False
        if any(a >= 18 and a - child >= 4 for a in ages):
            return True
        return child < 18 and bool(_GROWN.search(self.around(at)))

    def actor_near(self, at: int) -> bool:
        """Whether somebody is named as doing harm in the sentence at `at` or a neighbouring one."""
        here = self.sentence(at)
        first, last = max(0, here - 1), min(len(self.bounds) - 1, here + 1)
        a, b = self.bounds[first][0], self.bounds[last][1]
        return self._acting.by_role.search(self.low, a, b) is not None or (
            self._acting.by_name.search(self.text, a, b) is not None
        )


@dataclass(frozen=True)
class Acting:
    """How somebody is said to do harm: "Dad hit", "by her uncle", "his violence" in small letters; "Craig hit" by name."""

    by_role: re.Pattern[str]
    by_name: re.Pattern[str]


def acting(classes: WordClasses) -> Acting:
    """Patterns for somebody who does harm, made once."""
    acts, done = one_of(classes["harm:acts"]), one_of(classes["harm:participle"])
    nouns = r"(?:violence|abuse|assaults?|attacks?|temper|threats|controlling\s+behaviour|violent\s+behaviour)"
    who = one_of(classes["actor"])
    return Acting(
        re.compile(
            rf"\b{who}(?:'s)?\s+{_NOT_PASSIVE}{acts}\s+{_WHOM}|\b{done}\s+(?:[^\s.;]+\s+){{0,4}}by\s+(?!phone|text|email|\d|(?:the|a|his|her)\s+(?:end|time|door|bed|window|wall|gate|pool|road|river|side|sink|car|bus|shop|lockers?))"
            rf"|\b(?:and|who|then)\s+{acts}\s+(?:him|her|them|me|us)\b"
            rf"|\b(?:{who}'s?|his)\s+(?:[a-z]+\s+)?{nouns}\b|\b{who}\s+(?:was|were|is|are|kept|started|began)\s+{one_of(classes['harm:ing'])}\b"
        ),
        re.compile(rf"\b[A-Z][\w’'-]+\s+{_NOT_PASSIVE}{acts}\s+{_WHOM}|\b[A-Z][\w-]+['’]s\s+(?:[a-z]+\s+)?{nouns}\b"),
    )


# Somebody harms somebody: without an object "Mum cut", "doors locked" are no such thing.
_WHOM = r"(?:[Hh]er|[Hh]im|[Tt]hem|me|us|you|[Mm]um|[Mm]am|[Mm]other|[Mm]o|[Mm]ummy|[Dd]ad|the|his|their|a|my|[A-Z][\w’'-]+|out|both|another|staff)\b"
_NOT_PASSIVE = r"(?:(?!(?:is|was|were|been|being|be|are|got|gets|get|getting)\b)[^\s.;,!?]+\s+){0,2}"


def _low_text_of(doc: Doc) -> str:
    """The note as `lowered`, once for all the checks with frames."""
    if _LOW not in doc.user_data:
        doc.user_data[_LOW] = lowered(text_of(doc))
    return doc.user_data[_LOW]


def lowered(text: str) -> str:
    """`text` in small letters and with straight marks, as long as it was."""
    low = text.lower()
    if len(low) != len(text):
        low = "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
    return low.translate(_STRAIGHT)
