"""What a report is made of: words and figures, in the order in which they are told. Nothing here is marked up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Look:
    """A record of the handbook to look at."""

    text: str
    href: str | None
    """Its address, if the handbook is published."""


@dataclass(frozen=True)
class Point:
    """A statement that is spoken of on the first page."""

    name: str
    lines: tuple[str, ...]
    see: tuple[Look, ...] = ()


@dataclass(frozen=True)
class Row:
    """How one group, or everyone, answered a statement."""

    group: str
    """The key of a role, `EVERYONE`, or nothing for those who gave no role."""
    name: str
    counts: tuple[int, ...]
    """One a level, lowest first, then "don't know", "doesn't apply" and no answer: as `Report.answers` names them."""
    middle: str
    """The median in words; empty for everyone, whose median is never taken."""
    spread: str
    dont_know: str


@dataclass(frozen=True)
class Quote:
    """What somebody wrote."""

    kind: str
    """What it was written as: "Seen", "Note"."""
    who: str
    """The group; empty where it isn't shown."""
    text: str


@dataclass(frozen=True)
class Apart:
    """Two groups' medians on one statement."""

    number: int
    statement: str
    roles: tuple[str, str]
    middles: tuple[str, str]
    half_levels: int
    distance: str
    said: str
    """What to make of it; empty where it is too narrow to name."""


@dataclass(frozen=True)
class Told:
    """One statement."""

    number: int
    """Counted from 1, in the order of the assessment."""
    id: str
    section: str
    name: str
    wordings: tuple[tuple[str, str], ...]
    """The group and what it was asked; the group is empty where there is one wording for all."""
    rows: tuple[Row, ...]
    """Everyone first; none where too few were asked."""
    far: int
    pairs: int
    mixed: str
    gaps: tuple[Apart, ...]
    notes: tuple[str, ...]
    """What a reader must know of these figures."""
    quotes: tuple[Quote, ...]

    @property
    def some_quotes(self) -> tuple[Quote, ...]:
        """As many as there is room for in something to read."""
        return self.quotes[:MOST_QUOTES]

    @property
    def more_quotes(self) -> str:
        """How many those are not; empty where they are all."""
        more = len(self.quotes) - MOST_QUOTES
        return f"And {more:,} more, which the workbook has." if more > 0 else ""


@dataclass(frozen=True)
class Placing:
    """Where one group, or everyone, sees the service: today or as they want it."""

    group: str
    when: str
    squares: Mapping[tuple[str, str], int]
    """How many chose each square, by who plans and who does it, as keys of `HANDS`."""
    note: str


@dataclass(frozen=True)
class MovedRow:
    """A group's median then and now."""

    role: str
    then: str
    now: str
    moved: str


@dataclass(frozen=True)
class Change:
    """One statement against the earlier summary."""

    number: int
    name: str
    why_not: str
    """Why it isn't compared; empty where it is."""
    then: str
    now: str
    rows: tuple[MovedRow, ...]


@dataclass(frozen=True)
class Changes:
    """What moved since an earlier summary."""

    lead: str
    warning: str
    """What must be kept apart; empty where nothing need be."""
    each: tuple[Change, ...]
    gone: tuple[str, ...]


@dataclass(frozen=True)
class ReadRow:
    """What became of one file."""

    file: str
    how: str
    why: str


@dataclass(frozen=True)
class Report:
    """A summary as something to read. Where `too_few` says something there is nothing else but what was read."""

    title: str
    assessment: str
    ours: bool
    """Whether the assessment is one of this project's."""
    what: str
    """What this is, and what it isn't."""
    stays: str
    """What every page must say of who may see it; empty where nothing."""
    too_few: str
    who: tuple[str, ...]
    groups: tuple[tuple[str, str], ...]
    """The groups shown and their sizes."""
    levels: tuple[str, ...]
    answers: tuple[str, ...]
    """The levels' names, then those of what is no level."""
    differ: tuple[Point, ...]
    agree: tuple[Point, ...]
    begin: tuple[Point, ...]
    told: tuple[Told, ...]
    mixed_first: tuple[Told, ...]
    names: Mapping[tuple[str, str], str]
    """What the squares of the matrix are called."""
    placings: tuple[Placing, ...]
    """Everyone, today and wanted; then each group shown; empty where nobody was asked."""
    changes: Changes | None
    read: tuple[ReadRow, ...]
    read_notes: tuple[str, ...]
    worked_out: tuple[tuple[str, str], ...]
    """How the figures are made: a name and what it means."""

    @property
    def by_number(self) -> bool:
        """Whether the levels go by their number above their figures, for want of room, with `key` to tell them."""
        return len(self.levels) > _ROOM or any(len(name) > _LONGEST for name in self.levels)

    @property
    def heads(self) -> list[str]:
        """What stands above the figures of each answer."""
        levels = [str(number) for number, _ in enumerate(self.levels, 1)] if self.by_number else list(self.levels)
        return [*levels, *self.answers[len(levels):]]

    @property
    def key(self) -> str:
        """Which level each number stands for."""
        named = (name if name.startswith(str(number)) else f"{number} {name}"
                 for number, name in enumerate(self.levels, 1))
        return f"The levels are: {', '.join(named)}."

    @property
    def apart(self) -> list[Apart]:
        """Every distance between two groups, the widest first."""
        found = [gap for one in self.told for gap in one.gaps if gap.half_levels]
        return sorted(found, key=lambda gap: -gap.half_levels)


EVERYONE = "*"
"""The group of all."""
MOST_QUOTES = 40
"""Of one statement, in PDF and page; the workbook has all."""
_ROOM, _LONGEST = 6, 14
"""Levels, and characters of a level's name, that there is room for above a row of figures."""

__all__ = [
    "EVERYONE", "MOST_QUOTES", "Apart", "Change", "Changes", "Look", "MovedRow", "Placing", "Point", "Quote",
    "ReadRow", "Report", "Row", "Told",
]
