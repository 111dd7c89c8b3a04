"""Figures, and what has become of the paper's claims since 2009."""

from __future__ import annotations

from math import prod
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator

from kit.model.base import (
    AnyRef,
    Confidence,
    Line,
    Name,
    NotSaid,
    Piece,
    Prose,
    Record,
    Status,
    Summary,
    When,
)

Unit = Literal[
    "per cent", "people", "pounds", "dollars", "hours", "hours a week", "weeks", "years", "months", "schemes",
    "schools", "homes", "cases", "places", "areas", "studies", "funding streams", "grids", "objectives",
    "pounds a week", "pounds a year", "dollars a year", "dollars per child", "pounds per visit", "times",
    "minutes", "times the investment", "ratio", "pence", "members", "percentage points", "generations", "parties",
    "births", "roles", "panels", "meetings", "families", "aspects", "carers", "sites", "forms", "papers", "friends",
    "pupils", "decades", "other",
]


class Input(Piece):
    """A number that goes into a sum."""

    label: Name
    """What the number counts: "Hours given in a year"."""
    value: float
    """The number itself, in digits."""
    unit: Unit
    """What it is counted in: pounds, hours, people."""


class Arithmetic(Piece):
    """A sum that the paper does, or that follows from it, done again from its inputs."""

    inputs: Annotated[list[Input], Field(min_length=2)]
    """The numbers that go in, in the order of the sum."""
    operation: Literal["product", "sum", "difference", "ratio"]
    """`difference` and `ratio` take the first input and then the rest in turn."""
    printed: float
    """The result as the source prints it."""
    rounding: float
    """How far the printed result may stand from ours and still be only rounded."""
    agrees: bool
    """Whether the printed result follows from the inputs. Checked when the data is loaded."""
    note: Line
    """What a reader should know about the sum: where it comes from, or why it fails."""

    @property
    def result(self) -> float:
        """The sum, done again."""
        first, *rest = [item.value for item in self.inputs]
        match self.operation:
            case "product":
                return first * prod(rest)
            case "sum":
                return first + sum(rest)
            case "difference":
                return first - sum(rest)
            case "ratio":
                return first / prod(rest)

    @model_validator(mode="after")
    def _agrees_as_said(self) -> Arithmetic:
        if self.operation == "ratio" and any(item.value == 0 for item in self.inputs[1:]):
            raise ValueError("inputs: can't divide by 0")
        agrees = abs(self.result - self.printed) <= self.rounding
        if agrees != self.agrees:
            verb = "follows" if agrees else "does not follow"
            raise ValueError(f"agrees: {self.printed:g} {verb} from the inputs, which give {self.result:g}")
        return self


class Evidence(Record):
    """One figure: what was counted, of whom, where, when, by whom, and how far to trust it."""

    kind: ClassVar[str] = "evidence"
    plural: ClassVar[str] = "evidence"

    name: Name
    """A short heading: "Reoffending after the youth court, Washington"."""
    claim: Line
    """The claim in our words, with its figure."""
    value: float | None
    """The figure; null where `low` and `high` give a range or the claim is in words."""
    low: float | None = None
    """The lower end, where the source gives a range."""
    high: float | None = None
    """The upper end, where the source gives a range."""
    unit: Unit
    """What the figure is counted in: per cent, people, pounds."""
    qualifier: Literal["about", "nearly", "less than", "more than", "up to", "at least"] | None = None
    """How the source itself hedges the figure."""
    population: Line | NotSaid
    """Of whom or of what it was counted: "Tenants of one estate in Cardiff"."""
    place: Name | NotSaid
    """Where it was counted: a town, a country."""
    year: Line | NotSaid
    """The year or years that the figure describes, in words."""
    compared_with: Line | None = None
    """What the figure is set against: the year before, another group."""
    produced_by: Line | NotSaid
    """Who counted it, which may be others than those who print it."""
    interest: Literal["independent", "promoter", "government", "academic", "press", "campaign", "not known"]
    """Who produced it, as seen from here: `promoter` gains if the figure is believed."""
    caution: Line | None = None
    """What to say when you use it, or why not to."""
    arithmetic: Arithmetic | None = None
    """The sum behind it, where the paper does one, done again here."""
    about: list[AnyRef]
    """The cases, pressures, principles, terms or distinctions that it bears on."""

    @model_validator(mode="after")
    def _has_a_figure(self) -> Evidence:
        if self.value is None and (self.low is None or self.high is None):
            raise ValueError("value: is null, so `low` and `high` are both needed")
        return self


class Standing(Piece):
    """What became of one thing that the paper says."""

    status: Status
    """What became of it, in one of six words."""
    about: Name | None = None
    """Which part of the claim, where parts fared differently."""


class Update(Record):
    """What has changed since 2009, and which records it bears on."""

    kind: ClassVar[str] = "update"
    plural: ClassVar[str] = "updates"

    name: Name
    """What changed, as a heading."""
    summary: Summary
    """What changed, in one line."""
    then: Prose
    """What the paper says, in our words."""
    now: Prose
    """What is known since."""
    say: Line | None = None
    """How to put it honestly now; what to stop saying."""
    standings: Annotated[list[Standing], Field(min_length=1)]
    """What became of what the paper says; several where its parts fared differently."""
    bears_on: Annotated[list[AnyRef], Field(min_length=1)]
    """The records that it concerns: each of them shows it."""
    confidence: Confidence
    """How it was read. `seen`: in the source. `secondary`: about the source. `memory`: not seen, and marked so."""
    confidence_note: Line | None = None
    """What exactly was seen and what was not."""
    as_of: When
    """The date of the newest thing it rests on."""
    checked: When | None = None
    """When somebody last looked whether it still holds; two years later it asks to be looked at again."""


__all__ = ["Arithmetic", "Evidence", "Input", "Standing", "Update"]
