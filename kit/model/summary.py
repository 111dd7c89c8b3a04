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
    name: str


class NamedRole(Piece):
    """A group that may have answered. The empty key stands for those who gave no role."""

    key: str
    name: str


class Asked(Piece):
    """The assessment that was answered."""

    id: str
    version: int
    name: str
    levels: Annotated[list[NamedLevel], Field(min_length=2)]
    roles: list[NamedRole]


class FileRead(Piece):
    """What became of one file."""

    file: str
    how: How
    why: list[str]


class Group(Piece):
    """Whether a group is shown apart, and how many it has if it is."""

    role: str
    shown: bool
    responses: Count | None


class Counted(Piece):
    """How a group answered one statement."""

    asked: Count
    levels: dict[str, Count]
    """How many chose each level, lowest first."""
    dont_know: Count
    does_not_apply: Count
    no_answer: Count
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


class ByRole(Counted):
    """One group that is shown apart."""

    role: str
    median: Keys | None
    """The two in the middle; the same level twice where they agree."""


class Gap(Piece):
    """The distance between two groups' medians."""

    roles: Keys
    half_levels: Count
    named: bool
    """Whether it is wide enough to be spoken of."""


class Said(Piece):
    """What somebody wrote. The role is empty where it isn't shown, and where none was given."""

    kind: Literal["evidence", "notes"]
    role: str
    text: str


class StatementSummary(Piece):
    """The answers to one statement in its present version."""

    id: str
    version: int
    section: str
    name: str
    everyone: Everyone | None
    """None where too few were asked."""
    roles: list[ByRole]
    """Only those shown apart."""
    gaps: list[Gap]
    other_version: Count
    """Responses to another version of it, which are not counted here."""
    said: list[Said]


class Placed(Piece):
    """How many chose a square of the matrix."""

    plans: str
    delivers: str
    responses: Count


class PlacedBy(Piece):
    """Where a group sees the service."""

    role: str | None
    """None for everyone."""
    squares: list[Placed]
    incomplete: Count
    """Said only who plans or only who does it."""
    no_answer: Count


class Positions(Piece):
    """The matrix today, and as people want it; everyone first, then the groups shown."""

    today: list[PlacedBy]
    wanted: list[PlacedBy]


class Priority(Piece):
    """A statement to begin with."""

    statement: str
    why: Literal["mixed", "low"]
    """`mixed`: people see it differently. `low`: they agree, and there is most room."""
    level: str
    """The level whose next step it takes: the lowest of the shown groups' medians."""
    see: list[str]
    """Records to look at, as references; none where the assessment has no next steps."""


class Unknown(Piece):
    """Answers to a statement that the assessment doesn't ask."""

    statement: str
    responses: Count


class MovedRole(Piece):
    """A group's median then and now."""

    role: str
    then: Keys
    now: Keys
    half_levels: int
    """How far it moved; below 0 where it moved down."""


class MixedPairs(Piece):
    """How mixed the answers were."""

    far: Count
    all: Count


class Moved(Piece):
    """One statement against the earlier summary."""

    statement: str
    how: Literal["compared", "another version", "new", "not shown"]
    then: MixedPairs | None
    now: MixedPairs | None
    roles: list[MovedRole]


class Since(Piece):
    """What moved since an earlier summary."""

    assessment_version: int
    dates: list[str] | None
    statements: list[Moved]
    gone: list[str]
    """Statements that were asked then and aren't now."""
    few_new: bool
    """Whether the two differ by so few responses that, side by side, they might show what those few said."""


class Summary(Piece):
    """The whole. `responses` is None, and all else empty, where there are too few to show anything."""

    format: Literal["fixers-to-facilitators/summary"] = "fixers-to-facilitators/summary"
    format_version: Literal[1] = 1
    assessment: Asked
    smallest_group: Annotated[int, Field(ge=1)]
    in_room: bool
    """Whether the results stay with the people in the room, who agreed to a smaller group."""
    read: list[FileRead]
    responses: Count | None
    dates: list[str] | None
    """The first and the last day, where any is given."""
    groups: list[Group]
    statements: list[StatementSummary]
    """In the order of the assessment."""
    mixed_first: list[str]
    """The statements' ids, the most mixed first."""
    positions: Positions | None
    priorities: list[Priority]
    unknown: list[Unknown]
    since: Since | None = None

    @property
    def too_few(self) -> bool:
        """Whether nothing can be shown."""
        return self.responses is None


__all__ = [
    "FORMAT", "Asked", "ByRole", "Counted", "Everyone", "FileRead", "Gap", "Group", "How", "MixedPairs", "Moved",
    "MovedRole", "NamedLevel", "NamedRole", "Placed", "PlacedBy", "Positions", "Priority", "Said", "Since",
    "StatementSummary", "Summary", "Unknown",
]
