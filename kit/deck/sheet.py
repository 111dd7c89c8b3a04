"""A slide before it is drawn: which page it goes on, and what stands in each place. Knows nothing of files."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from kit.text import Namer, Run, blocks

Bullet = Literal["none", "dot", "number"]
Tone = Literal["axis", "head", "plain", "middle", "notice", "pause"]
"""How a table's cell looks: a matrix's axis, a heading row, ordinary, the middle cell, the cell to notice, a break."""

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True)
class Para:
    """A paragraph of styled runs."""

    runs: tuple[Run, ...]
    bullet: Bullet = "none"
    number: int = 0
    """Its place in a numbered list, from 1."""
    before: int = 0
    """Space before it, in points, where that is more than its place gives."""

    @property
    def text(self) -> str:
        """Its words without their styles."""
        return "".join(run.text for run in self.runs)

    @property
    def right_to_left(self) -> bool:
        """Whether its first letter belongs to a script written from right to left."""
        for letter in self.text:
            direction = unicodedata.bidirectional(letter)
            if direction in {"L", "R", "AL"}:
                return direction != "L"
        return False


@dataclass(frozen=True)
class Cell:
    """One cell of a table."""

    paras: tuple[Para, ...] = ()
    tone: Tone = "plain"


@dataclass(frozen=True)
class Table:
    """A native table. The first row holds headings, and is said again where the table goes on."""

    columns: tuple[float, ...]
    """Widths of the columns, in proportion to each other."""
    rows: tuple[tuple[Cell, ...], ...]
    alt: str
    """What the table shows, for people who don't see it."""
    even: bool = False
    """True where the rows share the height of their place, as on the matrix."""


@dataclass(frozen=True)
class Bar:
    """One bar of a chart."""

    name: str
    value: float
    label: str
    """What stands at its end, on one line: "up to £995", "7%"."""
    own: bool = False
    """True where the value in the chart's format would not say that, so the label is written out."""
    later: bool = False
    """True for a figure from after 2009 among older ones: its bar has another colour, and its name says so."""


@dataclass(frozen=True)
class Chart:
    """A native chart of bars, from the top down."""

    bars: tuple[Bar, ...]
    format: str
    """How a spreadsheet is to write the values, with their unit: `0"%"`."""
    alt: str
    """All its figures in words, for people who don't see it."""


@dataclass(frozen=True)
class Notes:
    """What stands under a slide, for the facilitators."""

    minutes: int
    start: int
    """Minutes from the beginning of the workshop."""
    script: tuple[Para, ...]
    watch: tuple[Para, ...] = ()
    quiet: tuple[Para, ...] = ()
    """What to say when nobody speaks."""
    heated: tuple[Para, ...] = ()
    """What to say and do when it gets heated."""
    access: tuple[Para, ...] = ()
    remote: tuple[Para, ...] = ()
    shorter: tuple[Para, ...] = ()
    """What is left out where an activity runs in less time than it could."""
    debrief: tuple[Para, ...] = ()
    """Questions for talking over what happened."""
    sources: tuple[str, ...] = ()
    within: bool = False
    """True where the slide shares the minutes of one before it."""


@dataclass(frozen=True)
class Sheet:
    """One slide's content, by the roles of its layout's places."""

    layout: str
    title: str
    section: str
    notes: Notes
    fields: Mapping[str, tuple[Para, ...]] = field(default_factory=dict)
    table: Table | None = None
    chart: Chart | None = None
    fills: Mapping[str, str] = field(default_factory=dict)
    """Grounds that differ from the layout's, by role."""
    sizes: Mapping[str, float] = field(default_factory=dict)
    """Sizes of type in points, by role, where text was set smaller than the layout says."""


def paras(text: str, name: Namer) -> tuple[Para, ...]:
    """A record's Markdown as paragraphs and list items."""
    found: list[Para] = []
    number = 0
    for block in blocks(text, name):
        number = number + 1 if block.kind == "number" else 0
        bullet: Bullet = {"bullet": "dot", "number": "number"}.get(block.kind, "none")  # type: ignore[assignment]
        found.append(Para(_clean(block.runs), bullet, number))
    return tuple(para for para in found if para.text.strip())


def listed(lines: Iterable[str], bullet: Bullet, name: Namer) -> tuple[Para, ...]:
    """Lines as the items of one list."""
    items = [line(text, name) for text in lines]
    return tuple(replace(item, bullet=bullet, number=number) for number, item in enumerate(items, 1))


def line(text: str, name: Namer, bold: bool = False) -> Para:
    """One line of Markdown as one paragraph."""
    runs = tuple(run for block in blocks(text, name) for run in block.runs)
    return Para(tuple(replace(run, bold=run.bold or bold) for run in _clean(runs)))


def said(text: str, bold: bool = False) -> Para:
    """Words that are no Markdown as one paragraph."""
    return Para(_clean((Run(text, bold=bold),)))


def _clean(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Runs without control characters, and with printers' quotation marks."""
    before, found = " ", []
    for run in runs:
        text = _curled(_INVISIBLE.sub("", run.text), before)
        before = (text or before)[-1]
        found.append(replace(run, text=text))
    return tuple(found)


def _curled(text: str, before: str) -> str:
    """Straight quotation marks turned to face what they enclose. `before` is the letter in front of the text."""
    marks = {'"': ("\u201c", "\u201d"), "'": ("\u2018", "\u2019")}
    letters = []
    for letter in text:
        opens = before.isspace() or before in "([\u201c\u2018"
        before = marks[letter][0 if opens else 1] if letter in marks else letter
        letters.append(before)
    return "".join(letters)
