"""The run sheet's second sheet: what to bring, and what to make ready, with a box to tick."""

from __future__ import annotations

from collections.abc import Iterator

from kit import text
from kit.library import Library
from kit.running import Running
from kit.workbook.book import Book, Sheet
from kit.workbook.measure import height

_WIDTHS = (8.0, 80.0, 34.0)
_HEADS = ("Done", "What", "For")
_TICK = "✓"


def _lines(run: Running, library: Library) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Groups of things, each with what it is for: materials, making ready, then the days before and after."""

    def plain(line: str) -> str:
        return text.plain(line, library.name)

    whole = [(plain(line), "The whole session") for line in run.workshop.materials]
    yield "Bring", [*whole, *((plain(one), act.name) for act in run.activities for one in act.materials)]
    ready = [(plain(run.workshop.room), "The room")]
    yield "Make ready", [*ready, *((plain(one), act.name) for act in run.activities for one in act.prepare.do)]
    yield "Before the day", [(plain(one), ahead.when) for ahead in run.workshop.before for one in ahead.do]
    yield "After the day", [(plain(one), ahead.when) for ahead in run.workshop.after for one in ahead.do]


def write_bring(book: Book, sheet: Sheet, run: Running, library: Library) -> None:
    """Write the sheet. Things asked for twice stand once, with all that they are for."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.set_row(0, 28)
    sheet.merge_range(0, 0, 0, 2, "Bring and prepare", book.title())
    for column, name in enumerate(_HEADS):
        sheet.write_string(1, column, name, book.head(bold=True))
    row = 2
    for heading, things in _lines(run, library):
        sheet.set_row(row, 22)
        sheet.merge_range(row, 0, row, 2, heading, book.band_title())
        row += 1
        for what, purposes in _once(things).items():
            row = _thing(book, sheet, row, what, "; ".join(purposes))
    sheet.freeze_panes(2, 0)
    sheet.repeat_rows(1)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


def _once(things: list[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for what, purpose in things:
        if purpose not in found.setdefault(what, []):
            found[what].append(purpose)
    return found


def _thing(book: Book, sheet: Sheet, row: int, what: str, purpose: str) -> int:
    sheet.set_row(row, max(height((what, _WIDTHS[1], 10), (purpose, _WIDTHS[2], 10)), 22))
    sheet.write_blank(row, 0, None, book.entry(bold=True))
    sheet.data_validation(row, 0, row, 0, {
        "validate": "list", "source": [_TICK], "ignore_blank": True, "input_title": "Done",
        "input_message": "Choose the tick when it is done.", "error_title": "Done",
        "error_message": "Choose the tick, or leave the cell empty.",
    })
    sheet.write_string(row, 1, what, book.cell())
    sheet.write_string(row, 2, purpose, book.quiet(border=1, border_color="#C9C5BB", indent=1))
    return row + 1


__all__ = ["write_bring"]
