"""Jargon: words of the service that a family would not understand, where plain words exist."""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.base import SETTINGS, finding_at, leave, lexicon_for, matcher_for
from notecheck.checks.restraint import held_back
from notecheck.lexicon.lexicon import Lexicon


@Language.factory("notecheck_jargon", assigns=["doc.spans"], default_config=SETTINGS)
def make_jargon(nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]) -> Jargon:
    return Jargon(nlp, name, lexicon_for(lexicons, disable, levels))


class Jargon:
    """Finds the phrases of the jargon lexicons, by sense."""

    def __init__(self, nlp: Language, name: str, lexicon: Lexicon) -> None:
        self.name = name
        self._matcher = matcher_for(nlp, lexicon, "jargon")

    def __call__(self, doc: Doc) -> Doc:
        findings = [finding_at(doc, hit, held_back(doc, hit.start, hit.end)) for hit in self._matcher(doc)]
        return leave(doc, self.name, findings)
