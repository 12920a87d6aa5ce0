"""What an export holds can do no harm in a report, and no report holds words of a note unless asked."""

from __future__ import annotations

import csv
import json
import re
import zipfile
from pathlib import Path

import openpyxl
import polars as pl
import pytest
from audit_support import POOR, MakeCsv, row, rows
from hypothesis import given
from hypothesis import strategies as st

from notecheck.audit.audit import Audit, audit
from notecheck.audit.sentences import BY_WORKER, UPLOADED
from notecheck.audit.settings import AuditSettings
from notecheck.config import Config
from notecheck.reports import audit_workbook
from notecheck.reports.audit_cells import harmless, harmless_words
from notecheck.reports.audit_folder import write_folder

CANARY = "zanzibarquince"
SCRIPT = "<script>alert(1)</script>"
DANGEROUS = ('=HYPERLINK("http://x","y")', "+1+1", "-2+3", "@SUM(A1)", "\t=1+1", "＝1+1")


def _report(path: Path, out: Path, **settings: object) -> Audit:
    made = audit(path, out, AuditSettings(config=Config(reader=False), **settings), salt="s")  # type: ignore[arg-type]
    write_folder(made, out)
    return made


def _all_text(out: Path) -> str:
    """Everything in the folder, workbooks and Parquet unpacked."""
    text = []
    for path in sorted(out.iterdir()):
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as package:
                text += [package.read(n).decode("utf-8", "replace") for n in package.namelist()]
        elif path.suffix == ".parquet":
            text.append(pl.read_parquet(path).write_json())
        else:
            text.append(path.read_text("utf-8"))
    return "\n".join(text)


def test_reports_hold_no_words_of_a_note_and_no_child_id(tmp_path: Path, make_csv: MakeCsv) -> None:
    lines = [row(1, f"{POOR} {CANARY} placed herself at risk. {CANARY.upper()[:6]} rang."), *rows(8)]
    lines[0][1] = "CHILD98765"
    _report(make_csv(lines), tmp_path / "out")
    everything = _all_text(tmp_path / "out")
    assert CANARY not in everything.lower()
    assert CANARY.upper()[:6] not in everything  # letters that the lexicon does not know may be somebody's name
    assert "CHILD98765" not in everything
    assert "Worker 1" not in everything


def test_reports_show_phrases_ids_and_workers_when_asked(tmp_path: Path, make_csv: MakeCsv) -> None:
    made = _report(make_csv(rows(20)), tmp_path / "out", show_text=True, show_ids=True, by_worker=True)
    everything = _all_text(tmp_path / "out")
    assert "strategy discussion" in everything.lower()
    assert "P0003" in everything
    assert BY_WORKER in (tmp_path / "out" / "report.html").read_text("utf-8")
    assert [g.name for g in made.answers.groups["worker"]] == ["Worker 0", "Worker 1", "Worker 2"]


@pytest.mark.parametrize("value", DANGEROUS)
def test_reports_cells_that_would_run_are_words(tmp_path: Path, make_csv: MakeCsv, value: str) -> None:
    lines = [row(n, POOR, team=value, kind=value) for n in range(6)]
    lines[0][0] = value
    _report(make_csv(lines), tmp_path / "out")
    with (tmp_path / "out" / "records.csv").open(encoding="utf-8-sig", newline="") as stream:
        cells = [cell for line in csv.reader(stream) for cell in line]
    assert not [cell for cell in cells if cell.lstrip().startswith(("=", "+", "-", "@", "＝"))]
    assert any(value.strip() in cell for cell in cells)
    book = openpyxl.load_workbook(tmp_path / "out" / "audit.xlsx")
    kinds = {cell.data_type for sheet in book for line in sheet.iter_rows() for cell in line}
    assert "f" not in kinds
    assert not [c for s in book for line in s.iter_rows() for c in line if c.hyperlink]


def test_reports_markup_in_an_export_stays_words(tmp_path: Path, make_csv: MakeCsv) -> None:
    lines = [row(n, POOR, team=SCRIPT, kind='"><img src=x onerror=alert(1)>') for n in range(6)]
    _report(make_csv(lines, name="export'<b>.csv"), tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;script&gt;" in page
    assert "<b>" not in page


def test_reports_ids_that_look_like_paths_are_only_ids(tmp_path: Path, make_csv: MakeCsv) -> None:
    lines = [row(n, POOR, team="../../../etc/passwd") for n in range(6)]
    lines[0][0], lines[1][0] = "../../escaped.txt", "C:\\windows\\system32\\x"
    before = {p for p in tmp_path.rglob("*") if p.is_file()}
    _report(make_csv(lines), tmp_path / "deep" / "out")
    after = {p for p in tmp_path.rglob("*") if p.is_file()} - before
    assert {p.parent for p in after if p.name != "export.csv"} == {tmp_path / "deep" / "out"}


def test_reports_the_page_asks_nothing_of_the_network(tmp_path: Path, make_csv: MakeCsv) -> None:
    _report(make_csv(rows(30)), tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert "default-src 'none'" in page
    assert not re.search(r"(?:src|href)=[\"']?(?!#)[a-z/]|url\((?!#)|@import", page)
    assert page.index(UPLOADED) < page.index("<h1>")
    assert page.count("<svg viewBox") == page.count("<title id=") == page.count("<desc id=")


def test_reports_workbook_is_ready_for_the_auditors(tmp_path: Path, make_csv: MakeCsv) -> None:
    _report(make_csv(rows(30)), tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "audit.xlsx")
    findings, records = book["Findings"], book["Records"]
    lists = {v.formula1 for sheet in (findings, records) for v in sheet.data_validations.dataValidation}
    assert lists == {'"agree,disagree,not relevant"', '"Outstanding,Good,Requires improvement,Inadequate"'}
    for sheet in (findings, records):
        assert sheet.freeze_panes
        assert sheet.auto_filter.ref
    assert records.max_row == 31
    assert book["Summary"]["A1"].value == UPLOADED


def test_reports_small_groups_are_greyed(tmp_path: Path, make_csv: MakeCsv) -> None:
    _report(make_csv([*rows(20), row(99, POOR, team="Tiny")]), tmp_path / "out")
    page = (tmp_path / "out" / "report.html").read_text("utf-8")
    assert re.search(r'<tr class="small"><th scope="row">Tiny</th>', page)
    assert not re.search(r'<tr class="small"><th scope="row">South</th>', page)


def test_reports_json_says_what_was_drawn(tmp_path: Path, make_csv: MakeCsv) -> None:
    _report(make_csv(rows(50)), tmp_path / "out", sample=10, seed=7, stratify="team")
    found = json.loads((tmp_path / "out" / "audit.json").read_text("utf-8"))
    assert (found["settings"]["seed"], found["frame"]["audited"], found["frame"]["eligible"]) == (7, 10, 50)
    assert any("with seed 7" in line for line in found["sentences"])


@pytest.mark.parametrize("value", [*DANGEROUS, "  =1+1", "\r=1"])
def test_reports_harmless_puts_an_apostrophe_first(value: str) -> None:
    assert harmless(value).startswith("'")
    assert harmless("plain, 3 - 2 = 1") == "plain, 3 - 2 = 1"
    assert harmless(-3) == -3


@given(st.lists(st.none() | st.text(st.characters(exclude_categories=("Cs",))) | st.sampled_from(DANGEROUS)))
def test_reports_a_column_is_made_harmless_as_its_cells_are(cells: list[str | None]) -> None:
    column = pl.DataFrame({"words": cells}, schema={"words": pl.String}).select(harmless_words("words"))["words"]
    assert column.to_list() == [harmless(cell) for cell in cells]


def test_reports_the_workbook_says_what_it_leaves_out(
    tmp_path: Path, make_csv: MakeCsv, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(audit_workbook, "MOST_FINDINGS", 5)
    _report(make_csv(rows(12)), tmp_path / "out")
    book = openpyxl.load_workbook(tmp_path / "out" / "audit.xlsx")
    assert book["Findings"].max_row == 6
    lines = [line[0].value or "" for line in book["Summary"].iter_rows()]
    assert sum("first 5 of" in line and "all are in findings.csv" in line for line in lines) == 1


@pytest.mark.parametrize(
    ("phrase", "shown"),
    [
        ("fail/failed to protect/safeguard", "fail to protect"),
        ("meet (the) threshold => be serious enough", "meet threshold"),
        ("=like", "like"),
        ("put {self} at risk", ""),
    ],
)
def test_reports_a_rule_is_named_by_its_first_plain_phrase(phrase: str, shown: str) -> None:
    from notecheck.audit.labels import _readable

    assert _readable(phrase) == shown
