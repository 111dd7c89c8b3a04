"""Text that spreadsheets must not take for a formula, and responses as the rows of a CSV.

A cell that begins with = + - @ tab or a carriage return gets an apostrophe before it (OWASP, CSV injection); so does
one that begins with apostrophes and then such a sign, so that what is read back is what was written.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator

from kit.model.response import Response

HEADER = ("response_id", "assessment", "assessment_version", "role", "team", "date", "statement", "version", "answer",
          "evidence", "notes")
PLACES = tuple(f"position/{when}/{axis}" for when in ("today", "wanted") for axis in ("plans", "delivers"))
"""What stands in the column `statement` where a row is about the matrix."""

_GUARDED = re.compile(r"'*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if _GUARDED.match(text) else text


def unguarded(text: str) -> str:
    """The text that `guarded` was given."""
    return text[1:] if text.startswith("'") and _GUARDED.match(text) else text


def to_csv(responses: Iterable[Response]) -> str:
    """Responses as CSV, one row an answer, with a byte order mark: without it Excel misreads accents."""
    held = io.StringIO()
    writer = csv.writer(held, lineterminator="\r\n")
    writer.writerow(HEADER)
    for response in responses:
        writer.writerows([guarded(cell) for cell in row] for row in _rows(response))
    return "\ufeff" + held.getvalue()


def _rows(response: Response) -> Iterator[list[str]]:
    head = [response.id, response.assessment, str(response.assessment_version or ""), response.role, response.team,
            response.date]
    for one in response.answers:
        yield [*head, one.statement, str(one.version or ""), one.answer, one.evidence, one.notes]
    squares = (response.position.today, response.position.wanted)
    values = [value for square in squares for value in (square.plans, square.delivers)]
    for place, value in zip(PLACES, values, strict=True):
        if value:
            yield [*head, place, "", value, "", ""]


__all__ = ["HEADER", "PLACES", "guarded", "to_csv", "unguarded"]
