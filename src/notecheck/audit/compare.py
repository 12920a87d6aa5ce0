"""Two audits side by side: what has changed, with intervals, and whether they can be compared at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from notecheck.audit.answers import Share
from notecheck.audit.intervals import Interval, newcombe
from notecheck.audit.sentences import HAS, LABELS, counted, points
from notecheck.errors import NotecheckError
from notecheck.values import CATEGORIES

JSON_NAME = "audit.json"


@dataclass(frozen=True, slots=True)
class Difference:
    """A share before and after, and after less before with Newcombe's 95 % interval."""

    name: str
    what: str
    before: Share
    after: Share
    change: Interval | None
    rate_before: float | None  # findings in 1,000 words
    rate_after: float | None

    @property
    def plain(self) -> bool:
        """Whether the interval leaves no difference out."""
        return self.change is not None and (self.change.low > 0 or self.change.high < 0)


@dataclass(frozen=True)
class Comparison:
    """Two audits compared. `cautions` say why they may not be comparable."""

    before: str
    after: str
    cautions: Sequence[str]
    differences: Sequence[Difference]
    reading_before: float | None  # the median reading age, years
    reading_after: float | None

    def sentences(self) -> list[str]:
        """The comparison in the auditors' manner."""
        return [*self.cautions, *(_sentence(d) for d in self.differences), *self._reading()]

    def _reading(self) -> list[str]:
        if self.reading_before is None or self.reading_after is None:
            return []
        return [
            f"The middle reading age was {self.reading_before:.1f} years before and is {self.reading_after:.1f} now."
        ]


def compare(before: Path, after: Path) -> Comparison:
    """Compare two audits, each given by its folder or its `audit.json`.

    Raises:
        NotecheckError: either is no audit.
    """
    first, second = _read(before), _read(after)
    old, new = first["answers"]["overall"], second["answers"]["overall"]
    differences = [
        _difference(LABELS[c], HAS[c], old["shares"][c], new["shares"][c], old["rates"][c], new["rates"][c])
        for c in CATEGORIES
    ]
    differences.append(
        _difference("Written to the child", "are written to the child", old["to_child"], new["to_child"])
    )
    return Comparison(
        first["source"]["name"],
        second["source"]["name"],
        list(_cautions(first, second)),
        differences,
        old["reading_age"],
        new["reading_age"],
    )


def _read(path: Path) -> dict[str, Any]:
    file = path / JSON_NAME if path.is_dir() else path
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        found["answers"]["overall"]["shares"]["acronym"]["count"], found["lexicon"], found["settings"]["seed"]
    except OSError:
        raise NotecheckError(
            f"{path}: there is no {JSON_NAME} here; give the folder that `notecheck audit` wrote to."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise NotecheckError(f"{file}: this is not the {JSON_NAME} of an audit.") from None
    return dict(found)


def _difference(
    name: str,
    what: str,
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    rate_before: float | None = None,
    rate_after: float | None = None,
) -> Difference:
    before, after = Share.of(old["count"], old["total"]), Share.of(new["count"], new["total"])
    change = newcombe(after.count, after.total, before.count, before.total)
    return Difference(name, what, before, after, change, rate_before, rate_after)


def _cautions(first: Mapping[str, Any], second: Mapping[str, Any]) -> Iterator[str]:
    if first["lexicon"] != second["lexicon"]:
        yield (
            "Take care: the two audits were made with different lexicons "
            f"({first['lexicon']} and {second['lexicon']}), so part of the difference may come from "
            f"the words looked for. "
            "Run the earlier export again with the newer lexicon to be sure."
        )
    if first["notecheck"] != second["notecheck"]:
        yield (
            f"Take care: they were made with different versions of notecheck "
            f"({first['notecheck']} and {second['notecheck']})."
        )
    if first["reader"] != second["reader"]:
        yield "Take care: one of them was made without the reader."
    if first["settings"]["only"] != second["settings"]["only"]:
        yield "Take care: they looked for different categories."
    if (
        first["settings"]["stratify"] != second["settings"]["stratify"]
        or first["settings"]["allocation"] != second["settings"]["allocation"]
    ):
        yield "Take care: their samples were drawn in different ways."


def _sentence(d: Difference) -> str:
    if not d.before.total or not d.after.total or d.change is None:
        return f"{d.name}: there is nothing to compare."
    rates = f", {d.rate_before:.1f} and {d.rate_after:.1f} in 1,000 words" if d.rate_before is not None else ""
    verdict = "" if d.plain else " The interval holds no difference at all, so this may be chance."
    return (
        f"Of the {d.before.total:,} records before, {counted(d.before)} {d.what}; of the {d.after.total:,} after, "
        f"{counted(d.after)}{rates}: {points(d.change)}.{verdict}"
    )
