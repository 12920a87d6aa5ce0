"""When a finding is held back, and the reason that is shown for it.

What a child or a relative said is never corrected. A finding that is held back is kept with its reason, so that a
practitioner can see that it was weighed (`--show-suppressed`).
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from notecheck.language.components import speech_of
from notecheck.language.speech import Speech
from notecheck.values import Finding

_OWN_WORDS = {"child": "the child's own words", "family": "a family member's own words"}


def speech_at(doc: Doc, start: int, end: int) -> Speech | None:
    """The speech that holds the whole of characters `start` to `end`, if any."""
    return next((s for s in speech_of(doc) if s.start <= start and end <= s.end), None)


def held_back(doc: Doc, start: int, end: int) -> str | None:
    """Why what stands at tokens `start` to `end` is not the writer's own wording, or None where it is."""
    span = doc[start:end]
    speech = speech_at(doc, span.start_char, span.end_char)
    if speech is None:
        return None
    if speech.speaker in _OWN_WORDS:
        return _OWN_WORDS[speech.speaker]
    return "quoted words" if speech.kind == "quoted" and speech.speaker == "unknown" else None


class Restraint:
    """Weighs findings of one document."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc

    def weighed(self, finding: Finding) -> Finding:
        """The finding as it stands, or held back with the reason."""
        if finding.suppressed_by is not None:
            return finding
        span = self._doc.char_span(finding.start, finding.end, alignment_mode="expand")
        reason = held_back(self._doc, span.start, span.end) if span is not None else None
        return replace(finding, suppressed_by=reason) if reason else finding
