"""Acronyms, initialisms and typed shorthand that this note has not explained by the time it uses them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.acronym_definitions import (
    Definition,
    find_definitions,
    find_linked,
    flat_text,
    linked_by_cue,
)
from notecheck.checks.acronym_exclusions import Exclusions
from notecheck.checks.acronym_forms import Piece
from notecheck.checks.acronym_index import Entry, Index
from notecheck.checks.acronym_matching import Span
from notecheck.checks.acronym_places import Place, key_of, places
from notecheck.checks.acronym_senses import Sense, sense_of
from notecheck.checks.acronym_wording import WHY, WHY_LINK, WHY_ORDER, inflected, not_doubled, offered
from notecheck.checks.base import ACRONYMS, SETTINGS, leave, lexicon_for
from notecheck.language.components import child_of, speech_of, text_of
from notecheck.language.people import child_initials, child_names
from notecheck.language.speech import Speech
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.schema import AcronymRow
from notecheck.values import Acronym, Child, Finding, Level, Source

UNEXPLAINED = "acronym/unexplained"
LATER = "acronym/explained-later"
ELSEWHERE = "acronym/written-out-elsewhere"
_OWN_WORDS = {"child": "the child's own words", "family": "a family member's own words"}


@Language.factory(
    "notecheck_acronyms", assigns=["doc.spans"], default_config={**SETTINGS, "known": [], "explain_anyway": []}
)
def make_acronyms(
    nlp: Language,
    name: str,
    lexicons: list[str],
    disable: list[str],
    levels: dict[str, Any],
    known: list[str],
    explain_anyway: list[str],
) -> Acronyms:
    return Acronyms(name, lexicon_for(lexicons, disable, levels), known, explain_anyway)


@dataclass(frozen=True, slots=True)
class _Use:
    """One occurrence, with what the lexicon and the note say about it."""

    piece: Piece
    entry: Entry | None
    definition: Definition | None
    sense: Sense

    @property
    def explained(self) -> bool:
        return self.definition is not None and self.definition.covers(self.piece.start)


class Acronyms:
    """Finds every acronym and says which of them the note leaves unexplained."""

    def __init__(self, name: str, lexicon: Lexicon, known: list[str], explain_anyway: list[str]) -> None:
        self.name = name
        self._index = Index(lexicon.acronyms, known, explain_anyway)
        self._levels = lexicon.levels

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        uses = list(self._uses(text, child_of(doc)))
        doc.user_data[ACRONYMS] = tuple(_value(text, use) for use in uses)
        own = _own_words(doc)
        findings = [self._finding(text, use, _held_back(own, use.piece)) for use in uses if not use.explained]
        return leave(doc, self.name, findings)

    def _uses(self, text: str, child: Child) -> Iterator[_Use]:
        exclusions = Exclusions(text, child_names(child), child_initials(child), self._index)
        defined = find_definitions(text, self._index.meanings)
        found = places(text, self._index, exclusions, defined)
        if not found:
            return
        flat = flat_text(text)
        linked = self._linked(text, flat, found, defined)
        places_of: dict[str, list[Span]] = {}
        for one, _ in found:
            places_of.setdefault(key_of(one), []).append((one.start, one.end))
        senses: dict[str, Sense] = {}
        for one, entry in found:
            key = key_of(one)
            if key not in senses:
                senses[key] = sense_of(text, flat, entry, linked.get(key), places_of[key])
            yield _Use(one, entry, linked.get(key), senses[key])

    def _linked(
        self, text: str, flat: str, found: list[Place], defined: dict[str, Definition]
    ) -> dict[str, Definition]:
        """The first explanation of each acronym, with brackets or without."""
        first = dict(defined)
        for one, _ in found:
            key = key_of(one)
            if key in first and first[key].short_start <= one.start:
                continue
            place = (one.start, one.start + len(one.base), self._index.meanings)
            if definition := find_linked(text, *place) or linked_by_cue(text, flat, *place):
                first[key] = definition
        return first

    def _finding(self, text: str, use: _Use, suppressed_by: str | None) -> Finding:
        one = use.piece
        letters = one.base
        rule, message, why = UNEXPLAINED, f"Would a family know what “{letters}” means?", WHY
        instead = _instead(use, text)
        ask = _question(letters, use.sense.rows)
        if use.definition is not None:
            long_form = _flat(text[use.definition.long_start : use.definition.long_end])
            rule, why, ask = LATER, f"{WHY} {WHY_ORDER}", None
            message = f"“{letters}” is explained only further down, as “{long_form}”."
            instead = (not_doubled(inflected(long_form, one), text, one.end),)
        elif use.sense.elsewhere is not None:
            long_form = _flat(text[slice(*use.sense.elsewhere)])
            rule, why, ask = ELSEWHERE, WHY_LINK, None
            message = f"This note writes out “{long_form}”, but does not say that “{letters}” stands for it."
        row = use.sense.rows[0] if use.sense.rows else None
        return Finding(
            rule=rule,
            category="acronym",
            level=self._level(rule, use.entry),
            start=one.start,
            end=one.end,
            text=one.text,
            message=message,
            why=why,
            instead=instead,
            ask=ask,
            source=_source(row),
            suppressed_by=suppressed_by,
        )

    def _level(self, rule: str, entry: Entry | None) -> Level:
        return self._levels.get(rule, "note" if entry is not None and entry.common else "consider")


def _value(text: str, use: _Use) -> Acronym:
    span = (use.definition.long_start, use.definition.long_end) if use.definition else use.sense.elsewhere
    return Acronym(
        text=use.piece.text,
        start=use.piece.start,
        end=use.piece.end,
        explained=use.explained,
        long_form=_flat(text[slice(*span)]) if span else None,
        long_start=span[0] if span else None,
        long_end=span[1] if span else None,
        meanings=tuple(row.meaning for row in use.sense.rows),
        plain=tuple(row.plain for row in use.sense.rows),
        settled_by=use.sense.settled_by,
    )


def _instead(use: _Use, text: str) -> tuple[str, ...]:
    """The long form and the plain wording of every meaning that is open, each once."""
    offers = [w for row in use.sense.rows for w in (row.meaning, row.plain) if w]
    return tuple(dict.fromkeys(not_doubled(inflected(w, use.piece), text, use.piece.end) for w in offers))


def _question(letters: str, rows: tuple[AcronymRow, ...]) -> str | None:
    if not rows:
        return f"What does “{letters}” stand for? Write it out the first time, in words the child would use."
    if len(rows) > 1:
        return f"Which is meant here: {offered([row.meaning for row in rows])}?"
    return None


def _source(row: AcronymRow | None) -> Source:
    if row is None or not row.source:
        return Source("our judgement")
    return Source(row.source if row.verified == "yes" else f"{row.source} (not verified)", row.url)


def _own_words(doc: Doc) -> list[Speech]:
    """What the child and relatives are quoted with. In reported speech the letters are the writer's."""
    return [s for s in speech_of(doc) if s.kind == "quoted" and s.speaker in _OWN_WORDS]


def _held_back(own: Sequence[Speech], one: Piece) -> str | None:
    """A child's or relative's own words stay theirs; `own` are in order and do not overlap."""
    at = bisect_right(own, one.start, key=lambda s: s.start) - 1
    return _OWN_WORDS[own[at].speaker] if at >= 0 and one.end <= own[at].end else None


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", text)
