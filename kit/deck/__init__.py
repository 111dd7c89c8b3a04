"""Slides for PowerPoint, drawn from a workshop and the records it rests on.

    record --compose--> sheets --fit--> sheets that fit --draw--> presentation --ooxml--> bytes

`layouts` and `pages` say where things stand, `template` builds the file that slides are added to, `measure` knows
how wide letters are, `lint` finds what validators miss. `_oxml` and `_patch` hold all XML.

`adopt` puts an organisation's own template in our template's place: `opening` judges the file, `seats` finds a page
of theirs for each of ours, and measuring, fitting and drawing go on as they are.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from kit import __version__, ooxml
from kit.deck import template
from kit.deck.adopt import Adopted, adopt, unusable
from kit.deck.badge import badge
from kit.deck.compose import composed
from kit.deck.cover import Cover
from kit.deck.desk import Desk
from kit.deck.draw import describe, draw
from kit.deck.sheet import Sheet
from kit.library import Library
from kit.model import Brand
from kit.refs import Web, address
from kit.running import Running
from kit.settings import Settings

NO_COVER = Cover()
"""A deck that says nothing about the day itself."""


def sheets(
    run: Running, library: Library, settings: Settings, cover: Cover = NO_COVER, adopted: Adopted | None = None
) -> list[Sheet]:
    """The slides of a workshop's deck before they are drawn, on our pages or on those of an adopted template."""
    page = address(run.workshop).path
    where = f"{settings.site_url}{page}" if settings.site_url else page.rstrip("/")
    host = library.edition.about.organisation if library.edition else ""
    desk = Desk(run, Web(library), library.one(Brand), where, replace(cover, organisation=cover.organisation or host))
    return composed(desk, adopted.layouts, adopted.settled) if adopted else composed(desk)


def render(
    run: Running, library: Library, settings: Settings, when: datetime, cover: Cover = NO_COVER,
    adopted: Adopted | None = None,
) -> bytes:
    """A workshop's deck as the bytes of a .pptx file, dated `when`; the same bytes from the same records.

    An adopted template takes one deck: drawing fills it. Raises UsageError where it can't.
    """
    brand = library.one(Brand)
    found = sheets(run, library, settings, cover, adopted)
    if adopted is None:
        deck = template.build(brand)
        draw(deck, found, footer(brand), language=library.language)
        if library.edition and library.edition.logo:
            badge(deck, library.edition.logo, brand.colours.paper)
        describe(deck, run, cover, brand, when, library.language)
        return ooxml.normalise(template.save(deck), when)
    try:
        draw(adopted.deck, found, footer(brand), adopted.house, library.language)
        describe(adopted.deck, run, cover, brand, when, library.language)
        return ooxml.normalise(template.save(adopted.deck), when)
    except Exception as error:
        raise unusable(adopted.path, error) from error


def footer(brand: Brand) -> str:
    """The line at the foot of every slide: what it is, its version, its source, its licence."""
    return f"{brand.name} {__version__} · after Boyle and Harris, 2009 · CC BY 4.0"


__all__ = ["Adopted", "Cover", "adopt", "footer", "render", "sheets"]
