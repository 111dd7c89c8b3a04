"""What can go wrong, said in one line each.

    KitError                      anything the project says to a person on purpose
    ├── DataError                 the records are not sound; carries every Problem found
    └── UsageError                an argument or a file given on the command line can't be used

A traceback never reaches a contributor: scripts catch KitError, print it and exit.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from unicodedata import category

Level = Literal["error", "warning"]
"""An `error` stops a build. A `warning` depends on the day it is asked on, so it is said and stops nothing."""


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
    rule: str = ""
    """The name of the rule that it breaks (`kit.check.rules`), or empty where the file or record can't be read."""
    level: Level = "error"

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [_cut(part, _NAME) for part in (place, self.record, self.field) if part]
        end = f"; {_cut(self.hint)}" if self.hint else ""
        if self.rule:
            end += f" [{self.rule}]" if self.level == "error" else f" [{self.rule}, a {self.level}]"
        return printable(f"{': '.join(parts)}: {_cut(self.message)}{end}")


_NAME, _SAID = 160, 600
"""Characters that are shown of a name, and of what is said: a file may hold names as long as a book."""


def _cut(text: str, most: int = _SAID) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def printable(text: str) -> str:
    """A text on one line, without anything that a terminal would act on instead of showing.

    Neither control characters nor those that turn the direction of what follows, as in https://trojansource.codes/.
    """
    if text.isprintable():
        return text
    return "".join(ascii(letter)[1:-1] if category(letter) in _UNSEEN else letter for letter in text)


_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
"""Unicode's categories: controls, formats, halves of characters, separators of lines and paragraphs."""


class KitError(Exception):
    """Something to tell a person in one line; never shown as a traceback."""


class UsageError(KitError):
    """A command's argument, or a file named by it, can't be used. Scripts exit with 2."""


class DataError(KitError):
    """The records are not sound. `problems` holds every fault, in order of file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))
