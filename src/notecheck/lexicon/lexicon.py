"""The lexicon: every rule and acronym that a pipeline works with, built once and handed in."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from notecheck.lexicon.phrases import base_words
from notecheck.lexicon.schema import AcronymRow, Entry, SourceRef, ThemeFile
from notecheck.values import Level, Source

# What a finding says at its place where neither its entry nor its theme says more.
_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "jargon": "A family may not know these words.",
        "victim-blaming": "This may read as blame.",
        "child-focus": "This may lose sight of the child.",
    }
)


@dataclass(frozen=True)
class Proof:
    """Sentences in which a rule must find something, and sentences in which it must not."""

    flag: tuple[str, ...]
    ok: tuple[str, ...]


@dataclass(frozen=True)
class Rule:
    """An entry with the gaps filled from its theme, ready to be explained."""

    id: str
    category: str
    theme: str
    level: Level
    message: str
    why: str
    instead: tuple[str, ...]
    explain: bool
    ask: str | None
    source: Source
    entry: Entry | None  # None for a frame, whose words are in code
    file: str
    proof: Proof | None = None
    shipped: bool = True  # not a council's own


@dataclass(frozen=True)
class Theme:
    """A theme's own reason, question and source, for findings by likeness and for `notecheck explain THEME`."""

    name: str
    title: str
    category: str
    message: str
    why: str
    ask: str | None
    source: Source
    file: str


@dataclass(frozen=True)
class Lexicon:
    """Rules by id, themes by name, acronyms by their letters."""

    rules: Mapping[str, Rule]
    themes: Mapping[str, Theme]
    acronyms: Mapping[str, tuple[AcronymRow, ...]]
    disabled: frozenset[str] = frozenset()
    version: str = ""
    levels: Mapping[str, Level] = field(default_factory=lambda: MappingProxyType({}))

    def rules_of(self, category: str) -> list[Rule]:
        """The rules of one category that are switched on, in the order of their files."""
        return [r for r in self.rules.values() if r.category == category and r.id not in self.disabled]

    @cached_property
    def words(self) -> frozenset[str]:
        """The base words of every phrase, whose inflections the matchers need to know."""
        entries = (r.entry for r in self.rules.values() if r.entry)
        return frozenset(
            word
            for e in entries
            for phrase in (*e.phrases, *e.unless, *e.near, *e.not_near)
            for word in base_words(phrase)
        )

    @cached_property
    def rows_by_meaning(self) -> Mapping[str, AcronymRow]:
        """Acronyms by what they stand for, in lower case; the last row where several share a meaning."""
        return {row.meaning.lower(): row for rows in self.acronyms.values() for row in rows}

    def near(self, name: str) -> list[str]:
        """Ids and themes that look like `name`, best first, for a message about a name that is not known."""
        known = [*self.rules, *self.themes]
        by_short = {k.split("/")[-1]: k for k in known}
        close = difflib.get_close_matches(name, known, 3, 0.6)
        close += [by_short[s] for s in difflib.get_close_matches(name.split("/")[-1], list(by_short), 3, 0.6)]
        return list(dict.fromkeys(close))[:3]


def source_of(ref: SourceRef | None) -> Source:
    return Source(ref.title, ref.url) if ref else Source("our judgement")


def rules_in(file: ThemeFile, name: str, shipped: bool) -> list[Rule]:
    """The rules of one file, each with what it leaves out taken from the theme."""
    return [
        Rule(
            id=entry.id,
            category=entry.category,
            theme=file.theme,
            level=entry.level,
            message=entry.message or file.message or _MESSAGES.get(file.category, file.title),
            why=entry.why or file.why,
            instead=entry.instead,
            explain=entry.explain,
            ask=entry.ask if entry.ask is not None else (file.ask if not entry.instead else None),
            source=source_of(entry.source or file.source),
            entry=entry,
            file=name,
            proof=Proof(entry.flag, entry.ok),
            shipped=shipped,
        )
        for entry in file.entries
    ]


def theme_of(file: ThemeFile, name: str) -> Theme:
    return Theme(
        file.theme,
        file.title,
        file.category,
        file.message or file.title,
        file.why,
        file.ask,
        source_of(file.source),
        name,
    )
