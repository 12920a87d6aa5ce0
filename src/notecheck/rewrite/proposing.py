"""Whose record this is, where nobody has said: a proposal to ask about, never to act on."""

from __future__ import annotations

import re
from collections import Counter

_AGED = re.compile(
    r"\b(?P<name>[A-Z][\w’'-]+)(?:\s+[A-Z][\w’'-]+)?\s*(?:\(\s*(?:aged\s*)?(?P<age>\d{1,2})\s*(?:y|yrs?|years?)?\s*\)|,\s*(?:aged\s*)?(?P<age2>\d{1,2})\s*,)"
)
_LABELLED = re.compile(
    r"^\s*(?:child|name|re|subject|yp|young person|child's name)\s*:\s*(?P<name>[A-Z][\w’'-]+)", re.I | re.M
)
_OWNING = re.compile(
    r"\b(?P<name>[A-Z][\w-]+)['’]s (?:mum|dad|mother|father|school|bedroom|teacher|nan|foster|stepdad|carer)\b"
)
_NAME = re.compile(r"(?<![.!?:\n]\s)(?<!^)\b(?P<name>[A-Z][a-z][\w-]+)\b")
_NOT_NAMES = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mum dad nan gran mother father police school year children child social the
    section council team service hospital road street""".split()
)
_OLDEST = 18  # years


def proposed_child(text: str) -> str | None:
    """The name that the child of this note most likely has, or None where the note gives no sign.

    A name with a child's age beside it, a form's own entry, and whose mum or school is spoken of count for most.
    """
    votes: Counter[str] = Counter()
    for found in _AGED.finditer(text):
        age = int(found["age"] or found["age2"])
        if age <= _OLDEST:
            votes[found["name"]] += 3
    for pattern, weight in ((_LABELLED, 5), (_OWNING, 2), (_NAME, 1)):
        for found in pattern.finditer(text):
            votes[found["name"].capitalize() if found["name"].isupper() else found["name"]] += weight
    likely = [(name, n) for name, n in votes.most_common() if name.lower() not in _NOT_NAMES and len(name) > 2]
    if not likely or likely[0][1] < 2:
        return None
    if len(likely) > 1 and likely[1][1] == likely[0][1]:
        return None
    return re.sub(r"['’]s$", "", likely[0][0])
