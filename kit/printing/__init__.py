"""Print, drawn from the records: tagged PDF for people who read it, hear it or write on it.

    record --form--> plain data --press, form.typ--> bytes

Records reach Typst as JSON, never as source: whatever a record holds is shown and not obeyed.
"""

from __future__ import annotations

from datetime import datetime

from kit.library import Library
from kit.model.assessment import Assessment
from kit.printing.form import form
from kit.printing.press import typeset
from kit.settings import Settings


def render(assessment: Assessment, library: Library, settings: Settings, when: datetime) -> bytes:
    """A self-assessment to fill in by hand, as the bytes of a PDF/UA-1 file on A4, dated `when`.

    The same bytes from the same records. Records are linked to where `settings` says where the handbook is.
    """
    return typeset("form.typ", form(assessment, library, settings), when)


__all__ = ["render"]
