"""Which prompts of a proforma a record answers, as far as words can show. A prompt to look, never a judgement."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from notecheck.errors import LexiconError
from notecheck.lexicon.loader import shipped_folder
from notecheck.lexicon.schema import SourceRef

Found = Literal["present", "thin", "not found"]
ENOUGH_WORDS = 12  # in the sentences about a prompt; fewer are thin

_LABEL = re.compile(r"\s*(?:[-–•*]\s*|\d{1,2}[.)]\s*)?([A-Za-z][^:\n.!?]{1,58}?)\s*(?::|\s[-–]\s)(?P<rest>.*)")
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?](?!\s|$)[^.!?]*)*[.!?]*")
_WHEN = re.compile(
    r"\d{1,2}[/.]\d{1,2}|\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
    r"|\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"
    r"|\btoday\b|\btonight\b|\btomorrow\b|\bthis (?:morning|afternoon|evening|week)\b|\bnext (?:week|month)\b"
    r"|\bwithin (?:the )?(?:\d+|one|two|three|five|seven|ten|24|48) (?:working )?(?:hours?|days?|weeks?)\b"
    r"|\b(?:in|at) (?:\d+|one|two|three|four|six) (?:days|weeks|months)\b|\bby \d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)\b"
    r"|\b\d{1,2}(?:[.:]\d\d)?\s?(?:am|pm)\b|\bend of (?:the )?(?:day|week|month)\b",
    re.IGNORECASE,
)  # fmt: skip
_NAMED_OWNER = re.compile(r"\b[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+)?,?(?:\s\([^)]*\),?)?\s+(?:to|will|is\sto)\b")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Prompt(_Strict):
    """One question that the proforma asks. `also` cues must be there too for it to be present."""

    id: str
    title: str
    ask: str
    headings: tuple[str, ...] = ()
    cues: tuple[str, ...] = Field(min_length=1)
    also: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    enough_words: int = ENOUGH_WORDS
    kind: Literal["words", "actions"] = "words"

    @cached_property
    def cue(self) -> re.Pattern[str]:
        return _any_of(self.cues)

    @cached_property
    def heading(self) -> re.Pattern[str]:
        return _any_of(self.headings, whole=True)

    @cached_property
    def also_cue(self) -> re.Pattern[str]:
        return _any_of(self.also)

    @cached_property
    def owner(self) -> re.Pattern[str]:
        return re.compile(
            rf"\b(?:the\s)?(?:{'|'.join(map(re.escape, self.owners))})\s+(?:to|will|is\sto|are\sto)\b", re.IGNORECASE
        )


class Proforma(_Strict):
    """The prompts of one kind of record."""

    name: str
    title: str
    record_types: tuple[str, ...] = Field(min_length=1)
    source: SourceRef
    prompts: tuple[Prompt, ...] = Field(min_length=1)

    @cached_property
    def types(self) -> re.Pattern[str]:
        return _any_of(self.record_types, whole=True)

    def is_for(self, record_type: str | None) -> bool:
        """Whether records of this type are asked these questions."""
        return bool(record_type) and bool(self.types.fullmatch(_spaced(record_type or "")))


@dataclass(frozen=True, slots=True)
class _Piece:
    """A sentence, and the heading that it stands under."""

    heading: str
    text: str

    @property
    def words(self) -> int:
        return len(self.text.split())


def load_proformas(folder: Path | None = None) -> tuple[Proforma, ...]:
    """The proformas that come with notecheck, or those in a folder.

    Raises:
        LexiconError: a file is not as it should be.
    """
    folder = folder or shipped_folder() / "prompts"
    found = []
    for path in sorted(folder.glob("*.yml")):
        try:
            found.append(Proforma.model_validate(yaml.safe_load(path.read_text(encoding="utf-8"))))
        except yaml.YAMLError:
            raise LexiconError(path.name, None, "it is not valid YAML") from None
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(str(p) for p in first["loc"])
            raise LexiconError(path.name, None, f"'{place}': {first['msg']}") from None
    return tuple(found)


def assess(text: str, proforma: Proforma) -> dict[str, Found]:
    """For each prompt, by id: present, thin (a heading with little under it, or a word in passing) or not found."""
    pieces = _pieces(text)
    return {p.id: _actions(p, pieces) if p.kind == "actions" else _words(p, pieces) for p in proforma.prompts}


def _words(prompt: Prompt, pieces: Sequence[_Piece]) -> Found:
    about = [p for p in pieces if _is_under(prompt, p) or prompt.cue.search(p.text)]
    named = about or any(_is_under(prompt, p) for p in pieces)
    if not named:
        return "not found"
    enough = sum(p.words for p in about) >= prompt.enough_words
    if prompt.also and not any(prompt.also_cue.search(p.text) or prompt.also_cue.search(p.heading) for p in pieces):
        return "thin"
    return "present" if enough else "thin"


def _actions(prompt: Prompt, pieces: Sequence[_Piece]) -> Found:
    about = [p for p in pieces if p.text and (_is_under(prompt, p) or prompt.cue.search(p.text))]
    if not about:
        return "thin" if any(_is_under(prompt, p) for p in pieces) else "not found"
    whole = [p for p in about if _WHEN.search(p.text) and (prompt.owner.search(p.text) or _NAMED_OWNER.search(p.text))]
    return "present" if whole else "thin"


def _is_under(prompt: Prompt, piece: _Piece) -> bool:
    return bool(prompt.headings and piece.heading and prompt.heading.fullmatch(_spaced(piece.heading)))


def _pieces(text: str) -> list[_Piece]:
    pieces: list[_Piece] = []
    heading = ""
    for line in text.split("\n"):
        if not line.strip():
            continue
        label = _LABEL.match(line)
        rest = line
        if label and len(label[1].split()) <= 6:
            heading, rest = label[1], label["rest"]
        elif (
            len(line.split()) <= 6 and line.strip()[-1] not in ".!?,;" and not line.lstrip().startswith(("-", "•", "*"))
        ):
            heading, rest = line.strip(), ""
        if not rest.strip():
            pieces.append(_Piece(heading, ""))
        pieces += [_Piece(heading, m[0].strip()) for m in _SENTENCE.finditer(rest) if m[0].strip()]
    return pieces


def _spaced(text: str) -> str:
    return re.sub(r"[\s_\-–/]+", " ", text).strip().casefold()


def _any_of(cues: Sequence[str], whole: bool = False) -> re.Pattern[str]:
    """A pattern for any of the cues; "*" alone is one word, at the end of a word any ending."""
    if not cues:
        return re.compile(r"(?!)")
    alternatives = []
    for cue in sorted(cues, key=len, reverse=True):
        words = [r"[\w'’-]+" if w == "*" else re.escape(w).replace(r"\*", r"[\w'’-]*") for w in cue.split()]
        alternatives.append(r"[\s-]+".join(words))
    joined = "|".join(alternatives)
    return re.compile(f"(?:{joined})" if whole else rf"(?<![\w'’-])(?:{joined})(?![\w])", re.IGNORECASE)
