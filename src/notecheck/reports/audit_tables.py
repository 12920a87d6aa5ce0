"""The audit as CSV, for other programs' tables, and as JSON, for other programs."""

from __future__ import annotations

import csv
import dataclasses
import json
from pathlib import Path
from typing import Any

import polars as pl

from notecheck.audit.audit import Audit
from notecheck.audit.sentences import NOT_A_GOOD_NOTE, UPLOADED, how_read, in_brief, of_frame
from notecheck.reports.audit_cells import harmless

VERSION = 1  # of the JSON form


def write_csv(audit: Audit, out: Path) -> None:
    """`records.csv`, `findings.csv` and `unread.csv`, in UTF-8 with the mark that Excel looks for."""
    _write(out / "records.csv", audit.records.columns, audit.records.iter_rows())
    scan = pl.scan_parquet(audit.findings)
    columns = scan.collect_schema().names()
    height = int(scan.select(pl.len()).collect().item())
    step = 50_000
    parts = (row for at in range(0, height, step) for row in scan.slice(at, step).collect().iter_rows())
    _write(out / "findings.csv", columns, parts)
    _write(out / "unread.csv", ["row", "why"], ((u.row, u.why) for u in audit.unread))


def _write(path: Path, columns: list[str], rows: Any) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(columns)
        writer.writerows([harmless(cell) for cell in row] for row in rows)


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
