"""Where to begin: the statements in order, the most mixed first, and the few that come before all others."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal

from kit.model.summary import Priority, StatementSummary
from kit.results import statistics
from kit.results.instrument import Instrument
from kit.results.statistics import Median

MIXED, LOW = 3, 3
"""Statements of each sort among the priorities."""


def share(one: StatementSummary) -> Fraction:
    """A statement's mixed share; below all others where it has none."""
    pairs = one.everyone and one.everyone.pairs
    return Fraction(one.everyone.far_pairs, pairs) if one.everyone and pairs else Fraction(-1)


def widest(one: StatementSummary) -> int:
    """The widest gap between roles shown, in half levels."""
    return max((gap.half_levels for gap in one.gaps), default=0)


def mixed_first(statements: list[StatementSummary]) -> list[StatementSummary]:
    """The most mixed first; then the wider gap; then their own order, which sorting keeps."""
    return sorted(statements, key=lambda one: (-share(one), -widest(one)))


def priorities(statements: list[StatementSummary], instrument: Instrument) -> list[Priority]:
    """First the most mixed, then those on which the roles agree that there is most room."""
    mixed = [one for one in mixed_first(statements) if share(one) > 0][:MIXED]
    agreed = [one for one in statements if one not in mixed and _room(one, instrument)]
    agreed.sort(key=lambda one: (_ranks(one, instrument), share(one)))
    found = [*_made(mixed, "mixed", instrument), *_made(agreed[:LOW], "low", instrument)]
    return found


def _made(
    statements: list[StatementSummary], why: Literal["mixed", "low"], instrument: Instrument
) -> Iterator[Priority]:
    for one in statements:
        level = min(median.low for median in _medians(one, instrument))
        steps = instrument.known[one.id].next
        see = list(steps[level].see) if steps else []
        yield Priority(statement=one.id, why=why, level=instrument.levels[level].key, see=see)


def _medians(one: StatementSummary, instrument: Instrument) -> list[Median]:
    """The medians of the roles shown; where none is, that of all answers, which only decides where to begin."""
    places = instrument.places
    found = [Median(*(places[key] for key in role.median)) for role in one.roles if role.median]
    if not found and one.everyone:
        whole = statistics.median(list(one.everyone.levels.values()))
        found = [whole] if whole else []
    return found


def _room(one: StatementSummary, instrument: Instrument) -> bool:
    """Whether the roles agree, their medians less than two levels apart, and not all of them at the top."""
    halves = [median.halves for median in _medians(one, instrument)]
    top = 2 * (len(instrument.levels) - 1)
    return bool(halves) and not statistics.named(max(halves) - min(halves)) and min(halves) < top


def _ranks(one: StatementSummary, instrument: Instrument) -> list[int]:
    """The medians, highest first: even the role that sees most sees little where this is small."""
    return sorted((median.halves for median in _medians(one, instrument)), reverse=True)


__all__ = ["mixed_first", "priorities", "share", "widest"]
