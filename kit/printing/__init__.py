"""Print, drawn from the records: tagged PDF for people who read it, hear it or write on it.

    record --form, guide, handouts--> plain data --press, a template--> bytes

Records reach Typst as JSON, never as source: whatever a record holds is shown and not obeyed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kit.form import Form
from kit.library import Library
from kit.printing.form import form
from kit.printing.guide import guide as _guide
from kit.printing.handouts import plans
from kit.printing.press import typeset
from kit.printing.report import report as _report
from kit.report.pieces import Report
from kit.running import Running
from kit.settings import Settings


def render(asked: Form, library: Library, settings: Settings, when: datetime, large: bool = False) -> bytes:
    """A self-assessment to fill in by hand, as the bytes of a PDF/UA-1 file on A4, dated `when`.

    The same bytes from the same records. Records are linked to where `settings` says where the handbook is. In large
    print nothing is smaller than 18 points.
    """
    return typeset("large.typ" if large else "form.typ", form(asked, library, settings), when)


def tally(asked: Form, library: Library, settings: Settings, when: datetime) -> bytes:
    """A sheet for the wall, on which a room sees with dots how its answers spread: PDF/UA-1 on A3."""
    return typeset("tally.typ", form(asked, library, settings), when)


def guide(run: Running, library: Library, settings: Settings, when: datetime) -> bytes:
    """The facilitators' guide to a workshop, with which it can be run without a screen: PDF/UA-1 on A4."""
    return typeset("guide.typ", _guide(run, library, settings), when)


def report(told: Report, library: Library, settings: Settings, when: datetime) -> bytes:
    """What people said together, to read and to lay on the table: PDF/UA-1 on A4."""
    return typeset("report.typ", _report(told, library, settings), when)


@dataclass(frozen=True)
class Printed:
    """One file to print."""

    name: str
    """Its file name: `cards.pdf`."""
    what: str
    """One line for whoever prints it."""
    data: bytes


def handouts(run: Running, library: Library, settings: Settings, when: datetime) -> list[Printed]:
    """What a workshop's activities ask for in people's hands and on the wall, each file PDF/UA-1.

    `handouts.pdf` comes first and says how many to print of everything; `-large-print` files hold nothing smaller
    than 18 points. Empty where no activity has a handout.
    """
    return [Printed(plan.name, plan.what, typeset(plan.template, plan.data, when))
            for plan in plans(run, library, settings)]


__all__ = ["Printed", "guide", "handouts", "render", "report", "tally"]
