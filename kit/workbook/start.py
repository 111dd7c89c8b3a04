"""The first sheet: what this is, how to fill it in, and who sees it."""

from __future__ import annotations

from collections.abc import Sequence

from kit.refs import address
from kit.settings import Settings
from kit.workbook.book import Book, Sheet
from kit.workbook.measure import height
from kit.workbook.words import Words

_WIDTHS = (3, 20, 96)
_WIDE = _WIDTHS[1] + _WIDTHS[2]
_TYPE = 11


class _Page:
    """Rows written one below the other."""

    def __init__(self, book: Book, sheet: Sheet, words: Words) -> None:
        self.book, self.sheet, self.words, self.row = book, sheet, words, 0

    def line(self, text: str, style: object, tall: float) -> None:
        self.sheet.set_row(self.row, tall)
        self.sheet.merge_range(self.row, 0, self.row, 2, text, style)
        self.row += 1

    def gap(self) -> None:
        self.sheet.set_row(self.row, 8)
        self.row += 1

    def points(self, heading: str, lines: Sequence[str], numbered: bool = False) -> None:
        if not lines:
            return
        self.gap()
        self.line(heading, self.book.heading(), 22)
        text = self.book.style(font_size=_TYPE, valign="top")
        mark = self.book.style(font_size=_TYPE, valign="top", align="center")
        for number, line in enumerate(lines, 1):
            words = self.words.plain(line)
            self.sheet.set_row(self.row, height((words, _WIDE, _TYPE), pad=4))
            self.sheet.write_string(self.row, 0, f"{number}." if numbered else "•", mark)
            self.sheet.merge_range(self.row, 1, self.row, 2, words, text)
            self.row += 1

    def scale(self, heading: str) -> None:
        self.gap()
        self.line(heading, self.book.heading(), 22)
        name, text = self.book.cell(font_size=_TYPE, bold=True), self.book.cell(font_size=_TYPE)
        for level, means in zip(self.words.form.levels, map(self.words.plain, self.words.form.means), strict=True):
            self.sheet.set_row(self.row, height((means, _WIDTHS[2], _TYPE), pad=5))
            self.sheet.write_string(self.row, 1, level.name, name)
            self.sheet.write_string(self.row, 2, means, text)
            self.row += 1


def write_start(book: Book, sheet: Sheet, words: Words, settings: Settings) -> None:
    """Write the sheet, with a link to the next one at its top."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    form, page = words.form, _Page(book, sheet, words)
    page.line(form.name, book.title(), height((form.name, sum(_WIDTHS), 19)))
    if summary := words.plain(form.summary):
        page.line(summary, book.style(font_size=12), height((summary, sum(_WIDTHS), 12)))
    link = book.style(font_size=12, font_color=book.brand.colours.accent, underline=1, bold=True)
    sheet.set_row(page.row, 22)
    sheet.write_url(page.row, 0, "internal:'Your answers'!B2", book.style())
    sheet.merge_range(page.row, 0, page.row, 2, "Go to the sheet to fill in: Your answers", link)
    page.row += 1
    page.points("What it is", form.it_is)
    page.points("What it isn't", form.it_is_not)
    page.points("Who sees it", form.who_sees)
    page.points("How to fill it in", [*form.instructions, _SHEETS], numbered=True)
    if form.means:
        page.scale("The four kinds of habit")
    page.points("Afterwards, together", form.afterwards)
    _foot(page, settings)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 1)


_SHEETS = (
    'Type in the yellow cells of the sheet "Your answers". '
    'The sheets "What you said" and "Your picture" fill themselves in.'
)


def _foot(page: _Page, settings: Settings) -> None:
    form, book = page.words.form, page.book
    page.gap()
    where = f" More at {settings.site_url}{address(form.record).path}" if form.record and settings.site_url else ""
    time = f", about {form.minutes} minutes" if form.minutes else ""
    lines = [f"{form.name}, version {form.instrument.version}{time}.{where}"]
    if form.record:
        lines = [f"{book.brand.name}. {lines[0]}", book.brand.attribution, book.licence]
    else:
        lines += [f"The form was made with {book.brand.name}. {book.licence}"]
    for text in lines:
        page.line(text, book.quiet(), height((text, sum(_WIDTHS), 10), pad=3))


__all__ = ["write_start"]
