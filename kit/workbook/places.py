"""Where the sheet to fill in keeps what: what the writer promises, and a reader may count on.

The hidden columns say what each row asks for, so that rows may move. `id` is `assessment/...` or `statement/...`,
`part` is one of those below, `version` is that of the assessment or the statement. In the row of the part
`assessment`, the column `response` holds the response's id where it has one.
"""

from __future__ import annotations

SHEET = "Your answers"
HIDDEN = ("id", "part", "version", "response")
"""Headings of the hidden columns, in order, all in the row of headings. They stand right of all that people see."""
ID, PART, VERSION, RESPONSE = 7, 8, 9, 10
"""Where those columns stand, counted from 0."""

ANSWER, EVIDENCE, NOTES = 4, 5, 6
PLACES: dict[str, tuple[str, int]] = {
    "role": ("role", 1), "team": ("role", 4), "date": ("date", 1),
    "answer": ("answer", ANSWER), "evidence": ("answer", EVIDENCE), "notes": ("answer", NOTES),
    "today/plans": ("today", 1), "today/delivers": ("today", 2),
    "wanted/plans": ("wanted", 1), "wanted/delivers": ("wanted", 2),
}
"""What people give: the part of the row in which it stands, and its column, counted from 0."""

__all__ = [
    "ANSWER", "EVIDENCE", "HIDDEN", "ID", "NOTES", "PART", "PLACES", "RESPONSE", "SHEET", "VERSION",
]
