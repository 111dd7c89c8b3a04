"""Whether the data is sound: what each record must be, and what records must be to each other."""

from __future__ import annotations

from pathlib import Path

from kit.check import editorial, references, workshops
from kit.errors import DataError, Problem
from kit.library import Library
from kit.load import read


def problems(library: Library) -> list[Problem]:
    """Everything wrong with a library, in order of file and line."""
    found = [
        *library.problems, *references.check(library), *editorial.check(library), *workshops.check(library),
    ]
    return sorted(set(found))


def load(folder: Path) -> Library:
    """The records of a folder, sound and complete.

    Raises DataError with every problem at once, or UsageError if the folder is none.
    """
    library = read(folder)
    if found := problems(library):
        raise DataError(found)
    return library
