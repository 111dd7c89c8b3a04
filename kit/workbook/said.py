"""The sheet that answers back: what was chosen, in words, and a next step for each. No totals, no grades."""

from __future__ import annotations

from xlsxwriter.utility import xl_rowcol_to_cell

from kit.model.assessment import HANDS, LEVELS, Statement
from kit.workbook.answers import NAME as ANSWERS
from kit.workbook.answers import Answers
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.words import LOOKS, Words, quoted

_WIDTHS = (24.0, 15.0, 29.0, 29.0, 31.0, 22.0, 22.0)
_NAMES = ("Statement", "Your answer", "What that looks like", "What you have seen", "A next step to try together")
_LAST = len(_WIDTHS) - 1
_ID = 7
_TABLE = 3
"""The row of column headings, counted from 0."""
NOT_YET = "Not answered yet"
NO_ANSWER = "Not one of the answers"
_NOTE = (
    f'This page fills itself in from "{ANSWERS}". It gives your words back, with something to try. '
    "There is no score. Lay it beside other people's, and talk about where they differ."
)


class _Results:
    def __init__(self, book: Book, sheet: Sheet, words: Words, cells: Answers) -> None:
        self.book, self.sheet, self.words, self.cells = book, sheet, words, cells

    def top(self) -> None:
        book, sheet = self.book, self.sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(_ID, _ID, None, None, {"hidden": True})
        for row, tall in enumerate((30, height((_NOTE, sum(_WIDTHS), SIZE)), 6, 20)):
            sheet.set_row(row, tall)
        sheet.merge_range(0, 0, 0, _LAST, "What you said", book.title())
        sheet.merge_range(1, 0, 1, _LAST, _NOTE, book.quiet())
        for column, name in enumerate(_NAMES):
            sheet.write_string(_TABLE, column, name, book.head(bold=True))
        sheet.merge_range(_TABLE, len(_NAMES), _TABLE, _LAST, "Look at, in the handbook", book.head(bold=True))
        sheet.write_string(_TABLE, _ID, "id", book.quiet())

    def statement(self, row: int, number: int, statement: Statement) -> None:
        """One row of the table."""
        book, sheet = self.book, self.sheet
        answer, seen = self.cells.answer[statement.ref], self.cells.evidence[statement.ref]
        name = f"{number}. {statement.name}"
        sheet.set_row(row, self._tall(statement, name))
        sheet.write_string(row, 0, name, book.cell(bold=True))
        known = f"ISNUMBER(MATCH({answer},{self.words.list_of('answer')},0))"
        echo = f'=IF({answer}="",{quoted(NOT_YET)},IF({known},{answer},{quoted(NO_ANSWER)}))'
        sheet.write_formula(row, 1, echo, book.cell(), NOT_YET)
        sheet.write_formula(row, 2, f"={self._found(statement, 'habits', 4)}", book.cell(), "")
        sheet.write_formula(row, 3, f'=IF({seen}="","",{seen}&"")', book.cell(), "")
        steps = self._found(statement, "steps", len(self.words.answers))
        sheet.write_formula(row, 4, f"={steps}", book.cell(bold=True), "")
        for column, group in enumerate(LOOKS, 5):
            self._look(row, column, statement, group)
        sheet.write_string(row, _ID, statement.ref, book.quiet())

    def _found(self, statement: Statement, group: str, length: int) -> str:
        """The formula, without its equals sign, for the text that belongs to the answer given."""
        place = f"MATCH({self.cells.answer[statement.ref]},{self.words.list_of('answer')},0)"
        return f'IFERROR(INDEX({self.words.range_of(statement, group, length)},{place})&"","")'

    def _look(self, row: int, column: int, statement: Statement, group: str) -> None:
        """A record's name, as a link where the handbook has an address."""
        name = self._found(statement, group, 4)
        if not self.words.published:
            self.sheet.write_formula(row, column, f"={name}", self.book.cell(), "")
            return
        to = self._found(statement, f"{group} to", 4)
        style = self.book.cell(font_color=self.book.brand.colours.accent, underline=1)
        self.sheet.write_formula(row, column, f'=IF({to}="","",HYPERLINK({to},{name}))', style, "")

    def _tall(self, statement: Statement, name: str) -> float:
        """Room for the longest that can show."""
        words = self.words
        looks = [look.words for level in LEVELS for look in words.looks(statement.levels[level].next)]
        texts = {0: [name], 2: words.habits(statement), 4: words.steps(statement), 5: looks}
        return height(*((text, _WIDTHS[column], SIZE * 1.06) for column, found in texts.items() for text in found))

    def counts(self, row: int) -> int:
        """How often each answer was chosen; return the row after."""
        book, sheet, many = self.book, self.sheet, len(self.words.statements)
        said = f"$B${_TABLE + 2}:$B${_TABLE + 1 + many}"
        sheet.set_row(row, 26)
        sheet.merge_range(row, 0, row, 2, "How often you chose each", book.heading())
        for line, name in enumerate((*self.words.answers, NOT_YET), row + 1):
            before = many if name == NOT_YET else 0
            sheet.set_row(line, 18)
            sheet.write_string(line, 0, name, book.cell(bold=True))
            here = xl_rowcol_to_cell(line, 1)
            sheet.write_formula(line, 1, f"=SUMPRODUCT(--({said}={quoted(name)}))", book.cell(align="left"), before)
            squares = book.style(font_color=book.brand.colours.accent, indent=1)
            sheet.write_formula(line, 2, f'=REPT("■ ",{here})', squares, "■ " * before)
        return row + 2 + len(self.words.answers)

    def matrix(self, row: int) -> int:
        """The nine squares, with today and wanted marked in words; return the row after."""
        book, sheet, asked = self.book, self.sheet, self.words.assessment.position
        caption = self.words.plain(asked.caption)
        sheet.set_row(row, 26)
        sheet.merge_range(row, 0, row, 4, asked.name, book.heading())
        sheet.set_row(row + 1, height((caption, sum(_WIDTHS[:5]), SIZE)))
        sheet.merge_range(row + 1, 0, row + 1, 4, caption, book.quiet())
        sheet.set_row(row + 2, 20)
        sheet.merge_range(row + 2, 0, row + 2, 1, f"{asked.plans} →   {asked.delivers} ↓", book.head())
        for column, words in enumerate(HANDS.values(), 2):
            sheet.write_string(row + 2, column, words, book.head(bold=True))
        for line, (delivers, words) in enumerate(HANDS.items(), row + 3):
            sheet.set_row(line, 54)
            sheet.merge_range(line, 0, line, 1, words, book.head(bold=True))
            for column, plans in enumerate(HANDS, 2):
                self._square(line, column, HANDS[plans], words, self.words.square(plans, delivers))
        return row + 6

    def _square(self, row: int, column: int, plans: str, delivers: str, name: str) -> None:
        asked, cells = self.words.assessment.position, self.cells
        marks = ""
        for part, words in (("today", asked.today), ("wanted", asked.wanted)):
            here = f"AND({cells.plans[part]}={quoted(plans)},{cells.delivers[part]}={quoted(delivers)})"
            marks += f'&IF({here},CHAR(10)&{quoted(f"● {words}")},"")'
        self.sheet.write_formula(row, column, f"={quoted(name)}{marks}", self.book.cell(), name)
        own = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
        self.sheet.conditional_format(row, column, row, column, {
            "type": "formula", "criteria": f"={own}<>{quoted(name)}", "format": self.book.chosen()})


def write_said(book: Book, sheet: Sheet, words: Words, cells: Answers) -> None:
    """Write the sheet; its values as saved are those of an empty form."""
    results = _Results(book, sheet, words, cells)
    results.top()
    for number, statement in enumerate(words.statements, 1):
        results.statement(_TABLE + number, number, statement)
    below = _TABLE + len(words.statements) + 1
    end = results.matrix(results.counts(below) + 1)
    sheet.set_h_pagebreaks([below])
    sheet.fit_to_pages(1, 0)
    sheet.print_area(0, 0, end - 1, _LAST)
    sheet.freeze_panes(_TABLE + 1, 0)


__all__ = ["NOT_YET", "NO_ANSWER", "write_said"]
