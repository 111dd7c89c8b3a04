"""Is it co-production? Three answers place a service on the matrix, and say why and what next.

The whole decision is worked out here, for all 27 combinations of answers; the page's script only looks one up,
and the table that stands there without a script shows the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from kit.library import Library
from kit.model import Distinction, MatrixCell
from kit.model.knowledge import Hands

Say = Literal["staff only", "some", "together"]
"""Who could say no to a plan and be heeded: staff only; people too, in some matters; both sides, in all that counts."""

PLANS: dict[Hands, str] = {
    "professionals": "Staff, managers or commissioners decide how it works",
    "together": "Staff and people who use it decide together",
    "community": "People who use it, or their community, decide; staff have no part in it",
}
DELIVERS: dict[Hands, str] = {
    "professionals": "Staff do the work; people receive it",
    "together": "Staff and people who use it each do part of the work",
    "community": "People who use it, or their community, do the work",
}
SAYS: dict[Say, str] = {
    "staff only": "Only staff: others can object, but the plan goes ahead",
    "some": "People who use it can stop some things, not the ones that matter most",
    "together": "Either side can stop a plan, and it then has to be worked out again",
}
_ORDER: list[Hands] = ["professionals", "together", "community"]


@dataclass(frozen=True)
class Verdict:
    """What one set of answers comes to."""

    plans: Hands
    delivers: Hands
    says: Say
    cell: MatrixCell
    nearest: Distinction | None
    """What it is most easily mistaken for; None in the middle with a real say."""
    word: str
    """The answer in one line."""
    why: str


def verdicts(library: Library) -> Iterator[Verdict]:
    """Every combination of answers, in the order of the questions."""
    for plans in get_args(Hands):
        for delivers in get_args(Hands):
            for says in get_args(Say):
                yield decide(library, plans, delivers, says)


def decide(library: Library, plans: Hands, delivers: Hands, says: Say) -> Verdict:
    """Place a service. A shared plan that only staff can stop is in truth theirs, and is placed so."""
    true_plans: Hands = "professionals" if plans == "together" and says == "staff only" else plans
    cells = {(cell.plans, cell.delivers): cell for cell in library.all(MatrixCell)}
    cell = cells[true_plans, delivers]
    middle = true_plans == delivers == "together"
    moved = true_plans != plans
    nearest = None if middle and says == "together" else _nearest(library, cell, moved)
    return Verdict(plans, delivers, says, cell, nearest, _word(true_plans, delivers, says), _why(plans, delivers, says))


def _nearest(library: Library, cell: MatrixCell, moved: bool) -> Distinction | None:
    """The distinction in the same cell, else in the nearest one; for a say that is none, consultation."""
    found = library.all(Distinction)
    if moved:
        return next((record for record in found if record.id == "consultation"), None)
    cells = {record.ref: record for record in library.all(MatrixCell)}

    def distance(record: Distinction) -> int:
        other = cells[record.cell] if record.cell else None
        if other is None:
            return 9
        return abs(_ORDER.index(other.plans) - _ORDER.index(cell.plans)) + abs(
            _ORDER.index(other.delivers) - _ORDER.index(cell.delivers)
        )

    return min(found, key=lambda record: (distance(record), record.order), default=None)


def _word(plans: Hands, delivers: Hands, says: Say) -> str:
    if plans == delivers == "together":
        return "Yes: this is co-production" if says == "together" else "Nearly: the work is shared, the power not yet"
    if "together" in (plans, delivers):
        return "Partly: one half is shared"
    return "Not by itself"


def _why(plans: Hands, delivers: Hands, says: Say) -> str:
    planning = {
        "professionals": "Staff plan it alone.",
        "together": "People and staff plan it together.",
        "community": "People plan it without staff.",
    }[plans]
    doing = {
        "professionals": "Staff do the work.",
        "together": "Both do part of the work.",
        "community": "People do the work themselves.",
    }[delivers]
    if plans == "together" and says == "staff only":
        power = "But only staff can stop a plan, so we place it where staff decide. Being asked is not deciding."
    elif plans == "together" and says == "some":
        power = "People can stop some things, but not the ones that matter most to them."
    elif plans == "together":
        power = "Either side can stop a plan, so the sharing is real."
    elif plans == "professionals" and says == "together":
        power = "You say that people can stop a plan. That is a real power: use it while the plan is being made."
    elif plans == "community":
        power = "Professional knowledge has no part in the planning, whoever can say no."
    else:
        power = "People have little or no power to stop it."
    return f"{planning} {doing} {power}"
