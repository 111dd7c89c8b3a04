"""Colours, type, logo and licence line: one record that site, decks, workbooks and PDFs share."""

from __future__ import annotations

from typing import ClassVar, Literal

from kit.model.base import Colour, Line, Name, Piece, Record


class Palette(Piece):
    """The colours, as "#RRGGBB". Names say what a colour is for."""

    ink: Colour
    """The colour of text on paper."""
    paper: Colour
    """Page and slide background."""
    wash: Colour
    """A quiet panel behind text."""
    primary: Colour
    """Headings, header, dark slides."""
    accent: Colour
    """Links, bars, the middle cell."""
    warm: Colour
    """What to notice."""
    sun: Colour
    """A light mark on dark grounds."""
    violet: Colour
    """A fourth colour for charts and doors."""
    muted: Colour
    """Captions and sources."""


class Pair(Piece):
    """Two colours used one on the other, and the contrast they must reach (WCAG 2.2: 4.5 text, 3 marks)."""

    front: str
    """The colour of the text or mark, by its name in `colours`."""
    back: str
    """The colour behind it, by its name in `colours`."""
    at_least: float
    """The contrast that the two must reach: 4.5 for text, 3 for marks."""


class Brand(Record):
    """How everything we make looks, and what its licence line says."""

    kind: ClassVar[str] = "brand"
    plural: ClassVar[str] = "brand"
    layout: ClassVar[Literal["list", "each", "one"]] = "one"

    name: Name
    """What the resource is called, wherever it shows."""
    tagline: Line
    """One line below the name."""
    font: Name
    """A family with metric twins everywhere. Slides and workbooks name it; print brings Liberation Sans, its twin."""
    colours: Palette
    """The colours, each named for what it does."""
    pairs: list[Pair]
    """Every combination in use; each is checked."""
    logo: str
    """An SVG file below `docs/assets/`."""
    logo_alt: Line
    """What the logo shows, for people who don't see it."""
    licence: Line
    """The line at the foot of what people reuse."""
    attribution: Line
    """How to credit the paper."""


__all__ = ["Brand", "Pair", "Palette"]
