"""Who plans and who does it: each group's nine squares, today and as it wants them, side by side."""

from __future__ import annotations

from kit.model.assessment import HANDS
from kit.report.pieces import Placing, Report
from kit.workbook.measure import height
from kit.workbook.tables import Reading

WIDTHS = (22.0, 20.0, 20.0, 20.0, 3.0, 22.0, 20.0, 20.0, 20.0)
_SIDES = (0, 5)
_TINT = "#DDEDEB"


def squares(sheet: Reading, told: Report) -> None:
    """Write every group's squares below what the sheet says already."""
    for number, pair in enumerate(zip(told.placings[::2], told.placings[1::2], strict=True)):
        if number and number % 2 == 0:
            sheet.sheet.set_h_pagebreaks([*sheet.sheet.hbreaks, sheet.row])
        sheet.heading(pair[0].group)
        _pair(sheet, pair, told)


def _pair(sheet: Reading, pair: tuple[Placing, Placing], told: Report) -> None:
    book, paper = sheet.book, sheet.sheet
    for column, one in zip(_SIDES, pair, strict=True):
        paper.write_string(sheet.row, column, one.when, book.style(bold=True))
        paper.write_string(sheet.row + 1, column, "Who plans →\nWho does it ↓", book.head())
        for place, name in enumerate(HANDS.values(), column + 1):
            paper.write_string(sheet.row + 1, place, name, book.head(bold=True, align="center", indent=0))
        for line, (delivers, name) in enumerate(HANDS.items(), sheet.row + 2):
            paper.write_string(line, column, name, book.head(bold=True))
            for place, plans in enumerate(HANDS, column + 1):
                _square(sheet, line, place, one.squares.get((plans, delivers), 0), told.names.get((plans, delivers)))
        if one.note:
            paper.merge_range(sheet.row + 5, column, sheet.row + 5, column + 3, one.note, book.quiet())
    for row, tall in enumerate((20, 34, 48, 48, 48), sheet.row):
        paper.set_row(row, tall)
    notes = [(one.note, sum(WIDTHS[:4]), 10.0) for one in pair]
    paper.set_row(sheet.row + 5, height(*notes, pad=5))
    sheet.row += 6


def _square(sheet: Reading, row: int, column: int, count: int, name: str | None) -> None:
    """A count above the name of its square; tinted where anybody chose it."""
    book = sheet.book
    ground = {"bg_color": _TINT} if count else {}
    cell = book.cell(align="center", indent=0, **ground)
    big = book.style(bold=True, font_size=14) if count else book.quiet()
    small = book.style(font_size=8) if count else book.quiet(font_size=8)
    if name:
        sheet.sheet.write_rich_string(row, column, big, str(count), small, f"\n{name}", cell)
    else:
        sheet.sheet.write_number(row, column, count, cell)


__all__ = ["WIDTHS", "squares"]
