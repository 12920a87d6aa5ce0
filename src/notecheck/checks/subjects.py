"""Whether it is the child who does what a verb says: by the words that stand between the two."""

from __future__ import annotations

import re

from notecheck.checks.references import Reference, References

_REACH = 90  # characters from the child to the verb
# What may stand between the child and the verb.
_PLAIN = (
    r"(?:has|have|had|is|are|was|were|be|been|being|do|does|did|can|will|"
    r"also|really|still|just|always|often|sometimes|usually|now|then|already|clearly|especially|particularly|very|so|"
    r"quite|most|much|absolutely|truly|rightly|obviously|currently|recently|finally|even|both|all|a|bit|lot|"
    r"little|more|feels?|felt|feeling|seems?|seemed|looks?|looked|said|says|told|today|again|once|twice|"
    r"at|school|home|about|first|kindly|bravely|proudly|themselves|herself|himself|yourself)"
)
_NOT = r"(?:not|never|n['’]?t|no|longer|nt|cannot|hardly|rarely)"
_AGE = r"(?:\s*\([^()\n]{1,40}\)|,?\s*(?:who|aged?\s\d+|\d{1,2}),?)?"
_BETWEEN = re.compile(rf"{_AGE}(?:[\s,]*\b{_PLAIN}\b|['’](?:s|re|ve|d|ll)\b)*\s*\Z", re.I)
# The same with negation allowed, as a pattern for others to go on from: what a child does not want is a wish too.
BETWEEN_OR_NOT = rf"{_AGE}(?:[\s,]*\b(?:\w+n['’]t|{_PLAIN}|{_NOT})\b|['’](?:s|re|ve|d|ll)\b)*"
# "You drew the park and wrote …": a second verb of the same sentence, with nobody else named on the way.
_JOINED = re.compile(
    r"[^.!?;:\n\"“”]*?(?:,\s|\s)(?:and|but|then|,)\s(?:then\s|also\s|has\s|have\s|is\s|are\s|was\s|were\s|had\s)*\Z"
)
_SOMEBODY = re.compile(r"\b(?:[A-Z]\w+|he|she|they|I|we|you|who|that|mum|dad|if|not|never|no|\w+n['’]t)\b")
OBJECTS = frozenset("her him them his their your yours hers".split())  # references that are the subject of no verb


def child_before(text: str, references: References, at: int) -> Reference | None:
    """The reference to the child that is the subject of the word at offset `at`, or None.

    Negation between the two makes it None: who "is not proud" is not proud.
    """
    subject = references.ending_before(at, _REACH)
    if subject is None:
        return None
    gap = text[subject.end : at]
    owns = text[subject.start : subject.end].lower() in OBJECTS
    if owns:
        return subject if not gap.strip() else None  # "her favourite"
    return subject if _BETWEEN.match(gap) or (_JOINED.match(gap) and not _SOMEBODY.search(gap)) else None
