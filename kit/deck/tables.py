"""Native tables: the heights of their rows, and tables that go on over further slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import zip_longest

from kit.deck.fit import Room, going_on, pages, sizes
from kit.deck.layouts import POINTS, Layout, Slot
from kit.deck.measure import MARGIN, height, whole
from kit.deck.sheet import Cell, Sheet, Table

PAD_X, PAD_Y = 0.16, 0.08
"""Space between a cell's edge and its text, in inches."""


@dataclass(frozen=True)
class Grid:
    """A table measured: the size of its type, and the heights of its rows, in points."""

    size: int
    heights: tuple[float, ...]


def widths(table: Table, slot: Slot) -> list[float]:
    """Widths of the columns, in inches."""
    return [slot.box.w * share / sum(table.columns) for share in table.columns]


def measured(table: Table, slot: Slot) -> Grid | None:
    """The largest type at which a table fits its place, or None."""
    for size in sizes(slot.style):
        heights = [_row_height(row, table, slot, size) for row in table.rows]
        if sum(heights) <= _tall(slot) and (size == slot.style.smallest or unbroken(table, slot, size)):
            return Grid(size, _shared(heights, _tall(slot)) if table.even else tuple(heights))
    return None


def continued(sheet: Sheet, layout: Layout) -> list[Sheet]:
    """A sheet whose table goes on over as many slides as its rows need."""
    if sheet.table is None or measured(sheet.table, layout.slot("table")):
        return [sheet]
    table, slot = sheet.table, layout.slot("table")
    head, *rows = table.rows
    parts: list[list[tuple[Cell, ...]]] = [[]]
    for row in (piece for whole_row in rows for piece in _pieces(whole_row, table, slot)):
        trial = replace(table, rows=(head, *parts[-1], row))
        if parts[-1] and not measured(trial, slot):
            parts.append([])
        parts[-1].append(row)
    made = [replace(table, rows=(head, *part), even=False) for part in parts]
    return [
        replace(sheet, table=part, title=f"{sheet.title} ({number} of {len(made)})",
                notes=sheet.notes if number == 1 else going_on(sheet.notes))
        for number, part in enumerate(made, 1)
    ]


def _tall(slot: Slot) -> float:
    return slot.box.h * POINTS * MARGIN


def _row_height(row: tuple[Cell, ...], table: Table, slot: Slot, size: float) -> float:
    rooms = [(width - 2 * PAD_X) * POINTS for width in widths(table, slot)]
    tallest = max(height(cell.paras, room, size, slot.style) for cell, room in zip(row, rooms, strict=True))
    return max(tallest, size * 1.2 * slot.style.line) + 2 * PAD_Y * POINTS


def unbroken(table: Table, slot: Slot, size: float) -> bool:
    """Whether every word in a table stays whole."""
    rooms = [(width - 2 * PAD_X) * POINTS for width in widths(table, slot)]
    pairs = (pair for row in table.rows for pair in zip(row, rooms, strict=True))
    return all(whole(cell.paras, room, size, slot.style) for cell, room in pairs)


def _shared(heights: list[float], tall: float) -> tuple[float, ...]:
    """The first row as it is, the rest as even as they can be within the height."""
    head, *rest = heights
    room = tall - head
    even = max(room / len(rest), 0)
    if max(rest) <= even:
        return (head, *[even] * len(rest))
    spare = (room - sum(rest)) / len(rest)
    return (head, *[one + spare for one in rest])


def _pieces(row: tuple[Cell, ...], table: Table, slot: Slot) -> list[tuple[Cell, ...]]:
    """A row in as many rows as it takes for none to be taller than the place below the headings."""
    head = _row_height(table.rows[0], table, slot, slot.style.smallest)
    tall = _tall(slot) - head - 2 * PAD_Y * POINTS
    if _row_height(row, table, slot, slot.style.smallest) <= tall:
        return [row]
    style = replace(slot.style, size=slot.style.smallest, bold=True)
    columns = []
    for cell, width in zip(row, widths(table, slot), strict=True):
        room: Room = ((width - 2 * PAD_X) * POINTS, tall)
        columns.append([replace(cell, paras=page.paras) for page in pages(cell.paras, room, style)])
    return [
        tuple(part or Cell(tone=cell.tone) for part, cell in zip(parts, row, strict=True))
        for parts in zip_longest(*columns)
    ]
