"""Changes to a text as values: made by small passes, merged without overlap, applied once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Edit:
    """Put `after` in the place of characters `start` to `end`; an insertion where the two are equal.

    `rank` decides where two edits overlap: the higher one stays. `rule` and `reason` are shown to the writer.
    `otherwise` is another wording, for where a check would mark `after`.
    """

    start: int
    end: int
    after: str
    rule: str
    reason: str
    rank: int = 0
    otherwise: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A place that only the writer can settle, and why."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Passed:
    """What one pass over a note gives."""

    edits: tuple[Edit, ...] = ()
    questions: tuple[Question, ...] = ()


def merged(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """The edits that stay where some overlap: higher rank first, then the longer, then the earlier; in order of place.

    Insertions at one place are joined in the order in which they were made.
    """
    kept: list[Edit] = []
    taken: list[tuple[int, int]] = []
    for edit in sorted(edits, key=lambda e: (-e.rank, e.start - e.end, e.start)):
        if any(_clash(edit, start, end) for start, end in taken):
            continue
        taken.append((edit.start, edit.end))
        kept.append(edit)
    return tuple(sorted(kept, key=lambda e: (e.start, e.end)))


def _clash(edit: Edit, start: int, end: int) -> bool:
    if edit.start == edit.end:
        return start < edit.start < end or (start == end == edit.start)
    if start == end:
        return edit.start < start < edit.end
    return edit.start < end and start < edit.end


def applied(text: str, edits: Iterable[Edit], start: int = 0, end: int | None = None) -> str:
    """Characters `start` to `end` of `text` with `edits` (merged, in order) made in them."""
    end = len(text) if end is None else end
    out: list[str] = []
    at = start
    for edit in edits:
        if edit.start < at or edit.end > end:
            continue
        out += [text[at : edit.start], edit.after]
        at = edit.end
    out.append(text[at:end])
    return "".join(out)


def capitalised(edit: Edit) -> Edit:
    """The edit with a capital at its beginning."""
    return replace(edit, after=upper_first(edit.after))


def upper_first(words: str) -> str:
    """`words` with its first letter large."""
    return words[:1].upper() + words[1:]


def lower_first(words: str) -> str:
    """`words` with its first letter small, unless it is "I" or begins an acronym or a name of several capitals."""
    if words[:2].isupper() or words.split(" ", 1)[0] in ("I", "I'm", "I've", "I'll", "I'd"):
        return words
    return words[:1].lower() + words[1:]
