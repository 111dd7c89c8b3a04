"""Word, drawn from the records, for those who must adapt a form to the people who fill it in.

    form --form, sheet--> paragraphs and tables --_oxml--> bytes

Nobody reads these files back by machine, and each of them says so. What Word's library can't say is in `_oxml`.
"""

from __future__ import annotations

from datetime import datetime

from kit.form import Form
from kit.library import Library
from kit.settings import Settings
from kit.word.form import write_form
from kit.word.sheet import About, Sheet


def render(form: Form, library: Library, settings: Settings, when: datetime) -> bytes:
    """A self-assessment as the bytes of an editable .docx file on A4, dated `when`; the same bytes each time."""
    about = About(form.name, "Self-assessment", "co-production, self-assessment" if form.record else "self-assessment")
    sheet = Sheet(about, library, settings)
    write_form(sheet, form)
    return sheet.save(when)


__all__ = ["render"]
