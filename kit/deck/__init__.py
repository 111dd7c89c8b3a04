"""Slides for PowerPoint, drawn from a workshop and the records it rests on.

    record --compose--> sheets --fit--> sheets that fit --draw--> presentation --ooxml--> bytes

`layouts` and `pages` say where things stand, `template` builds the file that slides are added to, `measure` knows
how wide letters are, `lint` finds what validators miss. `_oxml` and `_patch` hold all XML.
"""

from __future__ import annotations

from datetime import datetime

from kit import __version__, ooxml
from kit.deck import template
from kit.deck.compose import Composer
from kit.deck.draw import describe, draw
from kit.deck.sheet import Sheet
from kit.library import Library
from kit.model import Brand
from kit.model.workshop import Workshop
from kit.refs import Web, address
from kit.settings import Settings


def sheets(workshop: Workshop, library: Library, settings: Settings) -> list[Sheet]:
    """The slides of a workshop's deck before they are drawn."""
    page = address(workshop).path
    where = f"{settings.site_url}{page}" if settings.site_url else page.rstrip("/")
    return Composer(workshop, Web(library), library.one(Brand), where).sheets()


def render(workshop: Workshop, library: Library, settings: Settings, when: datetime) -> bytes:
    """A workshop's deck as the bytes of a .pptx file, dated `when`; the same bytes from the same records."""
    brand = library.one(Brand)
    deck = template.build(brand)
    draw(deck, sheets(workshop, library, settings), footer(brand))
    describe(deck, workshop, brand, when)
    return ooxml.normalise(template.save(deck), when)


def footer(brand: Brand) -> str:
    """The line at the foot of every slide: what it is, its version, its source, its licence."""
    return f"{brand.name} {__version__} · after Boyle and Harris, 2009 · CC BY 4.0"


__all__ = ["footer", "render", "sheets"]
