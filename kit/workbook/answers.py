"""The sheet to fill in: a role, an answer and what was seen for each statement, and two places on the matrix."""

from __future__ import annotations

from dataclasses import dataclass, field

from xlsxwriter.utility import xl_rowcol_to_cell

from kit.form import Asked, Section
from kit.model.assessment import Position
from kit.workbook import paper
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.grid import Grid
from kit.workbook.measure import height
from kit.workbook.places import ANSWER, EVIDENCE, HIDDEN, ID, NOTES, PART, RESPONSE, VERSION
from kit.workbook.places import SHEET as NAME
from kit.workbook.words import Words, quoted

_LEVEL = 24.0
_WIDTHS = (_LEVEL,) * ANSWER + (17.0, 32.0, 26.0)
_HEAD = 3
"""The row of column headings, counted from 0: it stays in view, and heads every printed page."""
_ROOM = 96
"""Points of height to write evidence in."""


@dataclass
class Answers:
    """Where the sheet keeps what people give, as addresses such as `'Your answers'!$E$7`."""

    role: str = ""
    answer: dict[str, str] = field(default_factory=dict)
    """By the statement's reference."""
    evidence: dict[str, str] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)
    plans: dict[str, str] = field(default_factory=dict)
    """By `today` and `wanted`."""
    delivers: dict[str, str] = field(default_factory=dict)


def _address(row: int, column: int) -> str:
    return f"'{NAME}'!{xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)}"


class _Form(Grid):
    def __init__(self, book: Book, sheet: Sheet, words: Words) -> None:
        super().__init__(book, sheet, words)
        self.cells = Answers()

    def top(self, response: str) -> None:
        """Name, role, team and date, and the hidden columns' first rows."""
        book, sheet, name = self.book, self.sheet, self.form.name
        for column, width in enumerate(_WIDTHS):
            sheet.set_column(column, column, width)
        sheet.set_column(ID, RESPONSE, None, None, {"hidden": True})
        for row, tall in enumerate((height((name, 4 * _LEVEL, 19)), 24, 24)):
            self.tall(row, tall)
        sheet.merge_range(0, 0, 0, 3, name, book.title())
        sheet.merge_range(0, 4, 0, NOTES, "The yellow cells are yours. All else is locked.", book.quiet(align="right"))
        self.hidden(0, self.form.ref, "assessment", self.form.instrument.version)
        sheet.write_string(0, RESPONSE, response, book.quiet())
        self._role()
        self.entry(1, 3, "Service or team", 4, EVIDENCE)
        self.entry(2, 0, "Date", 1, 1)
        self.hidden(2, self.form.ref, "date")

    def _role(self) -> None:
        self.cells.role = _address(1, 1)
        self.hidden(1, self.form.ref, "role")
        if self.form.role:
            self.label(1, 0, "I am answering as")
            self.sheet.merge_range(1, 1, 1, 2, self.form.role.says, self.book.cell(bold=True))
            return
        self.entry(1, 0, "I am answering as", 1, 2)
        self.choice(1, 1, "role", "Your role", "Choose one from the list (Alt and the down arrow open it).")
        if any(len(asked.words) > 1 for asked in self.form.asked):
            hint = "Choose your role first. The statements are then worded for you."
            self.sheet.merge_range(2, 2, 2, EVIDENCE, hint, self.book.quiet(indent=1))

    def head(self) -> None:
        """The row of headings: what each level means in general, or what there is to choose from."""
        book, form = self.book, self.form
        means = [self.words.plain(text) for text in form.means]
        if means:
            texts = [(level.name, text) for level, text in zip(form.levels, means, strict=True)]
            self.tall(_HEAD, height(*((f"{name}\n{text}", _LEVEL, SIZE) for name, text in texts)))
            for column, (name, text) in enumerate(texts):
                self.led(_HEAD, column, name, f"\n{text}", book.head(bold=True), book.head())
        else:
            offered = f"Statement\nChoose from: {'; '.join(form.answers)}"
            self.tall(_HEAD, height((offered, 4 * _LEVEL, SIZE)))
            self.sheet.merge_range(_HEAD, 0, _HEAD, ANSWER - 1, offered, book.head(bold=True))
        for column, name in ((ANSWER, "Your answer"), (EVIDENCE, "What you have seen"), (NOTES, "Your notes")):
            self.sheet.write_string(_HEAD, column, name, book.head(bold=True))
        for column, name in zip((ID, PART, VERSION, RESPONSE), HIDDEN, strict=True):
            self.sheet.write_string(_HEAD, column, name, book.quiet())

    def section(self, row: int, section: Section) -> int:
        """Write the row that opens a section; return the row after it."""
        question, name = self.words.plain(section.question), section.name
        self.tall(row, height((question, 3 * _LEVEL + 17, SIZE), (name, _LEVEL, 13)))
        strong, style = self.book.section(bold=True), self.book.section(font_size=SIZE)
        if question:
            self.sheet.write_string(row, 0, name, strong)
            self.sheet.merge_range(row, 1, row, NOTES, question, style)
        else:
            self.sheet.merge_range(row, 0, row, NOTES, name, strong)
        return row + 1

    def statement(self, row: int, asked: Asked) -> int:
        """Write the rows of a statement; return the row after them."""
        if not asked.habits:
            self._plain(row, asked)
            return row + 1
        every = self.words.all_wordings(asked)
        self._band(row, f"{asked.number}. {asked.name}", every)
        if len(asked.words) > 1:
            place = f"MATCH({self.cells.role},{self.words.list_of('role')},0)"
            wordings = self.words.range_of(asked, "wordings", len(asked.words))
            formula = f"=IFERROR(INDEX({wordings},{place}),{self.words.cell_of(asked, 'all')})"
            self.sheet.write_formula(row, 1, formula, self.book.band(), every)
        self._levels(row + 1, asked)
        self._prompt(row + 2, asked)
        missing = _ROOM - self.heights[row + 1] - self.heights[row + 2]
        if missing > 0:
            self.tall(row + 2, self.heights[row + 2] + missing)
        self._given(row + 1, row + 2, asked)
        return row + 3

    def _plain(self, row: int, asked: Asked) -> None:
        """A statement of which there is only its text."""
        text = f"{asked.number}. {self.words.all_wordings(asked)}"
        self.tall(row, max(height((text, 4 * _LEVEL, SIZE)), 44))
        self.sheet.merge_range(row, 0, row, ANSWER - 1, text, self.book.cell())
        self._given(row, row, asked)

    def _band(self, row: int, title: str, text: str) -> None:
        self.tall(row, height((text, 3 * _LEVEL, SIZE), (title, _LEVEL, 12.5)))
        self.sheet.write_string(row, 0, title, self.book.band_title())
        self.sheet.merge_range(row, 1, row, 3, text, self.book.band())
        for column in (ANSWER, EVIDENCE, NOTES):
            self.sheet.write_blank(row, column, None, self.book.band())

    def _levels(self, row: int, asked: Asked) -> None:
        habits, book = self.words.habits(asked), self.book
        self.tall(row, height(*((habit, _LEVEL, SIZE * 1.06) for habit in habits)))  # bold when chosen
        for column, habit in enumerate(habits):
            self.sheet.write_string(row, column, habit, book.cell())
            mine = xl_rowcol_to_cell(row, ANSWER, row_abs=True, col_abs=True)
            self.sheet.conditional_format(row, column, row, column, {
                "type": "formula", "criteria": f"={mine}={quoted(self.form.answers[column])}", "format": book.chosen(),
            })

    def _prompt(self, row: int, asked: Asked) -> None:
        prompt = asked.evidence
        assert prompt
        strong, style = self.book.quiet(bold=True), self.book.quiet(indent=1)
        ask, counts, does_not = (self.words.plain(text) for text in (prompt.ask, prompt.counts, prompt.does_not))
        self.tall(row, height((f"What have you seen? {ask}", 2 * _LEVEL, SIZE), *(
            (f"This doesn't count: {text}", _LEVEL, SIZE) for text in (counts, does_not))))
        self.sheet.merge_range(row, 0, row, 1, "", style)
        self.led(row, 0, "What have you seen? ", ask, strong, style)
        self.led(row, 2, "This counts: ", counts, strong, style)
        self.led(row, 3, "This doesn't count: ", does_not, strong, style)

    def _given(self, row: int, last: int, asked: Asked) -> None:
        """The cells to type in, over the rows of a statement from `row` to `last`."""
        styles = {ANSWER: self.book.entry(bold=True), EVIDENCE: self.book.entry(valign="top"),
                  NOTES: self.book.entry(valign="top")}
        for column, style in styles.items():
            if last > row:
                self.sheet.merge_range(row, column, last, column, "", style)
            else:
                self.sheet.write_blank(row, column, None, style)
        self.hidden(row, asked.ref, "answer", asked.item.version)
        message = "Which is most like what happens? Choose from the list."
        self.choice(row, ANSWER, "answer", f"Statement {asked.number}", message)
        kept = {ANSWER: self.cells.answer, EVIDENCE: self.cells.evidence, NOTES: self.cells.notes}
        for column, addresses in kept.items():
            addresses[asked.ref] = _address(row, column)

    def position(self, row: int, asked: Position) -> int:
        """Write the question about the matrix; return the row after it."""
        book, sheet = self.book, self.sheet
        self._band(row, asked.name, self.words.plain(asked.ask))
        self.tall(row + 1, 20)
        for column, name in enumerate(("", asked.plans, asked.delivers)):
            sheet.write_string(row + 1, column, name, book.head(bold=True))
        sheet.merge_range(row + 1, 3, row + 1, EVIDENCE, "Its name on the map of nine squares", book.head(bold=True))
        self._place(row + 2, "today", asked.today)
        self._place(row + 3, "wanted", asked.wanted)
        return row + 4

    def _place(self, row: int, part: str, name: str) -> None:
        book = self.book
        self.tall(row, 26)
        self.sheet.write_string(row, 0, name, book.cell(bold=True))
        for column in (1, 2):
            self.sheet.write_blank(row, column, None, book.entry(bold=True))
            self.choice(row, column, "hands", name, "Choose one from the list. Leave it empty if you don't know.")
        self.cells.plans[part], self.cells.delivers[part] = _address(row, 1), _address(row, 2)
        hands = self.words.list_of("hands")
        across, down = (f"MATCH({cell},{hands},0)" for cell in (self.cells.plans[part], self.cells.delivers[part]))
        self.sheet.merge_range(row, 3, row, EVIDENCE, "", book.cell())
        formula = f'=IFERROR(INDEX({self.words.squares},{down},{across}),"")'
        self.sheet.write_formula(row, 3, formula, book.cell(), "")
        self.hidden(row, self.form.ref, part)


def write_answers(book: Book, sheet: Sheet, words: Words, response: str) -> Answers:
    """Write the sheet; return where people's answers will stand."""
    made = _Form(book, sheet, words)
    made.top(response)
    made.head()
    row, blocks = _HEAD + 1, []
    for section in words.form.sections:
        start = row
        if words.form.sectioned:
            row = made.section(row, section)
        for asked in section.asked:
            row = made.statement(row, asked)
            blocks.append((start, row))
            start = row
    if words.form.position:
        blocks.append((row, row + 4))
        row = made.position(row, words.form.position)
    tall = {start: sum(made.heights[one] for one in range(start, end)) for start, end in blocks}
    above = sum(made.heights[one] for one in range(_HEAD + 1))
    paper.break_rows(sheet, _WIDTHS, made.heights[_HEAD], above, list(tall.items()))
    sheet.repeat_rows(_HEAD)
    sheet.print_area(0, 0, row - 1, NOTES)
    sheet.freeze_panes(_HEAD + 1, 0)
    sheet.set_selection(1, 1, 1, 1)
    return made.cells


__all__ = ["NAME", "Answers", "write_answers"]
