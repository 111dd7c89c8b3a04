"""Self-assessments: what a team sees itself do, in its own words, and what to try next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field, StringConstraints, model_validator

from kit.model.base import REF, AnyRef, Line, Name, Piece, Record, RefTo, Summary
from kit.model.knowledge import Hands

DimensionRef = Annotated[str, StringConstraints(pattern=REF), RefTo(("dimension",))]
StatementRef = Annotated[str, StringConstraints(pattern=REF), RefTo(("statement",))]
Rater = Literal["professionals", "people", "commissioners"]
"""The role in which someone answers."""

RATERS: dict[Rater, str] = {
    "professionals": "I work in the service",
    "people": "I use the service, or care for someone who does",
    "commissioners": "I commission, fund, lead or govern the service",
}
"""Each role as the person who has it would say it, in the order of the forms."""

RATER_NAMES: dict[Rater, str] = {
    "professionals": "Staff",
    "people": "People who use it",
    "commissioners": "Those who commission or lead",
}
"""Each role from outside."""

LevelName = Literal["fixing", "asking", "sharing", "facilitating"]
LEVELS: tuple[LevelName, ...] = get_args(LevelName)
"""The levels in order, from doing it for people to making it possible. Habits, not grades."""

HANDS: dict[Hands, str] = {
    "professionals": "Professionals",
    "together": "Both together",
    "community": "People who use it",
}
"""Who plans, or who does it: the values of both axes of the matrix, as a form offers them."""


class Dimension(Record):
    """One side of working together that statements look at."""

    kind: ClassVar[str] = "dimension"
    plural: ClassVar[str] = "dimensions"

    order: int
    name: Name
    summary: Summary
    question: Line
    """What it asks of a service, in one question."""
    see_also: Annotated[list[AnyRef], Field(min_length=1)]
    """Where the handbook says more: principles, commitments, pressures, topics."""


class Wording(Piece):
    """One statement as each role would say it. All three ask after the same habit."""

    professionals: Line
    people: Line
    commissioners: Line

    def __getitem__(self, rater: Rater) -> str:
        return str(getattr(self, rater))


class NextStep(Piece):
    """What to try from here, small enough for a month, and what to look at first."""

    text: Line
    """Said to the team as a whole."""
    see: Annotated[list[AnyRef], Field(min_length=1, max_length=3)]
    """Activities, cases and agenda actions, the best first; now and then a topic, a shift or a principle."""


class Level(Piece):
    """A habit that anyone in the room could see, and the next step for those who see it."""

    habit: Annotated[Line, Field(max_length=180)]
    next: NextStep


class Levels(Piece):
    """The four habits of one statement."""

    fixing: Level
    asking: Level
    sharing: Level
    facilitating: Level

    def __getitem__(self, name: LevelName) -> Level:
        level: Level = getattr(self, name)
        return level

    def each(self) -> Iterator[tuple[LevelName, Level]]:
        """The levels with their names, in order."""
        return ((name, self[name]) for name in LEVELS)


class EvidencePrompt(Piece):
    """A question that brings something seen to mind, with an example of each kind."""

    ask: Annotated[Line, Field(max_length=160)]
    counts: Annotated[Line, Field(max_length=160)]
    """Made up, like the next one."""
    does_not: Annotated[Line, Field(max_length=160)]


class Statement(Record):
    """One thing to rate, worded for each role under one id."""

    kind: ClassVar[str] = "statement"
    plural: ClassVar[str] = "statements"

    name: Name
    """A short heading: "What people can offer"."""
    version: Annotated[int, Field(ge=1)]
    """Goes up when the meaning changes: answers to different versions are not compared."""
    dimension: DimensionRef
    wording: Wording
    levels: Levels
    evidence: EvidencePrompt


class Step(Piece):
    """A level's name, and what it means in general."""

    name: Annotated[Name, Field(max_length=24)]
    means: Line


class Scale(Piece):
    """The names of the levels."""

    fixing: Step
    asking: Step
    sharing: Step
    facilitating: Step

    def __getitem__(self, name: LevelName) -> Step:
        step: Step = getattr(self, name)
        return step


class Aside(Piece):
    """An answer that stands apart from the levels."""

    name: Annotated[Name, Field(max_length=24)]
    next: Line


class Apart(Piece):
    """The two answers that are no level."""

    dont_know: Aside
    does_not_apply: Aside

    def each(self) -> tuple[Aside, Aside]:
        """Both, in the order of the forms."""
        return self.dont_know, self.does_not_apply


class Position(Piece):
    """The question about the matrix: who plans and who does it, today and as it should be."""

    name: Name
    ask: Line
    plans: Name
    delivers: Name
    today: Annotated[Name, Field(max_length=24)]
    wanted: Annotated[Name, Field(max_length=24)]
    caption: Line
    """How to read the picture."""


class Assessment(Record):
    """A form to fill in alone and talk over together: which statements, and what people are told first."""

    kind: ClassVar[str] = "assessment"
    plural: ClassVar[str] = "assessments"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    summary: Summary
    minutes: Annotated[int, Field(gt=0)]
    """What it takes one person to fill in."""
    version: Annotated[int, Field(ge=1)]
    it_is: Annotated[list[Line], Field(min_length=1)]
    it_is_not: Annotated[list[Line], Field(min_length=1)]
    instructions: Annotated[list[Line], Field(min_length=1)]
    who_sees: Annotated[list[Line], Field(min_length=1)]
    """What happens to the answers, said before anyone gives any."""
    afterwards: Annotated[list[Line], Field(min_length=1)]
    """What to do with the answers, together."""
    scale: Scale
    apart: Apart
    position: Position
    statements: Annotated[list[StatementRef], Field(min_length=1)]
    """In the order in which they are asked."""

    @model_validator(mode="after")
    def _statements_differ(self) -> Assessment:
        for ref, count in Counter(self.statements).items():
            if count > 1:
                raise ValueError(f"statements: {ref} is asked {count} times")
        return self

    def answers(self) -> list[str]:
        """Every answer that a statement can have, in words: the levels in order, then those apart."""
        return [*(self.scale[name].name for name in LEVELS), *(aside.name for aside in self.apart.each())]


__all__ = [
    "HANDS", "LEVELS", "RATERS", "RATER_NAMES", "Apart", "Aside", "Assessment", "Dimension", "EvidencePrompt",
    "Level", "LevelName", "Levels", "NextStep", "Position", "Rater", "Scale", "Statement", "Step", "Wording",
]
