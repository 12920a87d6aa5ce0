"""A run gives the same whatever stops it and however many workers there are, and what an independent count gives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

import polars as pl
import pytest
from audit_support import MakeCsv, row, rows

from notecheck.audit import passages
from notecheck.audit.audit import Audit, Steps, audit
from notecheck.audit.settings import AuditSettings
from notecheck.audit.work import NAME
from notecheck.checker import Checker
from notecheck.config import Config
from notecheck.reports.audit_tables import to_json

RULES_ONLY = Config(reader=False)


def _run(path: Path, out: Path, workers: int = 1, **settings: object) -> Audit:
    return audit(path, out, AuditSettings(config=RULES_ONLY, **settings), workers=workers, salt="s")  # type: ignore[arg-type]


def _same(one: Path, other: Path) -> None:
    for name in ("records.parquet", "findings.parquet"):
        assert pl.read_parquet(one / name).equals(pl.read_parquet(other / name))


def test_run_two_workers_give_the_same_as_one(tmp_path: Path, make_csv: MakeCsv) -> None:
    path = make_csv(rows(700))
    one, two = _run(path, tmp_path / "one"), _run(path, tmp_path / "two", workers=2)
    _same(tmp_path / "one", tmp_path / "two")
    assert to_json(one) == to_json(two)
    assert one.records["row"].to_list() == list(range(2, 702))


class _StopError(Exception):
    pass


def test_run_goes_on_where_it_was_stopped(tmp_path: Path, make_csv: MakeCsv) -> None:
    path = make_csv(rows(700))
    _run(path, tmp_path / "whole")
    checked: list[int] = []

    def stop(records: int, words: int) -> None:
        if words:
            checked.append(records)
        raise _StopError

    settings = AuditSettings(config=RULES_ONLY)
    for _ in range(3):
        with pytest.raises(_StopError):
            audit(path, tmp_path / "broken", settings, salt="s", steps=Steps(on_done=stop))
    assert checked == [128]  # the first part was written once, and not done again
    again: list[int] = []
    audit(path, tmp_path / "broken", settings, salt="s", steps=Steps(on_done=lambda n, w: again.append(w)))
    assert again[0] == 0
    assert all(again[1:])
    _same(tmp_path / "whole", tmp_path / "broken")
    assert not (tmp_path / "broken" / NAME).exists()


def test_run_killed_outright_goes_on_to_the_same_result(tmp_path: Path, make_csv: MakeCsv) -> None:
    path = make_csv(rows(1500))
    command = [sys.executable, "-m", "notecheck", "audit", str(path), "--no-reader", "--salt", "s", "--out"]
    subprocess.run([*command, str(tmp_path / "whole")], capture_output=True, check=True)
    command.append(str(tmp_path / "killed"))
    for parts in (1, 3):
        process = subprocess.Popen([*command, "--workers", "2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        work = tmp_path / "killed" / NAME
        until = time.monotonic() + 120
        while process.poll() is None and len(list(work.glob("*.records.parquet"))) < parts and time.monotonic() < until:
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL if hasattr(signal, "SIGKILL") else signal.SIGTERM)
        process.wait()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert "Wrote" in done.stdout
    _same(tmp_path / "whole", tmp_path / "killed")


def test_run_with_other_settings_does_not_use_old_parts(tmp_path: Path, make_csv: MakeCsv) -> None:
    path = make_csv(rows(300))

    def stop(records: int, words: int) -> None:
        raise _StopError

    with pytest.raises(_StopError):
        audit(path, tmp_path / "out", AuditSettings(config=RULES_ONLY), salt="s", steps=Steps(on_done=stop))
    _run(path, tmp_path / "out", sample=20, seed=3)
    _run(path, tmp_path / "fresh", sample=20, seed=3)
    _same(tmp_path / "out", tmp_path / "fresh")


def test_run_counts_equal_an_independent_count(tmp_path: Path, make_csv: MakeCsv) -> None:
    lines = rows(200)
    found = to_json(_run(make_csv(lines), tmp_path / "out"))
    notes = tmp_path / "notes.jsonl"
    notes.write_text("".join(json.dumps({"id": r[0], "text": r[6], "team": r[4]}) + "\n" for r in lines), "utf-8")
    command = [sys.executable, "-m", "notecheck", "check", str(notes), "--format", "jsonl", "--no-reader"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    reviews = [json.loads(line) for line in done.stdout.splitlines()]
    overall = found["answers"]["overall"]
    assert overall["words"] == sum(r["words"] for r in reviews)
    for category, share in overall["shares"].items():
        assert share["count"] == sum(any(f["category"] == category for f in r["findings"]) for r in reviews)
        times = sum(f["category"] == category for r in reviews for f in r["findings"])
        assert overall["rates"][category] == pytest.approx(1000 * times / overall["words"])
    teams = {g["name"]: g["records"] for g in found["answers"]["groups"]["team"]}
    assert teams == Counter(r[4] for r in lines)
    letters = Counter(f["text"] for r in reviews for f in r["findings"] if f["category"] == "acronym")
    assert {a["name"]: a["times"] for a in found["answers"]["acronyms"]} == letters
    assert found["answers"]["written"] == Counter(r["voice"]["written"] for r in reviews)


def test_run_period_and_sample_choose_their_rows(tmp_path: Path, make_csv: MakeCsv) -> None:
    path = make_csv(rows(100))
    made = _run(
        path, tmp_path / "out", first=date(2025, 4, 1), last=date(2025, 4, 30), sample=12, stratify="team", seed=9
    )
    assert made.records.height == 12
    assert set(made.records["date"].str.slice(0, 7)) == {"2025-04"}
    assert sum(drawn for _, drawn in made.frame.strata.values()) == 12
    assert _run(
        path, tmp_path / "again", first=date(2025, 4, 1), last=date(2025, 4, 30), sample=12, stratify="team", seed=9
    ).records.equals(made.records)


def test_run_repeated_texts_are_counted_once_as_texts(tmp_path: Path, make_csv: MakeCsv) -> None:
    lines = rows(10)
    lines[7][6] = lines[2][6]
    made = _run(make_csv(lines), tmp_path / "out")
    assert (made.frame.distinct, len(made.frame.chosen)) == (9, 10)
    assert made.records.filter(pl.col("same_text_as_row").is_not_null())["row"].to_list() == [9]


def test_run_a_note_that_fails_does_not_cost_the_audit(
    tmp_path: Path, make_csv: MakeCsv, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Checker.read

    def fails(self: Checker, record: object) -> object:
        if "number 3." in record.text:  # type: ignore[attr-defined]
            raise ValueError(record.text)  # type: ignore[attr-defined]
        return read(self, record)  # type: ignore[arg-type]

    def broken(self: Checker, records: object) -> object:
        raise RuntimeError("one note spoils the batch")

    monkeypatch.setattr(Checker, "read", fails)
    monkeypatch.setattr(Checker, "check_many", broken)
    made = _run(make_csv(rows(10)), tmp_path / "out")
    assert made.records.height == 9
    assert [(u.row, u.why) for u in made.unread] == [(5, "notecheck failed on it (ValueError); please report this")]


@pytest.mark.parametrize("workers", [1, 2])
def test_run_finds_what_is_copied_from_notes_outside_the_period(
    tmp_path: Path, make_csv: MakeCsv, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    monkeypatch.setattr(passages, "_AT_ONCE", 2)  # the children are compared in several goes
    old = (
        "On Tuesday the school rang to say that Maya had come in without a coat and was hungry. Her teacher gave her "
        "toast and sat with her until she had stopped crying. Nobody answered at home."
    )
    lines = rows(300)
    lines.append(row(301, f"I have read everything. {old} I agree.", kind="Management oversight", day="09/05/2025"))
    lines += [row(n, "Another note altogether, about a visit.", day="01/01/2025") for n in range(302, 306)]
    lines.append(row(301, old, day="02/02/2025"))  # stands after every chosen row, and is earlier
    made = _run(make_csv(lines), tmp_path / "out", workers=workers, first=date(2025, 3, 1), last=date(2025, 5, 31))
    copied = made.records.filter(pl.col("copied_words").is_not_null())
    assert copied.select("row", "copied_from_row").rows() == [(302, 307)]
    assert 307 not in made.records["row"]
