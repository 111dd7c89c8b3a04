"""Many responses as counts, medians and words: the file `summary.json`, which reports and decks are made from.

It is no record of ours (it isn't in `KINDS`). It holds nothing of a group that is too small to be shown apart, and
what every figure means is said in `kit.results.statistics`. Levels stand as their keys. Read back, it is untrusted.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from kit.model.base import Piece

FORMAT = "fixers-to-facilitators/summary"
Count = Annotated[int, Field(ge=0)]
Keys = Annotated[list[str], Field(min_length=2, max_length=2)]
"""Two levels; the same one twice where they don't differ."""
How = Literal["accepted", "accepted with warnings", "refused"]


class NamedLevel(Piece):
    """A level of the scale."""

    key: str
    """The level's key, as answers hold it."""
    name: str
    """The level as people read it."""


class NamedRole(Piece):
    """A group that may have answered. The empty key stands for those who gave no role."""

    key: str
    """The group's key, as responses hold it."""
    name: str
    """The group as people read it."""


class Asked(Piece):
    """The assessment that was answered."""

    id: str
    """The assessment's id, without its kind."""
    version: int
    """The version of the assessment that was counted."""
    name: str
    """What the assessment is called."""
    levels: Annotated[list[NamedLevel], Field(min_length=2)]
    """The levels of its scale, lowest first."""
    roles: list[NamedRole]
    """The groups that may have answered."""


class FileRead(Piece):
    """What became of one file."""

    file: str
    """The file's name, without its folders."""
    how: How
    """Whether it was read, read with a warning, or refused."""
    why: list[str]
    """What was wrong with it, a line each."""


class Group(Piece):
    """Whether a group is shown apart, and how many it has if it is."""

    role: str
    """The group's key; empty for those who gave no role."""
    shown: bool
    """Whether its answers are shown apart from the others'."""
    responses: Count | None
    """How many answered; null where that would say too much."""


class Counted(Piece):
    """How a group answered one statement."""

    asked: Count
    """How many were asked it."""
    levels: dict[str, Count]
    """How many chose each level, lowest first."""
    dont_know: Count
    """How many said that they don't know."""
    does_not_apply: Count
    """How many said that it doesn't apply."""
    no_answer: Count
    """How many left it empty."""
    spread: Keys | None
    """The lowest and the highest level that anyone chose."""

    @property
    def could_know(self) -> int:
        """All who were asked, but for those who chose "doesn't apply": what "don't know" is a share of."""
        return self.asked - self.does_not_apply


class Everyone(Counted):
    """All groups together: counts, spread and how mixed, and no median."""

    far_pairs: Count
    """Pairs of answers two or more levels apart."""
    pairs: Count
    """All pairs of answers, which the far ones are a share of."""


class ByRole(Counted):
    """One group that is shown apart."""

    role: str
    """The group's key."""
    median: Keys | None
    """The two in the middle; the same level twice where they agree."""


class Gap(Piece):
    """The distance between two groups' medians."""

    roles: Keys
    """The keys of the two groups."""
    half_levels: Count
    """How far apart their medians are, in half levels."""
    named: bool
    """Whether it is wide enough to be spoken of."""


class Said(Piece):
    """What somebody wrote. The role is empty where it isn't shown, and where none was given."""

    kind: Literal["evidence", "notes"]
    """Whether it was written as evidence or as a note."""
    role: str
    """The writer's group; empty where it isn't shown or wasn't given."""
    text: str
    """The words as they were written."""


class StatementSummary(Piece):
    """The answers to one statement in its present version."""

    id: str
    """The statement's id."""
    version: int
    """The version of it that is counted."""
    section: str
    """The heading that it stands under."""
    name: str
    """The statement in a few words."""
    everyone: Everyone | None
    """None where too few were asked."""
    roles: list[ByRole]
    """Only those shown apart."""
    gaps: list[Gap]
    """How far apart the groups are, two by two."""
    other_version: Count
    """Responses to another version of it, which are not counted here."""
    said: list[Said]
    """What people wrote about it."""


class Placed(Piece):
    """How many chose a square of the matrix."""

    plans: str
    """Who plans, as a key of the matrix."""
    delivers: str
    """Who does it, as a key of the matrix."""
    responses: Count
    """How many chose this square."""


class PlacedBy(Piece):
    """Where a group sees the service."""

    role: str | None
    """None for everyone."""
    squares: list[Placed]
    """The squares that somebody chose."""
    incomplete: Count
    """Said only who plans or only who does it."""
    no_answer: Count
    """How many said nothing about it."""


class Positions(Piece):
    """The matrix today, and as people want it; everyone first, then the groups shown."""

    today: list[PlacedBy]
    """Where each group sees the service now."""
    wanted: list[PlacedBy]
    """Where each group wants it to be."""


class Priority(Piece):
    """A statement to begin with."""

    statement: str
    """The statement's id."""
    why: Literal["mixed", "low"]
    """`mixed`: people see it differently. `low`: they agree, and there is most room."""
    level: str
    """The level whose next step it takes: the lowest of the shown groups' medians."""
    see: list[str]
    """Records to look at, as references; none where the assessment has no next steps."""


class Unknown(Piece):
    """Answers to a statement that the assessment doesn't ask."""

    statement: str
    """The id that the answers gave."""
    responses: Count
    """How many responses answered it."""


class MovedRole(Piece):
    """A group's median then and now."""

    role: str
    """The group's key."""
    then: Keys
    """Its median in the earlier summary."""
    now: Keys
    """Its median in this summary."""
    half_levels: int
    """How far it moved; below 0 where it moved down."""


class MixedPairs(Piece):
    """How mixed the answers were."""

    far: Count
    """Pairs of answers two or more levels apart."""
    all: Count
    """All pairs of answers."""


class Moved(Piece):
    """One statement against the earlier summary."""

    statement: str
    """The statement's id."""
    how: Literal["compared", "another version", "new", "not shown"]
    """Whether the two could be compared, and if not, why."""
    then: MixedPairs | None
    """How mixed the answers were in the earlier summary."""
    now: MixedPairs | None
    """How mixed the answers are in this summary."""
    roles: list[MovedRole]
    """How far each group's median moved."""


class Since(Piece):
    """What moved since an earlier summary."""

    assessment_version: int
    """The version of the assessment in the earlier summary."""
    dates: list[str] | None
    """The first and last day of the earlier responses, where any is given."""
    statements: list[Moved]
    """What moved, statement by statement."""
    gone: list[str]
    """Statements that were asked then and aren't now."""
    few_new: bool
    """Whether the two differ by so few responses that, side by side, they might show what those few said."""


class Summary(Piece):
    """What all the responses say together. Where there are too few to show anything, it is empty."""

    format: Literal["fixers-to-facilitators/summary"] = "fixers-to-facilitators/summary"
    """Names the sort of file, so that it is not taken for another."""
    format_version: Literal[1] = 1
    """The version of this format."""
    assessment: Asked
    """What was answered."""
    smallest_group: Annotated[int, Field(ge=1)]
    """Groups with fewer people are not shown apart."""
    in_room: bool
    """Whether the results stay with the people in the room, who agreed to a smaller group."""
    read: list[FileRead]
    """What became of each file."""
    responses: Count | None
    """How many responses were counted; null where there are too few to show anything."""
    dates: list[str] | None
    """The first and the last day, where any is given."""
    groups: list[Group]
    """Who answered, and which groups are shown apart."""
    statements: list[StatementSummary]
    """In the order of the assessment."""
    mixed_first: list[str]
    """The statements' ids, the most mixed first."""
    positions: Positions | None
    """Where people see the service on the matrix."""
    priorities: list[Priority]
    """What to begin with, the first first."""
    unknown: list[Unknown]
    """Answers to statements that this assessment doesn't ask."""
    since: Since | None = None
    """What moved since an earlier summary, where one was given."""

    @property
    def too_few(self) -> bool:
        """Whether nothing can be shown."""
        return self.responses is None


__all__ = [
    "FORMAT", "Asked", "ByRole", "Counted", "Everyone", "FileRead", "Gap", "Group", "How", "MixedPairs", "Moved",
    "MovedRole", "NamedLevel", "NamedRole", "Placed", "PlacedBy", "Positions", "Priority", "Said", "Since",
    "StatementSummary", "Summary", "Unknown",
]
