"""How a chart's bars stand in their place: lying or upright, with room for their names and their figures."""

from __future__ import annotations

from dataclasses import dataclass

from kit.deck.layouts import POINTS, Slot
from kit.deck.measure import advance, height
from kit.deck.sheet import Chart, said

LEAST, MOST = 0.16, 0.4
"""Shares of the width that the names of lying bars may have."""
FOOT = 0.13
"""Share of the height that the names of upright bars have."""
BRIEF = 5
"""Width, in sizes of type, of a name that is as short as a year or two: "2023-24"."""
GAP = 16
"""Points between a name or a figure and its bar."""
LARGER = 2
"""Points by which figures are larger than names."""


@dataclass(frozen=True)
class Plan:
    """Where the bars stand in a chart's frame."""

    upright: bool
    area: tuple[float, float, float, float]
    """Left edge, top edge, width and height of the bars' own area, as shares of the frame."""
    reach: float
    """The value at which the axis ends: far enough past the bars for the figures at their ends."""


def plan(chart: Chart, slot: Slot) -> Plan:
    """Upright where names and figures are as short as years, lying where they take words."""
    wide, tall = slot.box.w * POINTS, slot.box.h * POINTS
    names, figures = _widths(chart, slot)
    most = max(bar.value for bar in chart.bars) or 1.0
    if max(names) <= BRIEF * slot.style.size and max(names + figures) + GAP < wide / len(chart.bars):
        spare = 2 * (slot.style.size + LARGER) / (tall * (1 - FOOT))
        return Plan(True, (0.0, 0.0, 1.0, 1 - FOOT), most / (1 - spare))
    share = min(max((max(names) + GAP) / wide, LEAST), MOST)
    area = wide * (1 - share)
    room = [max(area - figure - GAP, area / 4) for figure in figures]
    reach = max(bar.value * area / left for bar, left in zip(chart.bars, room, strict=True)) or 1.0
    return Plan(False, (share, 0.0, 1 - share, 1.0), reach)


def _widths(chart: Chart, slot: Slot) -> tuple[list[float], list[float]]:
    """Widths of the bars' names and of their figures, in points."""
    size = slot.style.size
    names = [advance(bar.name) * size * slot.style.wide for bar in chart.bars]
    figures = [advance(bar.label, bold=True) * (size + LARGER) * slot.style.wide for bar in chart.bars]
    return names, figures


def fits(chart: Chart, slot: Slot) -> bool:
    """Whether each name stays within its bar's share of the frame."""
    found = plan(chart, slot)
    if found.upright:
        return True
    wide, tall = slot.box.w * POINTS * found.area[0] - GAP / 2, slot.box.h * POINTS / len(chart.bars)
    return all(height([said(bar.name)], wide, slot.style.size, slot.style) <= tall for bar in chart.bars)


__all__ = ["LARGER", "Plan", "fits", "plan"]
