"""The figures as people say them: no decimals, no grades, and nobody to blame."""

from __future__ import annotations

from collections.abc import Sequence

from kit.model.summary import Asked, ByRole, Counted, Gap, Group, StatementSummary


def _name(key: str, asked: Asked) -> str:
    found = next((level.name for level in asked.levels if level.key == key), key)
    return found if found[:1].isdigit() else found[:1].lower() + found[1:]


def median(keys: Sequence[str] | None, asked: Asked) -> str:
    """A median: "asking", "between asking and sharing", "no answers"."""
    if not keys:
        return "no answers"
    low, high = (_name(key, asked) for key in keys)
    return low if low == high else f"between {low} and {high}"


def spread(keys: Sequence[str] | None, asked: Asked) -> str:
    """The lowest and the highest: "from fixing to sharing", "all at asking"."""
    if not keys:
        return "no answers"
    low, high = (_name(key, asked) for key in keys)
    return f"all at {low}" if low == high else f"from {low} to {high}"


def role(key: str, asked: Asked) -> str:
    """A group's name."""
    return next((one.name for one in asked.roles if one.key == key), "No role given")


def group(one: Group, asked: Asked) -> str:
    """A group's size: "Staff: 12", "Staff: not shown apart", "Staff: nobody"."""
    said = "not shown apart" if one.responses is None else str(one.responses) if one.responses else "nobody"
    return f"{role(one.role, asked)}: {said}"


def dont_know(found: Counted) -> str:
    """How many don't know, of those who could: "3 of 12 don't know"."""
    return f"{found.dont_know} of {found.could_know} don't know"


def mixed(one: StatementSummary) -> str:
    """How mixed the answers to a statement are: "9 of 15 pairs of answers are two or more levels apart"."""
    if not one.everyone or not one.everyone.pairs:
        return "too few answers to compare"
    return f"{one.everyone.far_pairs} of {one.everyone.pairs} pairs of answers are two or more levels apart"


def gap(found: Gap, roles: Sequence[ByRole], asked: Asked) -> str:
    """A gap that is named, as something to ask each other about; nothing where it isn't."""
    if not found.named:
        return ""
    by = {one.role: one.median for one in roles}
    sides = [f"{role(key, asked)} see {median(by.get(key), asked)}" for key in found.roles]
    return f"{sides[0]}. {sides[1]}. Both have seen something: ask each other what."


__all__ = ["dont_know", "gap", "group", "median", "mixed", "role", "spread"]
