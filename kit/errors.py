"""What can go wrong, said in one line each.

    KitError                      anything the project says to a person on purpose
    ├── DataError                 the records are not sound; carries every Problem found
    └── UsageError                an argument or a file given on the command line can't be used

A traceback never reaches a contributor: scripts catch KitError, print it and exit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One thing wrong with the data: where it is, what was expected, and the nearest right thing."""

    file: str
    """Path below the folder that holds the data's parent, with forward slashes: `data/terms.yml`."""
    line: int
    """Counted from 1; 0 when the problem is the file itself."""
    record: str
    """`case/taff-housing`, or empty when no record could be made out."""
    field: str
    """`principles[1]`, or empty when it is the record as a whole."""
    message: str
    """What is wrong and what was expected, without a full stop."""
    hint: str = ""
    """The nearest right thing, as a short question or instruction."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [part for part in (place, self.record, self.field) if part]
        end = f"; {self.hint}" if self.hint else ""
        return printable(f"{': '.join(parts)}: {self.message}{end}")


def printable(text: str) -> str:
    """A text on one line, without anything that a terminal would act on instead of showing."""
    return re.sub(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]", lambda found: ascii(found[0])[1:-1], text)


class KitError(Exception):
    """Something to tell a person in one line; never shown as a traceback."""


class UsageError(KitError):
    """A command's argument, or a file named by it, can't be used. Scripts exit with 2."""


class DataError(KitError):
    """The records are not sound. `problems` holds every fault, in order of file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
