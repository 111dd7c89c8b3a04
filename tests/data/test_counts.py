"""How much there must be at least, and what must have something to show for it."""

from __future__ import annotations

import re
from itertools import product
from typing import get_args

import pytest

from kit.library import Library
from kit.model import (
    Action,
    Case,
    Distinction,
    Evidence,
    MatrixCell,
    Principle,
    Reference,
    Sector,
    Workshop,
)
from kit.model.agenda import Role
from kit.model.knowledge import Hands
from kit.running import own, running, sector_called

FLOORS = {
    "term": 45, "definition": 14, "principle": 5, "pressure": 7, "distinction": 8, "commitment": 4, "matrix": 9,
    "shift": 12, "direction": 3, "agenda": 8, "action": 25, "update": 50, "event": 30, "sector": 8,
    "activity": 18, "workshop": 6, "variant": 8, "hosting": 6, "assessment": 2, "statement": 24,
    "dimension": 8,
}


@pytest.mark.parametrize(("kind", "floor"), FLOORS.items(), ids=FLOORS)
def test_there_are_at_least(kind: str, floor: int, library: Library) -> None:
    assert sum(record.kind == kind for record in library.records.values()) >= floor


@pytest.mark.parametrize(("model", "floor"), [(Case, 24), (Evidence, 60)])
def test_there_are_at_least_from_the_paper(model: type[Case] | type[Evidence], floor: int, library: Library) -> None:
    assert sum(record.origin == "paper" for record in library.all(model)) >= floor


@pytest.mark.parametrize("number", range(1, 67))
def test_endnote_is_resolved(number: int, library: Library) -> None:
    assert any(number in work.endnotes for work in library.all(Reference))


@pytest.mark.parametrize("name", ["efficiency-trap"])
def test_efficiency_trap_is_a_pressure(name: str, library: Library) -> None:
    assert f"pressure/{name}" in library.records


def test_sums_of_the_paper_are_done_again(library: Library) -> None:
    sums = [record.arithmetic for record in library.all(Evidence) if record.arithmetic]
    assert len(sums) >= 3
    assert all((abs(item.result - item.printed) <= item.rounding) == item.agrees for item in sums)


@pytest.mark.parametrize("role", get_args(Role))
def test_role_has_something_to_do(role: str, library: Library) -> None:
    assert any(action.role == role for action in library.all(Action))


@pytest.mark.parametrize("topic", ["definition", "priority-areas", "measures", "accounting", "risk", "practical-models",
                                   "training", "new-structures"])
def test_topic_has_something_to_do(topic: str, library: Library) -> None:
    assert any(action.agenda == f"agenda/{topic}" for action in library.all(Action))


def test_every_sector_has_a_case(library: Library) -> None:
    shown = {sector for case in library.all(Case) for sector in case.sectors}
    assert {sector.ref for sector in library.all(Sector)} - shown == set()


def test_every_principle_of_the_paper_has_a_case(library: Library) -> None:
    shown = {principle for case in library.all(Case) for principle in case.principles}
    assert {principle.ref for principle in library.all(Principle) if principle.origin == "paper"} - shown == set()


@pytest.mark.parametrize(("plans", "delivers"), list(product(get_args(Hands), repeat=2)))
def test_cell_has_an_example_or_says_that_it_has_none(plans: Hands, delivers: Hands, library: Library) -> None:
    (cell,) = [cell for cell in library.all(MatrixCell) if (cell.plans, cell.delivers) == (plans, delivers)]
    placed = [record for record in (*library.all(Case), *library.all(Distinction)) if record.cell == cell.ref]
    named = re.search(r"\[\[(case|distinction)/", cell.text)
    says_none = re.search(r"none of our cases|no case|no example", cell.text, re.IGNORECASE)
    assert placed or named or says_none


def test_a_garbled_cell_has_a_reading_marked_as_ours(library: Library) -> None:
    garbled = [cell for cell in library.all(MatrixCell) if not cell.legible]
    assert len(garbled) >= 2
    assert all(cell.reading and "ours" in cell.reading for cell in garbled)


def test_the_middle_is_full_co_production(library: Library) -> None:
    (middle,) = [cell for cell in library.all(MatrixCell) if cell.plans == cell.delivers == "together"]
    assert middle.ref == "matrix/full-co-production"


SESSIONS = {"taster": 60, "half-day": 180, "full-day": 330, "commissioners": 120, "board": 45, "follow-up": 120}
"""The workshops that there must be, with their minutes."""
SECTORS = ("health", "social-care", "mental-health", "education", "housing", "justice", "community-safety",
           "local-government")


@pytest.mark.parametrize(("name", "minutes"), SESSIONS.items(), ids=SESSIONS)
def test_workshop_takes_its_minutes(name: str, minutes: int, library: Library) -> None:
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    assert workshop.minutes == minutes == running(workshop, library).minutes


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("name", [name for name in SESSIONS if name != "board"])
def test_field_has_its_own_in_every_workshop_but_the_boards(name: str, sector: str, library: Library) -> None:
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    assert own(running(workshop, library, sector_called(library, sector))).lacks == []
