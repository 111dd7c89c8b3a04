"""Activities: something that people in a room do together, written so that a stranger could lead it tomorrow."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from kit.model.base import AnyRef, Line, MatrixRef, Name, Piece, Prose, Record, Summary
from kit.model.handouts import (
    AnyHandout,
    CardSet,
    Each,
    LinesBlock,
    Poster,
    Reading,
    TableBlock,
    Worksheet,
)
from kit.model.slides import AnySlide

Grouping = Literal["alone", "pairs", "fours", "all"]

GROUPINGS: dict[Grouping, str] = {
    "alone": "On your own", "pairs": "In pairs", "fours": "In fours", "all": "All together",
}
"""Each grouping as participants read it."""

Aim = Literal["begin", "understand", "notice", "question", "change", "commit"]

AIMS: dict[Aim, str] = {
    "begin": "Begin well",
    "understand": "Get the idea",
    "notice": "See what is already here",
    "question": "Look hard at how it works now",
    "change": "Change something",
    "commit": "Agree what happens next",
}
"""What an activity is for, in the order of a day."""


class Group(Piece):
    """How many people it works for."""

    fewest: Annotated[int, Field(ge=2)]
    """With fewer people than this it doesn't work."""
    ideal: int
    """The number it was written for."""
    most: int
    """With more people than this it needs another way to run."""

    @model_validator(mode="after")
    def _in_order(self) -> Group:
        if not self.fewest <= self.ideal <= self.most:
            raise ValueError("expected fewest, ideal and most in order of size")
        return self


class Step(Piece):
    """One stretch of an activity: what participants are asked to do, and what is said to make it happen."""

    name: Annotated[Name, Field(max_length=60)]
    """Heading of its slide."""
    minutes: Annotated[int, Field(gt=0)]
    """How long it takes, in whole minutes."""
    grouping: Grouping
    """How people sit for it: alone, in pairs, in fours or all together."""
    with_whom: Line | None = None
    """Who should be together, where it matters: "One of you uses a service, and one of you works in one"."""
    do: Annotated[list[Line], Field(min_length=1, max_length=6)]
    """Said to participants; stands on the slide."""
    have: Line | None = None
    """What each person or group has at the end of the step; the activity's `output` when none is given."""
    script: Prose
    """Said to the facilitators, in the words that they would use aloud. Two voices where it can be two."""
    watch: Prose | None = None
    """What to look out for in the room, and what to do about it."""
    slides: list[AnySlide] = []
    """Shown after the step's own slide, within its minutes."""
    own_slide: bool = True
    """False where the first of `slides` does the work of the step's own (a quiz question)."""

    @model_validator(mode="after")
    def _slides_take_no_time_of_their_own(self) -> Step:
        if any(slide.minutes for slide in self.slides):
            raise ValueError("slides: within a step slides have no minutes of their own; the step has them")
        if not self.own_slide and not self.slides:
            raise ValueError("slides: a step without a slide of its own needs one here")
        return self


class Prepare(Piece):
    """What to do beforehand."""

    minutes: Annotated[int, Field(ge=0)]
    """How long it takes to get ready, beforehand."""
    do: Annotated[list[Line], Field(min_length=1)]
    """What to do beforehand, one thing each."""


class Shorter(Piece):
    """The same in less time."""

    minutes: list[Annotated[int, Field(ge=0)]]
    """For each step in order; 0 leaves the step out."""
    how: Prose
    """What is left out or hurried, and what that costs."""


class Variations(Piece):
    """Other ways to run it."""

    shorter: Shorter
    """How to do it in less time."""
    remote: Prose
    """For people who join from elsewhere, all of them or some."""
    large: Prose
    """For more people than `group.most`."""


class Access(Piece):
    """What makes it work for everyone."""

    before: Annotated[list[Line], Field(min_length=1)]
    """What to ask or arrange beforehand, so that everyone can take part."""
    during: Annotated[list[Line], Field(min_length=1)]
    """What to do in the room, so that everyone can take part."""


class Risk(Piece):
    """Something that may go wrong, and what to do."""

    risk: Line
    """What may go wrong, as you would notice it."""
    response: Line
    """What to do about it, there and then."""


class Card(Piece):
    """One card to sort or to judge: an example on its face, our answer on its back."""

    name: Annotated[Name, Field(max_length=48)]
    """A short heading for the card's face."""
    text: Annotated[Line, Field(max_length=220)]
    """What happens, in a sentence or two that anyone can read aloud."""
    answer: Annotated[Line, Field(max_length=240)]
    """Our reading, and why."""
    cell: MatrixRef | None = None
    """Where we would put it on the matrix."""
    about: AnyRef | None = None
    """The record it is drawn from. An example without one is made up, and says so."""


class Activity(Record):
    """Something that people do together, step by step, with all that a facilitator needs to lead it."""

    kind: ClassVar[str] = "activity"
    plural: ClassVar[str] = "activities"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    """What facilitators call it, in a few words."""
    summary: Summary
    """What people do in it, in one line."""
    aim: Aim
    """What it is for in the course of a day."""
    purpose: Prose
    """Why you would run it, and what it changes for those who take part."""
    not_when: Annotated[list[Line], Field(min_length=1)]
    """When not to use it."""
    in_room: Annotated[list[Line], Field(min_length=1)]
    """Who must be there."""
    group: Group
    """How many people it works for."""
    room: Line
    """What the room needs: tables, a wall, space to move."""
    materials: list[Line]
    """What to bring, one thing each."""
    prepare: Prepare
    """What to do beforehand, and how long that takes."""
    minutes: Annotated[int, Field(gt=0)]
    """To run it in full. The steps' minutes add up to it."""
    steps: Annotated[list[Step], Field(min_length=1)]
    """The activity itself, step by step."""
    output: Line
    """What the people will have at the end."""
    debrief: Annotated[list[Line], Field(min_length=2)]
    """Questions for talking over what happened."""
    quiet: Prose
    """What to say when nobody speaks."""
    heated: Prose
    """What to say and do when it gets heated."""
    variations: Variations
    """Other ways to run it: shorter, remote, with many people."""
    access: Access
    """What makes it work for everyone."""
    risks: Annotated[list[Risk], Field(min_length=1)]
    """What may go wrong, and what to do about it."""
    follow_up: Annotated[list[Line], Field(min_length=1)]
    """What to do with the output afterwards, one thing each."""
    prompts: Annotated[list[Line], Field(max_length=4)] = []
    """Concrete questions to start from. A sector's own stand in for them in its version."""
    cards: list[Card] = []
    """Examples to sort or judge, where the activity uses cards."""
    takes_examples: bool = False
    """True where the examples of a sector's variant join the cards."""
    handouts: list[AnyHandout] = []
    """What is printed for it: worksheets, its cards, the poster of the matrix, pages on cases."""
    draws_on: Annotated[list[AnyRef], Field(min_length=1)]
    """The records that it rests on; their sources stand at the end of the guide."""

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Activity:
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            raise ValueError(f"minutes: is {self.minutes}, but the minutes of the steps add up to {total}")
        return self

    @model_validator(mode="after")
    def _shorter_is_shorter(self) -> Activity:
        given = self.variations.shorter.minutes
        if len(given) != len(self.steps):
            raise ValueError(f"variations.shorter.minutes: has {len(given)} numbers for {len(self.steps)} steps")
        if not 0 < sum(given) < self.minutes:
            raise ValueError(f"variations.shorter.minutes: adds up to {sum(given)}; expected less than {self.minutes}")
        return self

    @model_validator(mode="after")
    def _cards_to_print(self) -> Activity:
        if any(isinstance(one, CardSet) for one in self.handouts) and not self.cards:
            raise ValueError("cards: is empty, but a handout prints them")
        return self


__all__ = [
    "AIMS", "GROUPINGS", "Access", "Activity", "Aim", "AnyHandout", "Card", "CardSet", "Each", "Group", "Grouping",
    "LinesBlock", "Poster", "Prepare", "Reading", "Risk", "Shorter", "Step", "TableBlock", "Variations", "Worksheet",
]
