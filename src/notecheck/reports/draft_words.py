"""What every way of showing a draft has in common: its first line, and original and draft cut at the changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from notecheck.values import Change, Draft

OWN_IT = "This is a draft, not a record: read it, change it, and make it yours before a child reads it."


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a note: `before` as it was, `after` as the draft has it; `change` where the two differ."""

    before: str
    after: str
    change: Change | None = None
    number: int = 0


def first_line(draft: Draft) -> str:
    """How many places wait for the writer, and whose draft it is."""
    count = len(draft.left_for_you)
    if count == 0:
        return f"No places are left for you to settle. {OWN_IT}"
    places = "1 place is" if count == 1 else f"{count:,} places are"
    return f"{places} left for you to settle. {OWN_IT}"


def stretches(draft: Draft) -> Iterator[Stretch]:
    """The note in order, changed and unchanged; changes are numbered from 1."""
    text, at = draft.record.text, 0
    for number, change in enumerate(draft.changes, 1):
        if change.start > at:
            yield Stretch(text[at : change.start], text[at : change.start])
        yield Stretch(change.before, change.after, change, number)
        at = change.end
    if at < len(text):
        yield Stretch(text[at:], text[at:])


def paragraphs(draft: Draft) -> list[tuple[list[Stretch], list[Stretch]]]:
    """Original and draft, a line of the original at a time, for showing side by side."""
    rows: list[list[Stretch]] = [[]]
    for piece in stretches(draft):
        if piece.change is not None:
            rows[-1].append(piece)
            continue
        for number, line in enumerate(piece.before.split("\n")):
            if number:
                rows.append([])
            if line:
                rows[-1].append(Stretch(line, line))
    return [(row, row) for row in rows]


def reasons(draft: Draft) -> list[tuple[str, list[Change]]]:
    """The changes under each reason, in the order in which reasons first come."""
    by_reason: dict[str, list[Change]] = {}
    for change in draft.changes:
        by_reason.setdefault(change.reason, []).append(change)
    return list(by_reason.items())


def one_line(text: str) -> str:
    """`text` with its white space folded."""
    return " ".join(text.split())
