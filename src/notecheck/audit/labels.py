"""What a rule is called in a report, from the lexicon and never from a note."""

from __future__ import annotations

import re
from dataclasses import dataclass

from notecheck.lexicon.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Label:
    """A rule in words: what it is about, why it matters, what to write or ask."""

    title: str
    why: str
    instead: str
    source: str


def label_of(rule: str, lexicon: Lexicon) -> Label:
    """The label of a rule's id; a rule that the lexicon does not list is named after its id."""
    known = lexicon.rules.get(rule)
    if known is not None:
        phrases = [_readable(p) for p in known.entry.phrases] if known.entry else []
        title = f"“{phrases[0]}”" if phrases and phrases[0] else _from_id(rule)
        return Label(title, known.why, " / ".join(known.instead) or known.ask or "", known.source.title)
    theme = lexicon.themes.get(rule.partition("/")[2]) or lexicon.themes.get(rule)
    if theme is not None:
        return Label(theme.title, theme.why, theme.ask or "", theme.source.title)
    return Label(_from_id(rule), "", "", "")


def _readable(phrase: str) -> str:
    """A phrase of the lexicon without its marks; empty where it has a gap that only a note could fill."""
    words = re.sub(r"\([^)]*\)|=>.*|;.*", "", phrase).replace("=", "").split()
    first = " ".join(word.split("/")[0] or word for word in words)
    return "" if re.search(r"[{}\[\]<>*]", first) else first


def _from_id(rule: str) -> str:
    words = rule.rpartition("/")[2].removeprefix("frame-").replace("-", " ")
    return words[:1].upper() + words[1:]
