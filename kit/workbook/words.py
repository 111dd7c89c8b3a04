"""The hidden sheet: every text that a formula may look up, and what each row of answers is an answer to."""

from __future__ import annotations

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from kit.library import Library
from kit.model import MatrixCell, Record
from kit.model.assessment import HANDS, LEVELS, RATER_NAMES, RATERS, Assessment, NextStep, Statement
from kit.refs import Web, address
from kit.settings import Settings
from kit.text import plain
from kit.wording import pointer
from kit.workbook.book import Book, Sheet

NAME = "Words"
_LISTS = 1
"""First row of the lists, counted from 0; the statements begin further down."""
_FIRST = 12
_COLUMNS = {"id": 0, "version": 1, "all": 2, "wordings": 3, "habits": 6, "steps": 10, "first": 16, "first to": 20,
            "second": 24, "second to": 28}
"""Where in a statement's row each group of texts begins."""
LOOKS = ("first", "second")
"""The groups of records to look at."""


def quoted(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


@dataclass(frozen=True)
class Look:
    """A record to look at: its kind and name, and its address on the web where there is one."""

    words: str = ""
    url: str = ""


class Words:
    """An assessment's texts as plain words, and where on the hidden sheet each of them stands."""

    def __init__(self, assessment: Assessment, library: Library, settings: Settings) -> None:
        self.assessment, self._library, self._settings = assessment, library, settings
        self._web = Web(library)
        self.statements = [self._statement(ref) for ref in assessment.statements]
        self.answers = assessment.answers()
        self.raters, self.hands = list(RATERS.values()), list(HANDS.values())
        self._squares = {(str(cell.plans), str(cell.delivers)): cell.name for cell in library.all(MatrixCell)}

    def _statement(self, ref: str) -> Statement:
        found = self._library.get(ref)
        assert isinstance(found, Statement)
        return found

    def plain(self, text: str) -> str:
        """A line's words, without marks of style."""
        return plain(text, self._library.name)

    def all_wordings(self, statement: Statement) -> str:
        """The three wordings, one a line, as they stand until somebody chooses a role."""
        return "\n".join(f"{name}: {self.plain(statement.wording[rater])}" for rater, name in RATER_NAMES.items())

    def habits(self, statement: Statement) -> list[str]:
        """The four habits, in order."""
        return [self.plain(level.habit) for _, level in statement.levels.each()]

    def steps(self, statement: Statement) -> list[str]:
        """A next step for each answer, in the order of the answers."""
        asides = [self.plain(aside.next) for aside in self.assessment.apart.each()]
        return [*(self.plain(level.next.text) for _, level in statement.levels.each()), *asides]

    @property
    def published(self) -> bool:
        """Whether the handbook has an address, so that records can be linked to."""
        return self._settings.site_url is not None

    def looks(self, step: NextStep) -> list[Look]:
        """The two records that a next step leads to; an empty one where it has only one."""
        found = [self._look(self._library.get(ref)) for ref in step.see]
        return [*found, Look()][:2]

    def _look(self, record: Record) -> Look:
        site = self._settings.site_url
        return Look(pointer(record, self._web), f"{site}{address(record).path}" if site else "")

    def square(self, plans: str, delivers: str) -> str:
        """The name of a square of the matrix."""
        return self._squares.get((plans, delivers), "")

    def write(self, book: Book, sheet: Sheet) -> None:
        """Fill the hidden sheet."""
        style = book.style(text_wrap=False)
        for column, (name, values) in enumerate(self._lists().items()):
            sheet.write_string(0, column, name, style)
            for row, value in enumerate(values):
                sheet.write_string(_LISTS + row, column, value, style)
        for row, hand in enumerate(HANDS):
            for column, plans in enumerate(HANDS):
                sheet.write_string(_LISTS + row, 4 + column, self.square(plans, hand), style)
        for name, column in _COLUMNS.items():
            sheet.write_string(_FIRST - 1, column, name, style)
        for row, statement in enumerate(self.statements, _FIRST):
            sheet.write_string(row, 0, statement.id, style)
            sheet.write_number(row, 1, statement.version, style)
            for column, text in enumerate(self._texts(statement), 2):
                sheet.write_string(row, column, text, style)
        sheet.hide()

    def _lists(self) -> dict[str, list[str]]:
        assessment = [self.assessment.ref, str(self.assessment.version)]
        return {"role": self.raters, "answer": self.answers, "hands": self.hands, "assessment": assessment}

    def _texts(self, statement: Statement) -> list[str]:
        wordings = [self.plain(statement.wording[rater]) for rater in RATERS]
        texts = [self.all_wordings(statement), *wordings, *self.habits(statement), *self.steps(statement)]
        for looks in zip(*(self.looks(statement.levels[name].next) for name in LEVELS), strict=True):
            texts += [*(look.words for look in looks), *(look.url for look in looks)]
        return texts

    def list_of(self, name: str) -> str:
        """The range of a list: role, answer or hands."""
        column = list(self._lists()).index(name)
        return f"{NAME}!{xl_range_abs(_LISTS, column, _LISTS + len(self._lists()[name]) - 1, column)}"

    @property
    def squares(self) -> str:
        """The names of the nine squares: a row for each who does it, a column for each who plans it."""
        return f"{NAME}!{xl_range_abs(_LISTS, 4, _LISTS + 2, 6)}"

    def range_of(self, statement: Statement, group: str, length: int) -> str:
        """The range of one group of a statement's texts."""
        row, column = _FIRST + self.statements.index(statement), _COLUMNS[group]
        return f"{NAME}!{xl_range_abs(row, column, row, column + length - 1)}"

    def cell_of(self, statement: Statement, group: str) -> str:
        """The first cell of one group of a statement's texts."""
        row = _FIRST + self.statements.index(statement)
        return f"{NAME}!{xl_rowcol_to_cell(row, _COLUMNS[group], row_abs=True, col_abs=True)}"


__all__ = ["LOOKS", "Look", "Words", "quoted"]
