"""Which groups may be shown apart, so that nobody's answers can be worked out from what is published.

What is published of a table is everyone's numbers and those of the groups shown. Take the second from the first and
the hidden groups' numbers remain, added up: so those hidden must together be as many as one group must be.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntEnum


class Smallest(IntEnum):
    """How many a group must have to be shown apart."""

    usual = 5
    in_room = 3
    """For results that stay with the people in the room, who agreed to it."""


def hidden(sizes: Mapping[str, int], smallest: int, already: Iterable[str] = ()) -> frozenset[str] | None:
    """The groups to hide, from each group's size in order; None where all of them together are too few.

    Small groups are hidden; while the hidden ones together are too few, the next smallest is hidden as well (of equal
    ones, the later). A group that nobody is in has nothing to hide: that it is empty may be said. `already` names
    groups that are hidden elsewhere, and so here.
    """
    there = {name: size for name, size in sizes.items() if size}
    if sum(there.values()) < smallest:
        return None
    kept = set(already)
    found = {name for name, size in there.items() if size < smallest or name in kept}
    rest = sorted((name for name in reversed(there) if name not in found), key=lambda name: there[name])
    while found and rest and sum(there[name] for name in found) < smallest:
        found.add(rest.pop(0))
    return frozenset(found)


__all__ = ["Smallest", "hidden"]
