"""The idea itself: what it is, what it isn't, and where it sits."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import model_validator

from kit.model.base import (
    AnyRef,
    CaseRef,
    Confidence,
    FollowsRef,
    Layers,
    Line,
    MatrixRef,
    Name,
    PersonRef,
    PressureRef,
    PrincipleRef,
    Prose,
    Record,
    Summary,
)

Phase = Literal["commission", "plan", "deliver", "review", "share power"]
"""What a definition names as shared. `plan` covers design."""

Hands = Literal["professionals", "together", "community"]
"""Who plans, or who delivers: the three values of each of the matrix's axes."""


class Definition(Record):
    """What someone meant by co-production, and when."""

    kind: ClassVar[str] = "definition"
    plural: ClassVar[str] = "definitions"

    name: Name
    """Short label: "The 2009 working definition"."""
    who: Name
    """The people or body whose definition it is."""
    year: int | None
    """Null where the source gives no date."""
    field: Name
    """Where it is used: "Social care, England"."""
    summary: Summary
    """What they meant, in one line."""
    sense: Prose
    """The definition in our words."""
    phrase: Name | None = None
    """A few words quoted from it (eight at most), without quotation marks."""
    shares: list[Phase]
    """What it names as shared between people and professionals."""
    adds: list[Line]
    """What it says that those before it did not."""
    leaves_out: list[Line]
    """What a reader might expect of it and won't find, one thing each."""
    follows: FollowsRef | None = None
    """The definition it answers or replaces."""
    people: list[PersonRef] = []
    """Those who wrote it or shaped it, where the handbook has a record of them."""
    confidence: Confidence = "seen"
    """How it was read. `seen`: in the source. `secondary`: about the source. `memory`: not seen, and marked so."""

    @model_validator(mode="after")
    def _phrase_is_short(self) -> Definition:
        if self.phrase and len(self.phrase.split()) > 8:
            raise ValueError("phrase: has more than eight words; quote a few words or none")
        return self


class Term(Record, Layers):
    """A word of the glossary."""

    kind: ClassVar[str] = "term"
    plural: ClassVar[str] = "terms"

    name: Name
    """The word, as a sentence would have it: small letters, except for a proper name."""
    also: list[Name] = []
    """Other words for the same thing, found by search and marked on pages."""
    see_also: list[AnyRef] = []
    """Records to read next: other terms, principles, cases."""
    proper: bool = False
    """True for a proper name, which keeps its capital (or its small letter) wherever it stands."""
    tooltip: bool = True
    """Mark the word's first use on a page. False for words too common to mark."""


class Principle(Record, Layers):
    """One of the principles that the projects share."""

    kind: ClassVar[str] = "principle"
    plural: ClassVar[str] = "principles"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """The principle as a heading, in a few words."""
    looks_like: list[Line]
    """Signs that it is there, as someone in the room would see them."""
    falls_short: list[Line]
    """What is often mistaken for it."""
    question: Line
    """One question to ask of your own service."""
    first_move: Line
    """The first thing to try, small enough for this week."""


class Pressure(Record, Layers):
    """One of the linked problems that stalled reform."""

    kind: ClassVar[str] = "pressure"
    plural: ClassVar[str] = "pressures"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """The problem as a heading, in a few words."""
    signs: list[Line]
    """What you would see from the front desk or the waiting room."""
    answer: Prose
    """How co-production answers it."""
    linked: list[PressureRef] = []
    """Other pressures that feed it or that it feeds."""


class Distinction(Record, Layers):
    """Something that is often called co-production and, by itself, isn't."""

    kind: ClassVar[str] = "distinction"
    plural: ClassVar[str] = "distinctions"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """As the end of the sentence "Co-production isn't ...": "consultation"."""
    looks_like: list[Line]
    """What you would see where it is taken for co-production, one sign each."""
    missing: list[Line]
    """What it lacks to be co-production, one thing each."""
    would_make_it: list[Line]
    """What would make it co-production."""
    worth: Line
    """What it is good for, as it is."""
    cell: MatrixRef | None
    """Its place on the matrix; null where the matrix has none."""
    cases: list[CaseRef]
    """Cases that show the difference. Each distinction has one at least."""


class Commitment(Record, Layers):
    """One of the four respects in which co-production goes beyond its neighbours."""

    kind: ClassVar[str] = "commitment"
    plural: ClassVar[str] = "commitments"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """The commitment as a heading, in a few words."""
    asks: list[Line]
    """What it asks of a service that makes it."""
    caution: Line
    """What later evidence or argument warns of."""


class MatrixCell(Record):
    """One of the nine cells of Figure 1: who plans, against who delivers."""

    kind: ClassVar[str] = "matrix"
    plural: ClassVar[str] = "matrix"

    name: Name
    """Our short name for the cell."""
    plans: Hands
    """Who plans the service in this cell: its place across."""
    delivers: Hands
    """Who delivers the service in this cell: its place down."""
    legible: bool
    """False where the copy of the paper we hold repeats or breaks off the cell's words."""
    printed: Line
    """What the copy shows, in a few words of it or in ours; where it is garbled, what can be read."""
    reading: Line | None = None
    """Our reading of a garbled cell."""
    summary: Summary
    """What this cell is, in one line."""
    text: Prose
    """What life in this cell is like, for people and for staff."""
    next_move: Line
    """One step from here towards the middle, or how to stay well in the middle."""


class Shift(Record):
    """From fixer to facilitator: one habit, and what replaces it."""

    kind: ClassVar[str] = "shift"
    plural: ClassVar[str] = "shifts"

    order: int
    """Its place in lists; 1 comes first."""
    name: Name
    """Three to six words: "From telling to asking"."""
    fixer: Line
    """The habit, as the person who has it would recognise it, without blame."""
    facilitator: Line
    """What replaces it."""
    why: Prose
    """Why the change is worth making, and what makes it hard."""
    monday: Line
    """The first step on Monday."""
    principles: list[PrincipleRef]
    """The principles that it puts into practice."""
    cases: list[CaseRef] = []
    """Where somebody has made this change."""


__all__ = [
    "Commitment", "Definition", "Distinction", "MatrixCell", "Pressure", "Principle", "Shift", "Term",
]
