"""The sheet that answers back: what was chosen, in words, and a next step for each. No totals, no grades."""

from __future__ import annotations

from itertools import product

from kit.model.assessment import HANDS, LEVELS, Statement
from kit.workbook.answers import Answers, square
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.words import Words

_WIDTHS = (24.0, 15.0, 29.0, 27.0, 33.0, 21.0, 21.0)
_TABLE = 3
"""The row of column headings, counted from 0."""
_ID = 7
NOT_YET = "Not answered yet"
NO_ANSWER = "Not one of the answers"


class _Results:
    def __init__(self, book: Book, sheet: Sheet, words: Words, cells: Answers) -> None:
        self.book, self.sheet, self.words, self.cells = book, sheet, words, cells

    @property
    def _answers(self) -> str:
        return self.words.list_of("answer")

    def top(self) -> None:
        book, sheet = self.book, self.sheet
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(_ID, _ID, None, None, {"hidden": True})
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, 6, "What you said", book.title)
        note = (
            'This page fills itself in from "Your answers". It gives your words back, with something to try. '
            "There is no score: lay it beside other people's and talk about where they differ."
        )
        sheet.set_row(1, height((note, sum(_WIDTHS), SIZE)))
        sheet.merge_range(1, 0, 1, 6, note, book.quiet)
        sheet.set_row(2, 6)
        names = ["Statement", "Your answer", "What that looks like", "What you have seen", "A next step to try together"]
        for column, name in enumerate(names):
            sheet.write_string(_TABLE, column, name, book.bold(book.head))
        sheet.merge_range(_TABLE, 5, _TABLE, 6, "Look at, in the handbook", book.bold(book.head))
        sheet.write_string(_TABLE, _ID, "id", book.quiet)

    def statement(self, row: int, number: int, statement: Statement) -> None:
        """One row of the table."""
        book, words, sheet = self.book, self.words, self.sheet
        answer, seen = self.cells.answer[statement.ref], self.cells.evidence[statement.ref]
        name = f"{number}. {statement.name}"
        sheet.set_row(row, self._tall(statement, name))
        sheet.write_string(row, 0, name, book.bold(book.cell))
        known = f"ISNUMBER(MATCH({answer},{self._answers},0))"
        echo = f'=IF({answer}="","{NOT_YET}",IF({known},{answer},"{NO_ANSWER}"))'
        sheet.write_formula(row, 1, echo, book.cell, NOT_YET)
        sheet.write_formula(row, 2, f"={self._found(statement, 'habits', 4)}", book.cell, "")
        sheet.write_formula(row, 3, f'=IF({seen}="","",{seen})', book.cell, "")
        sheet.write_formula(row, 4, f"={self._found(statement, 'steps', len(words.answers))}", book.bold(book.cell), "")
        self._look(row, 5, statement, "first")
        self._look(row, 6, statement, "second")
        sheet.write_string(row, _ID, statement.ref, book.quiet)

    def _found(self, statement: Statement, group: str, length: int) -> str:
        place = f"MATCH({self.cells.answer[statement.ref]},{self._answers},0)"
        return f'IFERROR(INDEX({self.words.range_of(statement, group, length)},{place})&"","")'

    def _look(self, row: int, column: int, statement: Statement, group: str) -> None:
        """A record's name, as a link where the handbook has an address."""
        name, to = self._found(statement, group, 4), self._found(statement, f"{group} to", 4)
        looks = [self.words.look(level.next, column - 5) for _, level in statement.levels.each()]
        linked = any(look.url for look in looks)
        formula = f'=IF({to}="",{name},HYPERLINK({to},{name}))' if linked else f"={name}"
        more = {"font_color": self.book.brand.colours.accent, "underline": 1} if linked else {}
        style = self.book.style(border=1, border_color="#C9C5BB", **more)
        self.sheet.write_formula(row, column, formula, style, "")

    def _tall(self, statement: Statement, name: str) -> float:
        words = self.words
        habits = [(text, _WIDTHS[2], SIZE) for text in words.habits(statement)]
        steps = [(text, _WIDTHS[4] * 0.92, SIZE) for text in words.steps(statement)]
        looks = [(words.look(words_level.next, n).words, _WIDTHS[5], SIZE)
                 for (_, words_level), n in product(statement.levels.each(), (0, 1))]
        return max(height(*habits, *steps, *looks, (name, _WIDTHS[0] * 0.92, SIZE)), 60)

    def counts(self, row: int) -> int:
        """How often each answer was chosen; return the row after."""
        book, sheet = self.book, self.sheet
        first, last = _TABLE + 2, _TABLE + 1 + len(self.words.statements)
        sheet.set_row(row, 24)
        sheet.merge_range(row, 0, row, 2, "How often you chose each", book.heading)
        for number, name in enumerate((*self.words.answers, NOT_YET), row + 1):
            sheet.set_row(number, 17)
            sheet.write_string(number, 0, name, book.cell)
            mine = f'SUMPRODUCT(--($B${first}:$B${last}=A{number + 1}))'
            start = len(self.words.statements) if name == NOT_YET else 0
            sheet.write_formula(number, 1, f"={mine}", book.style(border=1, border_color="#C9C5BB", align="center"), start)
            bar = book.style(font_color=book.brand.colours.accent, text_wrap=False)
            sheet.write_formula(number, 2, f'=REPT("■ ",B{number + 1})', bar, "■ " * start)
        return row + 2 + len(self.words.answers)

    def matrix(self, row: int) -> int:
        """The nine squares, with today and wanted marked in words; return the row after."""
        book, sheet, asked = self.book, self.sheet, self.words.assessment.position
        sheet.set_row(row, 24)
        sheet.merge_range(row, 0, row, 4, asked.name, book.heading)
        sheet.merge_range(row + 1, 0, row + 1, 4, self.words.plain(asked.caption), book.quiet)
        sheet.set_row(row + 1, height((self.words.plain(asked.caption), sum(_WIDTHS[:5]), SIZE)))
        strong = book.bold(book.head)
        sheet.merge_range(row + 2, 0, row + 2, 1, f"{asked.plans} →   {asked.delivers} ↓", strong)
        for column, words in enumerate(HANDS.values(), 2):
            sheet.write_string(row + 2, column, words, strong)
        for step, (delivers, words) in enumerate(HANDS.items(), row + 3):
            sheet.set_row(step, 44)
            sheet.merge_range(step, 0, step, 1, words, strong)
            for column, plans in enumerate(HANDS, 2):
                self._square(step, column, self.words.square(plans, delivers))
        return row + 6

    def _square(self, row: int, column: int, name: str) -> None:
        asked, book = self.words.assessment.position, self.book
        own = '"' + name.replace('"', '""') + '"'
        marks = "".join(
            f'&IF({square(self.words, self.cells, part)}={own},CHAR(10)&"● {words}","")'
            for part, words in (("today", asked.today), ("wanted", asked.wanted))
        )
        self.sheet.write_formula(row, column, f"={own}{marks}", book.cell, name)
        criteria = " , ".join(f"{square(self.words, self.cells, part)}={own}" for part in ("today", "wanted"))
        self.sheet.conditional_format(row, column, row, column, {
            "type": "formula", "criteria": f'=LEN({_here(row, column)})>{len(name)}', "format": book.chosen})
        del criteria


def _here(row: int, column: int) -> str:
    return f"${chr(65 + column)}${row + 1}"


def write_said(book: Book, sheet: Sheet, words: Words, cells: Answers) -> None:
    """Write the sheet; its values as saved are those of an empty form."""
    results = _Results(book, sheet, words, cells)
    results.top()
    for number, statement in enumerate(words.statements, 1):
        results.statement(_TABLE + number, number, statement)
    row = results.counts(_TABLE + len(words.statements) + 2)
    end = results.matrix(row + 1)
    sheet.repeat_rows(_TABLE)
    sheet.print_area(0, 0, end - 1, 6)
    sheet.fit_to_pages(1, 0)
    sheet.freeze_panes(_TABLE + 1, 0)


__all__ = ["NOT_YET", "NO_ANSWER", "write_said"]
