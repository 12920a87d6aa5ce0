"""One audit from beginning to end: read, draw, check, look for copies, count. Reports are made from what it returns."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polars as pl

from notecheck import __version__
from notecheck.audit.answers import Answers, answers
from notecheck.audit.copies import Copied
from notecheck.audit.crew import Crew
from notecheck.audit.frame import Frame, read_frame
from notecheck.audit.part import Job
from notecheck.audit.passages import copied_in
from notecheck.audit.prompts import Proforma, load_proformas
from notecheck.audit.results import Keeping
from notecheck.audit.run import OnDone, Running, run
from notecheck.audit.settings import AuditSettings
from notecheck.audit.source import Source, Unread, open_source
from notecheck.audit.work import FORM, Work, open_work, read_rows
from notecheck.errors import NotecheckError
from notecheck.lexicon.lexicon import Lexicon
from notecheck.lexicon.loader import load_lexicon

RECORDS, FINDINGS = "records.parquet", "findings.parquet"


@dataclass(frozen=True)
class Audit:
    """A finished audit. `records` has a row for each record; `findings` is the file with a row for each finding."""

    source: Source
    settings: AuditSettings
    frame: Frame
    records: pl.DataFrame
    findings: Path
    answers: Answers
    unread: tuple[Unread, ...]
    lexicon: Lexicon
    proformas: tuple[Proforma, ...]
    made_on: date
    version: str = __version__


@dataclass(frozen=True)
class Steps:
    """What is told while it goes on: of rows read, of the frame, of a run that goes on, and of records checked."""

    on_row: Callable[[], None] = lambda: None
    on_frame: Callable[[Frame], None] = lambda frame: None
    on_resumed: Callable[[int], None] = lambda parts: None
    on_done: OnDone = lambda records, words: None


def audit(
    path: Path,
    out: Path,
    settings: AuditSettings,
    *,
    workers: int = 1,
    salt: str | None = None,
    steps: Steps | None = None,
    source: Source | None = None,
) -> Audit:
    """Audit an export and leave its results as Parquet in a folder.

    A run that was broken off goes on where it was when it is started again with the same input and settings.

    Args:
        path: a table, a folder of notes or a Word file.
        out: the folder for the results.
        settings: what to do.
        workers: processes.
        salt: for the children's pseudonyms; with the same salt they are the same in another audit.
        steps: what to tell whom.
        source: what `open_source` gave for the path, where it was opened already.

    Raises:
        NotecheckError: the input, the settings or the folder cannot be used.
    """
    steps = steps or Steps()
    source = source or open_source(path, settings.columns, settings.sheet)
    config = settings.config
    lexicon = load_lexicon(config.lexicons, config.disable, tuple(sorted(config.levels.items())))
    proformas = load_proformas()
    work = open_work(out, settings.fingerprint(source.fingerprint, lexicon.version, salt, FORM), salt)
    with ExitStack() as stack:
        crew = stack.enter_context(Crew(config, workers)) if workers > 1 else None
        frame = _frame(source, settings, proformas, work, steps)
        steps.on_frame(frame)
        steps.on_resumed(work.resumed)
        keep = Keeping(work.salt, settings.only, settings.show_text, settings.show_ids, settings.by_worker, proformas)
        job = Job(source.reader, keep, work.folder, frame.compared)
        run(source, frame, work, job, Running(config, crew, steps.on_done))
    records, unread = _joined(work, out, frame, copied_in(work.parts("passages")))
    found = answers(records, pl.scan_parquet(out / FINDINGS), settings.by_worker)
    work.discard()
    return Audit(source, settings, frame, records, out / FINDINGS, found, unread, lexicon, proformas, date.today())


def _frame(source: Source, settings: AuditSettings, proformas: tuple[Proforma, ...], work: Work, steps: Steps) -> Frame:
    try:
        return read_frame(source, settings, proformas, steps.on_row)
    except NotecheckError:
        if not work.resumed:
            work.discard()
        raise


def _joined(work: Work, out: Path, frame: Frame, copied: list[Copied]) -> tuple[pl.DataFrame, tuple[Unread, ...]]:
    """The parts put together in order, with what only the whole can tell: copies and repeated texts."""
    records = pl.read_parquet(work.parts("records"))
    extra = pl.DataFrame(
        {
            "row": [c.row for c in copied],
            "copied_words": [c.copied_words for c in copied],
            "copied_share": [c.share for c in copied],
            "copied_from_row": [c.from_row for c in copied],
            "copied_from_id": [c.from_id for c in copied],
        },
        schema={
            "row": pl.Int64,
            "copied_words": pl.Int64,
            "copied_share": pl.Float64,
            "copied_from_row": pl.Int64,
            "copied_from_id": pl.String,
        },
    )
    same = pl.DataFrame(
        {"row": list(frame.same_as), "same_text_as_row": list(frame.same_as.values())},
        schema={"row": pl.Int64, "same_text_as_row": pl.Int64},
    )
    records = records.join(same, on="row", how="left", maintain_order="left")
    records = records.join(extra, on="row", how="left", maintain_order="left")
    waiting = out / (RECORDS + ".tmp")
    records.write_parquet(waiting, compression="zstd")
    waiting.replace(out / RECORDS)
    waiting = out / (FINDINGS + ".tmp")
    pl.scan_parquet(work.parts("findings")).sink_parquet(waiting, compression="zstd", maintain_order=True)
    waiting.replace(out / FINDINGS)
    later = [Unread(int(str(r["row"])), str(r["why"])) for r in read_rows(work.parts("unread"))]
    return records, tuple(sorted((*frame.unread, *later), key=lambda u: u.row))
