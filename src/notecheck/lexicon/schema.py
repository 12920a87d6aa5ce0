"""What a lexicon file may say. Unknown keys are refused, so that a slip of the pen is not silently ignored.

`docs/adding-a-rule.md` explains each key to whoever writes a rule.
"""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator, model_validator

RULE_ID = re.compile(r"(?:jargon|victim-blaming|child-focus|strength)/[a-z0-9]+(?:-[a-z0-9]+)*\Z")


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


Words = Annotated[tuple[str, ...], BeforeValidator(_as_list)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class SourceRef(_Strict):
    """Where the reason comes from: a title, and an address unless it is our own judgement."""

    title: str = Field(min_length=3)
    url: str = ""

    @model_validator(mode="after")
    def _has_address(self) -> SourceRef:
        if not self.url and "our judgement" not in self.title.lower():
            raise ValueError("a source needs a url, or the words 'our judgement'")
        return self


class Entry(_Strict):
    """One rule."""

    id: str
    phrases: Words = ()
    patterns: tuple[list[dict[str, Any]], ...] = ()
    dependencies: tuple[list[dict[str, Any]], ...] = ()
    unless: Words = ()
    near: Words = ()
    not_near: Words = ()
    context: Words = ()  # words at the edges of a match that only show its sense, and are no part of the finding
    subject: Literal["child"] | None = None  # strengths: the child must be the one who does it, or whose it is
    level: Literal["change", "consider", "note"] = "consider"
    message: str = ""
    why: str = ""
    instead: Words = ()
    explain: bool = False  # a term of law or medicine: explained beside itself, never replaced
    ask: str | None = None
    source: SourceRef | None = None
    flag: Words
    ok: Words

    @field_validator("id")
    @classmethod
    def _named(cls, value: str) -> str:
        if not RULE_ID.match(value):
            raise ValueError(f"the id '{value}' is not of the form category/short-name, in lower case with hyphens")
        return value

    @field_validator("flag")
    @classmethod
    def _two_flags(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) < 2:
            raise ValueError("it needs at least two examples under 'flag'")
        return value

    @field_validator("ok")
    @classmethod
    def _two_oks(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) < 2:
            raise ValueError("it needs at least two examples under 'ok', one of them the hard case")
        return value

    @model_validator(mode="after")
    def _finds_something(self) -> Entry:
        if not (self.phrases or self.patterns or self.dependencies):
            raise ValueError("it has no phrases and no patterns, so it could never find anything")
        return self

    @property
    def category(self) -> str:
        return self.id.split("/")[0]


class ThemeFile(_Strict):
    """One YAML file: a theme with its reason, question and source, and the rules that belong to it."""

    theme: str
    title: str
    category: Literal["jargon", "victim-blaming", "child-focus", "strength"]
    message: str = ""
    why: str = ""
    ask: str | None = None
    source: SourceRef | None = None
    entries: tuple[Entry, ...] = ()

    @model_validator(mode="after")
    def _each_entry_is_explained(self) -> ThemeFile:
        for entry in self.entries:
            if entry.category != self.category:
                raise ValueError(f"entry {entry.id}: its id must begin with '{self.category}/'")
            if not (entry.source or self.source):
                raise ValueError(f"entry {entry.id}: it has no source, nor the words 'our judgement'")
            if not (entry.why or self.why):
                raise ValueError(f"entry {entry.id}: it does not say why")
        return self


class AcronymRow(_Strict):
    """One meaning of one acronym, a row of a spreadsheet."""

    acronym: str = Field(min_length=1)
    meaning: str = Field(min_length=2)
    plain: str = ""
    # What a draft calls it: a few plain words that take an article, and those that stand right before a noun.
    brief: str = ""
    before_noun: str = ""
    domain: str = ""
    # "known": everybody knows it; "common": most people do, so it is only noted
    kind: Literal["acronym", "shorthand", "common", "known"] = "acronym"
    context: str = ""  # words, split by ";", whose presence in the note settles this meaning
    source: str = ""
    url: str = ""
    verified: Literal["yes", "no"] = "no"
