"""Somebody's words: quotations of every kind, and reported speech with its speaker.

What a child or a relative said is theirs and is never corrected, so everything that judges words asks here first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from notecheck.language.people import role_of

Speaker = Literal["child", "family", "worker", "unknown"]
_OPENING = re.compile("[\"“„«'‘]")
_OPENS = {"“": "”", "‘": "’", "«": "»", "„": "”"}
_SAY = (
    r"said|says|say|saying|told|tells|stated|states|shared|shares|described|describes|reported|reports|explained|explains|"
    r"asked|asks|replied|replies|answered|added|wrote|writes|texted|shouted|whispered|disclosed|discloses|mentioned|"
    r"admitted|thinks|thought|feels|felt|believes|believed|wishes|wanted|wants|called|calls|repeated|commented|"
    r"responded|put it|goes"
)
_SAY_VERB = re.compile(rf"\b(?:{_SAY})\b", re.I)
_PASSIVE = re.compile(
    r"\b(?:is|was|were|are|been|being|be|gets?|got|['’]s been)\s+(?:(?:not|often|also|again|always|\w+ly)\s+){0,2}"
    r"(?:said|told|stated|described|reported|asked|called|thought|felt|believed|mentioned|commented|answered)\Z",
    re.I,
)
_BY = re.compile(r"\s+(?:\w+\s+){0,3}?by\s+(?P<who>(?:(?:the|her|his|their)\s+)?[\w'’-]+(?:\s+[A-Z][\w'’-]+)?)", re.I)
_BY_AFTER = re.compile(r"\s+by\s+(?P<who>(?:(?:the|her|his|their)\s+)?[\w'’-]+)", re.I)
# "Maya said (that) …", "Mum told me (that) …", "she has said she …": a clause of somebody's own words without marks.
_REPORTED = re.compile(
    r"(?P<who>\b[A-Z]?[\w'’.-]++(?:\s++[A-Z][\w'’-]++)?)\s++(?:(?:has|had|have|also|then|again|clearly|only|just|did|does|n[o']t)\s+){0,2}"
    r"(?P<verb>said|says|told|tells|stated|states|shared|explained|explains|reported|reports|disclosed|feels|felt|"
    r"thinks|thought|believes|believed|wishes|described)"
    r"(?P<to>\s+(?:me|us|her|him|them|you|SW|(?:the |her |his |their |this )?[\w'’]+))?"
    r"(?P<that>\s+that\b|\s+(?=(?:he|she|they|it|I|there|you|we|her|his|their|mum|dad)\b)|\s+(?:how|why|what)\b)",
)
# "According to Mum, …", and "…, Mum said": the words stand before or after whoever said them.
_ACCORDING = re.compile(r"\b[Aa]ccording\s+to\s+(?P<who>(?:(?:the|her|his|their)\s+)?[\w'’-]+)\s*,?\s+")
_SAID_LAST = re.compile(
    r",\s+(?P<who>(?:(?:the|her|his|their)\s+)?[\w'’-]+)\s+(?:said|says|told\s+\w+|explained|added|reported)(?=\s*(?:[.;\n]|\Z))"
)
_CLAUSE_END = re.compile(
    r"[.!?;][\"'”’)]*(?=\s|$)|\n|,?\s(?:but|however|although|though|yet)\s"
    r"|,\s(?:(?:and\s)?(?:then|later)\s+\w+ed\b|likely\b|so\s(?:this|it|i|we)\b|which\b|later\b)|$",
    re.I,
)
_LONGEST = 400  # characters of a clause before "…, Mum said"
_SENTENCE_BREAK = re.compile(r"[.!?;:][\"'”’)]*\s+|\n\s*")
_PRONOUNS = frozenset({"he", "she", "they", "i", "you", "we"})
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Speech:
    """Words of somebody's. For a quotation `start` and `end` take in the marks; `speaker_text` is the word that names
    the speaker ("Mum"), empty where none was found."""

    start: int
    end: int
    kind: Literal["quoted", "reported"]
    speaker: Speaker
    speaker_text: str = ""
    words: int = 0


def find_speech(text: str, names: frozenset[str] = frozenset()) -> tuple[Speech, ...]:
    """Every quotation and every reported clause of `text`, in order; `names` are the child's, in lower case."""
    found: list[Speech] = []
    for start, end in quotations(text):
        speaker, word = _speaker_of_quotation(text, start, end, names)
        found.append(Speech(start, end, "quoted", speaker, word, len(_WORD.findall(text[start:end]))))
    quoted = tuple(found)
    for start, end, who in _reported(text):
        if end - start < 3 or any(s.start <= start < s.end for s in quoted):
            continue
        words = len(_WORD.findall(text[start:end]))
        found.append(Speech(start, end, "reported", _role(who, names), who, words))
    return tuple(sorted(found, key=lambda s: (s.start, s.end)))


def _reported(text: str) -> Iterator[tuple[int, int, str]]:
    """Clauses of somebody's words without marks, with the word that names the speaker."""
    for pattern in (_REPORTED, _ACCORDING):
        for match in pattern.finditer(text):
            yield match.end(), _clause_end(text, match.end()), match["who"]
    for match in _SAID_LAST.finditer(text):
        near = max(0, match.start() - _LONGEST)
        start = max((m.end() for m in _SENTENCE_BREAK.finditer(text, near, match.start())), default=near)
        yield start, match.start(), match["who"]


def quotations(text: str) -> list[tuple[int, int]]:
    """Offsets of quoted passages, marks included. A mark that is never closed runs to the end of its line."""
    spans: list[tuple[int, int]] = []
    after = 0
    for mark in _OPENING.finditer(text):
        at = mark.start()
        if at < after or (close := _closing(text, at)) is None:
            continue
        end = close if close > at else _line_end(text, at)
        if end - at > 2:
            spans.append((at, end))
        after = max(end, at + 1)
    return spans


def _closing(text: str, at: int) -> int | None:
    """Offset after the mark that closes the one at `at`; `at` itself if it is never closed; None if none opens."""
    char = text[at]
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    line_end = _line_end(text, at)
    # A quotation may run over one line break, never over an empty line.
    limit = text.find("\n\n", at)
    limit = len(text) if limit < 0 else limit
    if char == '"':
        end = text.find('"', at + 1, limit)
        return at if end < 0 else end + 1
    if char in "“„«":
        ends = [e for e in (text.find(c, at + 1, limit) for c in (_OPENS[char], '"')) if e >= 0]
        return min(ends) + 1 if ends else at
    if char in "'‘" and not before.isalnum() and (after.isalpha() or after in "…."):
        for end in range(at + 2, line_end):
            if text[end] in "'’" and not (end + 1 < len(text) and text[end + 1].isalnum()):
                # "the girls' room": a possessive, unless what came before opened with a mark, which it did
                if text[end - 1].isspace():
                    continue
                return end + 1
        return None  # far more often an apostrophe ('cause, 'til) than a quotation left open
    return None


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _clause_end(text: str, start: int) -> int:
    end = _CLAUSE_END.search(text, start)
    return end.start() if end else len(text)


def _speaker_of_quotation(text: str, start: int, end: int, names: frozenset[str]) -> tuple[Speaker, str]:
    sentence_start = (
        max((text.rfind(mark, 0, start) for mark in (". ", "! ", "? ", "\n", '." ', ".” ")), default=-1) + 1
    )
    lead = text[sentence_start:start]
    verbs = list(_SAY_VERB.finditer(lead))
    if verbs and _PASSIVE.search(lead, 0, verbs[-1].end()):
        # Whoever is described, told or called something is not the one who says it.
        by = _BY.match(lead, verbs[-1].end()) or _BY_AFTER.match(text, end)
        return _nearest(by["who"], names) if by else ("unknown", "")
    if verbs:
        return _nearest(lead[: verbs[-1].start()], names)
    if _WORD.search(lead) and lead.rstrip().endswith((":", "-", "–")):
        return _nearest(lead, names)
    tail = text[end : min(len(text), end + 60)].split("\n")[0]
    if after := re.match(
        rf"[\s,.]*(?:(?P<who>[\w’']+)\s+(?:{_SAY})|(?:{_SAY})\s+(?P<whom>(?:the\s+|her\s+|his\s+)?[\w’']+))\b",
        tail,
        re.I,
    ):
        word = (after["who"] or after["whom"]).split()[-1]
        return _role(word, names), word
    return _nearest(lead, names) if verbs else ("unknown", "")


def _nearest(lead: str, names: frozenset[str]) -> tuple[Speaker, str]:
    """The last word of `lead` that names a person."""
    for word in reversed(_WORD.findall(lead)):
        bare = re.sub(r"['’]s$", "", word)
        if (role := _role(bare, names)) != "unknown":
            return role, bare
    return "unknown", ""


def _role(word: str, names: frozenset[str]) -> Speaker:
    last = word.split()[-1]
    bare = re.sub(r"['’]s$", "", last)
    role = role_of(bare, names)
    if role in ("child", "family", "worker"):
        return role  # type: ignore[return-value]
    if bare.lower() in _PRONOUNS:
        # In a child's record he, she or they who speak are the child or the family far more often than a worker.
        return "worker" if bare.lower() in ("i", "we") else "family"
    return "unknown"
