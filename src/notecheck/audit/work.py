"""The folder of a run that is not finished: results in parts, each whole or not there, so that a run can go on."""

from __future__ import annotations

import json
import os
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from notecheck.audit.passages import PASSAGE_COLUMNS
from notecheck.audit.results import FINDING_COLUMNS, RECORD_COLUMNS, Value, to_frame
from notecheck.errors import NotecheckError

NAME = ".notecheck-work"
FORM = 2  # of the parts; those of another form are not gone on with
_ABOUT = "run.json"
_UNREAD_COLUMNS: tuple[tuple[str, type], ...] = (("row", int), ("why", str))


@dataclass(frozen=True)
class Part:
    """What is known of the records of one part, as rows."""

    records: Sequence[Mapping[str, Value]]
    findings: Sequence[Mapping[str, Value]]
    passages: Sequence[Mapping[str, Value | bytes]]
    unread: Sequence[tuple[int, str]]


@dataclass(frozen=True)
class Work:
    """Where the parts lie. `salt` makes the children's pseudonyms and is forgotten when the run is finished."""

    folder: Path
    salt: str
    resumed: int  # parts that an earlier run left

    def done(self) -> frozenset[int]:
        """The numbers of the parts that are there."""
        return frozenset(int(p.name.split(".")[0]) for p in self.folder.glob("*.records.parquet"))

    def parts(self, kind: str) -> list[Path]:
        """The files of one kind (records, findings, passages, unread) in order."""
        return sorted(self.folder.glob(f"*.{kind}.parquet"))

    def discard(self) -> None:
        """Remove the folder, and the salt with it."""
        shutil.rmtree(self.folder, ignore_errors=True)


def open_work(out: Path, fingerprint: str, salt: str | None) -> Work:
    """The parts of an earlier run of the same thing, or an empty folder; parts of anything else are removed.

    Args:
        out: the report's folder, made where it is not there.
        fingerprint: of everything that the results depend on.
        salt: the user's own; otherwise a new one is made, or that of the earlier run kept.

    Raises:
        NotecheckError: the folder cannot be written to.
    """
    folder = out / NAME
    try:
        about = _about(folder)
        if about.get("fingerprint") != fingerprint:
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
            about = {"fingerprint": fingerprint, "salt": salt or secrets.token_hex(16)}
            _write(folder / _ABOUT, json.dumps(about).encode())
    except OSError:
        raise NotecheckError(f"{out}: this folder cannot be written to; choose another with --out.") from None
    for left in folder.glob("*.tmp"):
        left.unlink(missing_ok=True)
    work = Work(folder, about["salt"], 0)
    return Work(folder, about["salt"], len(work.done()))


def write_part(folder: Path, number: int, part: Part) -> None:
    """Write one part. The records come last: where they are, the rest is."""
    missed: list[dict[str, Value]] = [{"row": row, "why": why} for row, why in part.unread]
    kinds: tuple[tuple[str, Sequence[Mapping[str, Value | bytes]], tuple[tuple[str, type], ...]], ...] = (
        ("unread", missed, _UNREAD_COLUMNS),
        ("passages", part.passages, PASSAGE_COLUMNS),
        ("findings", part.findings, FINDING_COLUMNS),
        ("records", part.records, RECORD_COLUMNS),
    )
    for kind, rows, columns in kinds:
        path = folder / f"{number:08d}.{kind}.parquet"
        waiting = path.with_suffix(f".{os.getpid()}.tmp")
        to_frame(rows, columns).write_parquet(waiting, compression="zstd")
        waiting.replace(path)


def read_rows(paths: Sequence[Path]) -> Iterator[dict[str, Value]]:
    """The rows of small parts, in order."""
    import polars as pl

    for path in paths:
        yield from pl.read_parquet(path).iter_rows(named=True)


def _about(folder: Path) -> dict[str, str]:
    try:
        found = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and "salt" in found else {}


def _write(path: Path, data: bytes) -> None:
    waiting = path.with_suffix(".tmp")
    with waiting.open("wb") as stream:
        os.fchmod(stream.fileno(), 0o600) if hasattr(os, "fchmod") else None
        stream.write(data)
    waiting.replace(path)
