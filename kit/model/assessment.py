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
    """Its place in forms; 1 comes first."""
    name: Name
    """What this side is called, in a few words."""
    summary: Summary
    """What this side is about, in one line."""
    question: Line
    """What it asks of a service, in one question."""
    see_also: Annotated[list[AnyRef], Field(min_length=1)]
    """Where the handbook says more: principles, commitments, pressures, topics."""


class Wording(Piece):
    """One statement as each role would say it. All three ask after the same habit."""

    professionals: Line
    """As somebody who works in the service would say it."""
    people: Line
    """As somebody who uses the service would say it."""
    commissioners: Line
    """As somebody who commissions or leads the service would say it."""

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
    """What you would see people do at this level."""
    next: NextStep
    """What to try from here."""


class Levels(Piece):
    """The four habits of one statement."""

    fixing: Level
    """The habit of doing it for people."""
    asking: Level
    """The habit of asking people first."""
    sharing: Level
    """The habit of doing it with people."""
    facilitating: Level
    """The habit of making it possible for people to do it."""

    def __getitem__(self, name: LevelName) -> Level:
        level: Level = getattr(self, name)
        return level

    def each(self) -> Iterator[tuple[LevelName, Level]]:
        """The levels with their names, in order."""
        return ((name, self[name]) for name in LEVELS)


class EvidencePrompt(Piece):
    """A question that brings something seen to mind, with an example of each kind."""

    ask: Annotated[Line, Field(max_length=160)]
    """The question: what have you seen lately that shows it?"""
    counts: Annotated[Line, Field(max_length=160)]
    """Made up, like the next one."""
    does_not: Annotated[Line, Field(max_length=160)]
    """An example that would not show it, made up like the one before."""


class Statement(Record):
    """One thing to rate, worded for each role under one id."""

    kind: ClassVar[str] = "statement"
    plural: ClassVar[str] = "statements"

    name: Name
    """A short heading: "What people can offer"."""
    version: Annotated[int, Field(ge=1)]
    """Goes up when the meaning changes: answers to different versions are not compared."""
    dimension: DimensionRef
    """The side of working together that it belongs to."""
    wording: Wording
    """The statement as each role would say it."""
    levels: Levels
    """The four habits to choose from, each with a next step."""
    evidence: EvidencePrompt
    """A question that asks for something seen, with examples."""


class Step(Piece):
    """A level's name, and what it means in general."""

    name: Annotated[Name, Field(max_length=24)]
    """What forms call the level, in a word or two."""
    means: Line
    """What the level means for any statement."""


class Scale(Piece):
    """The names of the levels."""

    fixing: Step
    """The first level: it is done for people."""
    asking: Step
    """The second level: people are asked."""
    sharing: Step
    """The third level: it is done with people."""
    facilitating: Step
    """The fourth level: people are helped to do it."""

    def __getitem__(self, name: LevelName) -> Step:
        step: Step = getattr(self, name)
        return step


class Aside(Piece):
    """An answer that stands apart from the levels."""

    name: Annotated[Name, Field(max_length=24)]
    """What forms call this answer."""
    next: Line
    """What somebody who gives this answer can do next."""


class Apart(Piece):
    """The two answers that are no level."""

    dont_know: Aside
    """The answer of somebody who can't tell."""
    does_not_apply: Aside
    """The answer where the statement has no place in the service."""

    def each(self) -> tuple[Aside, Aside]:
        """Both, in the order of the forms."""
        return self.dont_know, self.does_not_apply


class Position(Piece):
    """The question about the matrix: who plans and who does it, today and as it should be."""

    name: Name
    """The heading of the question."""
    ask: Line
    """The question, as the form asks it."""
    plans: Name
    """What the form calls the axis of who plans."""
    delivers: Name
    """What the form calls the axis of who does it."""
    today: Annotated[Name, Field(max_length=24)]
    """The label for how it is now."""
    wanted: Annotated[Name, Field(max_length=24)]
    """The label for how people want it to be."""
    caption: Line
    """How to read the picture."""


class Assessment(Record):
    """A form to fill in alone and talk over together: which statements, and what people are told first."""

    kind: ClassVar[str] = "assessment"
    plural: ClassVar[str] = "assessments"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    """What the form is called."""
    summary: Summary
    """What it is and how long it takes, in one line."""
    minutes: Annotated[int, Field(gt=0)]
    """What it takes one person to fill in."""
    version: Annotated[int, Field(ge=1)]
    """Goes up when the statements change: results of different versions are not compared without a word."""
    it_is: Annotated[list[Line], Field(min_length=1)]
    """What the form is for, one thing each."""
    it_is_not: Annotated[list[Line], Field(min_length=1)]
    """What nobody should use it for, one thing each."""
    instructions: Annotated[list[Line], Field(min_length=1)]
    """How to fill it in, in order."""
    who_sees: Annotated[list[Line], Field(min_length=1)]
    """What happens to the answers, said before anyone gives any."""
    afterwards: Annotated[list[Line], Field(min_length=1)]
    """What to do with the answers, together."""
    scale: Scale
    """What the four levels are called."""
    apart: Apart
    """The two answers that are no level."""
    position: Position
    """The question about the matrix."""
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
