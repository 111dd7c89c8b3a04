"""Workshops: an hour or a day together, as a sequence of talks, activities and breaks; and what a sector brings."""

from __future__ import annotations

from collections import Counter
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from kit.model.activity import Card, Group, Risk
from kit.model.base import REF, CaseRef, Line, Name, Piece, Prose, Record, RefTo, SectorRef, Status, Summary, When
from kit.model.slides import AnySlide

ActivityRef = Annotated[str, StringConstraints(pattern=REF), RefTo(("activity",))]
LONGEST = 50
"""Minutes that anyone should sit through without a change: a talk, or one activity, is no longer."""


class InputPart(Piece):
    """A stretch in which the facilitators talk and show. Its minutes are those of its slides."""

    part: Literal["input"]
    name: Annotated[Name, Field(max_length=60)]
    """What the run sheet and the agenda call this stretch."""
    slides: Annotated[list[AnySlide], Field(min_length=1)]
    """What the screen shows, in order, with the words to say."""


class ActivityPart(Piece):
    """An activity, whole or with less time."""

    part: Literal["activity"]
    activity: ActivityRef
    """The activity to run."""
    name: Annotated[Name, Field(max_length=60)] | None = None
    """What to call it in this workshop; the activity's name when none is given."""
    shorter: bool = False
    """True runs the activity's own shorter variation."""
    minutes: list[Annotated[int, Field(ge=0)]] | None = None
    """Minutes of its own for each step in order; 0 leaves the step out."""
    lead_in: Prose | None = None
    """What to say to come to it from what went before."""

    @model_validator(mode="after")
    def _one_or_the_other(self) -> ActivityPart:
        if self.shorter and self.minutes is not None:
            raise ValueError("minutes: give minutes of its own, or `shorter`, not both")
        return self


class BreakPart(Piece):
    """A pause between two stretches of the day."""

    part: Literal["break"]
    name: Annotated[Name, Field(max_length=60)]
    """What the run sheet and the agenda call it: "Tea", "Lunch"."""
    minutes: Annotated[int, Field(gt=0)]
    """How long it lasts, in whole minutes."""
    text: Line
    """What the screen says meanwhile. No clock time: that depends on when you began."""
    script: Prose
    """What the facilitators say to send people off and bring them back."""
    watch: Prose | None = None
    """What to look out for meanwhile, and what to do about it."""


AnyPart = Annotated[InputPart | ActivityPart | BreakPart, Field(discriminator="part")]


class Ahead(Piece):
    """Something to do before or after the day, and when."""

    when: Annotated[Name, Field(max_length=40)]
    """"Four weeks before", "The same evening"."""
    do: Annotated[list[Line], Field(min_length=1)]
    """What to do then, one thing each."""


class Workshop(Record):
    """A session that a facilitator can run: who it is for, what people leave with, part by part."""

    kind: ClassVar[str] = "workshop"
    plural: ClassVar[str] = "workshops"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """What invitations and slides call it."""
    summary: Summary
    """What it is and for whom, in one line."""
    audience: Line
    """Who it is for: who should be in the room."""
    group: Group
    """How many people it works for."""
    minutes: Annotated[int, Field(gt=0)]
    """The whole, breaks included. The parts' minutes add up to it."""
    outcomes: Annotated[list[Line], Field(min_length=1)]
    """What people will be able to do or will have, each completing "You will ..."."""
    invite: Annotated[list[Line], Field(min_length=1)]
    """Whom to invite, and how to make it possible for them to come."""
    room: Line
    """What the room needs: tables, a wall, a screen."""
    materials: list[Line] = []
    """Besides what the activities ask for."""
    before: Annotated[list[Ahead], Field(min_length=1)]
    """What to do before the day, and when, the earliest first."""
    parts: Annotated[list[AnyPart], Field(min_length=1)]
    """The day itself, in order: talks, activities and breaks."""
    after: Annotated[list[Ahead], Field(min_length=1)]
    """What to do after the day, and when."""
    risks: list[Risk] = []
    """For the whole session; each activity has its own besides."""

    @model_validator(mode="after")
    def _names_differ(self) -> Workshop:
        named = [part.name if part.name else part.activity for part in self.parts if isinstance(part, ActivityPart)]
        named += [part.name for part in self.parts if not isinstance(part, ActivityPart)]
        for name, count in Counter(named).items():
            if count > 1:
                raise ValueError(f"parts: {count} parts are called '{name}'; each needs its own name")
        return self


class ToldCase(Piece):
    """A case as a sector's version tells it, with the words to say."""

    case: CaseRef
    """The case to tell."""
    title: Name
    """The heading of its slide in this field's version."""
    text: Prose | None = None
    """The case's plain telling when none is given."""
    today: Line | None = None
    """Where it stands; the case's own `today` when none is given."""
    standing: Status | None = None
    """Which of the case's standings to head it with, where updates give several."""
    script: Prose
    """What the facilitators say as they tell it."""
    watch: Prose | None = None
    """What to look out for in the room, and what to do about it."""
    access: Prose | None = None
    """What makes it work for everyone here."""


class PromptSet(Piece):
    """A sector's own prompts for an activity."""

    activity: ActivityRef
    """The activity whose prompts these stand in for."""
    prompts: Annotated[list[Line], Field(min_length=1, max_length=4)]
    """Concrete questions from this field to start from."""


class Variant(Record):
    """What a field of service puts in place of the general in every workshop: cases, examples, prompts."""

    kind: ClassVar[str] = "variant"
    plural: ClassVar[str] = "variants"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    """The sector's name as a title takes it: "Health"."""
    sector: SectorRef
    """The field of service that it is for."""
    summary: Summary
    """What this version brings, in one line."""
    cases: list[ToldCase]
    """Slides with `swap: 1` show the first of them, and so on."""
    examples: list[Card]
    """They join the cards of activities that take examples."""
    prompts: list[PromptSet]
    """The field's own questions, activity by activity."""
    lacks: list[Line] = []
    """What we could not find for this sector, said plainly."""

    @model_validator(mode="after")
    def _prompts_once(self) -> Variant:
        for ref, count in Counter(one.activity for one in self.prompts).items():
            if count > 1:
                raise ValueError(f"prompts: {ref} has {count} sets; put them into one")
        return self


class Hosting(Record):
    """What every host needs to know, whichever workshop it is: paying people, access, serious disclosures."""

    kind: ClassVar[str] = "hosting"
    plural: ClassVar[str] = "hosting"

    order: int
    """Its place on the page; 1 comes first."""
    name: Name
    """The subject as a heading: "Paying people"."""
    summary: Summary
    """What to remember of it, in one line."""
    text: Prose
    """What to know and do, with where to get advice."""
    as_of: When
    """When we last looked: payment rules and law change."""


__all__ = [
    "LONGEST", "ActivityPart", "ActivityRef", "Ahead", "AnyPart", "BreakPart", "Hosting", "InputPart", "PromptSet",
    "ToldCase", "Variant", "Workshop",
]
