"""Child-focus: labels, judged behaviour, the child as a thing, and the service's convenience as the reason."""

from __future__ import annotations

from typing import Any

from spacy.language import Language

from notecheck.checks.base import SETTINGS, lexicon_for
from notecheck.checks.wording import WordingCheck


@Language.factory("notecheck_child_focus", assigns=["doc.spans"], default_config=SETTINGS)
def make_child_focus(
    nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]
) -> WordingCheck:
    return WordingCheck(nlp, name, lexicon_for(lexicons, disable, levels), "child-focus")
