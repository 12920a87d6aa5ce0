"""A workbook with the house's formats: frozen headings, widths that show the text, nothing that runs."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import xlsxwriter

from notecheck.reports.audit_cells import harmless


class Book:
    """A workbook with the house's formats."""

    def __init__(self, path: Path) -> None:
        # Words stay words: nothing that came from an export becomes a formula or a link.
        self._widths: dict[str, list[float]] = {}
        options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        self.book = xlsxwriter.Workbook(str(path), options)
        font = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
        self.plain = self.book.add_format(font)
        self.wrap = self.book.add_format({**font, "text_wrap": True, "indent": 1, "align": "left"})
        self.title = self.book.add_format({**font, "bold": True, "font_size": 16})
        self.strong = self.book.add_format({**font, "bold": True, "text_wrap": True})
        self.head = self.book.add_format({**font, "bold": True, "text_wrap": True, "bg_color": "#E8EEF1", "bottom": 1})
        self.to_fill = self.book.add_format(
            {**font, "text_wrap": True, "bg_color": "#FFF8E1", "border": 1, "border_color": "#E0D6B8"}
        )
        self.fill_head = self.book.add_format(
            {**font, "bold": True, "text_wrap": True, "bg_color": "#F3DFA2", "bottom": 1}
        )
        self.grey = self.book.add_format({**font, "font_color": "#8A8A8A", "text_wrap": True})

    def sheet(self, name: str, columns: Sequence[tuple[str, float]], fill: Sequence[tuple[str, float]] = ()) -> Any:
        """A sheet with headings, frozen, and widths that show the text."""
        sheet = self.book.add_worksheet(name)
        self._widths[name] = [width for _, width in columns]
        for at, (heading, width) in enumerate((*columns, *fill)):
            sheet.set_column(at, at, width)
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
        """Write one row, high enough for its longest cell: not every program sees to that itself."""
        lines = 1
        for column, cell in enumerate(cells):
            if isinstance(cell, bool):
                sheet.write_string(at, column, "yes" if cell else "no", style or self.wrap)
            elif isinstance(cell, (int, float)):
                sheet.write_number(at, column, cell, style or self.plain)
            elif cell is not None and cell != "":
                text = harmless(str(cell))
                width = self._widths[sheet.get_name()][column] - 3
                lines = max(lines, sum(max(1, -(-len(part) // max(1, int(width)))) for part in text.split("\n")))
                sheet.write_string(at, column, text, style or self.wrap)
        sheet.set_row(at, 15.5 * min(lines, 12))
