"""From the rows of an audit to its answers: shares, rates, quantiles, by group. Numbers only; words are for reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl

from notecheck.audit.intervals import Interval, newcombe, quantile, wilson
from notecheck.values import CATEGORIES, Category

SMALL = 5  # records: figures of smaller groups mislead, and are greyed
_MONTHS_SHOWN = 18  # more than these, and periods are quarters
_MOST_LISTED = 25


@dataclass(frozen=True, slots=True)
class Share:
    """How many of how many, with Wilson's 95 % interval (0 to 1); None where there is nothing to count."""

    count: int
    total: int
    interval: Interval | None

    @classmethod
    def of(cls, count: int, total: int) -> Share:
        return cls(count, total, wilson(count, total))


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of some records. `rates` are findings per 1,000 words; `shares` records with at least one."""

    name: str
    records: int
    words: int
    findings: int
    rates: Mapping[Category, float]
    shares: Mapping[Category, Share]
    any_finding: Share
    reading_age: float | None  # the median, years
    to_child: Share  # records written to the child, of those whose voice is known

    @property
    def small(self) -> bool:
        """Too few records for its figures to mean much."""
        return self.records < SMALL


@dataclass(frozen=True, slots=True)
class Listed:
    """An acronym, a rule or a phrase, with how often and in how many records it stands."""

    name: str
    category: str
    times: int
    records: int


@dataclass(frozen=True, slots=True)
class Reading:
    """Reading ages in years; `bars` counts records by whole years from the first to the last."""

    records: int
    quantiles: Mapping[int, float]  # by percentage: 10, 25, 50, 75, 90
    bars: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Together:
    """How writing to the child and unexplained abbreviations go together."""

    to: Group
    others: Group
    difference: Interval | None  # share with an unexplained acronym: written to the child less the others


@dataclass(frozen=True, slots=True)
class PromptCount:
    """How many records answer one prompt of a proforma."""

    id: str
    present: int
    thin: int
    not_found: int


@dataclass(frozen=True, slots=True)
class ProformaAnswers:
    """What was found in the records of one proforma. `copied` and `disordered` are rows of the results."""

    name: str
    records: int
    words: Mapping[int, float]  # quantiles of their length in words: 25, 50, 75
    prompts: Sequence[PromptCount]
    copied: Sequence[Mapping[str, Any]]
    copied_count: int
    disordered: Sequence[Mapping[str, Any]]
    disordered_count: int


@dataclass(frozen=True)
class Answers:
    """Everything that a report says in figures."""

    overall: Group
    groups: Mapping[str, Sequence[Group]]  # by team, record_type, period, worker
    acronyms: Sequence[Listed]
    rules: Sequence[Listed]
    phrases: Sequence[Listed]
    reading: Reading
    written: Mapping[str, int]
    together: Together | None
    proformas: Sequence[ProformaAnswers]
    levels: Mapping[str, int]


def answers(records: pl.DataFrame, findings: pl.LazyFrame, by_worker: bool = False) -> Answers:
    """The answers from the rows of records and of findings (see results.py for their columns)."""
    records = records.with_columns(period=_period(records))
    by = ["team", "record_type", "period", *(["worker"] if by_worker else [])]
    return Answers(
        overall=_group("All records", records),
        groups={name: _groups(records, name) for name in by if records[name].null_count() < records.height},
        acronyms=_listed(findings.filter(pl.col("category") == "acronym"), "letters"),
        rules=_listed(findings.filter(pl.col("category") != "acronym"), "rule"),
        phrases=_listed(findings.filter(pl.col("category") != "acronym"), "phrase"),
        reading=_reading(records),
        written=dict(
            records.filter(pl.col("written").is_not_null())["written"].value_counts().sort("written").iter_rows()
        ),
        together=_together(records),
        proformas=[_proforma(name, records) for name in sorted(records["proforma"].drop_nulls().unique())],
        levels={level: int(records[level].sum()) for level in ("change", "consider", "note")},
    )


def _period(records: pl.DataFrame) -> pl.Series:
    months = records["date"].str.slice(0, 7)
    if months.n_unique() <= _MONTHS_SHOWN:
        return months
    quarter = ((months.str.slice(5, 2).cast(pl.Int64) - 1) // 3 + 1).cast(pl.String)
    return months.str.slice(0, 4) + " quarter " + quarter


def _groups(records: pl.DataFrame, by: str) -> list[Group]:
    groups = [
        _group(str(name) if name is not None else "(not given)", part)
        for (name,), part in records.group_by([by], maintain_order=True)
    ]
    return sorted(groups, key=lambda g: (g.name == "(not given)", g.name))


def _group(name: str, part: pl.DataFrame) -> Group:
    words = int(part["words"].sum())
    counts = {c: part[c.replace("-", "_")] for c in CATEGORIES}
    every = sum((counts[c] for c in CATEGORIES), start=pl.zeros(part.height, pl.Int64, eager=True))
    voiced = part["written"].drop_nulls()
    return Group(
        name=name,
        records=part.height,
        words=words,
        findings=int(every.sum()),
        rates={c: 1000 * int(counts[c].sum()) / words if words else 0.0 for c in CATEGORIES},
        shares={c: Share.of(int((counts[c] > 0).sum()), part.height) for c in CATEGORIES},
        any_finding=Share.of(int((every > 0).sum()), part.height),
        reading_age=_median(part["reading_age"]),
        to_child=Share.of(int((voiced == "to").sum()), len(voiced)),
    )


def _median(values: pl.Series) -> float | None:
    return quantile(values.drop_nulls().sort().to_list(), 0.5)


def _listed(findings: pl.LazyFrame, by: str) -> list[Listed]:
    """The commonest, by the number of records that hold them."""
    key = pl.col(by).str.to_lowercase() if by == "phrase" else pl.col(by)
    table = (
        findings.filter(pl.col(by).is_not_null())
        .group_by(key.alias("name"))
        .agg(pl.col("category").first(), times=pl.len(), records=pl.col("row").n_unique())
        .sort(["records", "times", "name"], descending=[True, True, False])
        .collect(engine="streaming")
    )
    most = None if by == "rule" else _MOST_LISTED
    return [Listed(**row) for row in table.head(most or table.height).iter_rows(named=True)]


def _reading(records: pl.DataFrame) -> Reading:
    ages = records["reading_age"].drop_nulls().sort().to_list()
    bars: dict[int, int] = {}
    for age in ages:
        bars[int(age)] = bars.get(int(age), 0) + 1
    spread = range(min(bars), max(bars) + 1) if bars else range(0)
    return Reading(
        len(ages),
        {q: found for q in (10, 25, 50, 75, 90) if (found := quantile(ages, q / 100)) is not None},
        [(year, bars.get(year, 0)) for year in spread],
    )


def _together(records: pl.DataFrame) -> Together | None:
    voiced = records.filter(pl.col("written").is_not_null())
    to, others = voiced.filter(pl.col("written") == "to"), voiced.filter(pl.col("written") != "to")
    if not to.height or not others.height:
        return None
    mine, theirs = _group("Written to the child", to), _group("Other records", others)
    a, b = mine.shares["acronym"], theirs.shares["acronym"]
    return Together(mine, theirs, newcombe(a.count, a.total, b.count, b.total))


def _proforma(name: str, records: pl.DataFrame) -> ProformaAnswers:
    part = records.filter(pl.col("proforma") == name)
    found = part.select(pl.col("prompts").str.json_decode(_prompt_kind(part["prompts"][0]))).unnest("prompts")
    lengths = part["words"].sort().to_list()
    copied = part.filter(pl.col("copied_words").is_not_null()).sort("copied_share", descending=True)
    disordered = part.filter(pl.col("dates_out_of_order").is_not_null())
    return ProformaAnswers(
        name=name,
        records=part.height,
        words={q: found_at for q in (25, 50, 75) if (found_at := quantile(lengths, q / 100)) is not None},
        prompts=[
            PromptCount(c, *(int((found[c] == state).sum()) for state in ("present", "thin", "not found")))
            for c in found.columns
        ],
        copied=list(copied.head(_MOST_LISTED).iter_rows(named=True)),
        copied_count=copied.height,
        disordered=list(disordered.head(_MOST_LISTED).iter_rows(named=True)),
        disordered_count=disordered.height,
    )


def _prompt_kind(example: str) -> pl.Struct:
    import json

    return pl.Struct({name: pl.String() for name in json.loads(example)})
