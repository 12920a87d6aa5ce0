"""How a note is laid out: its lines, and what each line is.

Case notes are typed into boxes: form labels, bullets, headings in capitals, lines that are never closed by a full stop,
and e-mails pasted in with hard line breaks. Sentences cannot be found without knowing which is which.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Kind = Literal["blank", "heading", "bullet", "label", "text"]

_BULLET = re.compile(r"\s*(?:[-–—•·▪◦*➢✓>]|\(?[0-9]{1,2}[.)](?![0-9])|\(?[a-z][.)]|[ivx]{1,4}[.)])\s+", re.I)
# "Child's views:" or "Date of visit -": a few words that start with a capital or a digit, then a colon.
_LABEL = re.compile(r"\s*([A-Z][^\n:.!?\"“”]{0,58}?)\s*:(?=\s|$)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*\s*$")
_VERBISH = re.compile(r"\b(?:is|are|was|were|has|had|have|did|does|will|said|says|told|asked|rang|went|came|I|we)\b")
_SMALL_WORDS = frozenset(
    ["a", "an", "the", "and", "or", "of", "for", "to", "in", "on", "at", "by", "with", "from", "as", "re"]
)
_LETTERS = re.compile(r"[A-Za-z]")

_WRAPPED_FROM = 60  # characters: a shorter line was ended on purpose, not by the width of a window


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a note. `start` and `end` are offsets without the line break; `body` is where its own words start
    (after a bullet or a form label)."""

    start: int
    end: int
    kind: Kind
    body: int
    continues: bool  # the sentence of the line before goes on here (a hard-wrapped paragraph)


def lines(text: str) -> tuple[Line, ...]:
    """Cut `text` into lines and say what each is."""
    out: list[Line] = []
    at = 0
    before: Line | None = None
    for raw in text.split("\n"):
        start, end = at, at + len(raw)
        at = end + 1
        kind, body = _kind(raw)
        line = Line(start, end, kind, start + body, _continues(text, before, raw, kind))
        out.append(line)
        before = line
    return tuple(out)


def _kind(raw: str) -> tuple[Kind, int]:
    stripped = raw.strip()
    if not stripped:
        return "blank", 0
    if bullet := _BULLET.match(raw):
        return "bullet", bullet.end()
    if (label := _LABEL.match(raw)) and _looks_like_label(label[1]):
        rest = raw[label.end() :].strip()
        return (
            ("label", label.end() + len(raw[label.end() :]) - len(raw[label.end() :].lstrip()))
            if rest
            else ("heading", 0)
        )
    return ("heading", 0) if _looks_like_heading(stripped) else ("text", 0)


def _looks_like_label(words: str) -> bool:
    return len(words.split()) <= 7 and not _VERBISH.search(words)


def _looks_like_heading(stripped: str) -> bool:
    if stripped.startswith("#"):
        return True
    words = stripped.rstrip(":").split()
    if len(words) > 9 or stripped[-1] in ".!?,;…":
        return False
    letters = _LETTERS.findall(stripped)
    if not letters:
        return False
    if all(c.isupper() for c in letters):
        return len(words) > 1 or len(letters) > 5
    if stripped.endswith("?") or stripped[0].islower():
        return False
    big = [w for w in words if w.lower() not in _SMALL_WORDS and _LETTERS.search(w)]
    return (
        len(words) >= 2
        and all(w[0].isupper() for w in big)
        and len(big) >= 2
        and not _VERBISH.search(stripped)
        and len(words) <= 6
    )


def _continues(text: str, before: Line | None, raw: str, kind: Kind) -> bool:
    if before is None or kind != "text" or before.kind in ("blank", "heading"):
        return False
    previous = text[before.start : before.end]
    if _SENTENCE_END.search(previous) or previous.rstrip().endswith(":"):
        return False
    first = raw.lstrip()[:1]
    if first.islower():
        return len(previous) >= _WRAPPED_FROM or previous.rstrip()[-1:] in ",;-–(" or len(previous.split()) > 3
    return len(previous) >= _WRAPPED_FROM + 5 and before.kind == "text"
