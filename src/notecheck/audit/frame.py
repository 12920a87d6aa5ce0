"""The frame: every row that could be audited, and the sample drawn from it. Holds numbers and hashes, no text."""

from __future__ import annotations

import hashlib
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from notecheck.audit.dates import parse_date
from notecheck.audit.prompts import Proforma
from notecheck.audit.sampling import draw
from notecheck.audit.settings import AuditSettings
from notecheck.audit.source import Entry, Source, Unread
from notecheck.errors import NotecheckError

_NONE = "(none)"


@dataclass(frozen=True)
class Frame:
    """What was read and what was chosen. `same_as` gives, for a chosen row whose text stood before, the first row."""

    rows: int
    unread: tuple[Unread, ...]
    outside_period: int
    without_date: int
    eligible: int
    distinct_eligible: int
    chosen: frozenset[int]
    same_as: dict[int, int]
    strata: dict[str, tuple[int, int]]  # eligible and drawn, by name
    first: str | None  # ISO dates of the chosen rows
    last: str | None
    cut_off: int
    dated: bool
    compared: frozenset[str]  # children of whom a chosen record has a proforma, and is compared with earlier notes

    @property
    def distinct(self) -> int:
        """Distinct texts among the chosen rows."""
        return len(self.chosen) - len(self.same_as)


def read_frame(
    source: Source,
    settings: AuditSettings,
    proformas: Sequence[Proforma] = (),
    on_row: Callable[[], None] = lambda: None,
) -> Frame:
    """Read everything once and draw the sample.

    Raises:
        NotecheckError: no row can be audited.
    """
    rows, days, texts, strata = array("q"), array("l"), array("Q"), array("l")
    names: dict[str, int] = {}
    children: dict[int, str] = {}  # of rows with a proforma
    unread: list[Unread] = []
    total = outside = undated = 0
    for entry in source.entries():
        total += 1
        on_row()
        if isinstance(entry, Unread):
            unread.append(entry)
            continue
        day = parse_date(entry.record.date or "")
        undated += day is None
        if (settings.first and (not day or day < settings.first)) or (
            settings.last and (not day or day > settings.last)
        ):
            outside += 1
            continue
        rows.append(entry.row if not entry.cut_off else -entry.row)
        days.append(day.toordinal() if day else 0)
        texts.append(int.from_bytes(hashlib.blake2b(entry.record.text.encode(), digest_size=8).digest()))
        strata.append(names.setdefault(_stratum(entry, settings.stratify), len(names)))
        if entry.record.child_id and any(p.is_for(entry.record.record_type) for p in proformas):
            children[entry.row] = entry.record.child_id
    if not rows:
        raise NotecheckError(_nothing(source.name, total, outside))
    labels = list(names)
    pairs = [(abs(row), labels[s]) for row, s in zip(rows, strata, strict=True)]
    chosen = frozenset(
        draw(pairs, settings.sample, settings.seed, settings.allocation)
        if settings.sample is not None
        else (row for row, _ in pairs)
    )
    drawn = Counter(name for row, name in pairs if row in chosen)
    every = Counter(name for _, name in pairs)
    seen: dict[int, int] = {}
    same = {
        abs(r): seen[t]
        for r, t in zip(rows, texts, strict=True)
        if abs(r) in chosen and seen.setdefault(t, abs(r)) != abs(r)
    }
    dates = [d for r, d in zip(rows, days, strict=True) if d and abs(r) in chosen]
    return Frame(
        rows=total,
        unread=tuple(unread),
        outside_period=outside,
        without_date=undated,
        eligible=len(rows),
        distinct_eligible=len(set(texts)),
        chosen=chosen,
        same_as=same,
        strata={n: (every[n], drawn[n]) for n in sorted(every)} if settings.stratify else {},
        first=_iso(min(dates)) if dates else None,
        last=_iso(max(dates)) if dates else None,
        cut_off=sum(1 for r in rows if r < 0 and -r in chosen),
        dated=undated < total - len(unread),
        compared=frozenset(child for row, child in children.items() if row in chosen),
    )


def _stratum(entry: Entry, by: str | None) -> str:
    if by == "month":
        day = parse_date(entry.record.date or "")
        return day.strftime("%Y-%m") if day else _NONE
    return (getattr(entry.record, by) or _NONE) if by else ""


def _iso(ordinal: int) -> str:
    from datetime import date

    return date.fromordinal(ordinal).isoformat()


def _nothing(name: str, total: int, outside: int) -> str:
    if outside:
        return f"{name}: none of its {total:,} rows lies in that period with a date that can be read."
    return f"{name}: none of its {total:,} rows holds a note that can be read."
