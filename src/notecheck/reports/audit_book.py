"""A workbook with the house's formats: frozen headings, widths that show the text, nothing that runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from notecheck.reports.audit_cells import harmless

_LINE = 15.5  # points
_MOST_LINES = 12  # that a row is made high enough for
_MOST_KEPT = 5_000  # texts whose height is remembered


class Book:
    """A workbook with the house's formats."""

    def __init__(self, path: Path) -> None:
        # Words stay words: nothing that came from an export becomes a formula or a link.
        self._widths: dict[str, list[int]] = {}
        self._heights: dict[tuple[str, int], int] = {}
        options = {
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
            # A row is written and forgotten; what waits on disk waits where the workbook will be, and nowhere else.
            "constant_memory": True,
            "tmpdir": str(path.parent),
        }
        self.book = xlsxwriter.Workbook(str(path), options)
        font = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self.plain = self.book.add_format(font)
        self.wrap = self.book.add_format({**font, "text_wrap": True, "indent": 1, "align": "left"})
        self.title = self.book.add_format({**font, "bold": True, "font_size": 16})
        self.strong = self.book.add_format({**font, "bold": True, "text_wrap": True})
        self.head = self.book.add_format({**font, "bold": True, "text_wrap": True, "bg_color": "#E8EEF1", "bottom": 1})
        self.to_fill = self.book.add_format({"bg_color": "#FFF8E1", "border": 1, "border_color": "#E0D6B8"})
        self.fill_head = self.book.add_format(
            {**font, "bold": True, "text_wrap": True, "bg_color": "#F3DFA2", "bottom": 1}
        )
        self.grey = self.book.add_format({**font, "font_color": "#8A8A8A", "text_wrap": True})

    def sheet(self, name: str, columns: Sequence[tuple[str, float]], fill: Sequence[tuple[str, float]] = ()) -> Any:
        """A sheet with headings, frozen, and widths that show the text."""
        sheet = self.book.add_worksheet(name)
        self._widths[name] = [max(1, int(width - 3)) for _, width in columns]
        for at, (heading, width) in enumerate((*columns, *fill)):
            sheet.set_column(at, at, width, self.wrap if at >= len(columns) else None)
            sheet.write_string(0, at, heading, self.fill_head if at >= len(columns) else self.head)
        sheet.set_row(0, 48)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&F&CNothing was uploaded. A clean result is not a good note.&R&P")
        return sheet

    def row(self, sheet: Any, at: int, cells: Sequence[Any], style: Any = None) -> None:
        """Write one row, high enough for its longest cell: not every program sees to that itself.

        Rows of a sheet are written from the first to the last.
        """
        lines = 1
        for column, cell in enumerate(cells):
            if isinstance(cell, bool):
                sheet.write_string(at, column, "yes" if cell else "no", style or self.wrap)
            elif isinstance(cell, (int, float)):
                sheet.write_number(at, column, cell, style or self.plain)
            elif cell is not None and cell != "":
                text = harmless(str(cell))
                width = self._widths[sheet.name][column]
                if len(text) > width or "\n" in text:
                    lines = max(lines, self._lines(text, width))
                sheet.write_string(at, column, text, style or self.wrap)
        if lines > 1:
            sheet.set_row(at, _LINE * min(lines, _MOST_LINES))

    def columns_to_fill(self, sheet: Any, last_row: int, first: int, last: int) -> None:
        """Colour the cells that the auditors fill in, without a cell written for each."""
        if last_row:
            rule = {"type": "formula", "criteria": "=TRUE", "format": self.to_fill}
            sheet.conditional_format(1, first, last_row, last, rule)

    def _lines(self, text: str, width: int) -> int:
        """Explanations of rules come again and again."""
        if len(self._heights) > _MOST_KEPT:
            self._heights.clear()
        known = self._heights.get((text, width))
        if known is None:
            known = self._heights[(text, width)] = sum(max(1, -(-len(part) // width)) for part in text.split("\n"))
        return known
