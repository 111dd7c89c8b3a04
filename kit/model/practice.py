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
    """One side of it: "Tenants", "The council"."""
    gives: Line | NotSaid
    """What they put in: time, skill, money, a room."""
    gets: Line | NotSaid
    """What they take home, as the source tells it."""


class Today(Piece):
    """Where a case stands, as far as we could find out."""

    text: Line
    """What has become of it, in one line; or that we could not find out."""
    as_of: When | None
    """When what we read was current; null when nothing was found."""


class Case(Record, Layers):
    """A programme that the paper names, or a later one."""

    kind: ClassVar[str] = "case"
    plural: ClassVar[str] = "cases"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    """What the programme is called."""
    place: Name
    """The town, county or region where it is or was."""
    country: Literal["England", "Scotland", "Wales", "UK", "USA", "Bangladesh", "Peru", "Australia", "Several"]
    """The country, for lists; `Several` where it runs in more than one."""
    years: Line | NotSaid
    """When it began, ran and ended, in words."""
    started: int | None = None
    """The year it began, as a number, for sorting. Left out where no source says."""
    sectors: list[SectorRef]
    """The fields of public service that it belongs to, the main one first."""
    principles: list[PrincipleRef]
    """Those that the source's account shows; our reading."""
    cell: MatrixRef | None
    """Our reading of its place on the matrix; null where too little is said."""
    cell_why: Line
    """Why there; or why it can't be placed."""
    named_only: bool = False
    """True where the paper does little more than name it."""
    exchange: list[Exchange]
    """Who gives what and who gets what: one entry for each side."""
    results: Prose | NotSaid
    """What came of it, with figures as the source gives them and who counted."""
    people: list[PersonRef] = []
    """People in its story of whom the handbook has a record."""
    today: Today
    """Where it stands now, and when we last knew."""
    lesson: Line
    """What someone elsewhere can take from it. Ours."""
    first_move: Line
    """A first step that borrows from it. Ours."""
    see_also: list[AnyRef] = []
    """Records to read next: other cases, figures, distinctions."""


class Sector(Record, Layers):
    """A field of public service."""

    kind: ClassVar[str] = "sector"
    plural: ClassVar[str] = "sectors"

    name: Name
    """The field as a heading: "Housing"."""
    starts: list[Line]
    """Places in this field where co-production can start."""
    watch: list[Line]
    """What to take care over in this field."""
    pressures: list[PressureRef] = []
    """The pressures that are felt most in this field."""


__all__ = ["Case", "Exchange", "Sector", "Today"]
