"""A summary as a workbook to read and to go on working with: values only, no formula, nothing locked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from kit.library import Library
from kit.model import Brand
from kit.report.pieces import EVERYONE, Report, Row, Told
from kit.report.words import counted
from kit.workbook.book import About, Book
from kit.workbook.saidchart import ROW, WIDE, chart
from kit.workbook.squares import WIDTHS, squares
from kit.workbook.tables import Reading, text

_NAME = 32.0
_COUNT, _SHORT = 11.0, 6.0


def report(told: Report, library: Library, when: datetime) -> bytes:
    """The bytes of `summary.xlsx`, dated `when`; the same bytes from the same report. No string becomes a formula."""
    about = About(text(told.title)[:250], told.assessment[:250], "co-production, self-assessment", {}, theirs=True)
    book = Book(about, library.one(Brand), when)
    sheets: list[Callable[[Book, Report], None]] = [_start, _said, _mixed, _apart, _squares]
    if told.changes:
        sheets.append(_moved)
    if any(one.quotes for one in told.told):
        sheets.append(_written)
    for write in (*sheets, _read):
        write(book, told)
    return book.save()


def _sheet(book: Book, told: Report, name: str, widths: tuple[float, ...], what: str = "") -> Reading:
    """A sheet with its name and, where there is nothing to show, why."""
    sheet = Reading(book, name, widths, told.stays)
    if said := told.too_few or what:
        sheet.line(said, book.quiet())
        sheet.gap()
    return sheet


def _start(book: Book, told: Report) -> None:
    sheet = Reading(book, "Start here", (34, 84), told.stays)
    sheet.sheet.set_portrait()
    sheet.line(told.title, book.style(font_size=13, bold=True), 13)
    for line in (told.assessment, told.what, *told.who, *([told.too_few] if told.too_few else [])):
        sheet.line(line)
    if told.groups:
        sheet.gap()
        sheet.table(("Who answered", "How many"), told.groups)
    for name, points in (("Where you differ most", told.differ), ("Where you agree", told.agree),
                         ("Where to start", told.begin)):
        if told.too_few:
            continue
        sheet.heading(name)
        rows = [(one.name, "\n".join((*one.lines, *(look.text for look in one.see)))) for one in points]
        sheet.table(("Statement", "What you said"), rows) if rows else sheet.line(_NONE[name])
    sheet.heading("How it was worked out")
    sheet.table(("Figure", "What it means"), told.worked_out)


_NONE = {
    "Where you differ most": "No two answers to any statement are two or more levels apart.",
    "Where you agree": "On every statement, some answers are two or more levels apart.",
    "Where to start": "Nothing stands out. Start with the statement that you most want to talk about.",
}


def _said(book: Book, told: Report) -> None:
    """A table a group, everyone first, each with its chart at the right."""
    levels = [_SHORT if told.by_number else _COUNT for _ in told.levels]
    widths = (5, 32, *levels, *(_COUNT for _ in told.answers[len(levels):]), 24, 23)
    sheet = _sheet(book, told, "What you said", widths,
                   "How many chose each answer, group by group. Nothing is added up, and no answer is worth more.")
    if told.too_few:
        return
    if told.by_number:
        sheet.line(told.key)
    sheet.sheet.set_column(len(widths), len(widths), 1.5)
    sheet.sheet.set_column(len(widths) + 1, len(widths) + 1, WIDE)
    groups = {row.group: row.name for one in told.told for row in one.rows}
    for number, (group, name) in enumerate(groups.items()):
        if number:
            sheet.sheet.set_h_pagebreaks([*sheet.sheet.hbreaks, sheet.row])
        sheet.heading(name)
        found = [(one, row) for one in told.told for row in one.rows if row.group == group]
        heads = ("No.", "Statement", *told.heads, "Mixed" if group == EVERYONE else "In the middle", "Answers go")
        first = sheet.table(heads, [_row(one, row) for one, row in found], least=ROW)
        chart(sheet, first, len(found), told, name)
    sheet.sheet.print_area(0, 0, sheet.row, len(widths) + 1)


def _row(one: Told, row: Row) -> tuple[str | int, ...]:
    middle = f"{one.far} of {one.pairs} pairs" if row.group == EVERYONE else row.middle
    return one.number, one.name, *row.counts, middle, row.spread


def _mixed(book: Book, told: Report) -> None:
    sheet = _sheet(book, told, "Mixed first", (7, 7, _NAME, 26, 14, 14, 30, 44),
                   "The statements on which answers lie furthest apart come first. A pair is far apart where its two "
                   "answers are two or more levels apart.")
    if not told.too_few:
        sheet.table(
            ("Place", "No.", "Statement", "Part", "Pairs far apart", "Pairs in all", "Answers go", "What to ask"),
            [(place, one.number, one.name, one.section, one.far, one.pairs, one.rows[0].spread if one.rows else "",
              "\n".join((*(gap.said for gap in one.gaps if gap.said), *one.notes)))
             for place, one in enumerate(told.mixed_first, 1)], repeat=True)


def _apart(book: Book, told: Report) -> None:
    sheet = _sheet(book, told, "Where roles differ", (7, _NAME, 22, 24, 22, 24, 20, 48),
                   "The distance between the middles of two groups, the widest first. From two levels on we say so.")
    if told.too_few:
        return
    rows = [(gap.number, gap.statement, gap.roles[0], gap.middles[0], gap.roles[1], gap.middles[1], gap.distance,
             gap.said) for gap in told.apart]
    if rows:
        sheet.table(("No.", "Statement", "One group", "sees", "Another group", "sees", "How far apart", "What to ask"),
                    rows, repeat=True)
    else:
        sheet.line("No two groups that can be shown apart have different middles.")


def _squares(book: Book, told: Report) -> None:
    sheet = _sheet(book, told, "Who plans, who does", WIDTHS,
                   "How many chose each square, today and as they want it. Each square is right for something.")
    if told.placings:
        squares(sheet, told)
    elif not told.too_few:
        sheet.line("This assessment doesn't ask who plans and who does it.")


def _moved(book: Book, told: Report) -> None:
    changes = told.changes
    if changes is None:
        return
    sheet = _sheet(book, told, "What moved", (7, _NAME, 20, 20, 28, 28, 28, 30), changes.lead)
    if changes.warning:
        sheet.line(changes.warning, book.style(bold=True))
    rows: list[tuple[str | int, ...]] = []
    for one in changes.each:
        start = (one.number, one.name, *((one.then, one.now) if not one.why_not else ("", "")))
        groups = [(row.role, row.then, row.now, row.moved) for row in one.rows] or [("", "", "", one.why_not)]
        rows += [(*start, *group) for group in groups]
    sheet.table(("No.", "Statement", "Pairs far apart then", "Pairs far apart now", "Group", "In the middle then",
                 "In the middle now", "How it moved"), rows, repeat=True)
    for name in changes.gone:
        sheet.line(f"Asked then and not now: {name}")


def _written(book: Book, told: Report) -> None:
    sheet = _sheet(book, told, "What people wrote", (7, _NAME, 12, 28, 80),
                   "As they wrote it. Take out names before you hand this on.")
    rows = [(one.number, one.name, quote.kind, quote.who or "Not shown", quote.text)
            for one in told.told for quote in one.quotes]
    sheet.table(("No.", "Statement", "As", "Group", "Words"), rows, repeat=True)


def _read(book: Book, told: Report) -> None:
    sheet = Reading(book, "What was read", (50, 26, 90), told.stays)
    files = counted(len(told.read), "file")
    sheet.line(f"{files}, and what became of each.", book.quiet())
    sheet.gap()
    sheet.table(("File", "How it went", "Why"), [(one.file, one.how, one.why) for one in told.read], repeat=True)
    for line in told.read_notes:
        sheet.line(line)


__all__ = ["report"]
