"""Whether the data is sound: what each record must be, and what records must be to each other."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from kit.check.rule import Look, tried
from kit.check.rules import RULES
from kit.errors import DataError, Problem
from kit.library import Library
from kit.load import read

_ERRORS = tuple(one for one in RULES if one.level == "error")
_WARNINGS = tuple(one for one in RULES if one.level == "warning")


def problems(library: Library) -> list[Problem]:
    """Everything wrong with a library, in order of file and line; the same on any day."""
    return sorted({*library.problems, *tried(Look(library), _ERRORS)})


def warnings(library: Library, today: date) -> list[Problem]:
    """What has come with time and should be looked at, in order of file and line. It stops nothing."""
    return sorted({*library.warnings, *tried(Look(library, today), _WARNINGS)})


def load(folder: Path) -> Library:
    """The records of a folder, sound and complete.

    Raises DataError with every problem at once, or UsageError if the folder is none.
    """
    return checked(read(folder))


def checked(library: Library) -> Library:
    """A library that is sound. Raises DataError with every problem at once."""
    if found := problems(library):
        raise DataError(found)
    return library
