"""Victim-blaming: wording that puts harm on whom it was done to, hides who did it, or makes it smaller."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from notecheck.checks.base import SETTINGS, lexicon_for
from notecheck.checks.wording import WordingCheck


@Language.factory("notecheck_victim_blaming", assigns=["doc.spans"], default_config=SETTINGS)
def make_victim_blaming(
    nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]
) -> WordingCheck:
    return WordingCheck(nlp, name, lexicon_for(lexicons, disable, levels), "victim-blaming")
