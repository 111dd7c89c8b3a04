"""A local edition's logo on the first slide, on a light plate so that it can be seen on any ground."""

from __future__ import annotations

from io import BytesIO

from pptx.presentation import Presentation as Deck
from pptx.util import Inches

from kit.deck import _patch
from kit.deck.layouts import EDGE, WIDTH
from kit.edition.drawing import picture
from kit.local import Logo

PAGE = "Title"
HIGH, WIDEST = 0.85, 3.6
"""Inches: the height of the plate, and the width at which a long logo is made lower instead."""
TOP = 0.35
DOTS = 220
"""Pixels of its height."""


def badge(deck: Deck, logo: Logo, ground: str) -> None:
    """Put a logo at the top right of every first slide, with its text for people who don't see it."""
    drawn = picture(logo, DOTS, ground)
    for slide in deck.slides:
        if slide.slide_layout.name == PAGE:
            shape = slide.shapes.add_picture(BytesIO(drawn), 0, Inches(TOP), height=Inches(HIGH))
            if shape.width > Inches(WIDEST):
                shape.height = round(shape.height * Inches(WIDEST) / shape.width)
                shape.width = Inches(WIDEST)
            shape.left = Inches(WIDTH - EDGE) - shape.width
            shape.name = "Logo"
            _patch.describe(shape, logo.alt)


__all__ = ["badge"]
