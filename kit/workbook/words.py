"""The hidden sheet: every text that a formula may look up, and what each row of answers is an answer to."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from xlsxwriter.utility import xl_range_abs, xl_rowcol_to_cell

from kit.form import Asked, Form
from kit.library import Library
from kit.model import MatrixCell, Record
from kit.model.assessment import HANDS, NextStep
from kit.refs import Web, address
from kit.settings import Settings
from kit.text import plain
from kit.wording import pointer
from kit.workbook.book import Book, Sheet

NAME = "Words"
_LISTS = 1
"""First row of the lists, counted from 0; the statements begin further down."""
_FIRST = 16
_SQUARES = 4
"""First column of the names of the nine squares, beside the lists."""
_LOOKS = 3
"""Records that a next step may lead to."""
LOOKS = tuple(f"look {number}" for number in range(1, _LOOKS + 1))
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
    """A form's texts as plain words, and where on the hidden sheet each of them stands."""

    def __init__(self, form: Form, library: Library, settings: Settings) -> None:
        self.form, self._library, self._settings = form, library, settings
        self._web = Web(library)
        self.hands = list(HANDS.values())
        self._squares = {(str(cell.plans), str(cell.delivers)): cell.name for cell in library.all(MatrixCell)}
        roles, levels = len(form.roles), len(form.levels)
        sizes = {"id": 1, "version": 1, "all": 1, "wordings": roles, "habits": levels, "steps": levels + 2}
        sizes |= {f"{group}{end}": levels for group in LOOKS for end in ("", " to")}
        self._columns = dict(zip(sizes, accumulate([0, *sizes.values()]), strict=False))
        """Where in a statement's row each group of texts begins."""

    def plain(self, text: str) -> str:
        """A line's words, without marks of style."""
        return plain(text, self._library.name)

    def all_wordings(self, asked: Asked) -> str:
        """The wordings, one a line, as they stand until somebody chooses a role; the only one, where there is one."""
        if len(asked.words) == 1:
            return self.plain(next(iter(asked.words.values())))
        role = self.form.instrument.role_name
        return "\n".join(f"{role(key)}: {self.plain(text)}" for key, text in asked.words.items())

    def habits(self, asked: Asked) -> list[str]:
        """The habits, in order; none where levels are only names."""
        return [self.plain(habit) for habit in asked.habits]

    def steps(self, asked: Asked) -> list[str]:
        """A next step for each answer, in the order of the answers."""
        steps = [self.plain(step.text) for step in asked.next] or [""] * len(self.form.levels)
        return [*steps, *(self.plain(aside.next) for aside in self.form.asides)]

    @property
    def published(self) -> bool:
        """Whether the handbook has an address, so that records can be linked to."""
        return self._settings.site_url is not None

    def looks(self, step: NextStep) -> list[Look]:
        """The records that a next step leads to, and empty ones where it has fewer than others."""
        found = [self._look(self._library.get(ref)) for ref in step.see]
        return [*found, *(Look() for _ in range(_LOOKS))][:_LOOKS]

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
                sheet.write_string(_LISTS + row, _SQUARES + column, self.square(plans, hand), style)
        for name, column in self._columns.items():
            sheet.write_string(_FIRST - 1, column, name, style)
        for row, asked in enumerate(self.form.asked, _FIRST):
            sheet.write_string(row, 0, asked.item.id, style)
            sheet.write_number(row, 1, asked.item.version, style)
            for name, texts in self._texts(asked).items():
                for column, text in enumerate(texts, self._columns[name]):
                    sheet.write_string(row, column, text, style)
        sheet.hide()

    def _lists(self) -> dict[str, list[str]]:
        form = self.form
        return {"role": [role.says for role in form.roles], "answer": form.answers, "hands": self.hands,
                "assessment": [form.ref, str(form.instrument.version)]}

    def _texts(self, asked: Asked) -> dict[str, list[str]]:
        texts = {
            "all": [self.all_wordings(asked)], "wordings": [self.plain(text) for text in asked.words.values()],
            "habits": self.habits(asked), "steps": self.steps(asked),
        }
        for group, looks in zip(LOOKS, zip(*map(self.looks, asked.next), strict=True), strict=False):
            texts |= {group: [look.words for look in looks], f"{group} to": [look.url for look in looks]}
        return texts

    def list_of(self, name: str) -> str:
        """The range of a list: role, answer or hands."""
        column = list(self._lists()).index(name)
        return f"{NAME}!{xl_range_abs(_LISTS, column, _LISTS + len(self._lists()[name]) - 1, column)}"

    @property
    def squares(self) -> str:
        """The names of the nine squares: a row for each who does it, a column for each who plans it."""
        return f"{NAME}!{xl_range_abs(_LISTS, _SQUARES, _LISTS + 2, _SQUARES + 2)}"

    def range_of(self, asked: Asked, group: str, length: int) -> str:
        """The range of one group of a statement's texts."""
        row, column = _FIRST + asked.number - 1, self._columns[group]
        return f"{NAME}!{xl_range_abs(row, column, row, column + length - 1)}"

    def cell_of(self, asked: Asked, group: str) -> str:
        """The first cell of one group of a statement's texts."""
        row = _FIRST + asked.number - 1
        return f"{NAME}!{xl_rowcol_to_cell(row, self._columns[group], row_abs=True, col_abs=True)}"


__all__ = ["LOOKS", "Look", "Words", "quoted"]
