"""What is already good in a note: what the child did, likes or is proud of, who helps, what works."""

from __future__ import annotations

import re
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from notecheck.checks.base import SETTINGS, lexicon_for, matcher_for
from notecheck.checks.references import references_of
from notecheck.checks.subjects import child_before
from notecheck.language.components import child_of, text_of
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.matcher import Hit
from notecheck.values import Child, Strength

STRENGTHS = "notecheck_strengths"

# What takes a strength back, before it in its clause ("has never been", "refused to", "if she would").
_TAKEN_BACK = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|without|hardly|cannot|can['’]?t|\w+n['’]t|refus\w+|fail\w*|stop\w*|lack\w*|"
    r"unable|pretend\w*|suppos\w+|allegedly|so-called|if|unless|until)\b"
    r"(?:(?!\b(?:and|but)\b)[^.!?;:,\n])*\Z",
    re.I,
)
# The same before a child who does it: "if she apologises", "whenever you like".
_SUPPOSED = re.compile(r"\b(?:if|unless|until|till|when|where|whenever|wherever|whether|in case|made|make)\s\Z", re.I)
# "She was asked for her views", "he was picked up": done to the child and not by them.
_DONE_TO = re.compile(r"\b(?:is|are|was|were|be|been|being)\s\Z", re.I)
_PARTICIPLE = re.compile(r"(?:\w+ed|told|made|held|kept|taught|shown|given|chosen|thanked)\Z", re.I)
_CLAUSE = 60  # characters before a strength in which something may take it back


@Language.factory("notecheck_strengths", assigns=["doc.spans"], default_config=SETTINGS)
def make_strengths(
    nlp: Language, name: str, lexicons: list[str], disable: list[str], levels: dict[str, Any]
) -> Strengths:
    return Strengths(nlp, lexicon_for(lexicons, disable, levels))


class Strengths:
    """Finds the phrases of the strengths lexicons, where they are said of the child and not taken back."""

    def __init__(self, nlp: Language, lexicon: Lexicon) -> None:
        self._matcher = matcher_for(nlp, lexicon, "strength")

    def __call__(self, doc: Doc) -> Doc:
        text = text_of(doc)
        name = called(child_of(doc))
        found = [
            _strength(doc, hit, name) for hit in self._matcher(doc) if hit.unless is None and _stands(doc, text, hit)
        ]
        doc.user_data[STRENGTHS] = tuple(found)
        spans = (doc.char_span(s.start, s.end, label=s.rule) for s in found)
        doc.spans[STRENGTHS] = [s for s in spans if s is not None]
        return doc


def strengths_of(doc: Doc) -> tuple[Strength, ...]:
    """The strengths that the component left, in order of place."""
    return doc.user_data.get(STRENGTHS, ())


def called(child: Child) -> str:
    """How a message names the child: by the first name, where there is one."""
    first = re.split(r"[\s/(]", (child.name or "").strip())[0]
    return first or "the child"


def _stands(doc: Doc, text: str, hit: Hit) -> bool:
    """Whether a match is said of the child, said to the child where it says "you", and not taken back."""
    span = doc[hit.start : hit.end]
    start = span.start_char
    references = references_of(doc)
    entry = hit.rule.entry
    if entry is not None and entry.subject == "child":
        child = child_before(text, references, start)
        if child is None or _SUPPOSED.search(text, max(0, child.start - 12), child.start):
            return False
        return not (_DONE_TO.search(text, max(0, start - 8), start) and _PARTICIPLE.match(doc[hit.start].text))
    if references.address.to == "other" and any(t.lower_ in ("you", "your") for t in span):
        return False
    return not _TAKEN_BACK.search(text, max(0, start - _CLAUSE), start)


def _strength(doc: Doc, hit: Hit, name: str) -> Strength:
    span = doc[hit.start : hit.end]
    message = hit.rule.message.replace("{child}", name)
    return Strength(hit.rule.id, span.start_char, span.end_char, span.text, message)
