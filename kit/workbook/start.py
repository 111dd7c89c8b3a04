"""The first sheet: what this is, how to fill it in, and who sees it."""

from __future__ import annotations

from kit.model.assessment import LEVELS
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

    def points(self, heading: str, lines: list[str], numbered: bool = False) -> None:
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
        for level in LEVELS:
            step = self.words.assessment.scale[level]
            self.sheet.set_row(self.row, height((self.words.plain(step.means), _WIDTHS[2], _TYPE), pad=5))
            self.sheet.write_string(self.row, 1, step.name, name)
            self.sheet.write_string(self.row, 2, self.words.plain(step.means), text)
            self.row += 1


def write_start(book: Book, sheet: Sheet, words: Words, settings: Settings) -> None:
    """Write the sheet, with a link to the next one at its top."""
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    assessment, page = words.assessment, _Page(book, sheet, words)
    page.line(assessment.name, book.title(), height((assessment.name, sum(_WIDTHS), 19)))
    summary = words.plain(assessment.summary)
    page.line(summary, book.style(font_size=12), height((summary, sum(_WIDTHS), 12)))
    link = book.style(font_size=12, font_color=book.brand.colours.accent, underline=1, bold=True)
    sheet.set_row(page.row, 22)
    sheet.write_url(page.row, 0, "internal:'Your answers'!B2", book.style())
    sheet.merge_range(page.row, 0, page.row, 2, "Go to the sheet to fill in: Your answers", link)
    page.row += 1
    page.points("What it is", assessment.it_is)
    page.points("What it isn't", assessment.it_is_not)
    page.points("How to fill it in", [*assessment.instructions, _SHEETS], numbered=True)
    page.scale("The four kinds of habit")
    page.points("Who sees it", assessment.who_sees)
    page.points("Afterwards, together", assessment.afterwards)
    _foot(page, settings)
    sheet.set_portrait()
    sheet.fit_to_pages(1, 0)


_SHEETS = 'Type in the yellow cells of the sheet "Your answers". The sheet "What you said" fills itself in.'


def _foot(page: _Page, settings: Settings) -> None:
    assessment, brand = page.words.assessment, page.book.brand
    page.gap()
    where = f" More at {settings.site_url}{address(assessment).path}" if settings.site_url else ""
    version = f"{assessment.name}, version {assessment.version}, about {assessment.minutes} minutes.{where}"
    for text in (f"{brand.name}. {version}", brand.attribution, brand.licence):
        page.line(text, page.book.quiet(), height((text, sum(_WIDTHS), 10), pad=3))


__all__ = ["write_start"]
