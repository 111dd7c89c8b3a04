"""Figures as bars: what a chart says, and whether the names of its bars have room."""

from __future__ import annotations

from dataclasses import replace

from kit.deck.bars import fits
from kit.deck.desk import Desk
from kit.deck.fit import going_on
from kit.deck.layouts import Layout
from kit.deck.sheet import Bar, Chart, Sheet
from kit.model import Evidence
from kit.model.slides import ChartSlide
from kit.wording import figure

LATER = "later"
"""The word that marks a figure from after 2009 among others, so that colour is not the only sign."""
_MARKS = {"pounds": "£", "dollars": "$"}
_BRIEF = {"per cent": "%", "percentage points": " points", "times the investment": " times"}
"""How a bar says the units whose names are long."""


def chart_of(slide: ChartSlide, desk: Desk) -> Chart:
    """The bars of a chart's figures, with a word on each that came later."""
    found = [one for one in desk.shows(slide) if isinstance(one, Evidence)]
    names = slide.labels or [one.name for one in found]
    mixed = len({one.origin == LATER for one in found}) > 1
    bars = tuple(_bar(one, name, mixed and one.origin == LATER) for one, name in zip(found, names, strict=True))
    told = "; ".join(f"{bar.name}: {figure(one)}" for bar, one in zip(bars, found, strict=True))
    return Chart(bars, _format(found), f"A bar chart. {told}.")


def _bar(evidence: Evidence, name: str, later: bool) -> Bar:
    """A range is drawn to its upper end, and says both."""
    value = evidence.value if evidence.value is not None else evidence.high or 0.0
    own = evidence.value in (None, 1) or evidence.qualifier is not None
    return Bar(f"{name} ({LATER})" if later else name, value, _short(evidence), own, later)


def _short(evidence: Evidence) -> str:
    """A figure on one line: no-break spaces keep it there."""
    text = figure(evidence)
    for long, brief in _BRIEF.items():
        text = text.replace(f" {long}", brief)
    return text.replace(" ", "\u00a0")


def _format(found: list[Evidence]) -> str:
    """How a spreadsheet writes values in the figures' unit: a mark before them, or the unit after them."""
    values = [one.high if one.value is None else one.value for one in found]
    digits = "#,##0" if all(value == int(value) for value in values if value is not None) else "General"
    unit = found[0].unit
    word = next((word for word in _MARKS if unit.startswith(word)), "")
    rest = unit.removeprefix(word).strip()
    after = {"other": "", "ratio": "", "": "", **_BRIEF}.get(rest, f" {rest}")
    return (f'"{_MARKS[word]}"' if word else "") + digits + (f'"{after}"' if after else "")


def parted(sheet: Sheet, layout: Layout) -> list[Sheet]:
    """A sheet whose chart goes on over as many slides as the names of its bars need."""
    if sheet.chart is None or len(sheet.chart.bars) < 2 or fits(sheet.chart, layout.slot("chart")):
        return [sheet]
    bars, half = sheet.chart.bars, (len(sheet.chart.bars) + 1) // 2
    parts = [replace(sheet.chart, bars=part) for part in (bars[:half], bars[half:])]
    return [
        replace(sheet, chart=part, title=f"{sheet.title} ({number} of 2)",
                notes=sheet.notes if number == 1 else going_on(sheet.notes))
        for number, part in enumerate(parts, 1)
    ]


__all__ = ["chart_of", "parted"]
