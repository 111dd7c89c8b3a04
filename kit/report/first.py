"""The first page: where people differ most, where they agree, and where to begin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kit.library import Library
from kit.model.summary import Summary
from kit.refs import Web, address
from kit.report.pieces import EVERYONE, Look, Point, Told
from kit.results.instrument import Instrument
from kit.settings import Settings
from kit.wording import pointer

_SOME = 3
"""Statements of each sort that the first page names."""
_WHY = {
    "mixed": "You see this differently. Talk about it first.",
    "low": "You see this much alike, and there is most room to try something.",
}


def differ(mixed_first: Iterable[Told]) -> tuple[Point, ...]:
    """The most mixed statements."""
    found = [one for one in mixed_first if one.far][:_SOME]
    return tuple(Point(one.name, (f"{one.mixed}.", *_middles(one))) for one in found)


def agree(mixed_first: Sequence[Told]) -> tuple[Point, ...]:
    """The statements on which no two answers lie far apart, the closest first; then by their own order."""
    found = [one for one in mixed_first if one.pairs and not one.far]
    found.sort(key=lambda one: (sum(1 for count in _levels(one) if count), one.number))
    return tuple(Point(one.name, (_close(one),)) for one in found[:_SOME])


def _levels(one: Told) -> tuple[int, ...]:
    return one.rows[0].counts[:-3]


def _close(one: Told) -> str:
    spread = one.rows[0].spread
    return f"{_sentence(spread)}." if spread.startswith("all at") else f"Answers go {spread}."


def _middles(one: Told) -> tuple[str, ...]:
    """What each group sees, or how far answers go where no group is shown."""
    groups = [row for row in one.rows if row.group != EVERYONE]
    if not groups:
        return (f"Answers go {one.rows[0].spread}.",) if one.rows else ()
    wide = tuple(gap.said for gap in one.gaps if gap.said)
    if wide and len(groups) == 2:  # these say both middles
        return wide
    return (f"In the middle: {'; '.join(f'{row.name}, {row.middle}' for row in groups)}.", *wide)


def begin(summary: Summary, instrument: Instrument, library: Library, settings: Settings) -> tuple[Point, ...]:
    """The priorities, each with its next step and what to look at."""
    names, web = {one.id: one.name for one in summary.statements}, Web(library)
    points = []
    for one in summary.priorities:
        item, place = instrument.known.get(one.statement), instrument.places.get(one.level)
        step = item.next[place].text if item and item.next and place is not None else ""
        records = [library.records[ref] for ref in one.see if ref in library.records]
        site = settings.site_url
        see = tuple(Look(pointer(record, web), f"{site}{address(record).path}" if site else None)
                    for record in records)
        lines = (_WHY[one.why], *([f"Try next: {step}"] if step else []))
        points.append(Point(names.get(one.statement, one.statement), lines, see))
    return tuple(points)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


__all__ = ["agree", "begin", "differ"]
