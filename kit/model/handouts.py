"""Handouts: what an activity gives people to write on, to cut out or to read."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from kit.model.base import CaseRef, Line, Name, Piece

Each = Literal["person", "pair", "four", "room"]
"""Who gets a copy of a handout."""


class LinesBlock(Piece):
    """A question with room to write."""

    kind: Literal["lines"]
    label: Line
    """The question, as it is printed."""
    hint: Line | None = None
    """A word of help in small type below the question."""
    lines: Annotated[int, Field(ge=1, le=16)]
    """How many lines there are to write on."""


class TableBlock(Piece):
    """A table to fill in."""

    kind: Literal["table"]
    label: Line
    """What the table is for, as it is printed above it."""
    columns: Annotated[list[Annotated[Name, Field(max_length=60)]], Field(min_length=2, max_length=5)]
    """The headings of the columns, from left to right."""
    rows: Annotated[list[Annotated[Name, Field(max_length=80)]], Field(max_length=12)] = []
    """What the first column says; the other cells are empty."""
    blank: Annotated[int, Field(ge=0, le=12)] = 0
    """Rows without anything in them, after those."""

    @model_validator(mode="after")
    def _has_rows(self) -> TableBlock:
        if not self.rows and not self.blank:
            raise ValueError("rows: give some, or `blank` rows")
        return self


class Worksheet(Piece):
    """A sheet to write on."""

    kind: Literal["worksheet"]
    name: Name
    """The sheet's heading, by which the run sheet and the list of handouts call it."""
    each: Each
    """Who gets a copy: each person, pair, four or the whole room."""
    intro: Line | None = None
    """One line at the top that says what to do."""
    blocks: Annotated[
        list[Annotated[LinesBlock | TableBlock, Field(discriminator="kind")]], Field(min_length=1, max_length=6)
    ]
    """What is on the sheet, from top to bottom: questions with lines, and tables."""


class CardSet(Piece):
    """The activity's cards, to cut out."""

    kind: Literal["cards"]
    name: Name
    """What the list of handouts calls the cards."""
    each: Each
    """Who gets a set: each person, pair, four or the whole room."""


class Poster(Piece):
    """The matrix, as large as the paper allows."""

    kind: Literal["poster"]
    name: Name
    """What the list of handouts calls the poster."""
    each: Each
    """Who gets a copy: each person, pair, four or the whole room."""


class Reading(Piece):
    """A page on each of some cases, to read at a table or a station."""

    kind: Literal["reading"]
    name: Name
    """What the list of handouts calls the pages."""
    each: Each
    """Who gets a copy: each person, pair, four or the whole room."""
    cases: Annotated[list[CaseRef], Field(min_length=1, max_length=6)]
    """The cases to read about, a page each."""
    swap: Annotated[int, Field(ge=0)] = 0
    """In a sector's own version, this many of the first cases give way to the variant's."""


AnyHandout = Annotated[Worksheet | CardSet | Poster | Reading, Field(discriminator="kind")]
"""Something to print for an activity; its `kind` says which fields it has."""

__all__ = ["AnyHandout", "CardSet", "Each", "LinesBlock", "Poster", "Reading", "TableBlock", "Worksheet"]
