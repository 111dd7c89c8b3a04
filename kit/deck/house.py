"""What slides are drawn into: the layouts of a file, and the colours that can be read on each other there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kit.deck import _patch
from kit.deck.layouts import Layout
from kit.deck.sheet import Tone

Colours = tuple[str, str]
"""A ground and the text on it: names of the brand's palette, of a theme's colours, or "#RRGGBB"."""

TONES: dict[Tone, Colours] = {
    "axis": ("paper", "primary"),
    "head": ("primary", "paper"),
    "plain": ("wash", "ink"),
    "middle": ("accent", "paper"),
    "notice": ("warm", "paper"),
    "pause": ("sun", "ink"),
}
"""How a table's cells look on our own slides."""


@dataclass(frozen=True)
class House:
    """A file that slides are drawn into."""

    pages: Mapping[str, tuple[Any, Layout]]
    """By the names of our layouts: the file's layout (python-pptx's), and where everything stands on it."""
    tones: Mapping[Tone, Colours] = field(default_factory=lambda: TONES)
    grounds: Mapping[str, Colours] = field(default_factory=dict)
    """Where a sheet's fill has to be told with other colours than its name and the layout's text."""
    foot: Callable[[Any, str, int], None] = _patch.footers
    """Puts footer and number on a slide."""


__all__ = ["TONES", "Colours", "House"]
