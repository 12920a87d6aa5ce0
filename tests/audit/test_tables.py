"""Tables of every kind are read as they come, and each bad one has its sentence."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import polars as pl
import pytest
import xlsxwriter

from notecheck.audit.source import Entry, Source, Unread, open_source
from notecheck.errors import NotecheckError

NOTE = "Maya told me about the play at school and laughed when she showed me her costume."
SECRET = "zanzibarquince"


def _open(path: Path, sheet: str | None = None, **columns: str) -> Source:
    return open_source(path, columns, sheet)


def _entries(path: Path, **columns: str) -> list[Entry | Unread]:
    return list(_open(path, **columns).entries())


def _book(path: Path, rows: list[list[object]], more_sheets: int = 0) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    for at, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            sheet.write(at, column, cell)
    for _ in range(more_sheets):
        book.add_worksheet()
    book.close()
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_delimiters_and_encodings_are_found(tmp_path: Path, delimiter: str, encoding: str) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [
            ["Report", "", ""],
            ["Person ID", "Contact Date", "Notes"],
            ["007", "3-Mar-2025", f"{NOTE} It’s a café; nice, too."],
        ]
    )
    path = tmp_path / "export.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    (entry,) = _entries(path)
    assert isinstance(entry, Entry)
    assert entry.record.text.endswith("It’s a café; nice, too.")
    assert entry.record.child_id == "007"
    assert entry.row == 3


def test_tables_workbook_dates_ids_and_breaks_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    rows = [
        ["CN07 report"],
        ["Run date: today"],
        [],
        ["ID", "Date", "Note"],
        ["00123", "3-Mar-2025", f"One.{'_x000D_'}\nTwo. {NOTE}"],
    ]
    (entry,) = _entries(_book(path, rows))
    assert isinstance(entry, Entry)
    assert entry.record.id == "00123"
    assert entry.record.text.startswith("One.\nTwo.")
    assert entry.row == 5


def test_tables_html_in_cells_becomes_text(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f'ID,Note\n1,"<p>Seen &amp; well.</p><p>{NOTE}</p>"\n', "utf-8")
    (entry,) = _entries(path)
    assert isinstance(entry, Entry)
    assert entry.record.text == f"Seen & well.\n\n{NOTE}"


def test_tables_parquet_and_json_lines_give_the_same_records(tmp_path: Path) -> None:
    frame = pl.DataFrame({"id": ["a", "b"], "text": [NOTE, NOTE + " Again."], "team": ["North", None]})
    frame.write_parquet(tmp_path / "export.parquet")
    frame.write_ndjson(tmp_path / "export.jsonl")
    both = [
        [
            (e.record.id, e.record.text, e.record.team)
            for e in _entries(tmp_path / f"export.{kind}")
            if isinstance(e, Entry)
        ]
        for kind in ("parquet", "jsonl")
    ]
    assert both[0] == both[1] == [("a", NOTE, "North"), ("b", NOTE + " Again.", None)]


def test_tables_a_bad_line_of_json_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "export.jsonl"
    path.write_text(f'{{"id": "1", "text": "{NOTE}"}}\n{{"id": "2", "te\n{{"id": "3", "text": "{NOTE}"}}\n', "utf-8")
    found = _entries(path)
    assert [type(e) for e in found] == [Entry, Unread, Entry]
    assert isinstance(found[1], Unread)
    assert found[1] == Unread(2, "this line is not a record in JSON")


def test_tables_the_longest_of_several_text_columns_is_chosen_and_said(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"ID,Notes,Details\n1,short,{NOTE}\n2,also short,{NOTE}\n", "utf-8")
    source = _open(path)
    assert any("“Details”" in line and "longest of 2" in line for line in source.said)
    named = _open(path, text="Notes")
    assert any("“Notes”" in line and "you named it" in line for line in named.said)


def test_tables_doubled_headings_are_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"ID,Note,Note\n1,x,{NOTE}\n", "utf-8")
    source = _open(path)
    assert any("“Note (2)” here" in line for line in source.said)
    (entry,) = source.entries()
    assert isinstance(entry, Entry)
    assert entry.record.text == NOTE


def test_tables_a_note_at_the_limit_of_a_cell_is_marked(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"ID,Note\n1,{('word ' * 7000)[:32767]}\n2,{NOTE}\n", "utf-8")
    assert [e.cut_off for e in _entries(path) if isinstance(e, Entry)] == [True, False]


def test_tables_formulas_are_words_and_never_run(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    book = openpyxl.Workbook()
    book.active.append(["ID", "Note"])
    book.active.append(["1", "=1+1"])  # a formula that no program has worked out yet: there is nothing in the cell
    book.active.append(["2", NOTE])
    book.save(path)
    first, second = _entries(path)
    assert isinstance(first, Unread)
    assert isinstance(second, Entry)


def _empty_sheet(path: Path) -> Path:
    return _book(path / "bad.xlsx", [], 1)


def _no_headings(path: Path) -> Path:
    (path / "bad.csv").write_text(f"1,03/03/2025,{NOTE}\n2,04/03/2025,{SECRET} {NOTE}\n", "utf-8")
    return path / "bad.csv"


def _protected(path: Path) -> Path:
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    (path / "bad.xlsx").write_bytes(data)
    return path / "bad.xlsx"


def _truncated(path: Path) -> Path:
    whole = _book(path / "whole.xlsx", [["ID", "Note"], *[[n, NOTE * 20] for n in range(200)]])
    (path / "bad.xlsx").write_bytes(whole.read_bytes()[:5000])
    return path / "bad.xlsx"


def _zip(path: Path) -> Path:
    with zipfile.ZipFile(path / "bad.zip", "w") as package:
        package.writestr("note.txt", NOTE)
    return path / "bad.zip"


def _picture(path: Path) -> Path:
    (path / "bad.csv").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    return path / "bad.csv"


def _no_text(path: Path) -> Path:
    (path / "bad.csv").write_text("Person ID,Contact Date,Team\n1,03/03/2025,North\n2,04/03/2025,South\n", "utf-8")
    return path / "bad.csv"


def _only_headings(path: Path) -> Path:
    (path / "bad.csv").write_text("ID,Date,Note\n", "utf-8")
    return path / "bad.csv"


def _web_page(path: Path) -> Path:
    (path / "bad.xls").write_text("<html><table><tr><td>x</td></tr></table></html>", "utf-8")
    return path / "bad.xls"


def _nothing(path: Path) -> Path:
    (path / "bad.csv").write_bytes(b"")
    return path / "bad.csv"


def _broken_parquet(path: Path) -> Path:
    (path / "bad.parquet").write_bytes(b"PAR1" + b"\x07" * 300)
    return path / "bad.parquet"


BAD: list[tuple[Callable[[Path], Path], str]] = [
    (_empty_sheet, "there is nothing in this workbook"),
    (_no_headings, "no row in it looks like column headings"),
    (_protected, "protected with a password"),
    (_truncated, "damaged or only half there"),
    (_zip, "not a table that can be read"),
    (_picture, "not a table that can be read"),
    (_no_text, "no column looks like the text of notes"),
    (_only_headings, "no rows under them"),
    (_web_page, "web page and not a table"),
    (_nothing, "it is empty"),
    (_broken_parquet, "this Parquet file is damaged"),
    (lambda path: path / "missing.csv", "there is no such file or folder"),
]


@pytest.mark.parametrize(("make", "sentence"), BAD, ids=[sentence for _, sentence in BAD])
def test_tables_bad_inputs_have_their_sentence(tmp_path: Path, make: Callable[[Path], Path], sentence: str) -> None:
    with pytest.raises(NotecheckError) as raised:
        _open(make(tmp_path))
    assert sentence in str(raised.value)
    assert SECRET not in str(raised.value)
    assert str(raised.value).count("\n") == 0


def test_tables_a_refusal_lists_the_headings(tmp_path: Path) -> None:
    with pytest.raises(NotecheckError, match="“Person ID”, “Contact Date”, “Team”"):
        _open(_no_text(tmp_path))
    with pytest.raises(NotecheckError, match=r"there is no column “Body”; the columns are “Person ID”"):
        _open(_no_text(tmp_path), text="Body")


def test_tables_merged_cells_above_the_headings_are_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "merged.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.merge_range(0, 0, 0, 3, "Case notes, all teams")
    sheet.merge_range(2, 0, 3, 0, "ID")
    sheet.write_row(2, 1, ["Team", "Note"])
    sheet.write_row(4, 0, ["1", "North", NOTE])
    book.close()
    (entry,) = _entries(path)
    assert isinstance(entry, Entry)
    assert (entry.record.id, entry.record.team) == ("1", "North")


def test_tables_text_with_the_ending_of_a_workbook_is_read_and_said(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_text(f"ID,Note\n1,{NOTE}\n", "utf-8")
    source = _open(path)
    assert any("holds plain text" in line for line in source.said)
    assert len(list(source.entries())) == 1


def test_tables_a_cell_of_five_megabytes_is_listed_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_text(f"ID,Note\n1,{'word ' * 1_000_000}\n2,{NOTE}\n", "utf-8")
    first, second = _entries(path)
    assert isinstance(first, Unread)
    assert "too long to be a case note" in first.why
    assert isinstance(second, Entry)


def test_tables_mixed_encodings_in_one_file_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "export.csv"
    path.write_bytes(b"ID,Note\n1," + f"{NOTE} café".encode() + b"\n2," + f"{NOTE} café".encode("cp1252") + b"\n")
    assert [e.record.text[-4:] for e in _entries(path) if isinstance(e, Entry)] == ["café", "café"]


def test_tables_an_unknown_worksheet_is_refused_with_the_list(tmp_path: Path) -> None:
    path = _book(tmp_path / "book.xlsx", [["ID", "Note"], [1, NOTE]], 1)
    with pytest.raises(NotecheckError, match="the worksheets are “Sheet1”, “Sheet2”"):
        open_source(path, {}, "Sheet9")
