"""Which column of an export is which: chosen by its heading, said aloud, and refused rather than guessed wildly.

The aliases are headings seen in public schemas of Mosaic, Liquidlogic, Eclipse and Capita One, and in audit forms.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from notecheck.errors import NotecheckError

_ALIASES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "text": (
            "text", "case note text", "note text", "note", "notes", "case note", "case notes", "case note detail",
            "case note details", "detail", "details", "note detail", "note details", "content", "case note content",
            "body", "narrative", "entry", "event", "description", "observation", "observations", "comment", "comments",
            "case recording", "recording", "record",
        ),
        "title": ("title", "subject", "summary", "case note summary", "note title", "case note title"),
        "id": (
            "id", "note id", "case note id", "fact casenote id", "fact case note id", "record id", "entry id",
            "case note number", "note number",
        ),
        "child_id": (
            "person id", "child id", "mosaic id", "lcs id", "dim person id", "client id", "subject id",
            "case reference number", "case id", "upn", "person number", "child reference",
        ),
        "date": (
            "contact date", "date", "event date", "date of event", "event dttm", "entry date", "date of contact",
            "visit date", "created on", "date created", "recorded date", "date recorded", "note date",
        ),
        "record_type": (
            "record type", "note type", "case note type", "note type description", "type", "event type", "entry type",
            "contact type", "category", "form name", "dim lookup casnt type id code",
        ),
        "worker": (
            "worker", "created by", "created by name", "author", "recorded by", "practitioner", "officer",
            "officer name", "allocated worker", "worker name", "user",
        ),
        "team": (
            "team", "service team", "team name", "responsible team", "organisation", "practitioner organisation",
            "service",
        ),
        "child_name": ("child name", "person name", "forename", "first name", "child forename", "preferred name"),
        "child_pronouns": ("child pronouns", "pronouns"),
        "child_age": ("child age", "age", "age at event", "age in years"),
    }
)  # fmt: skip
FIELDS = tuple(_ALIASES)

FEWEST_WORDS = 5.0  # a column of notes averages more words a cell than this
_MOST_HEADING = 60  # characters: a longer "heading" may be the text of a note and is never shown whole


@dataclass(frozen=True, slots=True)
class Column:
    """One column that was chosen, and on what evidence."""

    field: str
    index: int
    heading: str
    why: str


def key(heading: str) -> str:
    """A heading without capitals, spaces, underscores and punctuation, for comparison."""
    return re.sub(r"[^a-z0-9]", "", heading.lower())


_KEYS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {field: {key(a): n for n, a in reversed(list(enumerate(names)))} for field, names in _ALIASES.items()}
)


def known_headings(cells: Sequence[str]) -> int:
    """How many of the cells are headings that notecheck knows."""
    keys = {key(c) for c in cells}
    return sum(1 for k in keys if k and any(k in names for names in _KEYS.values()))


def choose_columns(
    headings: Sequence[str],
    sample: Sequence[Sequence[str]],
    asked: Mapping[str, str],
    where: str,
) -> tuple[Column, ...]:
    """Choose the columns of an export.

    Args:
        headings: one a column.
        sample: some of its rows.
        asked: headings that the user named, by field.
        where: the table's name, for messages.

    Raises:
        NotecheckError: a column that was asked for is not there, or none looks like notes; the headings are listed.
    """
    chosen: list[Column] = []
    taken: set[int] = set()
    for field in asked:
        column = _asked(field, asked[field], headings, where)
        chosen.append(column)
        taken.add(column.index)
    for field in FIELDS:
        if field in asked:
            continue
        found = _by_alias(field, headings, sample, taken)
        if field == "text":
            found = _text(found, headings, sample, taken, where)
        if found:
            chosen.append(found)
            taken.add(found.index)
    return tuple(sorted(chosen, key=lambda c: FIELDS.index(c.field)))


def listed(headings: Sequence[str]) -> str:
    """The headings in quotation marks, long ones cut."""
    named = [h for h in headings if h]
    shown = [f"“{h if len(h) <= _MOST_HEADING else h[: _MOST_HEADING - 1] + '…'}”" for h in named[:40]]
    more = f" and {len(named) - 40} more" if len(named) > 40 else ""
    return ", ".join(shown) + more


def mean_words(sample: Sequence[Sequence[str]], index: int) -> float:
    """Words a cell, on average, over the cells that hold any."""
    counts = [len(row[index].split()) for row in sample if index < len(row) and row[index].strip()]
    return sum(counts) / len(counts) if counts else 0.0


def _asked(field: str, name: str, headings: Sequence[str], where: str) -> Column:
    same = [i for i, h in enumerate(headings) if h == name] or [
        i for i, h in enumerate(headings) if key(h) == key(name)
    ]
    if not same:
        raise NotecheckError(f"{where}: there is no column “{name}”; the columns are {listed(headings)}.")
    return Column(field, same[0], headings[same[0]], "you named it")


def _by_alias(field: str, headings: Sequence[str], sample: Sequence[Sequence[str]], taken: set[int]) -> Column | None:
    names = _KEYS[field]
    fitting = [
        (names[key(h.partition(" (2)")[0])], i)
        for i, h in enumerate(headings)
        if i not in taken and key(h.partition(" (2)")[0]) in names
    ]
    if not fitting:
        return None
    if field == "text":
        longest = max(fitting, key=lambda f: (mean_words(sample, f[1]), -f[0]))[1]
        words = mean_words(sample, longest)
        more = f", the longest of {len(fitting)} that could be" if len(fitting) > 1 else ""
        return Column(
            field,
            longest,
            headings[longest],
            f"its heading is a usual one and its cells average {words:.0f} words{more}",
        )
    filled = [f for f in fitting if any(len(r) > f[1] and r[f[1]].strip() for r in sample)] or fitting
    index = min(filled)[1]
    return Column(field, index, headings[index], "its heading is a usual one")


def _text(
    found: Column | None, headings: Sequence[str], sample: Sequence[Sequence[str]], taken: set[int], where: str
) -> Column:
    """The notes: by heading if its cells read like notes, otherwise the one column that plainly does."""
    if found and mean_words(sample, found.index) > FEWEST_WORDS:
        return found
    wordy = sorted(((mean_words(sample, i), i) for i in range(len(headings)) if i not in taken), reverse=True)
    clear = wordy and wordy[0][0] >= 4 * FEWEST_WORDS and (len(wordy) == 1 or wordy[0][0] >= 3 * wordy[1][0])
    if clear and not found:
        words, index = wordy[0]
        return Column(
            "text", index, headings[index], f"no heading is a usual one, but its cells average {words:.0f} words"
        )
    raise NotecheckError(
        f"{where}: no column looks like the text of notes (more than {FEWEST_WORDS:.0f} words a cell); name it with "
        f"--text-column. The columns are {listed(headings)}."
    )
