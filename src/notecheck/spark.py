"""The same check over a Spark DataFrame, for notes in a warehouse (`pip install notecheck[spark]`).

    from notecheck.spark import check_dataframe
    results = check_dataframe(notes, text="Case Note Detail", id="Case Note ID", team="Service Team")

Nothing leaves the cluster, and no words of a note are in the results unless `show_text` asks for phrases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from notecheck.config import Config
from notecheck.errors import NotecheckError

if TYPE_CHECKING:
    import pandas as pd
    from pyspark.sql import DataFrame

    from notecheck.audit.results import Keeping
    from notecheck.checker import Checker

_KINDS: Mapping[type, str] = {str: "string", int: "bigint", float: "double", bool: "boolean"}


def result_schema() -> str:
    """The columns of the results as Spark DDL: those of an audit's records, then `findings` and `unread`."""
    from notecheck.audit.results import FINDING_COLUMNS, RECORD_COLUMNS

    kinds = dict(RECORD_COLUMNS)
    columns = [f"{name} {_KINDS[kinds[name]]}" for name in _result_columns()[:-3]]
    inner = ", ".join(f"{name}: {_KINDS[kind]}" for name, kind in FINDING_COLUMNS if name not in {"row", "id"})
    return ", ".join([*columns, "prompts map<string, string>", f"findings array<struct<{inner}>>", "unread string"])


def _result_columns() -> list[str]:
    from notecheck.audit.results import RECORD_COLUMNS

    return [*(name for name, _ in RECORD_COLUMNS if name not in ("row", "prompts")), "prompts", "findings", "unread"]


def check_dataframe(
    notes: DataFrame,
    *,
    text: str = "text",
    salt: str = "",
    config: Config | None = None,
    show_text: bool = False,
    show_ids: bool = False,
    **columns: str,
) -> DataFrame:
    """Check every row of a DataFrame.

    Args:
        notes: the notes.
        text: the column with the text.
        salt: for the children's pseudonyms; needed where `child_id` is named and `show_ids` is not set.
        config: settings; without them, as notecheck comes. Paths in it must exist on every executor.
        show_text: keep phrases from the notes.
        show_ids: leave children's ids as they are.
        columns: which column holds `id`, `child_id`, `child_name`, `child_pronouns`, `child_age`, `date`,
            `record_type`, `team` or `worker`; a worker's name is kept only where it is named here.

    Returns:
        A row for each note, in the columns of `result_schema()`. Rows that cannot be checked have `unread` filled.

    Raises:
        NotecheckError: a column is not there or is none of these, or the salt is missing.
    """
    from notecheck.audit.columns import FIELDS, listed

    places = {"text": text, **columns}
    for field, name in places.items():
        if field not in FIELDS:
            raise NotecheckError(f"“{field}” is none of notecheck's columns: {', '.join(FIELDS)}.")
        if name not in notes.columns:
            raise NotecheckError(f"there is no column “{name}”; the columns are {listed(notes.columns)}.")
    if "child_id" in places and not show_ids and not salt:
        raise NotecheckError("Give a salt, so that children's ids can be replaced, or set show_ids.")
    settings = config or Config()
    keep = (salt, show_text, show_ids, "worker" in places)

    def check(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
        yield from _check(batches, places, settings, keep)

    # Each name as text: ids keep their leading zeros, and a date is read as it is written.
    chosen = notes.select(*[notes[name].cast("string").alias(field) for field, name in places.items()])
    return chosen.mapInPandas(check, result_schema())


def _check(
    batches: Iterator[pd.DataFrame], places: Mapping[str, str], config: Config, keep: tuple[str, bool, bool, bool]
) -> Iterator[pd.DataFrame]:
    """One partition, on an executor: the checker is built once for all its batches."""
    from dataclasses import replace

    import pandas as pd

    from notecheck.audit.prompts import load_proformas
    from notecheck.audit.results import Keeping
    from notecheck.checker import Checker

    salt, show_text, show_ids, by_worker = keep
    keeping = Keeping(salt, show_text=show_text, show_ids=show_ids, by_worker=by_worker, proformas=load_proformas())
    # Spark gives every task a core of its own.
    checker = Checker(replace(config, threads=1))
    names = _result_columns()
    for batch in batches:
        rows = _rows(batch, tuple(places), checker, keeping)
        # Every cell is given, or pandas would fill the gaps with numbers that are none.
        cells = [[row.get(name) for name in names] for row in rows]
        yield pd.DataFrame(cells, columns=names, dtype=object)


def _rows(batch: pd.DataFrame, fields: tuple[str, ...], checker: Checker, keep: Keeping) -> list[dict[str, Any]]:
    import json

    from notecheck.audit.results import finding_rows, record_row
    from notecheck.audit.source import Entry, read_row
    from notecheck.audit.tables import Row

    places = {field: at for at, field in enumerate(fields)}
    entries = [
        read_row(Row(n, tuple("" if v is None else str(v) for v in values)), places, "DataFrame")
        for n, values in enumerate(batch[list(fields)].itertuples(index=False), 1)
    ]
    reviews = checker.check_many(e.record for e in entries if isinstance(e, Entry))
    ids = batch["id"] if "id" in fields else [None] * len(entries)
    rows: list[dict[str, Any]] = []
    for entry, own_id in zip(entries, ids, strict=True):
        if not isinstance(entry, Entry):
            rows.append({"id": own_id, "unread": entry.why})
            continue
        review = next(reviews)
        row: dict[str, Any] = record_row(entry, review, keep)
        row["id"] = own_id  # without one, a row number within a batch would mean nothing
        row["prompts"] = json.loads(row["prompts"]) if row["prompts"] else None
        row["findings"] = [
            {k: v for k, v in f.items() if k not in ("row", "id")} for f in finding_rows(entry, review, keep)
        ]
        rows.append(row)
    return rows
