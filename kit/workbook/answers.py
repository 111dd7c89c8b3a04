"""The sheet to fill in: a role, an answer and what was seen for each statement, and the two places on the matrix."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from kit.model.assessment import LEVELS, Statement
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.words import Words

NAME = "Your answers"
_LEVEL, _ANSWER, _NOTES = 25.0, 19.0, 36.0
_HEAD = 3
"""The row of column headings, counted from 0: it stays in view, and heads every printed page."""
_ID, _PART = 6, 7
"""The hidden columns: what a row answers (`statement/...`), and which part of it (answer, evidence)."""


@dataclass
class Answers:
    """Where the sheet keeps what people give, as absolute addresses such as `'Your answers'!$E$7`."""

    role: str = ""
    answer: dict[str, str] = field(default_factory=dict)
    """By the statement's reference."""
    evidence: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    """By `today` and `wanted`."""
    delivers: dict[str, str] = field(default_factory=dict)


def _address(row: int, column: int, sheet: str = f"'{NAME}'!") -> str:
    return f"{sheet}{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


class _Form:
    def __init__(self, book: Book, sheet: Sheet, words: Words) -> None:
        self.book, self.sheet, self.words, self.cells = book, sheet, words, Answers()

    def columns(self) -> None:
        self.sheet.set_column(0, 3, _LEVEL)
        self.sheet.set_column(4, 4, _ANSWER)
        self.sheet.set_column(5, 5, _NOTES)
        self.sheet.set_column(_ID, _PART, None, None, {"hidden": True})
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(_HEAD)

    def top(self) -> None:
        book, sheet = self.book, self.sheet
        sheet.set_row(0, 30)
        sheet.merge_range(0, 0, 0, 3, self.words.assessment.name, book.title)
        sheet.merge_range(0, 4, 0, 5, "The yellow cells are yours. All else is locked.", book.style(
            font_color=book.brand.colours.muted, align="right", valign="vcenter"))
        sheet.set_row(1, 24)
        sheet.set_row(2, 24)
        self._entry(1, 0, "I am answering as", "role", 1, 2)
        self._entry(1, 3, "Service or team", "service", 4, 5)
        self._entry(2, 0, "Date", "date", 1, 1)
        sheet.merge_range(2, 2, 2, 5, "Choose your role first: the statements are then worded for you.", book.style(
            font_color=book.brand.colours.muted, valign="vcenter"))
        self.cells.role = _address(1, 1)
        self._choice(1, 1, "role", "Your role", "Choose one from the list (Alt and the down arrow open it).")

    def _entry(self, row: int, label: int, name: str, part: str, first: int, last: int) -> None:
        self.sheet.write_string(row, label, name, self.book.label)
        style = self.book.style(border=1, border_color=self.book.brand.colours.muted, bg_color="#FFF7DD", locked=False,
                                valign="vcenter")
        if last > first:
            self.sheet.merge_range(row, first, row, last, "", style)
        else:
            self.sheet.write_blank(row, first, None, style)
        if part == "role":
            self._hidden(row, self.words.assessment.ref, part)

    def _choice(self, row: int, column: int, name: str, title: str, message: str) -> None:
        self.sheet.data_validation(row, column, row, column, {
            "validate": "list", "source": f"={self.words.list_of(name)}", "input_title": title,
            "input_message": message, "error_title": "Not in the list",
            "error_message": "Please choose one from the list, or clear the cell.",
        })

    def _hidden(self, row: int, ref: str, part: str) -> None:
        self.sheet.write_string(row, _ID, ref, self.book.quiet)
        self.sheet.write_string(row, _PART, part, self.book.quiet)

    def head(self) -> None:
        scale, book = self.words.assessment.scale, self.book
        strong = book.bold(book.head)
        texts = [(scale[level].name, self.words.plain(scale[level].means)) for level in LEVELS]
        self.sheet.set_row(_HEAD, max(height((f"{a}\n{b}", _LEVEL, SIZE)) for a, b in texts))
        for column, (name, means) in enumerate(texts):
            self.sheet.write_rich_string(_HEAD, column, strong, name, book.head, f"\n{means}", book.head)
        self.sheet.write_string(_HEAD, 4, "Your answer", strong)
        self.sheet.write_string(_HEAD, 5, "Your notes", strong)
        self._hidden(_HEAD, "id", "part")

    def statement(self, row: int, number: int, statement: Statement) -> int:
        """Write the three rows of a statement; return the row after them."""
        self._band(row, number, statement)
        self._levels(row + 1, number, statement)
        self._evidence(row + 2, statement)
        return row + 3

    def _band(self, row: int, number: int, statement: Statement) -> None:
        book, words = self.book, self.words
        every = words.all_wordings(statement)
        title = f"{number}. {statement.name}"
        self.sheet.set_row(row, max(height((every, 3 * _LEVEL, SIZE)), height((title, _LEVEL, 12))))
        self.sheet.write_string(row, 0, title, book.style(
            bold=True, font_size=12, font_color=book.brand.colours.primary, bg_color=book.brand.colours.wash, top=2,
            top_color=book.brand.colours.primary))
        self.sheet.merge_range(row, 1, row, 3, "", book.band)
        look_up = f"MATCH({self.cells.role},{words.list_of('role')},0)"
        formula = f"=IFERROR(INDEX({words.range_of(statement, 'wordings', 3)},{look_up}),{words.cell_of(statement, 'all')})"
        self.sheet.write_formula(row, 1, formula, book.band, every)
        for column in (4, 5):
            self.sheet.write_blank(row, column, None, book.band)

    def _levels(self, row: int, number: int, statement: Statement) -> None:
        habits, book = self.words.habits(statement), self.book
        self.sheet.set_row(row, max(height((habit, _LEVEL, SIZE)) for habit in habits))
        for column, habit in enumerate(habits):
            self.sheet.write_string(row, column, habit, book.cell)
            name = self.words.answers[column].replace('"', '""')
            self.sheet.conditional_format(row, column, row, column, {
                "type": "formula", "criteria": f'={_address(row, 4, "")}="{name}"', "format": book.chosen})
        self.sheet.write_blank(row, 4, None, book.bold(book.entry))
        self.sheet.write_blank(row, 5, None, book.entry)
        self._hidden(row, statement.ref, "answer")
        self._choice(row, 4, "answer", f"Statement {number}", "Which is most like what happens? Choose one from the list.")
        self.cells.answer[statement.ref] = _address(row, 4)

    def _evidence(self, row: int, statement: Statement) -> None:
        book, prompt = self.book, statement.evidence
        ask, counts, does_not = (self.words.plain(text) for text in (prompt.ask, prompt.counts, prompt.does_not))
        texts = [f"What have you seen? {ask}", f"This counts: {counts}", f"This doesn't: {does_not}"]
        tallest = max(height((texts[0], 2 * _LEVEL, SIZE)), *(height((text, _LEVEL, SIZE)) for text in texts[1:]))
        self.sheet.set_row(row, max(tallest, 3.5 * SIZE * 1.24))
        self.sheet.merge_range(row, 0, row, 1, texts[0], book.quiet)
        self.sheet.write_string(row, 2, texts[1], book.quiet)
        self.sheet.write_string(row, 3, texts[2], book.quiet)
        self.sheet.merge_range(row, 4, row, 5, "", book.entry)
        self._hidden(row, statement.ref, "evidence")
        self.cells.evidence[statement.ref] = _address(row, 4)

    def position(self, row: int) -> int:
        """Write the question about the matrix; return the row after it."""
        asked, book, sheet = self.words.assessment.position, self.book, self.sheet
        text = self.words.plain(asked.ask)
        sheet.set_row(row, height((asked.name, _LEVEL, 12), (text, 3 * _LEVEL, SIZE)))
        sheet.write_string(row, 0, asked.name, book.style(
            bold=True, font_size=12, font_color=book.brand.colours.primary, bg_color=book.brand.colours.wash, top=2,
            top_color=book.brand.colours.primary))
        sheet.merge_range(row, 1, row, 3, text, book.band)
        for column in (4, 5):
            sheet.write_blank(row, column, None, book.band)
        strong = book.bold(book.head)
        for column, name in enumerate(("", asked.plans, asked.delivers)):
            sheet.write_string(row + 1, column, name, strong)
        sheet.merge_range(row + 1, 3, row + 1, 5, "Its name on the map of nine squares", strong)
        for step, (part, name) in enumerate((("today", asked.today), ("wanted", asked.wanted)), row + 2):
            self._place(step, part, name)
        return row + 4

    def _place(self, row: int, part: str, name: str) -> None:
        book = self.book
        self.sheet.set_row(row, 26)
        self.sheet.write_string(row, 0, name, book.bold(book.cell))
        for column in (1, 2):
            self.sheet.write_blank(row, column, None, book.entry)
            self._choice(row, column, "hands", name, "Choose one from the list. Leave it empty if you don't know.")
        self.cells.plans[part], self.cells.delivers[part] = _address(row, 1), _address(row, 2)
        self.sheet.merge_range(row, 3, row, 5, "", book.cell)
        self.sheet.write_formula(row, 3, f"={square(self.words, self.cells, part)}", book.cell, "")
        self._hidden(row, self.words.assessment.ref, part)


def square(words: Words, cells: Answers, part: str) -> str:
    """The formula, without its equals sign, for the name of a chosen square."""
    hands = words.list_of("hands")
    across, down = f"MATCH({cells.plans[part]},{hands},0)", f"MATCH({cells.delivers[part]},{hands},0)"
    return f'IFERROR(INDEX({words.square_range},{down},{across}),"")'


def write_answers(book: Book, sheet: Sheet, words: Words) -> Answers:
    """Write the sheet; return where people's answers will stand."""
    form = _Form(book, sheet, words)
    form.columns()
    form.top()
    form.head()
    row, breaks = _HEAD + 1, []
    for number, statement in enumerate(words.statements, 1):
        row = form.statement(row, number, statement)
        if number % 3 == 0:
            breaks.append(row)
    end = form.position(row)
    sheet.set_h_pagebreaks(breaks)
    sheet.print_area(0, 0, end - 1, 5)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.set_selection(1, 1, 1, 1)
    return form.cells


__all__ = ["Answers", "square", "write_answers"]
