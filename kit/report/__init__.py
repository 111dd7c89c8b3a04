"""A summary as something to read: the one shape from which workbook, PDF and web page are drawn.

    summary --report--> Report --workbook, printing, page--> bytes

Every text is plain: what people wrote, what files are called and what others' assessments say included. It is
escaped where it lands.
"""

from __future__ import annotations

import unicodedata

from kit.library import Library
from kit.model import MatrixCell
from kit.model.summary import Moved, PlacedBy, Summary
from kit.report.first import agree, begin, differ
from kit.report.pieces import (
    EVERYONE,
    Change,
    Changes,
    MovedRow,
    Placing,
    ReadRow,
    Report,
    Told,
)
from kit.report.statements import told
from kit.report.words import (
    FEW_NEW,
    NOBODY_APART,
    STAYS,
    WHAT,
    counted,
    days,
    distance,
    too_few,
    worked_out,
)
from kit.results import wording
from kit.results.instrument import Instrument
from kit.settings import Settings


def report(summary: Summary, instrument: Instrument, library: Library, settings: Settings) -> Report:
    """The report of a summary of this assessment. Shows nothing that the summary doesn't."""
    summary = _legible(summary)
    asked = summary.assessment
    each = [told(number, one, asked, instrument) for number, one in enumerate(summary.statements, 1)]
    by_id = {one.id: one for one in each}
    mixed = [by_id[name] for name in summary.mixed_first if name in by_id]
    levels = tuple(level.name for level in asked.levels)
    return Report(
        title=f"What we said together: {asked.name}", assessment=f"{asked.name}, version {asked.version}",
        ours=f"assessment/{asked.id}" in library.records, what=WHAT, stays=STAYS if summary.in_room else "",
        too_few=too_few(summary) if summary.too_few else "", who=_who(summary),
        groups=tuple((wording.role(one.role, asked), counted(one.responses, "response"))
                     for one in summary.groups if one.responses),
        levels=levels, answers=(*levels, instrument.dont_know, instrument.does_not_apply, "No answer"),
        differ=differ(mixed), agree=agree(mixed), begin=begin(summary, instrument, library, settings),
        told=tuple(each), mixed_first=tuple(mixed),
        names={(cell.plans, cell.delivers): cell.name for cell in library.all(MatrixCell)},
        placings=_placings(summary), changes=_changes(summary, by_id),
        read=tuple(ReadRow(one.file, one.how, "; ".join(one.why)) for one in summary.read),
        read_notes=tuple(f"{counted(one.responses, 'response')} to a statement that this assessment doesn't ask: "
                         f"{one.statement}" for one in summary.unknown),
        worked_out=worked_out(summary),
    )


def _legible(summary: Summary) -> Summary:
    """The same without what is no letter: commands to terminals, halves of characters. No format can hold them all."""

    def clean(value: object) -> object:
        if isinstance(value, str):
            return "".join(char for char in value if char in "\n\t" or not _no_letter(char))
        if isinstance(value, list):
            return [clean(one) for one in value]
        return {clean(key): clean(one) for key, one in value.items()} if isinstance(value, dict) else value

    return Summary.model_validate(clean(summary.model_dump()))


def _no_letter(char: str) -> bool:
    """Whether it is a control, half of a character, or turns the order of the letters that follow."""
    return unicodedata.category(char) in {"Cc", "Cs"} or char in "\u202d\u202e"


def _who(summary: Summary) -> tuple[str, ...]:
    if summary.responses is None:
        return ()
    dated = days(summary.dates)
    said = [f"{counted(summary.responses, 'response')}{', ' + dated if dated else ''}."]
    if not any(one.responses for one in summary.groups):
        said.append(NOBODY_APART)
    elif any(not one.shown for one in summary.groups):
        said.append(_HIDDEN)
    return tuple(said)


_HIDDEN = "Other groups are not shown apart, so that nobody's answers can be worked out. They count with everyone."


def _placings(summary: Summary) -> tuple[Placing, ...]:
    """Group by group, today and then wanted."""
    if not summary.positions:
        return ()
    groups = list(zip(summary.positions.today, summary.positions.wanted, strict=False))
    return tuple(_placing(one, when, summary) for pair in groups for one, when in
                 zip(pair, ("Today", "What we want"), strict=True))


def _placing(one: PlacedBy, when: str, summary: Summary) -> Placing:
    name = "Everyone" if one.role is None else wording.role(one.role, summary.assessment)
    notes = []
    if one.incomplete:
        notes.append(f"{one.incomplete} said only who plans, or only who does it")
    if one.no_answer:
        notes.append(f"{one.no_answer} gave no answer")
    squares = {(square.plans, square.delivers): square.responses for square in one.squares}
    return Placing(name, when, squares, "; ".join(notes) + "." if notes else "")


def _changes(summary: Summary, by_id: dict[str, Told]) -> Changes | None:
    since = summary.since
    if since is None or summary.too_few:
        return None
    dated = days(since.dates)
    lead = f"Against the earlier summary{' (answers ' + dated + ')' if dated else ''}. {_SAME}"
    each = tuple(_change(one, by_id[one.statement], summary) for one in since.statements if one.statement in by_id)
    return Changes(lead, FEW_NEW if since.few_new else "", each, tuple(since.gone))


_SAME = "Other people may have answered this time, so a small move may mean nothing."
_NOT = {
    "another version": "Not compared: the statement has changed.", "new": "Not compared: it wasn't asked then.",
    "not shown": "Not compared: there were too few answers, then or now.",
}


def _change(moved: Moved, one: Told, summary: Summary) -> Change:
    asked = summary.assessment
    rows = tuple(
        MovedRow(wording.role(role.role, asked), wording.median(role.then, asked), wording.median(role.now, asked),
                 _moved(role.half_levels, summary))
        for role in moved.roles
    )
    then, now = (f"{pairs.far} of {pairs.all}" if pairs and pairs.all else "too few to compare"
                 for pairs in (moved.then, moved.now))
    return Change(one.number, one.name, _NOT.get(moved.how, ""), then, now, rows)


def _moved(half_levels: int, summary: Summary) -> str:
    """Which way a middle moved, named after the end of the scale, which is no better than the other."""
    if not half_levels:
        return "as before"
    level = summary.assessment.levels[-1 if half_levels > 0 else 0].name
    return f"{distance(half_levels)} towards {level if level[:1].isdigit() else level[:1].lower() + level[1:]}"


__all__ = ["EVERYONE", "Report", "report"]
