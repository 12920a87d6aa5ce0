"""Two audits compared, and the auditors' verdicts read back, through the command line."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from audit_support import PLAIN, POOR, TO_CHILD, MakeCsv, row, rows
from typer.testing import CliRunner

from notecheck.audit.agreement import FINDINGS_SHEET, read_agreement, write_config
from notecheck.cli.app import app
from notecheck.config import read_config
from notecheck.errors import ConfigError, NotecheckError


def _notecheck(*arguments: str) -> str:
    done = CliRunner().invoke(app, list(arguments), catch_exceptions=False)
    return str(done.output)


def _audited(path: Path, out: Path) -> Path:
    _notecheck("audit", str(path), "--out", str(out), "--no-reader", "--salt", "s")
    return out


def test_compare_gives_the_difference_with_its_interval(tmp_path: Path, make_csv: MakeCsv) -> None:
    before = _audited(make_csv([row(n, POOR if n < 30 else PLAIN) for n in range(40)]), tmp_path / "before")
    after = _audited(make_csv([row(n, POOR if n < 10 else TO_CHILD) for n in range(40)]), tmp_path / "after")
    said = _notecheck("audit", "compare", str(before), str(after))
    # 10 of 40 less 30 of 40: Newcombe's method 10 gives -0.50 with -0.65 to -0.29.
    assert "30 (75%)" in said
    assert "−50 percentage points (95% interval −65 to −29)" in said
    assert "different lexicons" not in said


def test_compare_warns_of_other_lexicons(tmp_path: Path, make_csv: MakeCsv) -> None:
    one = _audited(make_csv(rows(20)), tmp_path / "one")
    other = tmp_path / "other"
    other.mkdir()
    found = json.loads((one / "audit.json").read_text("utf-8"))
    (other / "audit.json").write_text(json.dumps({**found, "lexicon": "older"}), "utf-8")
    assert "different lexicons" in _notecheck("audit", "compare", str(other), str(one))
    shown = json.loads(_notecheck("audit", "compare", str(other), str(one), "--format", "json"))
    assert len(shown["differences"]) == 6


def test_compare_names_what_is_no_audit(tmp_path: Path) -> None:
    from notecheck.audit.compare import compare

    with pytest.raises(NotecheckError, match=r"there is no audit.json here"):
        compare(tmp_path, tmp_path)
    (tmp_path / "audit.json").write_text("[]")
    with pytest.raises(NotecheckError, match=r"not the audit.json of an audit"):
        compare(tmp_path, tmp_path)


def _filled(path: Path, first: list[str], second: list[str]) -> Path:
    """The workbook with the auditors' columns filled in for the findings of one rule."""
    book = openpyxl.load_workbook(path)
    sheet = book[FINDINGS_SHEET]
    places = {str(c.value): c.column for c in sheet[1]}
    at = 2
    for one, other in zip(first, second, strict=True):
        sheet.cell(at, places["Rule"], "jargon/strategy-discussion")
        sheet.cell(at, places["Auditor"], one)
        sheet.cell(at, places["Second auditor"], other)
        at += 1
    book.save(path)
    return path


def test_agreement_precision_and_kappa_are_read_back(tmp_path: Path, make_csv: MakeCsv) -> None:
    out = _audited(make_csv(rows(60)), tmp_path / "out")
    # Twenty findings, the table of the usual worked example: 20, 5, 10 and 15 of fifty, here by tenths.
    first = ["agree"] * 10 + ["disagree"] * 10
    second = ["agree"] * 8 + ["disagree"] * 2 + ["agree"] * 4 + ["disagree"] * 6
    found = read_agreement(_filled(out / "audit.xlsx", first, second))
    (rule,) = found.rules
    assert (rule.agree, rule.disagree, found.both, found.same) == (22, 18, 20, 14)
    assert found.between
    assert found.between.estimate == pytest.approx(0.4)
    assert "kappa 0.40" in _notecheck("audit", "agreement", str(out / "audit.xlsx"))


def test_agreement_rules_to_turn_down_go_into_the_settings(tmp_path: Path, make_csv: MakeCsv) -> None:
    out = _audited(make_csv(rows(60)), tmp_path / "out")
    found = read_agreement(_filled(out / "audit.xlsx", ["disagree"] * 6 + ["Agree "], ["", *["not relevant"] * 6]))
    settings = tmp_path / "notecheck.toml"
    settings.write_text('disable = ["readability"]\n\n[levels] # ours\n"child-focus/siblings" = "note"\n', "utf-8")
    assert write_config(found, settings) == ["jargon/strategy-discussion"]
    read = read_config(settings)
    assert read.levels == {"jargon/strategy-discussion": "note", "child-focus/siblings": "note"}
    assert read.disable == ("readability",)
    assert write_config(found, settings) == []
    assert write_config(found, tmp_path / "new.toml") == ["jargon/strategy-discussion"]
    assert read_config(tmp_path / "new.toml").levels == {"jargon/strategy-discussion": "note"}
    (tmp_path / "bad.toml").write_text("[[", "utf-8")
    with pytest.raises(ConfigError):
        write_config(found, tmp_path / "bad.toml")


def test_agreement_an_empty_workbook_is_told(tmp_path: Path, make_csv: MakeCsv) -> None:
    out = _audited(make_csv(rows(20)), tmp_path / "out")
    with pytest.raises(NotecheckError, match="nobody has chosen"):
        read_agreement(out / "audit.xlsx")


def test_audit_help_shows_its_options_and_the_other_commands() -> None:
    shown = _notecheck("audit", "--help")
    assert "--stratify" in shown
    assert "compare" in shown
    assert "agreement" in shown
