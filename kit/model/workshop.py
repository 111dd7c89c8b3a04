"""Workshops: an hour or a day together, as slides with the words to say and the time each takes."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints, model_validator

from kit.model.base import (
    REF,
    AnyRef,
    CaseRef,
    EvidenceRef,
    Line,
    MatrixRef,
    Name,
    Piece,
    Prose,
    Record,
    RefTo,
    Status,
    Summary,
)

PlacedRef = Annotated[str, StringConstraints(pattern=REF), RefTo(("case", "distinction"))]
"""Something that has a cell on the matrix."""


class Slide(Piece):
    """What every slide has: a place in the hour, the words to say, and what to look out for."""

    title: Name | None = None
    """The heading. Slides drawn from a record take the record's when none is given; unique in the workshop."""
    section: Name
    """The part of the workshop it belongs to; the slides of a section stand together."""
    minutes: Annotated[int, Field(ge=0)]
    """How long it stays up, talk and work included."""
    script: Prose
    """What the facilitators say, as they would say it."""
    watch: Prose | None = None
    """What to look out for in the room, and what to do about it."""
    access: Prose | None = None
    """What makes it work for everyone here, and for people joining from elsewhere."""
    draws_on: list[AnyRef] = []
    """Records that the slide rests on, besides the one it shows. Their sources stand in the notes and at the end."""


class TitleSlide(Slide):
    """The first slide: what this is, for whom."""

    kind: Literal["title"]
    subtitle: Line | None = None
    """The workshop's summary when none is given."""


class OutcomesSlide(Slide):
    """What people will leave with: the workshop's outcomes."""

    kind: Literal["outcomes"]
    title: Name


class StatementSlide(Slide):
    """One sentence, large."""

    kind: Literal["statement"]
    title: Name
    text: Line
    credit: Line | None = None
    """Whose thought it is, in small type below."""


class PointsSlide(Slide):
    """A few short points."""

    kind: Literal["points"]
    title: Name
    points: Annotated[list[Line], Field(min_length=1)]
    numbered: bool = False
    """True where people will refer to them by number, or follow them in order."""


class Side(Piece):
    """One half of a pair."""

    heading: Annotated[Name, Field(max_length=40)]
    points: Annotated[list[Line], Field(min_length=1)]


class PairSlide(Slide):
    """Two things side by side: is and isn't, before and after, fixer and facilitator."""

    kind: Literal["pair"]
    title: Name
    left: Side
    right: Side


class Placed(Piece):
    """A case or a distinction, shown in the cell that its own record puts it in."""

    what: PlacedRef
    words: Name | None = None
    """What to write in the cell; the record's name when none is given."""


class MatrixSlide(Slide):
    """The nine cells: who plans, against who delivers."""

    kind: Literal["matrix"]
    title: Name
    cell: MatrixRef | None = None
    """The cell to notice."""
    place: list[Placed] = []
    """Examples to show in their cells, in place of the cells' names."""
    caption: Line
    """What to look for, beside the picture."""


class CaseSlide(Slide):
    """A programme: what it is, who gives and gets what, where it stands today."""

    kind: Literal["case"]
    case: CaseRef
    text: Prose | None = None
    """The case's plain telling when none is given."""
    today: Line | None = None
    """Where it stands; the case's own `today` when none is given."""
    standing: Status | None = None
    """Which of the case's standings to head it with, where updates give several."""
    exchange: bool = False
    """True adds a slide with the table of who gives and who gets what."""


class FigureSlide(Slide):
    """One figure, large, with what has become of it."""

    kind: Literal["figure"]
    evidence: EvidenceRef
    number: Annotated[Name, Field(max_length=24)] | None = None
    """How to print the figure, where its value and unit alone would mislead."""
    meaning: Line | None = None
    """What was counted; the evidence's claim when none is given."""
    today: Line | None = None
    """How to put it honestly; the update's `say` when none is given."""
    standing: Status | None = None
    """Which of the figure's standings to head it with, where updates give several."""


class ActivitySlide(Slide):
    """Something that people do: what, with whom, and what they will have at the end."""

    kind: Literal["activity"]
    title: Name
    do: Annotated[list[Line], Field(min_length=1)]
    """The steps, in order, as said to participants."""
    groups: Line
    """With whom: "In threes, with at least one person who uses a service in each"."""
    have: Line
    """What each person or group will have at the end."""


class SourcesSlide(Slide):
    """Where it all comes from: gathered from the slides' records."""

    kind: Literal["sources"]
    title: Name


class CloseSlide(Slide):
    """Thanks, how to reuse it, and where to find it in the handbook."""

    kind: Literal["close"]
    title: Name
    text: Line


AnySlide = Annotated[
    TitleSlide | OutcomesSlide | StatementSlide | PointsSlide | PairSlide | MatrixSlide | CaseSlide
    | FigureSlide | ActivitySlide | SourcesSlide | CloseSlide,
    Field(discriminator="kind"),
]
"""One slide; its `kind` says which fields it has."""


class Workshop(Record):
    """A session that a facilitator can run: who it is for, what people leave with, slide by slide."""

    kind: ClassVar[str] = "workshop"
    plural: ClassVar[str] = "workshops"
    layout: ClassVar[Literal["list", "each", "one"]] = "each"

    name: Name
    summary: Summary
    audience: Line
    minutes: Annotated[int, Field(gt=0)]
    """The whole, from the first word to the last. The slides' minutes add up to it."""
    outcomes: Annotated[list[Line], Field(min_length=1)]
    """What people will be able to do or will have, each completing "You will ..."."""
    slides: Annotated[list[AnySlide], Field(min_length=1)]

    @model_validator(mode="after")
    def _minutes_add_up(self) -> Workshop:
        total = sum(slide.minutes for slide in self.slides)
        if total != self.minutes:
            raise ValueError(f"minutes: is {self.minutes}, but the minutes of the slides add up to {total}")
        return self

    @model_validator(mode="after")
    def _sections_stand_together(self) -> Workshop:
        runs = Counter(name for name, _ in groupby(self.slides, key=lambda slide: slide.section))
        for name, count in runs.items():
            if count > 1:
                raise ValueError(f"slides: section '{name}' is broken up by another; give each stretch its own name")
        return self

    @model_validator(mode="after")
    def _titles_differ(self) -> Workshop:
        for title, count in Counter(slide.title for slide in self.slides if slide.title).items():
            if count > 1:
                raise ValueError(f"slides: {count} slides have the title '{title}'; each needs its own")
        return self


__all__ = [
    "ActivitySlide", "AnySlide", "CaseSlide", "CloseSlide", "FigureSlide", "MatrixSlide", "OutcomesSlide",
    "PairSlide", "Placed", "PointsSlide", "Side", "Slide", "SourcesSlide", "StatementSlide", "TitleSlide", "Workshop",
]
