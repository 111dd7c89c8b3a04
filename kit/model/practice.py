"""Where the idea has been tried: cases, and the fields of public service they belong to."""

from __future__ import annotations

from typing import ClassVar, Literal

from kit.model.base import (
    AnyRef,
    Layers,
    Line,
    MatrixRef,
    Name,
    NotSaid,
    PersonRef,
    Piece,
    PressureRef,
    PrincipleRef,
    Prose,
    Record,
    SectorRef,
    When,
)


class Exchange(Piece):
    """Who gives what and who gets what. `not said` where the source is silent."""

    who: Name
    gives: Line | NotSaid
    gets: Line | NotSaid


class Today(Piece):
    """Where a case stands, as far as we could find out."""

    text: Line
    as_of: When | None
    """When what we read was current; null when nothing was found."""


class Case(Record, Layers):
    """A programme that the paper names, or a later one."""

    kind: ClassVar[str] = "case"
    plural: ClassVar[str] = "cases"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    place: Name
    country: Literal["England", "Scotland", "Wales", "UK", "USA", "Bangladesh", "Peru", "Australia", "Several"]
    years: Line | NotSaid
    """When it began, ran and ended, in words."""
    started: int | None = None
    sectors: list[SectorRef]
    principles: list[PrincipleRef]
    """Those that the source's account shows; our reading."""
    cell: MatrixRef | None
    """Our reading of its place on the matrix; null where too little is said."""
    cell_why: Line
    """Why there; or why it can't be placed."""
    named_only: bool = False
    """True where the paper does little more than name it."""
    exchange: list[Exchange]
    results: Prose | NotSaid
    people: list[PersonRef] = []
    today: Today
    lesson: Line
    """What someone elsewhere can take from it. Ours."""
    first_move: Line
    """A first step that borrows from it. Ours."""
    see_also: list[AnyRef] = []


class Sector(Record, Layers):
    """A field of public service."""

    kind: ClassVar[str] = "sector"
    plural: ClassVar[str] = "sectors"

    name: Name
    starts: list[Line]
    """Places in this field where co-production can start."""
    watch: list[Line]
    """What to take care over in this field."""
    pressures: list[PressureRef] = []


__all__ = ["Case", "Exchange", "Sector", "Today"]
