"""What the rows of the sheet to fill in are made of: labels, cells to type in, lists to choose from, hidden columns."""

from __future__ import annotations

from kit.workbook.book import Book, Sheet
from kit.workbook.places import ID, PART, VERSION
from kit.workbook.words import Words


class Grid:
    """A sheet being filled, and how tall its rows have come out."""

    def __init__(self, book: Book, sheet: Sheet, words: Words) -> None:
        self.book, self.sheet, self.words, self.form = book, sheet, words, words.form
        self.heights: dict[int, float] = {}

    def tall(self, row: int, height: float) -> None:
        """Set a row's height, and remember it for the page breaks."""
        self.heights[row] = height
        self.sheet.set_row(row, height)

    def label(self, row: int, column: int, name: str) -> None:
        """What a cell to type in is for."""
        self.sheet.write_string(row, column, name, self.book.style(bold=True, indent=1))

    def entry(self, row: int, label: int, name: str, first: int, last: int) -> None:
        """A label, and the cell or cells to type in."""
        self.label(row, label, name)
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.book.entry())
        else:
            self.sheet.write_blank(row, first, None, self.book.entry())

    def choice(self, row: int, column: int, name: str, title: str, message: str) -> None:
        """Let a cell be filled from one of the lists of words."""
        self.sheet.data_validation(row, column, row, column, {
            "validate": "list", "source": f"={self.words.list_of(name)}", "input_title": title,
            "input_message": message, "error_title": "Not in the list",
            "error_message": "Please choose one from the list, or clear the cell.",
        })

    def hidden(self, row: int, ref: str, part: str, version: int | None = None) -> None:
        """Say in the hidden columns what a row asks for."""
        self.sheet.write_string(row, ID, ref, self.book.quiet())
        self.sheet.write_string(row, PART, part, self.book.quiet())
        if version is not None:
            self.sheet.write_number(row, VERSION, version, self.book.quiet())

    def led(self, row: int, column: int, lead: str, rest: str, strong: object, style: object) -> None:
        """A text that opens in bold."""
        self.sheet.write_rich_string(row, column, strong, lead, style, rest, style)


__all__ = ["Grid"]
