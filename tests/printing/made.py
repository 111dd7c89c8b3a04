"""Workshops for tests: those of the records, one of every activity, and one whose every word is out to do harm."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from kit.library import Library
from kit.model import Activity, Workshop
from kit.model.workshop import ActivityPart
from kit.refs import texts
from kit.running import Running, running, sector_called

EVIL = '#import "x": * #panic("no") $x^2$ @label <b>bold</b> {{ 7*7 }} ]) // gone? /* too */ שלום 日本 😀'
"""A line that would be code, markup or a hole in the page anywhere but here."""
LONGEST_NAME = 80
"""Characters of the longest name in a table; longer texts are prose."""


def version(library: Library, workshop: str, sector: str | None = None) -> Running:
    """A workshop as it runs."""
    found = library.get(f"workshop/{workshop}")
    assert isinstance(found, Workshop)
    return running(found, library, sector_called(library, sector))


def everything(library: Library) -> Running:
    """A workshop of every activity, one after another."""
    parts = [ActivityPart(part="activity", activity=one.ref) for one in library.all(Activity)]
    base = library.get("workshop/taster")
    assert isinstance(base, Workshop)
    return running(base.model_copy(update={"parts": parts}), library)


def bare(library: Library) -> Running:
    """A workshop whose only activity has nothing to hand out."""
    base = library.get("workshop/taster")
    assert isinstance(base, Workshop)
    part = next(one for one in library.all(Activity) if not one.handouts)
    return running(base.model_copy(update={"parts": [ActivityPart(part="activity", activity=part.ref)]}), library)


def evil(library: Library, workshop: str) -> Running:
    """A workshop in which every text, and every name, is hostile, and some are very long."""
    copy = Library(library.folder)
    for record in library.records.values():
        copy.add(_spoilt(record) if isinstance(record, Activity | Workshop) else record)
    return version(copy, workshop)


def _spoilt(piece: Any) -> Any:
    if isinstance(piece, BaseModel):
        keep = {"id", "kind", "part", "activity", "evidence", "case", "cell", "about", "each", "cases", "draws_on",
                "origin", "origins", "source", "sources", "grouping", "aim", "what", "standing", "place", "aliases"}
        found = {name: _spoilt(value) for name, value in piece if name not in keep}
        return piece.model_copy(update=found)
    if isinstance(piece, list):
        return [_spoilt(one) for one in piece]
    if isinstance(piece, str):
        if len(piece) > LONGEST_NAME:
            return f"{piece[:30]} {EVIL} {'w' * 90}"
        return "W" * 48 if len(piece) % 4 == 0 else f"{piece[:6]} {EVIL}"[:LONGEST_NAME]
    return piece


def said(activity: Activity) -> list[str]:
    """Every Markdown text of an activity."""
    return [text for _, text in texts(activity)]
