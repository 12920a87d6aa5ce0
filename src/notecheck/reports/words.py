"""The sentences that every report shares, in the product's voice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from notecheck.values import Category, Finding, Readability, Review

CLEAN = "Nothing was found. That is not the same as a good note: only you know what this child needs to read."
NOT_A_GOOD_NOTE = (
    "These are prompts, not marks. A clean result is not a good note, and a finding is not a fault of yours: "
    "you decide. Nothing has left this computer."
)
LEVELS: Mapping[str, str] = MappingProxyType(
    {"change": "please change", "consider": "worth another look", "note": "for thought"}
)
CATEGORY_TITLES: Mapping[Category, str] = MappingProxyType(
    {
        "victim-blaming": "Who caused the harm",
        "child-focus": "Seeing the child",
        "jargon": "Words of the service",
        "acronym": "Letters",
        "readability": "Long or hard sentences",
    }
)
_MOST_STRENGTHS = 3
_MOST_SLIPS = 4


def counted(number: int, noun: str) -> str:
    """ "1 record", "2 records"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def summary(review: Review) -> str:
    """One line: how many findings of each category in how many words."""
    counts = Counter(f.category for f in review.findings)
    parts = [f"{count} {category}" for category, count in sorted(counts.items())]
    of_each = f": {', '.join(parts)}." if parts else "."
    return f"{counted(review.words, 'word')}, {counted(len(review.findings), 'finding')}{of_each}"


def good_lines(review: Review) -> list[str]:
    """What is already good, which comes first: to whom it is written, strengths, the child's own words and wishes."""
    name = _called(review)
    strengths = list(dict.fromkeys(s.message for s in review.strengths))[:_MOST_STRENGTHS]
    voice = review.voice
    if voice is None:
        return strengths
    to = [f"It is written to {name}."] if voice.written == "to" else []
    own = [part for part, there in (("words", voice.own_words), ("wishes or feelings", voice.wishes)) if there]
    heard = [f"{name[0].upper()}{name[1:]}'s own {' and '.join(own)} are here."] if own else []
    return [*to, *strengths, *heard]


def slips_line(review: Review) -> str:
    """Where a note that is written to the child speaks about them instead, in a sentence; empty where it does not."""
    voice = review.voice
    if voice is None or voice.written not in ("to", "mixed") or not voice.slips:
        return ""
    text = review.record.text
    shown = [f"“{text[s:e]}” in line {text.count(chr(10), 0, s) + 1}" for s, e in voice.slips[:_MOST_SLIPS]]
    more = len(voice.slips) - len(shown)
    places = ", ".join(shown) + (f" and {more} more" if more else "")
    return f"It speaks to {_called(review)}, but here it speaks about them: {places}."


def _called(review: Review) -> str:
    first = re.split(r"[\s/(]", (review.record.child.name or "").strip())[0]
    return first or "the child"


def reading_line(readability: Readability | None) -> str:
    """The reading age in a sentence, or that there is too little text to say."""
    if readability is None:
        return ""
    if not readability.enough_text or readability.reading_age is None:
        return "There is not enough text to tell a reading age."
    line = f"Reading age about {readability.reading_age:.0f}"
    if readability.school_year:
        line += f" ({readability.school_year})"
    if readability.above_child is not None and readability.above_child >= 1:
        line += f", {readability.above_child:.0f} years above the child"
    return line + "."


def meaning_line(finding: Finding) -> str:
    """What letters stand for, in one line: "child in need / a child who needs extra help"; or that nobody knows."""
    if finding.instead:
        return " / ".join(finding.instead)
    return finding.ask or finding.message


def where_from(finding: Finding) -> str:
    """The source in one line."""
    source = finding.source
    return f"{source.title}, {source.url}" if source.url else source.title
