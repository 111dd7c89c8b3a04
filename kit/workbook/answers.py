"""The sheet to fill in: a role, an answer and what was seen for each statement, and two places on the matrix."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from kit.model.assessment import LEVELS, Statement
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.words import Words, quoted

NAME = "Your answers"
_LEVEL, _ANSWER, _NOTES = 26.0, 19.0, 36.0
_ANSWERED, _NOTED = 4, 5
_ID, _PART = 6, 7
"""The hidden columns: what a row answers (`statement/...`), and which part of it (answer, evidence)."""
_HEAD = 3
"""The row of column headings, counted from 0: it stays in view, and heads every printed page."""
_ROOM = 62
"""Points of height to write evidence in."""
_A_PAGE = 2
"""Statements on a printed page."""


@dataclass
class Answers:
    """Where the sheet keeps what people give, as addresses such as `'Your answers'!$E$7`."""

    role: str = ""
    answer: dict[str, str] = field(default_factory=dict)
    """By the statement's reference."""
    evidence: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    """By `today` and `wanted`."""
    delivers: dict[str, str] = field(default_factory=dict)


def _address(row: int, column: int) -> str:
    return f"'{NAME}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


class _Form:
    def __init__(self, book: Book, sheet: Sheet, words: Words) -> None:
        self.book, self.sheet, self.words, self.cells = book, sheet, words, Answers()

    def columns(self) -> None:
        self.sheet.set_column(0, 3, _LEVEL)
        self.sheet.set_column(_ANSWERED, _ANSWERED, _ANSWER)
        self.sheet.set_column(_NOTED, _NOTED, _NOTES)
        self.sheet.set_column(_ID, _PART, None, None, {"hidden": True})

    def top(self) -> None:
        book, sheet = self.book, self.sheet
        name = self.words.assessment.name
        for row, tall in enumerate((height((name, 4 * _LEVEL, 19)), 24, 24)):
            sheet.set_row(row, tall)
        sheet.merge_range(0, 0, 0, 3, name, book.title())
        sheet.merge_range(0, 4, 0, 5, "The yellow cells are yours. All else is locked.", book.quiet(align="right"))
        self._entry(1, 0, "I am answering as", "role", 1, 2)
        self._entry(1, 3, "Service or team", "service", 4, 5)
        self._entry(2, 0, "Date", "date", 1, 1)
        hint = "Choose your role first. The statements are then worded for you."
        sheet.merge_range(2, 2, 2, 5, hint, book.quiet(indent=1))
        self.cells.role = _address(1, 1)
        self._choice(1, 1, "role", "Your role", "Choose one from the list (Alt and the down arrow open it).")

    def _entry(self, row: int, label: int, name: str, part: str, first: int, last: int) -> None:
        self.sheet.write_string(row, label, name, self.book.style(bold=True, indent=1))
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", self.book.entry())
        else:
            self.sheet.write_blank(row, first, None, self.book.entry())
        if part != "service":  # it shares its row with the role
            self._hidden(row, self.words.assessment.ref, part)

    def _choice(self, row: int, column: int, name: str, title: str, message: str) -> None:
        self.sheet.data_validation(row, column, row, column, {
            "validate": "list", "source": f"={self.words.list_of(name)}", "input_title": title,
            "input_message": message, "error_title": "Not in the list",
            "error_message": "Please choose one from the list, or clear the cell.",
        })

    def _hidden(self, row: int, ref: str, part: str) -> None:
        self.sheet.write_string(row, _ID, ref, self.book.quiet())
        self.sheet.write_string(row, _PART, part, self.book.quiet())

    def head(self) -> None:
        scale, book = self.words.assessment.scale, self.book
        texts = [(scale[level].name, self.words.plain(scale[level].means)) for level in LEVELS]
        self.sheet.set_row(_HEAD, height(*((f"{name}\n{means}", _LEVEL, SIZE) for name, means in texts)))
        for column, (name, means) in enumerate(texts):
            self._led(_HEAD, column, name, f"\n{means}", book.head(bold=True), book.head())
        self.sheet.write_string(_HEAD, _ANSWERED, "Your answer", book.head(bold=True))
        self.sheet.write_string(_HEAD, _NOTED, "Your notes", book.head(bold=True))
        self._hidden(_HEAD, "id", "part")

    def _led(self, row: int, column: int, lead: str, rest: str, strong: object, style: object) -> None:
        """A text that opens in bold."""
        self.sheet.write_rich_string(row, column, strong, lead, style, rest, style)

    def statement(self, row: int, number: int, statement: Statement) -> int:
        """Write the three rows of a statement; return the row after them."""
        every = self.words.all_wordings(statement)
        self._band(row, f"{number}. {statement.name}", every)
        place = f"MATCH({self.cells.role},{self.words.list_of('role')},0)"
        wordings, fallback = self.words.range_of(statement, "wordings", 3), self.words.cell_of(statement, "all")
        formula = f"=IFERROR(INDEX({wordings},{place}),{fallback})"
        self.sheet.write_formula(row, 1, formula, self.book.band(), every)
        self._levels(row + 1, number, statement)
        self._evidence(row + 2, statement)
        return row + 3

    def _band(self, row: int, title: str, text: str) -> None:
        self.sheet.set_row(row, height((text, 3 * _LEVEL, SIZE), (title, _LEVEL, 12.5)))
        self.sheet.write_string(row, 0, title, self.book.band_title())
        self.sheet.merge_range(row, 1, row, 3, text, self.book.band())
        for column in (_ANSWERED, _NOTED):
            self.sheet.write_blank(row, column, None, self.book.band())

    def _levels(self, row: int, number: int, statement: Statement) -> None:
        habits, book = self.words.habits(statement), self.book
        self.sheet.set_row(row, height(*((habit, _LEVEL, SIZE * 1.06) for habit in habits)))  # bold when chosen
        for column, habit in enumerate(habits):
            self.sheet.write_string(row, column, habit, book.cell())
            mine = xl_rowcol_to_cell(row, _ANSWERED, row_abs=True, col_abs=True)
            self.sheet.conditional_format(row, column, row, column, {
                "type": "formula", "criteria": f"={mine}={quoted(self.words.answers[column])}", "format": book.chosen(),
            })
        self.sheet.write_blank(row, _ANSWERED, None, book.entry(bold=True))
        self.sheet.write_blank(row, _NOTED, None, book.entry(valign="top"))
        self._hidden(row, statement.ref, "answer")
        message = "Which is most like what happens? Choose from the list."
        self._choice(row, _ANSWERED, "answer", f"Statement {number}", message)
        self.cells.answer[statement.ref] = _address(row, _ANSWERED)

    def _evidence(self, row: int, statement: Statement) -> None:
        book, prompt = self.book, statement.evidence
        strong, style = book.quiet(bold=True), book.quiet(indent=1)
        ask, counts, does_not = (self.words.plain(text) for text in (prompt.ask, prompt.counts, prompt.does_not))
        tall = height((f"What have you seen? {ask}", 2 * _LEVEL, SIZE), *(
            (f"This doesn't count: {text}", _LEVEL, SIZE) for text in (counts, does_not)))
        self.sheet.set_row(row, max(tall, _ROOM))
        self.sheet.merge_range(row, 0, row, 1, "", style)
        self._led(row, 0, "What have you seen? ", ask, strong, style)
        self._led(row, 2, "This counts: ", counts, strong, style)
        self._led(row, 3, "This doesn't count: ", does_not, strong, style)
        self.sheet.merge_range(row, _ANSWERED, row, _NOTED, "", book.entry(valign="top"))
        self._hidden(row, statement.ref, "evidence")
        self.cells.evidence[statement.ref] = _address(row, _ANSWERED)

    def position(self, row: int) -> int:
        """Write the question about the matrix; return the row after it."""
        asked, book, sheet = self.words.assessment.position, self.book, self.sheet
        self._band(row, asked.name, self.words.plain(asked.ask))
        sheet.set_row(row + 1, 20)
        for column, name in enumerate(("", asked.plans, asked.delivers)):
            sheet.write_string(row + 1, column, name, book.head(bold=True))
        sheet.merge_range(row + 1, 3, row + 1, 5, "Its name on the map of nine squares", book.head(bold=True))
        self._place(row + 2, "today", asked.today)
        self._place(row + 3, "wanted", asked.wanted)
        return row + 4

    def _place(self, row: int, part: str, name: str) -> None:
        book = self.book
        self.sheet.set_row(row, 26)
        self.sheet.write_string(row, 0, name, book.cell(bold=True))
        for column in (1, 2):
            self.sheet.write_blank(row, column, None, book.entry(bold=True))
            self._choice(row, column, "hands", name, "Choose one from the list. Leave it empty if you don't know.")
        self.cells.plans[part], self.cells.delivers[part] = _address(row, 1), _address(row, 2)
        hands = self.words.list_of("hands")
        across, down = (f"MATCH({cell},{hands},0)" for cell in (self.cells.plans[part], self.cells.delivers[part]))
        self.sheet.merge_range(row, 3, row, 5, "", book.cell())
        formula = f'=IFERROR(INDEX({self.words.squares},{down},{across}),"")'
        self.sheet.write_formula(row, 3, formula, book.cell(), "")
        self._hidden(row, self.words.assessment.ref, part)


def write_answers(book: Book, sheet: Sheet, words: Words) -> Answers:
    """Write the sheet; return where people's answers will stand."""
    form = _Form(book, sheet, words)
    form.columns()
    form.top()
    form.head()
    row, breaks = _HEAD + 1, []
    for number, statement in enumerate(words.statements, 1):
        if number > 1 and number % _A_PAGE == 1:
            breaks.append(row)
        row = form.statement(row, number, statement)
    end = form.position(row)
    sheet.set_h_pagebreaks(breaks)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEAD)
    sheet.print_area(0, 0, end - 1, _NOTED)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.set_selection(1, 1, 1, 1)
    return form.cells


__all__ = ["NAME", "Answers", "write_answers"]
