"""The answers to each statement, by group, with only what may be shown."""

from __future__ import annotations

from collections.abc import Collection
from itertools import combinations

from kit.model.summary import ByRole, Everyone, Gap, Said, StatementSummary
from kit.results import statistics
from kit.results.instrument import Instrument, Item
from kit.results.statistics import Median
from kit.results.suppress import hidden
from kit.results.tally import NO_ROLE, Cell, Tally


def statement(tally: Tally, item: Item, smallest: int, already: Collection[str]) -> StatementSummary:
    """One statement's summary. `already` names the groups that the summary as a whole hides."""
    cells = {role: tally.cell(role, item.id) for role in tally.roles}
    hide = hidden({role: cell.people for role, cell in cells.items()}, smallest, already)
    seen = {} if hide is None else {
        role: cell for role, cell in cells.items() if cell.people and role not in hide and role not in already
    }
    by_role = [_by_role(role, cell, tally.instrument) for role, cell in seen.items()]
    medians = {role: found for role, cell in seen.items() if (found := statistics.median(cell.levels))}
    return StatementSummary(
        id=item.id, version=item.version, section=item.section, name=item.name,
        everyone=None if hide is None else _everyone([cells[role] for role in cells], tally.instrument),
        roles=by_role, gaps=gaps(medians), other_version=tally.other_version[item.id],
        said=[] if hide is None else _said(tally, item, seen),
    )


def gaps(medians: dict[str, Median]) -> list[Gap]:
    """The distance between each two roles' medians. Those who gave no role are no side of a gap."""
    return [
        Gap(roles=[one, other], half_levels=apart, named=statistics.named(apart))
        for one, other in combinations([role for role in medians if role != NO_ROLE], 2)
        for apart in [statistics.gap(medians[one], medians[other])]
    ]


def _keys(found: tuple[int, int] | None, instrument: Instrument) -> list[str] | None:
    return [instrument.levels[level].key for level in found] if found else None


def _counts(cell: Cell, instrument: Instrument) -> dict[str, object]:
    return {
        "asked": cell.asked, "levels": {level.key: n for level, n in zip(instrument.levels, cell.levels, strict=True)},
        "dont_know": cell.dont_know, "does_not_apply": cell.does_not_apply, "no_answer": cell.no_answer,
        "spread": _keys(statistics.spread(cell.levels), instrument),
    }


def _by_role(role: str, cell: Cell, instrument: Instrument) -> ByRole:
    middle = statistics.median(cell.levels)
    return ByRole.model_validate({
        "role": role, "median": _keys((middle.low, middle.high) if middle else None, instrument),
        **_counts(cell, instrument),
    })


def _everyone(cells: list[Cell], instrument: Instrument) -> Everyone:
    whole = Cell([sum(counts) for counts in zip(*(cell.levels for cell in cells), strict=True)])
    for cell in cells:
        whole.dont_know += cell.dont_know
        whole.does_not_apply += cell.does_not_apply
        whole.no_answer += cell.no_answer
    mixed = statistics.pairs(whole.levels)
    return Everyone.model_validate({"far_pairs": mixed.far, "pairs": mixed.all, **_counts(whole, instrument)})


def _said(tally: Tally, item: Item, seen: Collection[str]) -> list[Said]:
    """What people wrote, in an order that says nothing of who wrote when: by its letters, as browsers sort."""
    found = [(text, kind, role if role in seen else NO_ROLE) for text, kind, role in tally.said.get(item.id, ())]
    found.sort(key=lambda one: (one[0].encode("utf-16-be", "surrogatepass"), one[1], one[2]))
    return [Said.model_validate({"kind": kind, "role": role, "text": text}) for text, kind, role in found]


__all__ = ["gaps", "statement"]
