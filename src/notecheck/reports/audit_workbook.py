"""The audit as a workbook: a summary, a row for each record and finding, and columns for the auditors."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import polars as pl

from notecheck.audit.agreement import FINDINGS_SHEET, GRADES, VERDICTS
from notecheck.audit.answers import Group
from notecheck.audit.audit import Audit
from notecheck.audit.labels import Label, label_of
from notecheck.audit.sentences import (
    BY_WORKER,
    LABELS,
    NOT_A_GOOD_NOTE,
    UPLOADED,
    counted,
    how_read,
    in_brief,
    of_frame,
    per_cent,
)
from notecheck.reports.audit_book import Book
from notecheck.reports.audit_cells import harmless
from notecheck.values import CATEGORIES

MOST_ROWS = 50_000  # of records in the workbook; all are in the CSV and Parquet files
MOST_FINDINGS = 20_000  # more than a team of auditors could judge in a month


def write_workbook(audit: Audit, path: Path) -> None:
    """Write the workbook to a file."""
    book = Book(path)
    book.book.set_properties({"title": f"Audit of {audit.source.name}"[:200], "comments": UPLOADED})
    _summary(book, audit)
    _records(book, audit)
    _findings(book, audit)
    _groups(book, audit)
    _commonest(book, audit)
    if audit.answers.proformas:
        _prompts(book, audit)
    if audit.unread:
        sheet = book.sheet("Unread", [("Row", 8), ("Why it could not be read", 80)])
        for at, u in enumerate(audit.unread[:MOST_ROWS], 1):
            book.row(sheet, at, (u.row, u.why))
    book.book.close()


def _summary(book: Book, audit: Audit) -> None:
    sheet = book.book.add_worksheet("Summary")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 110)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    lines: list[tuple[str, Any]] = [(UPLOADED, book.grey), (f"Audit of {audit.source.name}", book.title)]
    lines += [("A clean result is not a good note. " + NOT_A_GOOD_NOTE, book.strong), ("", book.plain)]
    for heading, found in (
        ("In brief", in_brief(audit.answers)),
        ("Reading age, and writing to the child", how_read(audit.answers)),
        ("What was audited", of_frame(audit.frame, audit.settings, audit.source.name)),
        ("How the export was read", audit.source.said),
        ("For the auditors", [*_HOW_TO, *_left_out(audit)]),
    ):
        lines += [(heading, book.strong), *((line, book.wrap) for line in found), ("", book.plain)]
    reader = "with" if audit.settings.config.reader else "without"
    lines.append(
        (
            f"notecheck {audit.version}, lexicon {audit.lexicon.version}, {reader} the reader, {audit.made_on}.",
            book.grey,
        )
    )
    for at, (line, style) in enumerate(lines):
        # LibreOffice and Excel do not grow a row by themselves when the file comes from elsewhere.
        sheet.set_row(at, 24 if style is book.title else 15.5 * max(1, -(-len(line) // 118)))
        sheet.write_string(at, 0, harmless(line), style)


def _left_out(audit: Audit) -> list[str]:
    overall = audit.answers.overall
    sheets = (("records", overall.records, MOST_ROWS), ("findings", overall.findings, MOST_FINDINGS))
    return [
        f"The workbook holds the first {most:,} of {count:,} {name}; all are in {name}.csv."
        for name, count, most in sheets
        if count > most
    ]


_HOW_TO = (
    "On the sheet Findings, choose agree, disagree or not relevant for as many findings as you "
    "like; a second auditor uses the "
    "second column.",
    "On the sheet Records, give each record that you read one of the four grades, and a comment. "
    "notecheck grades nothing.",
    "Then run: notecheck audit agreement, with the name of this workbook.",
)

_RECORD_HEADINGS: tuple[tuple[str, str, float], ...] = (
    ("row", "Row", 7),
    ("id", "Record", 16),
    ("child", "Child", 18),
    ("date", "Date", 11),
    ("record_type", "Kind", 22),
    ("team", "Team", 24),
    ("worker", "Worker", 16),
    ("words", "Words", 8),
    *((c.replace("-", "_"), LABELS[c], 13) for c in CATEGORIES),
    ("reading_age", "Reading age", 9),
    ("written", "Written to or about the child", 12),
    ("strengths", "Strengths noticed", 10),
    ("copied_words", "Words from earlier notes", 11),
    ("copied_from_id", "From", 14),
    ("same_text_as_row", "Same text as row", 9),
    ("cut_off", "May be cut off", 8),
)


def _records(book: Book, audit: Audit) -> None:
    shown = [h for h in _RECORD_HEADINGS if audit.records[h[0]].null_count() < audit.records.height]
    fill = [("Grade (auditor)", 20), ("Grade (second auditor)", 20), ("Comment", 50)]
    sheet = book.sheet("Records", [(title, width) for _, title, width in shown], fill)
    rows = audit.records.select([h[0] for h in shown])
    for at, row in enumerate(rows.head(MOST_ROWS).iter_rows(), 1):
        book.row(sheet, at, row)
    last = min(rows.height, MOST_ROWS)
    book.columns_to_fill(sheet, last, len(shown), len(shown) + 2)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(shown) + 2)
    choice = {
        "validate": "list",
        "source": list(GRADES),
        "error_message": "Choose one of the four grades, or leave it empty.",
    }
    sheet.data_validation(1, len(shown), last, len(shown) + 1, choice)


def _findings(book: Book, audit: Audit) -> None:
    columns = [
        ("Row", 7),
        ("Record", 16),
        ("Rule", 34),
        ("What", 28),
        ("Level", 10),
        ("Line", 6),
        ("Word", 6),
        ("Letters or phrase", 26),
        ("Why", 52),
        ("Instead, or ask", 48),
    ]
    fill = [("Auditor", 14), ("Second auditor", 14), ("Comment", 40)]
    sheet = book.sheet(FINDINGS_SHEET, columns, fill)
    labels: dict[str, Label] = {}
    at = 0
    for row in pl.scan_parquet(audit.findings).head(MOST_FINDINGS).collect().iter_rows(named=True):
        at += 1
        rule = row["rule"]
        if rule not in labels:
            labels[rule] = label_of(rule, audit.lexicon)
        label = labels[rule]
        words = row["phrase"] or row["letters"] or label.title
        book.row(
            sheet,
            at,
            (
                row["row"],
                row["id"],
                rule,
                LABELS[row["category"]],
                row["level"],
                row["line"],
                row["word"],
                words,
                label.why,
                label.instead,
            ),
        )
    book.columns_to_fill(sheet, at, len(columns), len(columns) + 2)
    if at:
        sheet.freeze_panes(1, 3)
        sheet.autofilter(0, 0, at, len(columns) + 2)
        choice = {
            "validate": "list",
            "source": list(VERDICTS),
            "error_message": "Choose agree, disagree or not relevant, or leave it empty.",
        }
        sheet.data_validation(1, len(columns), at, len(columns) + 1, choice)


def _groups(book: Book, audit: Audit) -> None:
    names = {"team": "team", "record_type": "kind of record", "period": "period", "worker": "worker"}
    columns: list[tuple[str, float]] = [("By", 14), ("Group", 28), ("Records", 9), ("Words", 9)]
    columns += [(f"{LABELS[c]}: records", 15) for c in CATEGORIES] + [
        (f"{LABELS[c]}: in 1,000 words", 15) for c in CATEGORIES
    ]
    columns += [("Written to the child", 13), ("Reading age (middle)", 11), ("Note", 44)]
    sheet = book.sheet("Groups", columns)
    at = 0
    for by, groups in audit.answers.groups.items():
        for g in groups:
            at += 1
            book.row(
                sheet,
                at,
                (names[by], *_group_cells(g), BY_WORKER if by == "worker" else _small(g)),
                book.grey if g.small else None,
            )
    if at:
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, at, len(columns) - 1)


def _small(group: Group) -> str:
    return "Fewer than 5 records: too few to tell anything." if group.small else ""


def _group_cells(g: Group) -> tuple[Any, ...]:
    age = round(g.reading_age, 1) if g.reading_age is not None else None
    shares = (counted(g.shares[c]) for c in CATEGORIES)
    return (g.name, g.records, g.words, *shares, *(round(g.rates[c], 1) for c in CATEGORIES), counted(g.to_child), age)


def _commonest(book: Book, audit: Audit) -> None:
    sheet = book.sheet(
        "Commonest",
        [("What", 26), ("Name", 34), ("Records", 9), ("Times", 9), ("Why", 60), ("Instead, ask, or meaning", 60)],
    )
    at = 0
    for found in (*audit.answers.acronyms, *audit.answers.rules, *audit.answers.phrases):
        at += 1
        if found.category == "acronym":
            meaning = "; ".join(r.meaning for r in audit.lexicon.acronyms.get(found.name, ()))
            cells: tuple[Any, ...] = (LABELS["acronym"], found.name, found.records, found.times, "", meaning)
        else:
            label = label_of(found.name, audit.lexicon) if "/" in found.name else Label(found.name, "", "", "")
            cells = (LABELS[found.category], found.name, found.records, found.times, label.why, label.instead)  # type: ignore[index]
        book.row(sheet, at, cells)
    if at:
        sheet.autofilter(0, 0, at, 5)


def _prompts(book: Book, audit: Audit) -> None:
    for proforma in audit.proformas:
        rows = audit.records.filter(pl.col("proforma") == proforma.name)
        if not rows.height:
            continue
        columns = [("Row", 7), ("Record", 16), ("Child", 18), ("Date", 11), ("Team", 24), ("Words", 8)]
        columns += [(p.title, 14) for p in proforma.prompts]
        columns += [
            ("Words from earlier notes", 12),
            ("Share of the record", 10),
            ("From", 16),
            ("Dates out of order", 32),
        ]
        sheet = book.sheet(proforma.title, columns, [("Comment", 50)])
        for at, row in enumerate(rows.head(MOST_ROWS).iter_rows(named=True), 1):
            found = json.loads(row["prompts"])
            share = per_cent(row["copied_share"]) if row["copied_share"] else None
            cells = (
                row["row"],
                row["id"],
                row["child"],
                row["date"],
                row["team"],
                row["words"],
                *(found[p.id] for p in proforma.prompts),
                row["copied_words"],
                share,
                row["copied_from_id"],
                row["dates_out_of_order"],
            )
            book.row(sheet, at, cells)
        last, first = min(rows.height, MOST_ROWS), 6
        book.columns_to_fill(sheet, last, len(columns), len(columns))
        for state, colour in (("not found", "#F6D5CF"), ("thin", "#FBEFC9")):
            style = book.book.add_format({"bg_color": colour})
            sheet.conditional_format(
                1,
                first,
                last,
                first + len(proforma.prompts) - 1,
                {"type": "cell", "criteria": "==", "value": f'"{state}"', "format": style},
            )
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(columns))
