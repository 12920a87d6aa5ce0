"""What is kept of each review: numbers, rules and places, and no words of the note unless they were asked for."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from notecheck.audit.dates import out_of_order, parse_date
from notecheck.audit.prompts import Proforma, assess
from notecheck.audit.source import Entry
from notecheck.values import CATEGORIES, LEVELS, Review

Value = str | int | float | bool | None

# Column and kind, in order; reports and tables keep this order.
RECORD_COLUMNS: tuple[tuple[str, type], ...] = (
    ("row", int),
    ("id", str),
    ("child", str),
    ("date", str),
    ("record_type", str),
    ("team", str),
    ("worker", str),
    ("words", int),
    *((category.replace("-", "_"), int) for category in CATEGORIES),
    *((level, int) for level in reversed(LEVELS)),
    ("acronyms", int),
    ("acronyms_explained", int),
    ("held_back", int),
    ("reading_age", float),
    ("written", str),
    ("to_child", float),
    ("own_words", bool),
    ("wishes", bool),
    ("strengths", int),
    ("cut_off", bool),
    ("proforma", str),
    ("prompts", str),
    ("dates_out_of_order", str),
)
FINDING_COLUMNS: tuple[tuple[str, type], ...] = (
    ("row", int),
    ("id", str),
    ("rule", str),
    ("category", str),
    ("level", str),
    ("found_by", str),
    ("line", int),
    ("word", int),
    ("letters", str),
    ("phrase", str),
)
UNKNOWN_LETTERS = "(letters that the lexicon does not know)"


@dataclass(frozen=True)
class Keeping:
    """What may be kept."""

    salt: str
    only: tuple[str, ...] = CATEGORIES
    show_text: bool = False
    show_ids: bool = False
    by_worker: bool = False
    proformas: tuple[Proforma, ...] = ()


def pseudonym(child_id: str, salt: str) -> str:
    """A name for a child that is the same wherever the id is, and leads back to it only with the salt."""
    return "child " + hashlib.blake2b(child_id.encode(), key=salt.encode()[:64], digest_size=5).hexdigest()


def record_row(entry: Entry, review: Review, keep: Keeping) -> dict[str, Value]:
    """The row of one record, by the names in RECORD_COLUMNS."""
    record = review.record
    found = [f for f in review.findings if f.category in keep.only]
    categories, levels = Counter(f.category for f in found), Counter(f.level for f in found)
    day = parse_date(record.date or "")
    child = record.child_id if keep.show_ids or not record.child_id else pseudonym(record.child_id, keep.salt)
    proforma = next((p for p in keep.proformas if p.is_for(record.record_type)), None)
    disorder = out_of_order(record.text) if proforma else None
    reading, voice = review.readability, review.voice
    return {
        "row": entry.row,
        "id": record.id,
        "child": child,
        "date": day.isoformat() if day else None,
        "record_type": record.record_type,
        "team": record.team,
        "worker": record.worker if keep.by_worker else None,
        "words": review.words,
        **{category.replace("-", "_"): categories[category] for category in CATEGORIES},
        **{level: levels[level] for level in LEVELS},
        "acronyms": len(review.acronyms),
        "acronyms_explained": sum(a.explained for a in review.acronyms),
        "held_back": len(review.suppressed),
        "reading_age": reading.reading_age if reading and reading.enough_text else None,
        "written": voice.written if voice else None,
        "to_child": voice.to_child if voice else None,
        "own_words": voice.own_words if voice else None,
        "wishes": voice.wishes if voice else None,
        "strengths": len(review.strengths),
        "cut_off": entry.cut_off,
        "proforma": proforma.name if proforma else None,
        "prompts": json.dumps(assess(record.text, proforma)) if proforma else None,
        "dates_out_of_order": f"{disorder.later.isoformat()} stands before {disorder.earlier.isoformat()}"
        if disorder
        else None,
    }


def finding_rows(entry: Entry, review: Review, keep: Keeping) -> Iterator[dict[str, Value]]:
    """The rows of its findings, by the names in FINDING_COLUMNS; places are counted from 1."""
    text = review.record.text
    known = {(a.start, a.end) for a in review.acronyms if a.meanings}
    for f in review.findings:
        if f.category not in keep.only:
            continue
        line_start = text.rfind("\n", 0, f.start) + 1
        is_acronym = f.category == "acronym"
        shown = keep.show_text or (f.start, f.end) in known
        yield {
            "row": entry.row,
            "id": review.record.id,
            "rule": f.rule,
            "category": f.category,
            "level": f.level,
            "found_by": f.found_by,
            "line": text.count("\n", 0, f.start) + 1,
            "word": len(text[line_start : f.start].split()) + 1,
            "letters": (f.text if shown else UNKNOWN_LETTERS) if is_acronym else None,
            "phrase": " ".join(f.text.split()) if keep.show_text else None,
        }


def to_frame(rows: Sequence[Mapping[str, Value | bytes]], columns: Sequence[tuple[str, type]]) -> Any:
    """The rows as a Polars data frame, with these columns and kinds even where there are no rows."""
    import polars as pl

    kinds = {str: pl.String, int: pl.Int64, float: pl.Float64, bool: pl.Boolean, bytes: pl.Binary}
    return pl.DataFrame(list(rows), schema={name: kinds[kind] for name, kind in columns}, orient="row")
