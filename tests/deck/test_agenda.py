"""How today runs."""

from __future__ import annotations

from kit.deck.agenda import MOST, PAUSE, agendas
from kit.library import Library
from kit.running import running

from .conftest import activity, with_records, workshop

SLIDE = {"kind": "statement", "text": "So.", "script": "Say it."}


def talk(name: str, minutes: int, **slide: object) -> dict[str, object]:
    return {"part": "input", "name": name, "slides": [{**SLIDE, "title": name, "minutes": minutes, **slide}]}


def pause(name: str) -> dict[str, object]:
    return {"part": "break", "name": name, "minutes": 15, "text": "Tea.", "script": "Tea."}


def rows(found: list[tuple[str, object]]) -> list[list[list[str]]]:
    return [[[cell.paras[0].text for cell in row] for row in table.rows[1:]] for _, table in found]  # type: ignore[attr-defined]


def test_it_names_every_part_and_how_people_work_in_it(library: Library) -> None:
    made = activity({"grouping": "alone"}, {"grouping": "all"}, {"grouping": "fours"})
    parts = [talk("Welcome", 5), pause("Tea"), {"part": "activity", "activity": made.ref}]
    run = running(workshop(parts=parts), with_records(library, made))
    (found,) = rows(agendas(run, "Today"))
    assert found == [["Welcome", "Listen, and ask anything"], ["Tea", PAUSE], ["A try", "On your own, in fours"]]


def test_it_shows_no_minutes(library: Library) -> None:
    run = running(workshop(parts=[talk("Welcome", 5), pause("Tea")]), library)
    ((_, table),) = agendas(run, "Today")
    shown = " ".join(para.text for row in table.rows for cell in row for para in cell.paras)
    assert not any(letter.isdigit() for letter in shown + table.alt)


def test_a_long_day_is_parted_at_a_break_and_loses_its_lead_ins(library: Library) -> None:
    parts = [talk(f"Talk {n}", 10) for n in range(6)] + [pause("Lunch"), talk("Short", 2)]
    parts += [talk(f"More {n}", 10) for n in range(6)]
    first, second = agendas(running(workshop(parts=parts), library), "Today")
    assert (first[0], second[0]) == ("Today", "Today: after lunch")
    one, two = rows([first, second])
    assert one[-1] == ["Lunch", PAUSE]
    assert "Short" not in [name for name, _ in two]
    assert len(one) <= MOST
    assert len(two) <= MOST
