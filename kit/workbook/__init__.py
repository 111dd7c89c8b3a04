"""Excel workbooks, drawn from the records: a self-assessment to fill in on screen, and a workshop's run sheet.

    record --words--> hidden lists --start, answers, said--> sheets --book--> bytes

`Start here` tells, `Your answers` asks, `What you said` answers by formula, and the hidden sheet `Words` holds every
text that a formula may show. What people type is found again by the ids in the hidden columns, never by its row.
"""

from __future__ import annotations

from datetime import datetime

from kit.library import Library
from kit.model.assessment import Assessment
from kit.model.brand import Brand
from kit.settings import Settings
from kit.workbook.answers import write_answers
from kit.workbook.book import About, Book
from kit.workbook.runsheet import run_sheet
from kit.workbook.said import write_said
from kit.workbook.start import write_start
from kit.workbook.words import Words


def render(assessment: Assessment, library: Library, settings: Settings, when: datetime) -> bytes:
    """A self-assessment as the bytes of an .xlsx file, dated `when`; the same bytes from the same records.

    Links to the handbook are made where `settings` says where it is published.
    """
    about = About(assessment.name, assessment.summary, "co-production, self-assessment",
                  {"Assessment": assessment.ref, "Assessment version": assessment.version})
    book = Book(about, library.one(Brand), when)
    names = ("Start here", "Your answers", "What you said", "Words")
    start, answers, said, lists = (book.sheet(name) for name in names)
    words = Words(assessment, library, settings)
    words.write(book, lists)
    write_start(book, start, words, settings)
    cells = write_answers(book, answers, words)
    write_said(book, said, words, cells)
    start.activate()
    return book.save()


__all__ = ["render", "run_sheet"]
