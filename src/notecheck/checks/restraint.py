"""When a finding is held back, and the reason that is shown for it.

What a child or a relative said is never corrected. Wording that the writer denies or rejects is not the writer's. A
finding that is held back is kept with its reason, so that a practitioner can see that it was weighed
(`--show-suppressed`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace
from functools import cached_property

from spacy.tokens import Doc

from notecheck.checks.asked import ALREADY_ASKED, NEAR, asked_places, is_asked
from notecheck.checks.rejection import (
    CHALLENGED,
    DENIED,
    REJECTED,
    challenged,
    denied,
    denied_by_grammar,
    denied_from_above,
    rejected,
)
from notecheck.language.columns import columns_of
from notecheck.language.components import speech_of, text_of
from notecheck.language.speech import Speech
from notecheck.values import Finding

_OWN_WORDS = {"child": "the child's own words", "family": "a family member's own words"}
QUOTED = "quoted words"
ACTOR_NAMED = "the person responsible is named as acting"
WHOSE_WORDS = "Whose words are these, and what do we think?"
# Blame that a denial turns round. Jargon stays jargon, whatever the sentence says of it.
_DENIABLE = ("victim-blaming", "child-focus")
_SUPPORTED_BY_NOT = frozenset({"refuses-help", "service-centred", "survivor-blamed", "disbelief"})


def speech_at(doc: Doc, start: int, end: int) -> Speech | None:
    """The speech that holds the whole of characters `start` to `end`, if any: a quotation before reported speech."""
    over = [s for s in speech_of(doc) if s.start <= start and end <= s.end]
    return next((s for s in over if s.kind == "quoted"), over[0] if over else None)


class Restraint:
    """Weighs findings of one document.

    Args:
        doc: the document, with sentences and speech.
        actor_near: says whether somebody is named as doing harm near an offset; None where that is not asked.
        questions: what the lexicon asks, by which the questions of a draft are known.
    """

    def __init__(
        self,
        doc: Doc,
        actor_near: Callable[[int], bool] | None = None,
        questions: frozenset[str] = frozenset(),
    ) -> None:
        self._doc = doc
        self._actor_near = actor_near
        self._text = text_of(doc)
        self._asked = asked_places(self._text, questions)

    def weighed(self, finding: Finding) -> Finding:
        """The finding as it stands, held back with the reason, or as a note where a professional is quoted."""
        if finding.suppressed_by is not None:
            return finding
        waits = finding.category in _DENIABLE or finding.found_by == "reader"
        within = None if waits else NEAR
        if self._asked and is_asked(self._text, self._asked, finding.start, finding.end, within):
            return replace(finding, suppressed_by=ALREADY_ASKED)
        speech = speech_at(self._doc, finding.start, finding.end)
        if finding.category not in _DENIABLE:
            reason = _whose(speech)
            return replace(finding, suppressed_by=reason) if reason else finding
        reason = _whose(speech) or self._unsaid(finding)
        if reason:
            return replace(finding, suppressed_by=reason)
        if speech is not None and speech.kind == "quoted":
            return replace(finding, level="note", ask=WHOSE_WORDS, instead=())
        return finding

    def _unsaid(self, finding: Finding) -> str | None:
        here = bisect_right(self._starts, finding.start) - 1
        sentence = self._text[self._starts[here] : self._starts[here + 1]]
        before = sentence[: finding.start - self._starts[here]]
        own = finding.theme not in _SUPPORTED_BY_NOT
        if denied_from_above(before) or (own and (denied(before) or self._denied_by_grammar(finding))):
            return DENIED
        if finding.theme == "harm-without-actor" and self._actor_near and self._actor_near(finding.start):
            return ACTOR_NAMED
        after = self._text[self._starts[here + 1] : self._starts[min(here + 2, len(self._starts) - 1)]]
        if finding.theme == "service-centred" and challenged(sentence, after):
            return CHALLENGED
        return REJECTED if rejected(sentence, after) else None

    @cached_property
    def _starts(self) -> list[int]:
        """Where each sentence starts, and where the text ends."""
        return [0, *(start for start, _ in columns_of(self._doc).bounds[1:]), len(self._text)]

    def _denied_by_grammar(self, finding: Finding) -> bool:
        if not self._parsed:
            return False
        span = self._doc.char_span(finding.start, finding.end, alignment_mode="expand")
        return span is not None and denied_by_grammar(span)

    @cached_property
    def _parsed(self) -> bool:
        return self._doc.has_annotation("DEP")


def _whose(speech: Speech | None) -> str | None:
    """Whose words they are, where they are not the writer's to change."""
    if speech is None:
        return None
    if speech.speaker in _OWN_WORDS:
        return _OWN_WORDS[speech.speaker]
    return QUOTED if speech.kind == "quoted" and speech.speaker == "unknown" else None
