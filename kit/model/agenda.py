"""The next steps: directions, topics, and what each of us can do."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from kit.model.base import (
    AfterRef,
    AgendaRef,
    AnyRef,
    DirectionRef,
    Layers,
    Line,
    Name,
    NotSaid,
    PrincipleRef,
    Record,
)

Role = Literal[
    "people who use services", "front-line staff", "managers", "commissioners", "councillors and boards",
    "finance and audit", "trainers and educators", "community groups", "national policymakers", "researchers",
]


class Direction(Record, Layers):
    """One of Murray's three directions of change, as the paper applies them."""

    kind: ClassVar[str] = "direction"
    plural: ClassVar[str] = "directions"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """The direction as a heading, in a few words."""


class Agenda(Record, Layers):
    """A topic of the paper's agenda: what stands in the way, and what was promised."""

    kind: ClassVar[str] = "agenda"
    plural: ClassVar[str] = "agenda"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """The topic as a heading, in a few words."""
    barrier: Line
    """What stands in the way, in one line."""
    promised: Line | NotSaid
    """What the authors undertook to do about it in 2009."""
    became: Line
    """What came of it, as far as we know; or that we don't know."""
    directions: list[DirectionRef]
    """Which of the three directions it serves."""
    after: list[AfterRef] = []
    """Topics that are easier once these have begun."""
    see_also: list[AnyRef] = []
    """Records to read next: cases, figures, pressures."""


class Action(Record):
    """Something that a person in one role can do about a topic."""

    kind: ClassVar[str] = "action"
    plural: ClassVar[str] = "actions"

    name: Name
    """Begins with a verb: "Publish a tender that asks what people will give as well as get"."""
    agenda: AgendaRef
    """The topic that it belongs to; it stands on that topic's page."""
    role: Role
    """Which of us can do it: the page by role lists it there."""
    why: Line
    """Why it matters, said to the person who would do it."""
    first_move: Line
    """The first thing to do, small enough for this week."""
    know: Line
    """How you would know it is working, as something you could see or count."""
    takes: Literal["an hour", "a day", "a month", "a year"]
    """The order of size of the effort before something changes."""
    principles: list[PrincipleRef] = []
    """The principles that it puts into practice."""
    see_also: Annotated[list[AnyRef], Field(min_length=1)]
    """Cases, distinctions or evidence to go by."""


__all__ = ["Action", "Agenda", "Direction"]
