"""Figures as they stand on a slide, and the words for what has become of a thing."""

from __future__ import annotations

from kit.model import Evidence
from kit.model.base import Status

SIGNS = {
    "per cent": ("", "%"), "percentage points": ("", " points"), "pounds": ("£", ""), "dollars": ("$", ""),
    "pounds a week": ("£", ""), "pounds a year": ("£", ""), "dollars a year": ("$", ""),
    "dollars per child": ("$", ""), "pounds per visit": ("£", ""), "pence": ("", "p"),
    "times": ("", " times"), "times the investment": ("", " times"),
}
"""What stands before and after a number, by its unit. Other units are told in the words below it."""

STANDINGS: dict[Status, tuple[str, str]] = {
    "strengthened": ("Stronger since 2009", "accent"),
    "contested": ("Disputed", "warm"),
    "superseded": ("Overtaken since 2009", "violet"),
    "ended": ("It ended", "muted"),
    "continues": ("It continues", "accent"),
    "unknown": ("We could not find out", "muted"),
}
"""How a status is told on a slide, and the ground it is told on."""

_SCALES = ((1_000_000_000, " billion"), (1_000_000, " million"))


def number(value: float) -> str:
    """A number as people read it aloud: "26.6 million", "681,573", "7"."""
    for scale, word in _SCALES:
        if value >= scale:
            return f"{value / scale:.1f}".removesuffix(".0") + word
    return f"{value:,.2f}".rstrip("0").rstrip(".")


def shown(evidence: Evidence) -> str:
    """A figure as its source hedges it, with its sign: "7%", "up to £995", "£27 to £58"."""
    before, after = SIGNS.get(evidence.unit, ("", ""))
    ends = [end for end in (evidence.low, evidence.high) if end is not None]
    values = [evidence.value] if evidence.value is not None else ends
    figure = f" to {before}".join(number(value) for value in values)
    return " ".join(part for part in (evidence.qualifier, f"{before}{figure}{after}") if part)
