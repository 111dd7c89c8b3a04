"""A workshop's run sheet: one cell holds the time to start, and every other time follows from it by formula.

The facilitator may change any length and note when each part really began; the sheet says how far the plan runs over,
and how late the room is. Times are Excel's: fractions of a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kit import text
from kit.library import Library
from kit.model import Brand
from kit.model.activity import GROUPINGS
from kit.refs import address
from kit.running import Moment, Running, Stretch
from kit.settings import Settings
from kit.workbook.book import About, Book, Format, Sheet
from kit.workbook.bring import write_bring
from kit.workbook.measure import height

NAME, BRING = "Run sheet", "Bring and prepare"
START = 10 * 60
"""Minutes past midnight at which the sheet begins until someone types another time."""
DAY = 24 * 60
FIRST = 7
"""The first row of the plan, counted from 0; its headings stand above it."""
HEADS = (
    ("Starts", 9.0), ("Ends", 9.0), ("Minutes", 9.0), ("Planned", 9.0), ("What happens", 38.0),
    ("How people sit", 17.0), ("Who leads", 16.0), ("Really began", 10.0), ("Late by", 15.0), ("Notes", 30.0),
)
STARTS, ENDS, MINUTES, PLANNED, WHAT, SIT, LEADS, BEGAN, LATE, NOTES = range(len(HEADS))
_CLOCK = "hh:mm"


@dataclass(frozen=True)
class _Row:
    """A moment of the plan: its row on the sheet, counted from 0."""

    row: int
    moment: Moment


class _Plan:
    """The sheet being written."""

    def __init__(self, book: Book, sheet: Sheet, run: Running) -> None:
        self.book, self.sheet, self.run = book, sheet, run
        self.rows: list[_Row] = []

    def write(self, name: str, library: Library, where: str) -> None:
        for column, (_, width) in enumerate(HEADS):
            self.sheet.set_column(column, column, width)
        row = FIRST
        for stretch in self.run.stretches:
            row = self._stretch(stretch, row)
        self._top(name, where)
        self._heads()
        for number, one in enumerate(self.rows):
            self._times(number, one)
        self._print(row)

    def _top(self, name: str, where: str) -> None:
        book, sheet, wide = self.book, self.sheet, sum(width for _, width in HEADS)
        bold = book.style(bold=True, font_size=12)
        sheet.set_row(0, height((name, wide, 19)))
        sheet.merge_range(0, 0, 0, NOTES, name, book.title())
        hint = ("Type the time to start in the first yellow cell: every other time follows. Change any length under "
                "Minutes. On the day, type when each part really began.")
        sheet.set_row(1, height((hint, wide, 10), pad=6))
        sheet.merge_range(1, 0, 1, NOTES, hint, book.quiet())
        sheet.set_row(2, 24)
        sheet.merge_range(2, 0, 2, 1, "Time to start", bold)
        sheet.write_number(2, 2, START / DAY, book.entry(num_format=_CLOCK, bold=True, font_size=12))
        self._valid(2, 2, "time", 0, 0.99999, "Time to start", "Type a time such as 09:30 or 13:15.")
        self._line(3, "Ends at", f"=C3+{self._sum(MINUTES)}/{DAY}", (START + self.run.minutes) / DAY, _CLOCK)
        self._line(4, "Minutes in all", f"={self._sum(MINUTES)}", self.run.minutes, "0")
        plan = self.run.minutes
        over = (f'=IF(C5>{plan},"Runs over the plan by "&(C5-{plan})&" min",'
                f'IF(C5<{plan},({plan}-C5)&" min to spare","As planned: {plan} min"))')
        sheet.merge_range(4, 3, 4, WHAT, "", bold)
        sheet.write_formula(4, 3, over, bold, f"As planned: {plan} min")
        sheet.conditional_format(4, 3, 4, WHAT, {
            "type": "formula", "criteria": f"=$C$5>{plan}", "format": book.warning(),
        })
        sheet.merge_range(5, 0, 5, NOTES, where, book.quiet())

    def _line(self, row: int, label: str, formula: str, value: float, form: str) -> None:
        self.sheet.set_row(row, 20)
        self.sheet.merge_range(row, 0, row, 1, label, self.book.style(bold=True, font_size=12))
        style = self.book.style(bold=True, font_size=12, num_format=form, align="left", indent=1)
        self.sheet.write_formula(row, 2, formula, style, value)

    def _sum(self, column: int) -> str:
        letter = chr(ord("A") + column)
        return f"SUM({letter}{FIRST + 1}:{letter}{self.rows[-1].row + 1})"

    def _heads(self) -> None:
        self.sheet.set_row(FIRST - 1, 32)
        for column, (name, _) in enumerate(HEADS):
            self.sheet.write_string(FIRST - 1, column, name, self.book.head(bold=True))
        self.sheet.freeze_panes(FIRST, 0)

    def _stretch(self, stretch: Stretch, row: int) -> int:
        self.sheet.set_row(row, 22)
        self.sheet.merge_range(row, 0, row, NOTES, stretch.name, self.book.band_title())
        for moment in stretch.moments:
            row += 1
            self.rows.append(_Row(row, moment))
        return row + 1

    def _times(self, number: int, one: _Row) -> None:
        book, sheet, row, moment = self.book, self.sheet, one.row, one.moment
        begins = "=$C$3" if number == 0 else f"=B{self.rows[number - 1].row + 1}"
        clock, planned = book.cell(num_format=_CLOCK), book.cell(num_format="0", font_color=book.brand.colours.muted)
        sits = self._sits(moment)
        sheet.set_row(row, max(height((moment.title, HEADS[WHAT][1], 10), (sits, HEADS[SIT][1], 10)), 24))
        sheet.write_formula(row, STARTS, begins, clock, (START + moment.start) / DAY)
        sheet.write_formula(row, ENDS, f"=A{row + 1}+C{row + 1}/{DAY}", clock, (START + moment.end) / DAY)
        sheet.write_number(row, MINUTES, moment.minutes, book.entry(num_format="0"))
        self._valid(row, MINUTES, "integer", 0, 600, "Minutes", "Type whole minutes, from 0 to 600.")
        sheet.write_number(row, PLANNED, moment.minutes, planned)
        sheet.write_string(row, WHAT, moment.title, book.cell(bold=True))
        sheet.write_string(row, SIT, sits, book.cell())
        sheet.write_blank(row, LEADS, None, book.entry())
        sheet.write_blank(row, BEGAN, None, book.entry(num_format=_CLOCK))
        self._valid(row, BEGAN, "time", 0, 0.99999, "Really began", "Type a time such as 10:05.")
        self._late(row)
        sheet.write_blank(row, NOTES, None, book.entry())

    def _late(self, row: int) -> None:
        minutes = f"ROUND(($H{row + 1}-$A{row + 1})*{DAY},0)"
        formula = (f'=IF($H{row + 1}="","",IF({minutes}>0,{minutes}&" min late",'
                   f'IF({minutes}<0,-{minutes}&" min early","On time")))')
        self.sheet.write_formula(row, LATE, formula, self.book.cell(), "")
        self.sheet.conditional_format(row, LATE, row, LATE, {
            "type": "formula", "criteria": f'=AND($H{row + 1}<>"",{minutes}>0)', "format": self.book.warning(),
        })

    def _sits(self, moment: Moment) -> str:
        return "" if not moment.slides and not moment.step else GROUPINGS[moment.grouping]

    def _valid(self, row: int, column: int, kind: str, least: float, most: float, title: str, message: str) -> None:
        self.sheet.data_validation(row, column, row, column, {
            "validate": kind, "criteria": "between", "minimum": least, "maximum": most, "ignore_blank": True,
            "input_title": title, "input_message": message, "error_title": title, "error_message": message,
        })

    def _print(self, last: int) -> None:
        self.sheet.repeat_rows(FIRST - 1)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.print_area(0, 0, last - 1, NOTES)


def run_sheet(run: Running, library: Library, settings: Settings, when: datetime) -> bytes:
    """A workshop's run sheet as the bytes of an .xlsx file, dated `when`; the same bytes from the same records."""
    workshop, sector = run.workshop, f" ({run.sector.title})" if run.sector else ""
    name = f"{workshop.name}{sector}"
    custom: dict[str, str | int] = {"Workshop": workshop.ref}
    about = About(f"{name}: run sheet", text.plain(workshop.summary, library.name), "co-production, workshop", custom)
    book = Book(about, library.one(Brand), when)
    plan, bring = book.sheet(NAME), book.sheet(BRING)
    where = f"{settings.site_url}{address(workshop).path}" if settings.site_url else address(workshop).page
    _Plan(book, plan, run).write(name, library, f"{library.one(Brand).name}. In the handbook: {where}")
    write_bring(book, bring, run, library)
    plan.activate()
    plan.set_selection(2, 2, 2, 2)
    return book.save()


__all__ = ["BRING", "NAME", "START", "Format", "run_sheet"]
