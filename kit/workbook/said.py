"""The sheet that answers back: what was chosen, in words, and a next step for each. No totals, no grades."""

from __future__ import annotations

from dataclasses import dataclass

from kit.form import Asked
from kit.workbook import paper
from kit.workbook.answers import Answers
from kit.workbook.book import SIZE, Book, Sheet
from kit.workbook.measure import height
from kit.workbook.places import SHEET as ANSWERS
from kit.workbook.words import LOOKS, Words, quoted

NAME = "What you said"
_STATEMENT, _ANSWER, _HABIT, _SEEN, _STEP, _LOOK = 23.0, 14.0, 31.0, 27.0, 36.0, 23.0
_BROUGHT = (70.0, 22.0, 45.0, 40.0)
"""Widths where there are no habits and no next steps: statement, answer, what was seen, notes."""
_TABLE = 3
"""The row of column headings, counted from 0."""
NOT_YET = "Not answered yet"
NO_ANSWER = "Not one of the answers"
_NOTE = (
    f'This page fills itself in from "{ANSWERS}". It gives your words back{{0}}. '
    "There is no score. Lay it beside other people's, and talk about where they differ."
)


@dataclass(frozen=True)
class Group:
    """Statements that stand together on the sheet, one a row."""

    name: str
    first: int
    """The row of the first, counted from 0."""
    many: int

    @property
    def said(self) -> str:
        """The range of what was answered to them."""
        return f"'{NAME}'!$B${self.first + 1}:$B${self.first + self.many}"


class _Results:
    def __init__(self, book: Book, sheet: Sheet, words: Words, cells: Answers) -> None:
        self.book, self.sheet, self.words, self.cells = book, sheet, words, cells
        self.ours = bool(words.form.record)
        self.widths = (_STATEMENT, _ANSWER, _HABIT, _SEEN, _STEP, *(_LOOK for _ in LOOKS)) if self.ours else _BROUGHT
        self.last = len(self.widths) - 1
        self.heights: dict[int, float] = {}

    def tall(self, row: int, height: float) -> None:
        self.heights[row] = height
        self.sheet.set_row(row, height)

    def top(self) -> None:
        book, sheet = self.book, self.sheet
        for column, width in enumerate(self.widths):
            sheet.set_column(column, column, width)
        sheet.set_column(self.last + 1, self.last + 1, None, None, {"hidden": True})
        note = _NOTE.format(", with something to try" if self.ours else "")
        for row, tall in enumerate((30, height((note, sum(self.widths), SIZE)), 6, 20)):
            self.tall(row, tall)
        sheet.merge_range(0, 0, 0, self.last, NAME, book.title())
        sheet.merge_range(1, 0, 1, self.last, note, book.quiet())
        names = ["Statement", "Your answer", "What you have seen", "Your notes"]
        if self.ours:
            names[2:] = ["What that looks like", "What you have seen", "A next step to try together"]
            sheet.merge_range(_TABLE, len(names), _TABLE, self.last, "Look at, in the handbook", book.head(bold=True))
        for column, name in enumerate(names):
            sheet.write_string(_TABLE, column, name, book.head(bold=True))
        sheet.write_string(_TABLE, self.last + 1, "id", book.quiet())

    def section(self, row: int, name: str) -> None:
        self.tall(row, 21)
        self.sheet.merge_range(row, 0, row, self.last, name, self.book.section(bold=True))

    def statement(self, row: int, asked: Asked) -> None:
        """One row of the table."""
        book, sheet = self.book, self.sheet
        answer = self.cells.answer[asked.ref]
        name = f"{asked.number}. {asked.name or self.words.all_wordings(asked)}"
        self.tall(row, self._tall(asked, name))
        sheet.write_string(row, 0, name, book.cell(bold=self.ours))
        known = f"ISNUMBER(MATCH({answer},{self.words.list_of('answer')},0))"
        echo = f'=IF({answer}="",{quoted(NOT_YET)},IF({known},{answer},{quoted(NO_ANSWER)}))'
        sheet.write_formula(row, 1, echo, book.cell(bold=not self.ours), NOT_YET)
        seen, notes = (f'=IF({cell}="","",{cell}&"")'
                       for cell in (self.cells.evidence[asked.ref], self.cells.notes[asked.ref]))
        if self.ours:
            sheet.write_formula(row, 2, f"={self._found(asked, 'habits', 4)}", book.cell(), "")
            sheet.write_formula(row, 3, seen, book.cell(), "")
            steps = self._found(asked, "steps", len(self.words.form.answers))
            sheet.write_formula(row, 4, f"={steps}", book.cell(bold=True), "")
            for column, group in enumerate(LOOKS, 5):
                self._look(row, column, asked, group)
        else:
            sheet.write_formula(row, 2, seen, book.cell(), "")
            sheet.write_formula(row, 3, notes, book.cell(), "")
        sheet.write_string(row, self.last + 1, asked.ref, book.quiet())

    def _found(self, asked: Asked, group: str, length: int) -> str:
        """The formula, without its equals sign, for the text that belongs to the answer given."""
        place = f"MATCH({self.cells.answer[asked.ref]},{self.words.list_of('answer')},0)"
        return f'IFERROR(INDEX({self.words.range_of(asked, group, length)},{place})&"","")'

    def _look(self, row: int, column: int, asked: Asked, group: str) -> None:
        """A record's name, as a link where the handbook has an address."""
        name = self._found(asked, group, 4)
        if not self.words.published:
            self.sheet.write_formula(row, column, f"={name}", self.book.cell(), "")
            return
        to = self._found(asked, f"{group} to", 4)
        style = self.book.cell(font_color=self.book.brand.colours.accent, underline=1)
        self.sheet.write_formula(row, column, f'=IF({to}="","",HYPERLINK({to},{name}))', style, "")

    def _tall(self, asked: Asked, name: str) -> float:
        """Room for the longest that can show."""
        words = self.words
        if not self.ours:
            return max(height((name, _BROUGHT[0], SIZE)), 34)
        looks = [look.words for step in asked.next for look in words.looks(step)]
        texts = {0: [name], 2: words.habits(asked), 4: words.steps(asked), 5: looks}
        return height(*((text, self.widths[column], SIZE * 1.06) for column, found in texts.items() for text in found))


def write_said(book: Book, sheet: Sheet, words: Words, cells: Answers) -> list[Group]:
    """Write the sheet, and return where its groups stand; its values as saved are those of an empty form."""
    results, form = _Results(book, sheet, words, cells), words.form
    results.top()
    row, blocks, groups = _TABLE + 1, [], []
    for section in form.sections:
        start = row
        if form.sectioned:
            results.section(row, section.name)
            row += 1
        groups.append(Group(section.name, row, len(section.asked)))
        for asked in section.asked:
            results.statement(row, asked)
            row += 1
            blocks.append((start, sum(results.heights[one] for one in range(start, row))))
            start = row
    above = sum(results.heights[one] for one in range(_TABLE + 1))
    paper.break_rows(sheet, results.widths, results.heights[_TABLE], above, blocks)
    sheet.repeat_rows(_TABLE)
    sheet.print_area(0, 0, row - 1, results.last)
    sheet.freeze_panes(_TABLE + 1, 0)
    return groups if form.sectioned else [Group("All together", groups[0].first, len(form.asked))]


__all__ = ["NAME", "NOT_YET", "NO_ANSWER", "Group", "write_said"]
