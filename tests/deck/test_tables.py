"""Tables: every row whole, headings said again where a table goes on."""

from __future__ import annotations

from kit.deck.pages import BY_NAME
from kit.deck.sheet import Cell, Notes, Sheet, Table, said
from kit.deck.tables import continued, measured, widths

LAYOUT = BY_NAME["Table"]
SLOT = LAYOUT.slot("table")
HEAD = (Cell((said("Who"),), "head"), Cell((said("Gives"),), "head"))


def table(rows: int, text: str = "Something") -> Table:
    return Table((1, 3), (HEAD, *((Cell((said(f"Row {n}"),)), Cell((said(text),))) for n in range(rows))), "A table")


def sheet(made: Table) -> Sheet:
    return Sheet("Table", "Who gives", "One", Notes(4, 0, ()), table=made)


def test_widths_fill_the_place() -> None:
    assert sum(widths(table(1), SLOT)) == SLOT.box.w
    assert widths(table(1), SLOT)[1] == 3 * widths(table(1), SLOT)[0]


def test_a_small_table_stays_whole() -> None:
    assert continued(sheet(table(3)), LAYOUT) == [sheet(table(3))]


def test_a_long_table_goes_on_under_its_headings() -> None:
    found = continued(sheet(table(30)), LAYOUT)
    tables = [one.table for one in found if one.table]
    assert len(found) > 1
    assert all(one.rows[0] == HEAD and measured(one, SLOT) for one in tables)
    assert [cell.paras[0].text for one in tables for cell, _ in one.rows[1:]] == [f"Row {n}" for n in range(30)]
    assert [one.notes.minutes for one in found] == [4] + [0] * (len(found) - 1)


def test_a_row_taller_than_the_slide_is_divided() -> None:
    text = "They give what they can, when they can. " * 80
    tables = [one.table for one in continued(sheet(table(1, text)), LAYOUT) if one.table]
    assert all(measured(one, SLOT) for one in tables)
    shown = "".join(para.text for one in tables for row in one.rows[1:] for para in row[1].paras)
    assert shown.replace(" ", "") == text.replace(" ", "")


def test_an_even_table_fills_its_place() -> None:
    made = Table((1, 3), table(3).rows, "A table", even=True)
    grid = measured(made, SLOT)
    assert grid is not None
    assert len(set(grid.heights[1:])) == 1
    assert sum(grid.heights) > sum(measured(table(3), SLOT).heights)  # type: ignore[union-attr]
