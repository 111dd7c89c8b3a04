"""What one person answered: the file that the browser saves, and what a workbook or a CSV is read into.

It is no record of ours (it isn't in `KINDS`): it is written by others, and nothing in it is trusted.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kit.model.base import Piece

FORMAT = "fixers-to-facilitators/response"
DONT_KNOW, DOES_NOT_APPLY, NO_ANSWER = "dont-know", "does-not-apply", ""
"""What stands in `answer` where it is no level."""
APART = (DONT_KNOW, DOES_NOT_APPLY, NO_ANSWER)
LONGEST = 10_000
"""Characters of one free text."""
MOST = 500
"""Answers in one response; the longest form has 24."""

_Id = Annotated[str, StringConstraints(max_length=100)]
_Word = Annotated[str, StringConstraints(max_length=200)]
_Text = Annotated[str, StringConstraints(max_length=LONGEST)]
Version = Annotated[int, Field(ge=0, le=1_000_000)]
"""Counted from 1; 0 where it isn't said."""


class Answer(Piece):
    """What was chosen for one statement, and what was seen."""

    statement: Annotated[_Id, StringConstraints(min_length=1)]
    version: Version = 0
    """Of the statement's meaning, as it stood when it was asked."""
    answer: _Word = NO_ANSWER
    """A level's key, `dont-know`, `does-not-apply`, or nothing. People may have pasted something else."""
    evidence: _Text = ""
    notes: _Text = ""


class Square(Piece):
    """A place on the matrix, as keys of `kit.model.assessment.HANDS`; either may be empty."""

    plans: _Word = ""
    delivers: _Word = ""


class Squares(Piece):
    """Where someone sees the service, and where they want it to be."""

    today: Square = Square()
    wanted: Square = Square()


class Response(Piece):
    """One person's answers, without their name."""

    format: Literal["fixers-to-facilitators/response"] = "fixers-to-facilitators/response"
    format_version: Literal[1] = 1
    id: _Id = ""
    """Tells this response from every other (a UUID); empty where the form can't make one."""
    assessment: Annotated[_Id, StringConstraints(min_length=1)]
    """The assessment's id, without its kind: `quick`."""
    assessment_version: Version = 0
    role: _Word = ""
    """A key of `kit.model.assessment.RATERS`, or nothing."""
    team: _Word = ""
    date: _Word = ""
    """`2026-11-23`, or nothing."""
    answers: Annotated[list[Answer], Field(max_length=MOST)] = []
    position: Squares = Squares()

    @property
    def empty(self) -> bool:
        """Whether nothing at all was answered or written."""
        said = any(one.answer or one.evidence or one.notes for one in self.answers)
        return not said and self.position == Squares()


__all__ = [
    "APART", "DOES_NOT_APPLY", "DONT_KNOW", "FORMAT", "LONGEST", "MOST", "NO_ANSWER", "Answer", "Response", "Square",
    "Squares",
]
