"""What to print how many of, for so many people."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from kit.model.activity import AnyHandout, Each, Poster
from kit.printing.words import Data
from kit.running import Running

EACH: dict[Each, str] = {
    "person": "One each", "pair": "One a pair", "four": "One for every four people", "room": "One for the room",
}
"""Who gets a copy of a handout, in words."""

FILES = {"worksheet": "handouts.pdf", "reading": "handouts.pdf", "cards": "cards.pdf", "poster": "poster.pdf"}
"""The file in which each kind of handout is printed."""

_PAPER = {"cards": "A4, thick, on both sides", "poster": "A3"}
"""What kinds of handouts are printed on; the others on A4."""

_PEOPLE: dict[Each, int] = {"person": 1, "pair": 2, "four": 4}
"""How many people share a copy."""


@dataclass(frozen=True)
class Asked:
    """A handout that some activities ask for. The poster is the same for all, so it is printed once."""

    handout: AnyHandout
    activities: tuple[str, ...]


def asked(run: Running) -> list[Asked]:
    """Every handout of a workshop, in order; the poster where it first comes, in its largest number."""
    found: dict[object, Asked] = {}
    for activity in run.activities:
        for place, one in enumerate(activity.handouts):
            key: object = "poster" if isinstance(one, Poster) else (activity.ref, place)
            if key in found:
                before = found[key]
                more = max(before.handout, one, key=lambda it: copies(it.each, 1000))
                found[key] = Asked(more, (*before.activities, activity.name))
            else:
                found[key] = Asked(one, (activity.name,))
    return list(found.values())


def copies(each: Each, people: int) -> int:
    """How many copies of a handout so many people need."""
    return ceil(people / _PEOPLE[each]) if each in _PEOPLE else 1


def crowds(run: Running) -> list[int]:
    """The numbers of people for which copies are counted: the fewest, the ideal and the most."""
    group = run.workshop.group
    return list(dict.fromkeys((group.fewest, group.ideal, group.most)))


def row(one: Asked, run: Running) -> Data:
    """A handout as a line of the list of what to print."""
    each = one.handout.each
    return {
        "name": one.handout.name, "activity": "; ".join(one.activities), "each": EACH[each],
        "file": FILES[one.handout.kind], "paper": _PAPER.get(one.handout.kind, "A4"),
        "counts": [{"people": number, "copies": copies(each, number)} for number in crowds(run)],
    }


__all__ = ["EACH", "FILES", "Asked", "asked", "copies", "crowds", "row"]
