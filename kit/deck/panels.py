"""What several layouts share: measures, styles of type, and places that stand together."""

from __future__ import annotations

from dataclasses import replace

from kit.deck.layouts import EDGE, FULL, TOP, WIDTH, Box, Slot, Style, text

TALL = 4.75
"""Height of what stands between the title and the foot."""
HALF = (FULL - 0.3) / 2
"""Width of one half of a pair."""
ASIDE = 4.3
"""Width of the panel at the right."""
ASIDE_X = WIDTH - EDGE - ASIDE
MAIN = ASIDE_X - EDGE - 0.5
"""Width of what stands to the left of the panel."""

CHOICE_X, CHOICE_TALL = 6.5, 1.05
"""Where the answers of a quiz begin, and how tall each is."""

BODY = Style(30, bullet="dot", before=20)
PANEL = Style(26, bullet="dot", before=14)
STRIP = Style(24, colour="paper", bold=True, anchor="ctr")
"""A heading on a coloured ground."""
ON_DARK = Style(48, colour="paper", bold=True, anchor="b")


def aside(first: int, about: str, y: float = TOP) -> tuple[Slot, Slot]:
    """A panel at the right under a coloured heading; `first` is the index of the first of its two places."""
    return (
        text("aside head", first, Box(ASIDE_X, y, ASIDE, 0.7), replace(STRIP, size=22), "Where it stands",
             fill="accent", pad=0.15, keeps=True),
        text("aside", first + 1, Box(ASIDE_X, y + 0.7, ASIDE, 5.55 - y), Style(24, before=10), about,
             fill="wash", pad=0.22),
    )


def half(side: str, first: int, x: float, fill: str) -> tuple[Slot, Slot]:
    """One half of a pair: a heading on a ground, and points below it."""
    return (
        text(f"{side} head", first, Box(x, TOP, HALF, 0.8), STRIP, f"{side.title()} heading",
             fill=fill, pad=0.15, keeps=True),
        text(side, first + 1, Box(x, TOP + 0.8, HALF, TALL - 0.8), PANEL, side.title(), fill="wash", pad=0.25),
    )


def choice(letter: str, first: int, number: int) -> tuple[Slot, Slot]:
    """One answer to choose: its letter on a ground, and its words beside it."""
    y = TOP - 0.2 + number * (CHOICE_TALL + 0.2)
    return (
        text(f"letter {letter}", first, Box(CHOICE_X, y, CHOICE_TALL, CHOICE_TALL),
             replace(STRIP, size=36, align="ctr"), f"Letter {letter}", fill="accent", keeps=True),
        text(f"option {letter}", first + 1,
             Box(CHOICE_X + CHOICE_TALL, y, WIDTH - EDGE - CHOICE_X - CHOICE_TALL, CHOICE_TALL),
             Style(36, bold=True, anchor="ctr"), f"Answer {letter}", fill="wash", pad=0.12, keeps=True),
    )
