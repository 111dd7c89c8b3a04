"""Every deck that people can have: general, each sector's, and one of what a sector brings of its own."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from kit import deck, ooxml
from kit.deck import template
from kit.deck.draw import describe, draw
from kit.deck.sheet import Sheet
from kit.library import Library
from kit.load import read
from kit.model import Brand, Sector, Variant, Workshop
from kit.running import running

from .conftest import ROOT, SOMEWHERE, WHEN


@cache
def records() -> Library:
    """The project's own records, read once in a process."""
    return read(ROOT / "data")


def _ids(folder: str) -> list[str]:
    return [path.stem for path in sorted((ROOT / "data" / folder).glob("*.yml"))]


WORKSHOPS = _ids("workshops")
SECTORS = sorted(path.stem for path in Path(ROOT / "data" / "variants").glob("*.yml"))
"""The variants' files; each stands for one sector."""


def workshop(name: str) -> Workshop:
    found = records().get(f"workshop/{name}")
    assert isinstance(found, Workshop)
    return found


def sector_of(variant: str) -> Sector:
    found = records().get(f"variant/{variant}")
    assert isinstance(found, Variant)
    sector = records().get(found.sector)
    assert isinstance(sector, Sector)
    return sector


@cache
def made(name: str, variant: str | None = None) -> bytes:
    """A workshop's deck, in the general version or a sector's."""
    sector = sector_of(variant) if variant else None
    return deck.render(running(workshop(name), records(), sector), records(), SOMEWHERE, WHEN)


def own_sheets(variant: str) -> list[Sheet]:
    """The slides that a sector's variant changes, over all workshops, each once."""
    sector, found = sector_of(variant), {}
    for name in WORKSHOPS:
        plain = {_key(sheet) for sheet in deck.sheets(running(workshop(name), records()), records(), SOMEWHERE)}
        for sheet in deck.sheets(running(workshop(name), records(), sector), records(), SOMEWHERE):
            if _key(sheet) not in plain:
                found.setdefault(_key(sheet), replace(sheet, section=name))
    return list(found.values())


def _key(sheet: Sheet) -> str:
    return repr((sheet.layout, sheet.title, sorted(sheet.fields.items()), sheet.table, sheet.chart))


@cache
def own_deck(variant: str) -> bytes:
    """A deck of nothing but the slides that a sector's variant changes."""
    brand = records().one(Brand)
    file = template.build(brand)
    sheets = [replace(sheet, title=f"{sheet.title} #{n}"[:118]) for n, sheet in enumerate(own_sheets(variant), 1)]
    draw(file, sheets, deck.footer(brand))
    describe(file, running(workshop(WORKSHOPS[0]), records(), sector_of(variant)), deck.Cover(), brand, WHEN)
    return ooxml.normalise(template.save(file), WHEN)
