"""Slides: what a screen shows at one moment of a workshop, with the words to say."""

from __future__ import annotations

from typing import Annotated, Literal

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
    RefTo,
    Status,
)

PlacedRef = Annotated[str, StringConstraints(pattern=REF), RefTo(("case", "distinction"))]
"""Something that has a cell on the matrix."""


class Slide(Piece):
    """What every slide has: a place in the hour, the words to say, and what to look out for."""

    title: Name | None = None
    """The heading. Slides drawn from a record take the record's when none is given; unique in the workshop."""
    minutes: Annotated[int, Field(ge=0)] = 0
    """How long it stays up, talk and work included. Within a step of an activity the step has the minutes."""
    script: Prose
    """What the facilitators say, as they would say it."""
    watch: Prose | None = None
    """What to look out for in the room, and what to do about it."""
    access: Prose | None = None
    """What makes it work for everyone here."""
    remote: Prose | None = None
    """What to do instead where people join from elsewhere."""
    draws_on: list[AnyRef] = []
    """Records that the slide rests on, besides the one it shows. Their sources stand in the notes and at the end."""

    @property
    def titled_by(self) -> str | None:
        """The record that gives the slide its title where it has none of its own."""
        return None


class TitleSlide(Slide):
    """The first slide: what this is, for whom."""

    kind: Literal["title"]
    subtitle: Line | None = None
    """The workshop's summary when none is given."""


class OutcomesSlide(Slide):
    """What people will leave with: the workshop's outcomes."""

    kind: Literal["outcomes"]
    title: Name


class AgendaSlide(Slide):
    """How today runs: a table of the workshop's parts, worked out from them. It shows no minutes."""

    kind: Literal["agenda"]
    title: Name


class SectionSlide(Slide):
    """A new stretch of the day begins."""

    kind: Literal["section"]
    title: Name
    text: Line | None = None
    """One line below the heading."""


class StatementSlide(Slide):
    """One sentence, large."""

    kind: Literal["statement"]
    title: Name
    text: Line
    """The sentence itself, short enough to be read from the back of the room."""
    credit: Line | None = None
    """Whose thought it is, in small type below."""


class PointsSlide(Slide):
    """A few short points."""

    kind: Literal["points"]
    title: Name
    points: Annotated[list[Line], Field(min_length=1)]
    """The points, in order. A slide has room for about five short ones."""
    numbered: bool = False
    """True where people will refer to them by number, or follow them in order."""


class Side(Piece):
    """One half of a pair."""

    heading: Annotated[Name, Field(max_length=40)]
    """What this half is called."""
    points: Annotated[list[Line], Field(min_length=1)]
    """What is said of it, a few short points."""


class PairSlide(Slide):
    """Two things side by side: is and isn't, before and after, fixer and facilitator."""

    kind: Literal["pair"]
    title: Name
    left: Side
    """The half on the left: what isn't, or what was."""
    right: Side
    """The half on the right: what is, or what comes."""


class Placed(Piece):
    """A case or a distinction, shown in the cell that its own record puts it in."""

    what: PlacedRef
    """The case or distinction to show."""
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
    """The case to tell."""
    swap: Annotated[int, Field(ge=1)] | None = None
    """In a sector's own version, the variant's case of this number (1 is its first) stands here instead."""
    text: Prose | None = None
    """The case's plain telling when none is given."""
    today: Line | None = None
    """Where it stands; the case's own `today` when none is given."""
    standing: Status | None = None
    """Which of the case's standings to head it with, where updates give several."""
    exchange: bool = False
    """True adds a slide with the table of who gives and who gets what."""

    @property
    def titled_by(self) -> str:
        """The case."""
        return self.case


class FigureSlide(Slide):
    """One figure, large, with what has become of it."""

    kind: Literal["figure"]
    evidence: EvidenceRef
    """The figure to show."""
    number: Annotated[Name, Field(max_length=24)] | None = None
    """How to print the figure, where its value and unit alone would mislead."""
    meaning: Line | None = None
    """What was counted; the evidence's claim when none is given."""
    today: Line | None = None
    """How to put it honestly; the update's `say` when none is given."""
    standing: Status | None = None
    """Which of the figure's standings to head it with, where updates give several."""

    @property
    def titled_by(self) -> str:
        """The figure."""
        return self.evidence


class ChartSlide(Slide):
    """A native chart of some figures in one unit, with what has become of them."""

    kind: Literal["chart"]
    title: Name
    evidence: Annotated[list[EvidenceRef], Field(min_length=2, max_length=6)]
    """The figures, in the order of the bars. All in one unit."""
    labels: list[Annotated[Name, Field(max_length=40)]] = []
    """A short name for each bar, where the figures' own names are long; as many as there are figures."""
    caption: Line
    """What to see in it."""
    today: Line | None = None
    """How to put it honestly; the first figure's `say` or caution when none is given."""
    standing: Status | None = None
    """Which standing to head it with, where updates give several."""

    @model_validator(mode="after")
    def _a_label_each(self) -> ChartSlide:
        if self.labels and len(self.labels) != len(self.evidence):
            raise ValueError(f"labels: there are {len(self.labels)} for {len(self.evidence)} figures")
        return self


class QuizSlide(Slide):
    """A question with answers to choose from, then the answer with its standing today: two slides."""

    kind: Literal["quiz"]
    title: Annotated[Name, Field(max_length=60)]
    """A short name for the question; the second slide has it too."""
    evidence: EvidenceRef
    """The figure that the question is about."""
    question: Line
    """The question, as it is read aloud."""
    options: Annotated[list[Annotated[Name, Field(max_length=60)]], Field(min_length=2, max_length=4)]
    """The answers to choose from, in the order in which they stand."""
    answer: Name
    """What the source says: one of the options, word for word."""
    meaning: Line | None = None
    """What was counted; the evidence's claim when none is given."""
    today: Line | None = None
    """How to put it honestly; the update's `say` when none is given."""
    standing: Status | None = None
    """Which of the figure's standings to head it with, where updates give several."""
    reveal: Prose
    """What the facilitators say with the answer."""

    @model_validator(mode="after")
    def _answer_is_an_option(self) -> QuizSlide:
        if self.answer not in self.options:
            raise ValueError(f"answer: '{self.answer}' is none of the options")
        return self


class DiscussionSlide(Slide):
    """A question to talk over, with prompts to start from."""

    kind: Literal["discussion"]
    title: Name
    question: Line
    """The question to talk over."""
    prompts: Annotated[list[Line], Field(max_length=4)] = []
    """Within an activity, its own prompts (or the sector's) stand here when none are given."""


class CommitmentsSlide(Slide):
    """A native table to fill in together: who will do what, by when."""

    kind: Literal["commitments"]
    title: Name
    columns: Annotated[list[Annotated[Name, Field(max_length=40)]], Field(min_length=2, max_length=4)]
    """The headings of the columns: who, what, by when."""
    rows: Annotated[int, Field(ge=1, le=6)] = 4
    """How many empty rows there are to fill in."""


class TableSlide(Slide):
    """A native table: a few rows of words under their headings, such as what each group said."""

    kind: Literal["table"]
    title: Name
    head: Annotated[list[Annotated[Name, Field(max_length=60)]], Field(min_length=2, max_length=5)]
    """The headings. What stands in the first column names its row."""
    rows: Annotated[list[list[Line]], Field(min_length=1)]
    """From the top; each has a cell for each heading."""
    caption: Line
    """What the table shows, for people who don't see it."""

    @model_validator(mode="after")
    def _a_cell_each(self) -> TableSlide:
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(f"rows: row {number} has {len(row)} cells under {len(self.head)} headings")
        return self


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
    """The last words on the screen: thanks, and what comes next."""


AnySlide = Annotated[
    TitleSlide | OutcomesSlide | AgendaSlide | SectionSlide | StatementSlide | PointsSlide | PairSlide | MatrixSlide
    | CaseSlide | FigureSlide | ChartSlide | QuizSlide | DiscussionSlide | CommitmentsSlide | TableSlide
    | ActivitySlide | SourcesSlide | CloseSlide,
    Field(discriminator="kind"),
]
"""One slide; its `kind` says which fields it has."""

__all__ = [
    "ActivitySlide", "AgendaSlide", "AnySlide", "CaseSlide", "ChartSlide", "CloseSlide", "CommitmentsSlide",
    "DiscussionSlide", "FigureSlide", "MatrixSlide", "OutcomesSlide", "PairSlide", "Placed", "PointsSlide",
    "QuizSlide", "SectionSlide", "Side", "Slide", "SourcesSlide", "StatementSlide",
    "TableSlide", "TitleSlide",
]
