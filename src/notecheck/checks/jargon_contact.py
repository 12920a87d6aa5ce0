""" "Contact" as the first word of a line: family time, or the way to reach somebody?"""

from __future__ import annotations

import re
from collections.abc import Iterator

CONTACT = "jargon/contact"

_LABEL = re.compile(r"^[ \t]*(?:[-–•*]\s+|\(?\d{1,2}[.)]\s+)?(Contact|CONTACT)(?=\s?[:.]\s|\s[-–]\s)", re.MULTILINE)
_A_WAY_TO_REACH = re.compile(
    r"""(?ix) [^\n]{0,60}? (?: \d{4,} | @ | \b(?:tel|mob|mobile|phone|e-?mail|number|ext|landline|reception|office|
    helpline|duty|website|whatsapp|text|line)\b )"""
)
_NAME = re.compile(r"\s?[:.–-]\s*(?:Mr|Mrs|Ms|Miss|Dr|[A-Z][a-z]+ [A-Z][a-z]+)\b[^.\n]{0,20}$", re.MULTILINE)


def contact_labels(text: str) -> Iterator[tuple[int, int]]:
    """Where a line of `text` begins with "Contact:" for time with family; start and end in code points."""
    for label in _LABEL.finditer(text):
        if not _A_WAY_TO_REACH.match(text, label.end()) and not _NAME.match(text, label.end()):
            yield label.span(1)
