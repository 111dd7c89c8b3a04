"""Sheets to read and not to fill in: headings, lines and tables, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from kit import __version__
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height

LONGEST = 32_767
"""Characters that a cell of Excel takes."""
_TALLEST = 400.0
"""Points; Excel's rows end at 409."""


def text(value: str) -> str:
    """A text as a cell can hold it."""
    return value if len(value) <= LONGEST else value[:LONGEST - 1] + "…"


class Reading:
    """A sheet being written from the top."""

    def __init__(self, book: Book, name: str, widths: Sequence[float], stays: str) -> None:
        self.book, self.name, self.widths, self.row = book, name, tuple(widths), 0
        self.tall = 0.0
        """Points of the last table's rows, its heads apart."""
        self.sheet: Sheet = book.sheet(name, locked=False)
        for column, width in enumerate(self.widths):
            self.sheet.set_column(column, column, width)
        maker = f"Made with {book.brand.name} {__version__}".replace("&", "&&")
        self.sheet.set_footer(f"&L&8{maker}&R&8Page &P of &N")
        self.sheet.fit_to_pages(1, 0)
        self.line(name, book.title(), 18)
        if stays:
            self.sheet.set_header(f"&C&9{stays}")
            self.line(stays, book.style(bold=True, font_color=book.brand.colours.warm))

    def line(self, value: str, style: object = None, size: float = SIZE, pad: float = 5) -> None:
        """A text across the whole sheet."""
        self.sheet.set_row(self.row, min(height((value, sum(self.widths), size * 1.04), pad=pad), _TALLEST))
        style = style or self.book.style()
        if len(self.widths) > 1:
            self.sheet.merge_range(self.row, 0, self.row, len(self.widths) - 1, "", style)
        self.sheet.write_string(self.row, 0, text(value), style)
        self.row += 1

    def heading(self, value: str) -> None:
        """A heading, with room above it."""
        self.gap()
        self.line(value, self.book.heading(), 13, pad=7)

    def gap(self, tall: float = 8) -> None:
        """An empty row."""
        self.sheet.set_row(self.row, tall)
        self.row += 1

    def table(
        self, heads: Sequence[str], rows: Sequence[Sequence[str | int]], least: float = 0, repeat: bool = False
    ) -> int:
        """A table, figures in the middle of their cells; return its first row. `repeat` its heads on every page."""
        first = self.row
        figures = {column for column in range(len(heads)) if rows and isinstance(rows[0][column], int)}
        self.sheet.set_row(first, height(*((head, self.widths[column], SIZE * 1.1)
                                           for column, head in enumerate(heads))))
        for column, head in enumerate(heads):
            style = self.book.head(bold=True, **({"align": "center", "indent": 0} if column in figures else {}))
            self.sheet.write_string(first, column, text(head), style)
        self.tall = 0.0
        for row in rows:
            self.row += 1
            self._cells(row, least)
        if repeat:
            self.sheet.repeat_rows(first)
            self.sheet.freeze_panes(first + 1, 0)
        self.row += 1
        return first

    def _cells(self, row: Sequence[str | int], least: float) -> None:
        tall = height(*((value, self.widths[column], SIZE) for column, value in enumerate(row)
                        if isinstance(value, str)), ("", 9, SIZE), pad=7)
        tall = min(max(tall, least), _TALLEST)
        self.tall += tall
        self.sheet.set_row(self.row, tall)
        for column, value in enumerate(row):
            if isinstance(value, int):
                self.sheet.write_number(self.row, column, value, self.book.cell(align="center", indent=0))
            else:
                self.sheet.write_string(self.row, column, text(value), self.book.cell())


__all__ = ["Reading", "text"]
