"""The figures, each defined once. All of them work on counts: how many chose each level, lowest level first.

Worked example, with fixing, asking, sharing, facilitating: the counts (3, 0, 2, 1) stand for six answers, fixing
three times, sharing twice, facilitating once. The two in the middle are fixing and sharing, so the median is
"between fixing and sharing". Of the fifteen pairs of answers, nine (3 x 2 + 3 x 1) are two levels apart or more,
so the mixed share is 9/15. No figure here is a mean, a total of levels or a decimal.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

APART = 2
"""Levels between two answers that make them a mixed pair, and between two medians that make a gap worth naming."""


@dataclass(frozen=True)
class Median:
    """The middle answer, or the two middle ones where they differ, as indices of levels."""

    low: int
    high: int

    @property
    def halves(self) -> int:
        """Its place in half levels: 0 at the lowest level, 1 between it and the next, 2 at the next."""
        return self.low + self.high


@dataclass(frozen=True)
class Pairs:
    """The unordered pairs of answers: how many there are, and how many lie two or more levels apart."""

    far: int
    all: int

    @property
    def share(self) -> Fraction | None:
        """The mixed share; None where there are fewer than two answers."""
        return Fraction(self.far, self.all) if self.all else None


def median(counts: Sequence[int]) -> Median | None:
    """The median of a group; None if nobody chose a level."""
    total = sum(counts)
    return Median(_nth(counts, (total - 1) // 2), _nth(counts, total // 2)) if total else None


def _nth(counts: Sequence[int], place: int) -> int:
    """The level of the answer at a place, from 0, were they laid in a row, lowest first."""
    for level, count in enumerate(counts):
        place -= count
        if place < 0:
            return level
    raise IndexError(place)


def spread(counts: Sequence[int]) -> tuple[int, int] | None:
    """The lowest and the highest level that anyone chose; None if nobody did."""
    chosen = [level for level, count in enumerate(counts) if count]
    return (chosen[0], chosen[-1]) if chosen else None


def pairs(counts: Sequence[int]) -> Pairs:
    """How mixed the answers are."""
    total = sum(counts)
    far = sum(count * sum(counts[level + APART:]) for level, count in enumerate(counts))
    return Pairs(far, total * (total - 1) // 2)


def gap(one: Median, other: Median) -> int:
    """The distance between two medians, in half levels."""
    return abs(one.halves - other.halves)


def named(halves: int) -> bool:
    """Whether a gap is wide enough to be named: two levels, which are four half levels."""
    return halves >= 2 * APART


__all__ = ["APART", "Median", "Pairs", "gap", "median", "named", "pairs", "spread"]
