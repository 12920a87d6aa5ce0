"""The values that pass from room to room: frozen, never changed.

All offsets are Unicode code points into the text as it was read.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

Category = Literal["acronym", "jargon", "victim-blaming", "child-focus", "readability"]
CATEGORIES: tuple[Category, ...] = ("acronym", "jargon", "victim-blaming", "child-focus", "readability")

Level = Literal["change", "consider", "note"]
LEVELS: tuple[Level, ...] = ("note", "consider", "change")  # mildest first

Pronouns = Literal["she", "he", "they"]
_PRONOUNS: Mapping[str, Pronouns] = MappingProxyType(
    {
        **dict.fromkeys(("she", "her", "hers"), "she"),
        **dict.fromkeys(("he", "him", "his"), "he"),
        **dict.fromkeys(("they", "them", "their", "theirs"), "they"),
    }
)


def pronouns_from(written: str) -> Pronouns | None:
    """Pronouns as people write them: "she", "She/Her", "they them". The first word counts; None where it is none."""
    words = written.lower().replace("/", " ").split()
    return _PRONOUNS.get(words[0]) if words else None


@dataclass(frozen=True, slots=True)
class Child:
    """The child whose record this is, as far as it is known."""

    name: str | None = None
    pronouns: Pronouns | None = None
    age: float | None = None  # years


@dataclass(frozen=True, slots=True)
class Record:
    """One entry in a child's file.

    `source` says where it was read ("notes.docx", "notes.jsonl, line 3") for messages to the user.
    """

    id: str
    text: str
    child: Child = Child()
    author: str | None = None
    record_type: str | None = None
    team: str | None = None
    worker: str | None = None
    date: str | None = None
    child_id: str | None = None
    source: str | None = None

    # The reader's component takes who the child is from these three names.
    @property
    def child_name(self) -> str | None:
        return self.child.name

    @property
    def child_pronouns(self) -> Pronouns | None:
        return self.child.pronouns

    @property
    def child_age(self) -> float | None:
        return self.child.age


@dataclass(frozen=True, slots=True)
class Source:
    """Where a rule's reason comes from; `url` is empty for our own judgement."""

    title: str
    url: str = ""


# How the reason begins for a finding that is held back because another one says it at the same place.
SAME_PLACE = "said already by"


@dataclass(frozen=True, slots=True)
class Finding:
    """One problem at one place.

    `message` is the short line shown at the place; `why` the reason; `instead` wording that drops in;
    `ask` a question that only the writer can answer. `suppressed_by` says, for a finding that was held
    back, why it was. `found_by` is "rule" for a listed phrase or frame and "reader" for likeness.
    """

    rule: str
    category: Category
    level: Level
    start: int
    end: int
    text: str
    message: str
    why: str
    instead: tuple[str, ...] = ()
    ask: str | None = None
    source: Source = Source("our judgement")
    suppressed_by: str | None = None
    found_by: Literal["rule", "reader"] = "rule"
    theme: str | None = None
    probability: float | None = None

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"{self.rule}: offsets {self.start} to {self.end} hold no text")

    def to_dict(self) -> dict[str, Any]:
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Acronym:
    """One occurrence of an acronym, explained or not.

    `explained` is true where this note gives the long form before this use or at it. `long_*` say where the note
    writes the long form out, linked or not; `meanings` are those that the lexicon knows and the note leaves open, and
    `plain` has the plain wording of each, empty where there is none; `settled_by` names the words of the note that
    left only one of several meanings.
    """

    text: str
    start: int
    end: int
    explained: bool
    long_form: str | None = None
    long_start: int | None = None
    long_end: int | None = None
    meanings: tuple[str, ...] = ()
    plain: tuple[str, ...] = ()
    settled_by: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return _plain(self)


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that is hard to read, and what makes it so ("52 words", "passive")."""

    start: int
    end: int
    words: int
    reading_age: float  # years
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Readability:
    """How hard the note is to read. Ages in years; every figure is None where there is not enough text."""

    enough_text: bool
    words: int
    sentences: int
    reading_age: float | None = None
    school_year: str | None = None  # "Year 6", England and Wales
    flesch_reading_ease: float | None = None
    flesch_kincaid_grade: float | None = None
    smog_index: float | None = None
    gunning_fog: float | None = None
    dale_chall: float | None = None
    automated_readability_index: float | None = None
    coleman_liau_index: float | None = None
    linsear_write: float | None = None
    above_child: float | None = None  # reading age less the child's age, years
    hardest: tuple[HardSentence, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        return _plain(self)


Written = Literal["to", "about", "mixed", "neither"]


@dataclass(frozen=True, slots=True)
class Voice:
    """Whether the note is written to the child.

    `to_child` is the share, 0 to 1, of the references to the child that are in the second person; `slips` are
    the places (start, end) where a note written to the child falls back to writing about them.
    """

    written: Written
    to_child: float
    references: int = 0
    slips: tuple[tuple[int, int], ...] = ()
    own_words: bool = False
    wishes: bool = False

    def to_dict(self) -> dict[str, Any]:
        return _plain(self)


@dataclass(frozen=True, slots=True)
class Strength:
    """Something already good in the note: what the child did, likes or is proud of, who helps, what works."""

    rule: str
    start: int
    end: int
    text: str
    message: str


@dataclass(frozen=True, slots=True)
class Review:
    """All that a check says about one record. `suppressed` holds the findings held back, each with its reason."""

    record: Record
    words: int
    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    acronyms: tuple[Acronym, ...] = ()
    readability: Readability | None = None
    voice: Voice | None = None
    strengths: tuple[Strength, ...] = ()

    @property
    def id(self) -> str:
        return self.record.id

    def to_dict(self, *, show_suppressed: bool = False) -> dict[str, Any]:
        """The JSON form that the contract fixes (docs/json.md)."""
        findings = self.findings
        if show_suppressed:
            findings = tuple(sorted(findings + self.suppressed, key=lambda f: (f.start, f.end, f.rule)))
        return {
            "id": self.record.id,
            "words": self.words,
            "findings": [f.to_dict() for f in findings],
            "acronyms": [a.to_dict() for a in self.acronyms],
            "readability": self.readability.to_dict() if self.readability else None,
            "voice": self.voice.to_dict() if self.voice else None,
            "strengths": [_plain(s) for s in self.strengths],
        }


@dataclass(frozen=True, slots=True)
class Change:
    """One change in a draft; offsets are into the original."""

    start: int
    end: int
    before: str
    after: str
    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Left:
    """A place that the draft leaves to the writer, and why; offsets are into the original."""

    start: int
    end: int
    text: str
    reason: str


def could_be(words: str) -> str:
    """How the reason begins for words that could mean two people, by which a report knows them."""
    return f"“{words}” could be "


@dataclass(frozen=True, slots=True)
class Draft:
    """The note written to the child, for the worker to own."""

    record: Record
    text: str
    changes: tuple[Change, ...] = ()
    left_for_you: tuple[Left, ...] = ()
    notes: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        return self.record.id

    def to_dict(self) -> dict[str, Any]:
        """The JSON form that the contract fixes (docs/json.md)."""
        return {
            "id": self.record.id,
            "text": self.text,
            "changes": [_plain(c) for c in self.changes],
            "left_for_you": [_plain(left) for left in self.left_for_you],
            "notes": list(self.notes),
        }


def _plain(value: Any) -> Any:
    """Dataclasses and tuples as dictionaries and lists, for JSON."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(v) for v in value]
    if isinstance(value, Mapping):
        return {k: _plain(v) for k, v in value.items()}
    return value
