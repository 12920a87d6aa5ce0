"""A lexicon's wording about "a child", turned to the child: "keeping a child safe", "keeping you safe"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from notecheck.lexicon.inflect import inflected_verb

_CHILD = r"(?:a|the|each) child"
_VERB = re.compile(rf"\b{_CHILD} (?P<verb>is|was|has|does|[a-z]+s)\b")
_SECOND: Mapping[str, str] = MappingProxyType(
    {"is": "are", "was": "were", "they": "you", "their": "your", "them": "you", "themselves": "yourself"}
)


def to_you(wording: str) -> str:
    """`wording` with "a child" as "you", and what belongs to it in the second person; else unchanged."""
    if not re.search(rf"\b{_CHILD}\b", wording) or re.search(rf"\b{_CHILD} (?:in|of|who|protection)\b", wording):
        return wording
    turned = re.sub(rf"\b{_CHILD}['’]s\b", "your", wording)
    turned = _VERB.sub(
        lambda m: f"you {_SECOND.get(m['verb']) or inflected_verb(m['verb'], 'VBP') or m['verb']}", turned
    )
    turned = re.sub(rf"\b{_CHILD}\b", "you", turned)
    return re.sub(r"\b(they|their|them|themselves)\b", lambda m: _SECOND[m[1]], turned)
