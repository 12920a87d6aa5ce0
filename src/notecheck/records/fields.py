"""Named fields, from a line of JSON or a row of a table, to a `Record`."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from notecheck.errors import RecordError
from notecheck.records.cleaning import one_line
from notecheck.records.markup import clean_cell
from notecheck.values import Child, Pronouns, Record, pronouns_from

MOST_AGE = 26.0  # years; care leavers are supported until they are 25


def record_from_fields(fields: Mapping[str, Any], *, id_if_none: str, source: str) -> Record:
    """A record from the fields `id`, `text`, `child_name`, `child_pronouns`, `child_age`, `author`, `record_type`,
    `team`, `worker`, `date` and `child_id`; others are ignored, and None or an empty string counts as missing.

    `text` goes through `clean_cell`. Pronouns may be written "she", "She/Her" or "they/them": the first word counts.
    The age is in years, as a number or a number in quotation marks.

    Args:
        fields: the values by name.
        id_if_none: the id of a record that has none of its own.
        source: where it was read, for messages.

    Raises:
        RecordError: the text is missing or empty, or a field is not what it should be.
    """
    return Record(
        id=_label(fields, "id", source) or id_if_none,
        text=_text(fields, source),
        child=Child(_words(fields, "child_name", source), _pronouns(fields, source), _age(fields, source)),
        author=_words(fields, "author", source),
        record_type=_words(fields, "record_type", source),
        team=_label(fields, "team", source),
        worker=_label(fields, "worker", source),
        date=_words(fields, "date", source),
        child_id=_label(fields, "child_id", source),
        source=source,
    )


def _text(fields: Mapping[str, Any], source: str) -> str:
    value = fields.get("text")
    if value is None:
        raise RecordError(source, 'there is no "text" in this record')
    if not isinstance(value, str):
        raise RecordError(source, '"text" should be words in quotation marks')
    text = clean_cell(value)
    if not text.strip():
        raise RecordError(source, 'the "text" of this record is empty')
    return text


def _words(fields: Mapping[str, Any], name: str, source: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise RecordError(source, f'"{name}" should be words in quotation marks')
    return one_line(value) or None


def _label(fields: Mapping[str, Any], name: str, source: str) -> str | None:
    """A name or a number that only tells things apart."""
    value = fields.get(name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if value is not None and not isinstance(value, str):
        raise RecordError(source, f'"{name}" should be words in quotation marks or a whole number')
    return one_line(value) or None if value else None


def _pronouns(fields: Mapping[str, Any], source: str) -> Pronouns | None:
    value = fields.get("child_pronouns")
    if value is None:
        return None
    written = one_line(value) if isinstance(value, str) else "?"
    pronouns = pronouns_from(written)
    if pronouns is None and written.strip("/ "):
        raise RecordError(source, '"child_pronouns" should be she, he or they')
    return pronouns


def _age(fields: Mapping[str, Any], source: str) -> float | None:
    value = fields.get("child_age")
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    age = math.nan
    if isinstance(value, (int, float, str)) and not isinstance(value, bool):
        try:
            age = float(value)
        except (ValueError, OverflowError):
            age = math.nan
    if not 0 <= age <= MOST_AGE:
        raise RecordError(source, f'"child_age" should be a number of years from 0 to {MOST_AGE:.0f}')
    return value if isinstance(value, int) else age
