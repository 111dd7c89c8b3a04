"""An organisation's own template: their master, theme, size and foot, our slides.

    file --opening--> bytes --emptied--> deck without slides --seats--> a page of theirs for each of ours
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from pathlib import Path
from typing import Any

import pptx
from pptx.presentation import Presentation as Deck

from kit.deck import _theirs, opening
from kit.deck._emptied import emptied
from kit.deck._feet import Feet
from kit.deck.house import House
from kit.deck.layouts import Layout
from kit.deck.pages import LAYOUTS
from kit.deck.seats import Seat, seat
from kit.deck.sheet import Sheet
from kit.deck.tones import grounds, tones
from kit.errors import KitError, UsageError

MOST_PAGES = 400
"""The most layouts that we look through."""


@dataclass(frozen=True)
class Adopted:
    """A template made ready for one deck."""

    path: Path
    """Where it came from."""
    deck: Deck
    """Without slides. Drawing adds ours to it."""
    seats: Mapping[str, Seat]
    """Where each of our pages stands, by our layouts' names."""
    date: str = ""
    """What stands in their place for a date; nothing leaves theirs."""
    footer: str = ""
    """What their example slides said at the foot."""

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """Our layouts with their measures."""
        return {name: found.layout for name, found in self.seats.items()}

    @property
    def house(self) -> House:
        """Their pages and what can be read on them."""
        held = _theirs.colours(self.deck.slide_master)
        pages: dict[str, tuple[Any, Layout]] = {
            name: (found.page.made, found.layout) for name, found in self.seats.items()
        }
        return House(pages, tones(held), grounds(held), Feet(self.date, self.footer))

    def settled(self, sheet: Sheet) -> Sheet:
        """A sheet with its texts gathered into the places that their page has."""
        return self.seats[sheet.layout].settled(sheet)

    def stood_in(self, sheets: Sequence[Sheet]) -> list[str]:
        """One line for each of our pages that these sheets use and that had to do with another kind of page."""
        used = dict.fromkeys(sheet.layout for sheet in sheets)
        return [
            f"'{name}' has no match in the template; used '{self.seats[name].page.name}'"
            for name in used if not self.seats[name].matched
        ]


def adopt(path: Path, date: str = "") -> Adopted:
    """Make a .pptx or .potx ready. Raises UsageError, in one line, where it can't be used."""
    data = opening.presentation(path)
    try:
        deck = pptx.Presentation(BytesIO(data))
        footer = _theirs.footer_said(deck)
        emptied(deck)
        pages = _theirs.pages(deck)
        if not pages:
            raise UsageError("the template has no layouts")
        if len(pages) > MOST_PAGES:
            raise UsageError(f"the template has more than {MOST_PAGES} layouts")
        return Adopted(path, deck, {layout.name: seat(layout, pages) for layout in LAYOUTS}, date, footer)
    except KitError as error:
        raise UsageError(str(error).replace("the template", f"the template {path}", 1)) from None
    except Exception as error:
        raise unusable(path, error) from error


def unusable(path: Path, error: Exception) -> UsageError:
    """What to say where a stranger's file breaks python-pptx, which it can in any way."""
    return UsageError(f"the template {path} can't be used as a presentation ({type(error).__name__})")


__all__ = ["Adopted", "adopt", "unusable"]
