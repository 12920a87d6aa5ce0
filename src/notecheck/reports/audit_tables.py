"""The audit as CSV, for other programs' tables, and as JSON, for other programs."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path
from typing import Any

import polars as pl

from notecheck.audit.audit import Audit
from notecheck.audit.sentences import NOT_A_GOOD_NOTE, UPLOADED, how_read, in_brief, of_frame
from notecheck.reports.audit_cells import harmless_words

VERSION = 1  # of the JSON form


def write_csv(audit: Audit, out: Path) -> None:
    """`records.csv`, `findings.csv` and `unread.csv`, in UTF-8 with the mark that Excel looks for."""
    _write(audit.records.lazy(), out / "records.csv")
    _write(pl.scan_parquet(audit.findings), out / "findings.csv")
    unread = {"row": [u.row for u in audit.unread], "why": [u.why for u in audit.unread]}
    _write(pl.LazyFrame(unread, schema={"row": pl.Int64, "why": pl.String}), out / "unread.csv")


def _write(rows: pl.LazyFrame, path: Path) -> None:
    kinds = rows.collect_schema()
    words = [harmless_words(name) for name, kind in kinds.items() if kind == pl.String]
    rows.with_columns(words).sink_csv(path, include_bom=True, line_terminator="\r\n", maintain_order=True)


def to_json(audit: Audit) -> dict[str, Any]:
    """The answers, the frame and the settings as plain values; `audit compare` reads them back."""
    settings, frame, found = audit.settings, audit.frame, audit.answers
    return {
        "version": VERSION,
        "notecheck": audit.version,
        "lexicon": audit.lexicon.version,
        "reader": settings.config.reader,
        "made_on": audit.made_on.isoformat(),
        "about": [UPLOADED, NOT_A_GOOD_NOTE],
        "source": {"name": audit.source.name, "said": list(audit.source.said)},
        "settings": {
            "from": settings.first.isoformat() if settings.first else None,
            "to": settings.last.isoformat() if settings.last else None,
            "sample": settings.sample,
            "seed": settings.seed,
            "stratify": settings.stratify,
            "allocation": settings.allocation,
            "only": list(settings.only),
        },
        "frame": {
            "rows": frame.rows,
            "unread": len(audit.unread),
            "outside_period": frame.outside_period,
            "eligible": frame.eligible,
            "audited": len(frame.chosen),
            "distinct_texts": frame.distinct,
            "first": frame.first,
            "last": frame.last,
            "strata": {name: {"eligible": e, "drawn": d} for name, (e, d) in frame.strata.items()},
        },
        "sentences": [*in_brief(found), *how_read(found), *of_frame(frame, settings, audit.source.name)],
        "answers": _plain(found),
    }


def write_json(audit: Audit, path: Path) -> None:
    """Write the JSON form to a file."""
    path.write_text(json.dumps(to_json(audit), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    return value
