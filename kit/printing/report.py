"""A summary's report as plain data for `report.typ`: every text as it is, nothing left to look up."""

from __future__ import annotations

from dataclasses import asdict

from kit.library import Library
from kit.model.assessment import HANDS
from kit.printing.words import Data, Words
from kit.report.pieces import EVERYONE, Placing, Report, Told
from kit.settings import Settings


def report(told: Report, library: Library, settings: Settings) -> Data:
    """What `report.typ` prints."""
    words = Words(library, settings)
    return {
        **words.house(told.title), "assessment": told.assessment, "what": told.what, "stays": told.stays,
        "too_few": told.too_few, "who": told.who, "groups": told.groups,
        "levels": told.levels, "heads": told.heads, "key": told.key if told.by_number else "",
        "differ": [asdict(one) for one in told.differ], "agree": [asdict(one) for one in told.agree],
        "begin": [asdict(one) for one in told.begin], "statements": [_statement(one) for one in told.told],
        "order": [one.number for one in told.mixed_first],
        "hands": list(HANDS.values()), "placings": _placings(told),
        "changes": asdict(told.changes) if told.changes else None, "read": [asdict(one) for one in told.read],
        "read_notes": told.read_notes, "worked_out": told.worked_out,
    }


def _statement(one: Told) -> Data:
    return {
        "number": one.number, "section": one.section, "name": one.name, "wordings": one.wordings, "mixed": one.mixed,
        "gaps": [gap.said for gap in one.gaps if gap.said], "notes": one.notes,
        "rows": [{"name": row.name, "counts": row.counts, "middle": row.middle, "spread": row.spread,
                  "dont_know": row.dont_know, "everyone": row.group == EVERYONE} for row in one.rows],
        "quotes": [asdict(quote) for quote in one.some_quotes], "more_quotes": one.more_quotes,
    }


def _placings(told: Report) -> list[Data]:
    pairs = zip(told.placings[::2], told.placings[1::2], strict=True)
    return [{"group": one.group, "times": [_placing(one, told), _placing(other, told)]} for one, other in pairs]


def _placing(one: Placing, told: Report) -> Data:
    squares = [
        [{"name": told.names.get((plans, delivers), ""), "count": one.squares.get((plans, delivers), 0)}
         for plans in HANDS] for delivers in HANDS
    ]
    return {"when": one.when, "squares": squares, "note": one.note}


__all__ = ["report"]
