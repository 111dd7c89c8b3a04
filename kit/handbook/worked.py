"""How the figures of a summary are worked out, with examples that `kit.results` itself works out at each build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from markupsafe import Markup

from kit.handbook.practice import in_use
from kit.handbook.site import View
from kit.model import Assessment
from kit.model.response import Answer, Response
from kit.model.summary import Summary
from kit.results import statistics, wording
from kit.results.instrument import Instrument, of_assessment
from kit.results.summary import summarise
from kit.results.suppress import Smallest

MIDDLES = ((1, 2, 1, 1), (2, 0, 2, 2), (1, 2, 3, 0), (3, 0, 0, 3))
"""Counts at each level, lowest first: an odd number, one that agrees in the middle, two that don't."""
MIXED = ((0, 6, 0, 0), (2, 2, 2, 0), (3, 0, 2, 1), (3, 0, 0, 3))
GAPS = (((5, 1, 0, 0), (0, 1, 4, 0)), ((5, 1, 0, 0), (1, 4, 1, 0)))
"""Two roles' counts: one gap to name, one not."""
ROLES = ((6, 6, 5), (8, 7, 3), (9, 2, 0), (6, 4, 3), (2, 2, 0))
"""How many answered in each role."""


@dataclass(frozen=True)
class Worked:
    """One example: what was given, a cell for each column, and what comes of it, in words."""

    given: Sequence[str]
    comes: str


def _responses(instrument: Instrument, counts: Mapping[str, Sequence[int]]) -> list[Response]:
    """A response for each answer to the first statement, by role."""
    item = instrument.statements[0]
    return [
        Response(id=f"{role}-{level.key}-{number}", assessment=instrument.id, assessment_version=instrument.version,
                 role=role, answers=[Answer(statement=item.id, version=item.version, answer=level.key)])
        for role, some in counts.items() for level, many in zip(instrument.levels, some, strict=True)
        for number in range(many)
    ]


def _summary(instrument: Instrument, counts: Mapping[str, Sequence[int]]) -> Summary:
    # Small groups would be hidden: these examples are about the figures, and nobody's.
    return summarise(_responses(instrument, counts), instrument, Smallest.in_room, in_room=True)


def _row(counts: Sequence[int]) -> list[str]:
    return [str(count) for count in counts]


def _middle(instrument: Instrument, counts: Sequence[int]) -> Worked:
    made = _summary(instrument, {instrument.roles[0].key: counts})
    return Worked(_row(counts), wording.median(made.statements[0].roles[0].median, made.assessment))


def _mixed(instrument: Instrument, counts: Sequence[int]) -> Worked:
    made = _summary(instrument, {instrument.roles[0].key: counts})
    laid = [level for level, many in enumerate(counts) for _ in range(many)]
    assert statistics.pairs(counts).far == sum(abs(one - other) >= 2 for one, other in combinations(laid, 2))
    return Worked(_row(counts), wording.mixed(made.statements[0]))


def _gap(instrument: Instrument, sides: Sequence[Sequence[int]]) -> Worked:
    made = _summary(instrument, {role.key: side for role, side in zip(instrument.roles, sides, strict=False)})
    one, asked = made.statements[0], made.assessment
    given = [f"{wording.role(role.role, asked)}: {wording.median(role.median, asked)}" for role in one.roles]
    (gap,) = one.gaps
    return Worked(given, wording.gap(gap, one.roles, asked) or "Less than two levels: it is not spoken of as a gap.")


def _small(instrument: Instrument, sizes: Sequence[int]) -> Worked:
    counts = {role.key: (size, 0, 0, 0) for role, size in zip(instrument.roles, sizes, strict=True)}
    made = summarise(_responses(instrument, counts), instrument)
    groups = [one for one in made.groups if one.role]
    said = "; ".join(wording.group(one, made.assessment) for one in groups)
    return Worked(_row(sizes), said or "Nothing is shown: there are too few in all")


def worked_examples(view: View) -> Markup:
    """Tables of examples: the middle, how mixed, gaps, and small groups."""
    library = view.site.library
    shortest = min(in_use(library, Assessment), key=lambda one: one.minutes)
    instrument = of_assessment(shortest, library)
    found: dict[str, Any] = {
        "middles": [_middle(instrument, one) for one in MIDDLES], "mixed": [_mixed(instrument, one) for one in MIXED],
        "gaps": [_gap(instrument, one) for one in GAPS], "small": [_small(instrument, one) for one in ROLES],
    }
    return view.render(
        "fragment_worked.html", names=[level.name for level in instrument.levels],
        roles=[role.name for role in instrument.roles], usual=int(Smallest.usual), room=int(Smallest.in_room), **found,
    )


__all__ = ["Worked", "worked_examples"]
