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
    """The id of the statement that was answered."""
    version: Version = 0
    """Of the statement's meaning, as it stood when it was asked."""
    answer: _Word = NO_ANSWER
    """A level's key, `dont-know`, `does-not-apply`, or nothing. People may have pasted something else."""
    evidence: _Text = ""
    """What the person had seen that shows it."""
    notes: _Text = ""
    """Anything else that the person wrote."""


class Square(Piece):
    """A place on the matrix, as keys of `kit.model.assessment.HANDS`; either may be empty."""

    plans: _Word = ""
    """Who plans: a key of the matrix, or nothing."""
    delivers: _Word = ""
    """Who does it: a key of the matrix, or nothing."""


class Squares(Piece):
    """Where someone sees the service, and where they want it to be."""

    today: Square = Square()
    """Where the person sees the service now."""
    wanted: Square = Square()
    """Where the person wants it to be."""


class Response(Piece):
    """One person's answers, without their name."""

    format: Literal["fixers-to-facilitators/response"] = "fixers-to-facilitators/response"
    """Names the sort of file, so that it is not taken for another."""
    format_version: Literal[1] = 1
    """The version of this format."""
    id: _Id = ""
    """Tells this response from every other (a UUID); empty where the form can't make one."""
    assessment: Annotated[_Id, StringConstraints(min_length=1)]
    """The assessment's id, without its kind: `quick`."""
    assessment_version: Version = 0
    """The version of the form that was filled in."""
    role: _Word = ""
    """A key of `kit.model.assessment.RATERS`, or nothing."""
    team: _Word = ""
    """The team or service, if somebody wrote it."""
    date: _Word = ""
    """`2026-11-23`, or nothing."""
    answers: Annotated[list[Answer], Field(max_length=MOST)] = []
    """One entry for each statement that was answered."""
    position: Squares = Squares()
    """The answers to the question about the matrix."""

    @property
    def empty(self) -> bool:
        """Whether nothing at all was answered or written."""
        said = any(one.answer or one.evidence or one.notes for one in self.answers)
        return not said and self.position == Squares()


__all__ = [
    "APART", "DOES_NOT_APPLY", "DONT_KNOW", "FORMAT", "LONGEST", "MOST", "NO_ANSWER", "Answer", "Response", "Square",
    "Squares",
]
