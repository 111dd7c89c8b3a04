"""Which activity and which cases a team's priorities point to, of those that the handbook still has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.errors import printable
from kit.followup import words as say
from kit.followup.picture import Told
from kit.followup.texts import bare, words
from kit.model import Activity, Case, Record
from kit.model.slides import CaseSlide
from kit.model.workshop import ActivityPart, Workshop

LEAST = 10
"""Minutes below which an activity isn't worth the change of chairs."""
CASES = 2


@dataclass(frozen=True)
class Pointed:
    """A record that a priority points to, and the statement that it is about."""

    record: Record
    about: str
    """The statement's name, as it may stand in Markdown."""


def pointed(told: Told) -> list[Pointed]:
    """Every record that the priorities point to, the first priority's first, each once."""
    found: dict[str, Pointed] = {}
    for ref, about in _refs(told):
        record = told.library.records.get(ref)
        if record and record.retired is None:
            found.setdefault(ref, Pointed(record, words(about, 60)))
    return list(found.values())


def lost(told: Told) -> list[str]:
    """A line for each record that priorities point to and the handbook no longer has."""
    records = told.library.records
    gone = dict.fromkeys(ref for ref, _ in _refs(told) if ref not in records or records[ref].retired)
    return [f"{printable(bare(ref, 80))}: no longer in the handbook, so it is left out" for ref in gone]


def _refs(told: Told) -> Iterator[tuple[str, str]]:
    """None for an assessment that isn't ours: whatever its file says, its priorities have no next steps."""
    if told.ours:
        yield from ((ref, told.by_id[one.statement].name) for one in told.priorities for ref in one.see)


def activity(found: list[Pointed], workshop: Workshop, held: ActivityPart, out: str, most: int) -> tuple[
        ActivityPart, Pointed | None]:
    """The first activity that fits the minutes and isn't in the workshop yet; the one it has, where none does.

    `held` is the part that may give way, `out` the activity that a team has done with by answering.
    """
    used = {part.activity for part in workshop.parts if isinstance(part, ActivityPart)} | {out}
    for one in found:
        if one.record.ref == held.activity:
            break
        if isinstance(one.record, Activity) and one.record.ref not in used:
            whole, short = one.record.minutes, sum(one.record.variations.shorter.minutes)
            length = whole if whole <= most else short
            if LEAST <= length <= most:
                lead = say.LEAD_IN.format(about=one.about)
                return ActivityPart(part="activity", activity=one.record.ref, shorter=length != whole,
                                    lead_in=lead), one
    return held, None


def cases(found: list[Pointed], own: list[CaseSlide]) -> list[CaseSlide]:
    """As many cases as the workshop tells: those that priorities point to, then its own."""
    told = {slide.case: slide for slide in own}
    chosen = [one for one in found if isinstance(one.record, Case)][:CASES]
    mine = [told.get(one.record.ref) or _case(one, number, own[0].minutes) for number, one in enumerate(chosen)]
    rest = [slide for slide in own if slide.case not in {one.case for one in mine}]
    return [*mine, *rest][: len(own)]


def _case(one: Pointed, number: int, minutes: int) -> CaseSlide:
    script = say.CASE_SCRIPT.format(first=("First", "Second")[number % 2], name=one.record.title, about=one.about)
    return CaseSlide(kind="case", case=one.record.ref, minutes=minutes, script=script, watch=say.CASE_WATCH,
                     access=say.CASE_ACCESS)


__all__ = ["Pointed", "activity", "cases", "lost", "pointed"]
