"""Excel workbooks, drawn from the records: a self-assessment to fill in on screen, what came of many, and a
workshop's run sheet.

    form --words--> hidden lists --start, answers, said, picture--> sheets --book--> bytes

`Start here` tells, `Your answers` asks, `What you said` and `Your picture` answer by formula, and the hidden sheet
`Words` holds every text that a formula may show. What people type is found again by the ids in the hidden columns,
never by its row: `places` says how.
"""

from __future__ import annotations

from datetime import datetime

from kit.form import Form
from kit.library import Library
from kit.model.brand import Brand
from kit.settings import Settings
from kit.workbook.answers import write_answers
from kit.workbook.book import About, Book
from kit.workbook.picture import write_picture
from kit.workbook.report import report
from kit.workbook.runsheet import run_sheet
from kit.workbook.said import write_said
from kit.workbook.start import write_start
from kit.workbook.words import Words


def render(form: Form, library: Library, settings: Settings, when: datetime, response: str = "") -> bytes:
    """A self-assessment as the bytes of an .xlsx file, dated `when`; the same bytes from the same records.

    Links to the handbook are made where `settings` says where it is published. `response` is the id of the one
    response that the copy is for; a form that many people copy has none.
    """
    words = Words(form, library, settings)
    custom: dict[str, str | int] = {"Assessment": form.ref, "Assessment version": form.instrument.version}
    keywords = "co-production, self-assessment" if form.record else "self-assessment"
    about = About(form.name, words.plain(form.summary), keywords, custom, theirs=form.record is None)
    book = Book(about, library.one(Brand), when)
    names = ("Start here", "Your answers", "What you said", "Your picture", "Words")
    start, answers, said, picture, lists = (book.sheet(name) for name in names)
    words.write(book, lists)
    write_start(book, start, words, settings)
    cells = write_answers(book, answers, words, response)
    places = write_said(book, said, words, cells)
    write_picture(book, picture, words, cells, places)
    start.activate()
    return book.save()


__all__ = ["render", "report", "run_sheet"]
