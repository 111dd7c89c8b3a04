"""Where each group sees the service on the matrix, today and as it should be."""

from __future__ import annotations

from collections import Counter

from kit.model.assessment import HANDS
from kit.model.summary import Placed, PlacedBy, Positions
from kit.results.tally import Tally


def positions(tally: Tally, shown: list[str]) -> Positions | None:
    """Everyone's squares, then those of the groups shown; None where the assessment doesn't ask for them."""
    if not tally.instrument.position:
        return None
    today, wanted = ([_everyone(tally, when), *(_group(tally, role, when) for role in shown)]
                     for when in ("today", "wanted"))
    return Positions(today=today, wanted=wanted)


def _everyone(tally: Tally, when: str) -> PlacedBy:
    whole = Counter[tuple[str, str]]()
    for role in tally.roles:
        whole.update(tally.squares.get((role, when), {}))
    return _placed(None, whole)


def _group(tally: Tally, role: str, when: str) -> PlacedBy:
    return _placed(role, tally.squares.get((role, when), Counter()))


def _placed(role: str | None, found: Counter[tuple[str, str]]) -> PlacedBy:
    squares = [
        Placed(plans=plans, delivers=delivers, responses=found[plans, delivers])
        for delivers in HANDS for plans in HANDS if found[plans, delivers]
    ]
    nothing = found["", ""]
    halves = found.total() - nothing - sum(square.responses for square in squares)
    return PlacedBy(role=role, squares=squares, incomplete=halves, no_answer=nothing)


__all__ = ["positions"]
