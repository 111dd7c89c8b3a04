"""Which versions of the workshops there are, and how far each is a sector's own."""

from __future__ import annotations

from kit.library import Library
from kit.model import Sector, Workshop
from kit.running import LEAST_CASES, LEAST_PROMPTS, Own
from kit.versions import Version, versions, workshops


def test_every_workshop_comes_for_every_sector(library: Library) -> None:
    found = [(one.workshop.ref, one.sector.ref) for one in versions(library)]
    assert len(found) == len(set(found)) == len(library.all(Workshop)) * len(library.all(Sector))


def test_workshops_stand_in_their_order(library: Library) -> None:
    orders = [one.order for one in workshops(library)]
    assert orders == sorted(orders)


def test_where_the_general_stands_in_is_said(library: Library) -> None:
    workshop, sector = library.all(Workshop)[0], library.all(Sector)[0]
    enough = Own(LEAST_CASES, LEAST_PROMPTS)
    assert Version(workshop, sector, enough, True).general == "nowhere"
    assert Version(workshop, sector, Own(0, 0), False).general == "everywhere"
    assert "1 of 2 cases or examples" in Version(workshop, sector, Own(1, LEAST_PROMPTS), True).general
