"""Where a sheet breaks when it is printed, fitted to the width of A4 across."""

from __future__ import annotations

from collections.abc import Sequence

from kit.workbook.book import Sheet

_WIDE, _HIGH = 770.0, 500.0
"""Points of A4 across that the margins leave."""
_DIGIT = 7.42
"""Pixels of a digit in Arial at 10 points, by which columns are measured; Excel rounds it to 7."""


def break_rows(
    sheet: Sheet, widths: Sequence[float], repeated: float, first: float, blocks: Sequence[tuple[int, float]]
) -> None:
    """Fit a sheet with columns of these widths in characters to one page across, and break it between blocks.

    `repeated` is the height in points of what heads every page, `first` of all that stands above the blocks on the
    first page; a block is its first row and its height. LibreOffice keeps these breaks. Excel, which fits a sheet only
    with breaks of its own, breaks between any two rows.
    """
    points = sum(_DIGIT * width + 5 for width in widths) * 0.75
    room = _HIGH / min(1.0, _WIDE / points)
    breaks, left = [], room - first
    for number, (row, tall) in enumerate(blocks):
        if tall > left and number:
            breaks.append(row)
            left = room - repeated
        left -= tall
    sheet.fit_to_pages(1, 0)
    sheet.set_h_pagebreaks(breaks)


__all__ = ["break_rows"]
