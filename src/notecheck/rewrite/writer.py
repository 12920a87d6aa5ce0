"""Where the note names its own writer: "SW", "this worker", "the writer", the author's name."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from notecheck.language.layout import Line
from notecheck.values import Record

_ROLE = frozenset({"sw", "s/w", "s.w."})
_ALWAYS = frozenset({"writer", "author", "undersigned"})
_POINTING = frozenset({"this", "the"})
_NOT_MINE = frozenset(
    """a an another other new previous former old next duty school student hospital out-of-hours hours adoption
    fostering supervising her his their our your my its 's ’s ' ’ any no each every court agency night
    link edt emergency independent senior family first second adult mental locum covering""".split()
)
_SIGNED = re.compile(
    r"\s*(?:signed|author|from|by|completed|recorded|written|worker|sw|social|name|case holder|cc|to|dear|hi|hello)\b",
    re.I,
)

# "T. Marsh, team manager": initials and a name, then at most a role.
_SIGNATURE = re.compile(r"(?:[A-Z]\.?\s*){0,3}[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+)?\s*(?:[,(/–-]\s*[^.!?]{2,50})?$")
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def writer_places(doc: Doc, record: Record, lines: tuple[Line, ...]) -> dict[int, str]:
    """Tokens that stand for the writer of the note, by index; "other" where another worker is meant.

    "SW" stands for the writer only where the author is known, and is no manager: in a carer's log or in management
    oversight it is somebody else.
    """
    found: dict[int, str] = {}
    author = _author_words(record.author)
    manager = _by_manager(record, author)
    for token in doc:
        span = _role_span(token)
        if span is not None:
            start, end, always = span
            mine = always or (bool(author) and not manager and not _somebody_elses(doc, start, end, author))
            found.update(dict.fromkeys(range(start, end), "writer" if mine else "other"))
        elif token.lower_ in author and token.text[:1].isupper() and not _signature(doc, token, lines):
            found[token.i] = "writer"
    return found


def _by_manager(record: Record, author: frozenset[str]) -> bool:
    """Whether the writer is the social worker's manager, so that "SW" is somebody else."""
    if re.search(r"oversight|supervision", record.record_type or "", re.I):
        return True
    names = "|".join(map(re.escape, author))
    signed = rf"\b(?:{names})\b\s*[,(/–-]\s*(?:[a-z]+\s){{0,2}}(?:manager\b|a?tm\b)"
    return bool(author) and re.search(signed, record.text, re.I) is not None


def _author_words(author: str | None) -> frozenset[str]:
    words = re.findall(r"[^\W\d_][\w'’-]+", author or "")
    return frozenset(w.lower() for w in words if w.lower() not in ("sw", "social", "worker", "mr", "mrs", "ms", "dr"))


def _role_span(token: Token) -> tuple[int, int, bool] | None:
    """Tokens of a role word with its article, and whether it can only mean the writer."""
    doc, i = token.doc, token.i
    lower = token.lower_
    before = doc[i - 1].lower_ if i else ""
    if lower in _ALWAYS and before in _POINTING:
        return i - 1, i + 1, True
    if lower == "worker":
        if before == "this":
            return i - 1, i + 1, True
        if before == "social":
            start = i - 1
            earlier = doc[start - 1].lower_ if start else ""
            if earlier == "this":
                return start - 1, i + 1, True
            return _with_article(doc, start), i + 1, False
        return None
    if lower in _ROLE:
        return (i - 1, i + 1, True) if before == "this" else (_with_article(doc, i), i + 1, False)
    return None


def _with_article(doc: Doc, start: int) -> int:
    if start and doc[start - 1].lower_ == "allocated":
        start -= 1
    return start - 1 if start and doc[start - 1].lower_ == "the" else start


def _somebody_elses(doc: Doc, start: int, end: int, author: frozenset[str]) -> bool:
    before = doc[start - 1] if start else None
    after = doc[end] if end < len(doc) else None
    if before is not None and (before.lower_ in _NOT_MINE or before.tag_ in ("JJ", "PRP$", "POS")):
        return True
    if before is not None and before.pos_ in ("NOUN", "PROPN") and before.dep_ == "compound":
        return True
    if after is None:
        return False
    if after.text == "(" and end + 1 < len(doc):
        return doc[end + 1].lower_ not in author and doc[end + 1].text[:1].isupper()
    if after.pos_ == "PROPN" and after.text.istitle() and after.lower_ not in author and doc[end - 1].whitespace_:
        return True
    return after.pos_ == "NOUN" and doc[end - 1].dep_ == "compound"


def _signature(doc: Doc, token: Token, lines: tuple[Line, ...]) -> bool:
    """Whether the name signs the note, or stands in a form or a greeting."""
    line = next((ln for ln in lines if ln.start <= token.idx < max(ln.end, ln.start + 1)), None)
    if line is None:
        return False
    text = doc.text[line.start : line.end].strip()
    if line.kind == "heading" or (len(text.split()) <= 3 and not re.search(r"[.!?]$", text)):
        return True
    if _SIGNATURE.match(text) and not any(t.tag_ in _FINITE for t in doc[token.i + 1 :] if t.idx < line.end):
        return True
    return bool(_SIGNED.match(text)) and token.idx - line.start < 40
