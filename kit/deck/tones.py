"""Which colours of another's theme can be read on each other: where we set a ground, the text on it is checked."""

from __future__ import annotations

from collections.abc import Mapping

from kit.check.contrast import contrast
from kit.deck._oxml import THEME
from kit.deck.house import TONES, Colours
from kit.deck.sheet import Tone

LEAST = 4.5
"""The contrast that WCAG 2.2 asks of text (1.4.3)."""
APART = 1.06
"""Below this contrast with the page, a cell's ground can't be told from it."""
PLAIN: Colours = ("#FFFFFF", "#000000")
GREY = "#F2F2F2"
FILLS = ("accent", "warm", "violet", "muted", "sun", "primary", "wash", "paper")


def tones(theme: Mapping[str, str]) -> dict[Tone, Colours]:
    """How a table's cells look on a theme's colours, given by the names that shapes use for them."""
    found = {tone: legible(pair, theme) for tone, pair in TONES.items()}
    page, cell = _value("paper", theme), _value(found["plain"][0], theme)
    if page and cell and contrast(page, cell) < APART and contrast(GREY, "#000000") >= LEAST:
        found["plain"] = (GREY, "#000000")
    return found


def grounds(theme: Mapping[str, str]) -> dict[str, Colours]:
    """Each ground that a sheet may ask for, and the text that can be read on it."""
    return {fill: legible((fill, "paper"), theme) for fill in FILLS}


def legible(pair: Colours, theme: Mapping[str, str]) -> Colours:
    """A ground and its text: as they are, else with the theme's other text colour, else black on white."""
    ground, text = pair
    for colour in (text, "ink", "paper"):
        if _contrast(ground, colour, theme) >= LEAST:
            return ground, colour
    return PLAIN


def _contrast(one: str, other: str, theme: Mapping[str, str]) -> float:
    first, second = _value(one, theme), _value(other, theme)
    return contrast(first, second) if first and second else 0.0


def _value(colour: str, theme: Mapping[str, str]) -> str:
    return colour if colour.startswith("#") else theme.get(THEME.get(colour, colour), "")


__all__ = ["grounds", "legible", "tones"]
