"""One of our pages on a page of another's template: which texts share which place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from kit.deck._theirs import Page
from kit.deck.layouts import Layout, Slot
from kit.deck.sheet import Para, Sheet, Table, said
from kit.deck.tables import measured, unbroken

Group = tuple[str, ...]
"""Roles of ours that share one place, in the order in which they are read."""


@dataclass(frozen=True)
class Seat:
    """Where one of our pages stands in their template."""

    page: Page
    layout: Layout
    """Our page with their measures; its slots are those of the leading roles."""
    groups: Mapping[str, Group]
    """The roles whose texts share a place, by the role that leads them."""
    matched: bool
    """Whether theirs is a page of the same kind; False where it had to do."""

    def settled(self, sheet: Sheet) -> Sheet:
        """A sheet whose texts are gathered into the places that there are."""
        alone = {slot.role for slot in self.layout.slots} & {"source", "number"}
        fields = {role: tuple(map(_bold, sheet.fields[role]) if role == "number" else sheet.fields[role])
                  for role in alone if sheet.fields.get(role)}
        for lead, roles in self.groups.items():
            if found := _gathered([role for role in roles if role not in alone], sheet):
                fields[lead] = tuple(found)
        table = sheet.table and _widened(sheet.table, self.layout.slot("table"))
        return replace(sheet, fields=fields, table=table)


def _gathered(roles: Sequence[str], sheet: Sheet) -> list[Para]:
    """The texts of some roles, one after the other; headings are bold, an option follows its letter."""
    found: list[Para] = []
    for number, role in enumerate(roles):
        paras = list(sheet.fields.get(role, ()))
        if not paras:
            continue
        if len(roles) > 1 and (role.endswith(" head") or role == "number"):
            paras = [_bold(para) for para in paras]
        if len(roles) > 1 and role.startswith("letter "):
            paras = [_bold(said(f"{para.text}. ")) for para in paras]
        if role.startswith("option ") and found:
            paras[0] = replace(paras[0], runs=(*found.pop().runs, *paras[0].runs), before=10)
        elif number and not roles[number - 1].endswith(" head"):
            paras[0] = replace(paras[0], before=max(paras[0].before, 16))
        found += paras
    return found


def _widened(table: Table, slot: Slot) -> Table:
    """A table whose words stay whole on one slide, if need be with a first column of another width."""
    first, *rest = table.columns
    trials = [table, *(replace(table, columns=(first * share / 20, *rest)) for share in range(14, 34))]
    good = [trial for trial in trials if measured(trial, slot)]
    return next((one for one in good if unbroken(one, slot, slot.style.smallest)), next(iter(good), table))


def _bold(para: Para) -> Para:
    return replace(para, runs=tuple(replace(run, bold=True) for run in para.runs))


__all__ = ["Group", "Seat"]
