"""Workshops and activities as pages list them: by length, purpose, group size and field, with what goes with each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from markupsafe import Markup

from kit.errors import UsageError
from kit.handbook.site import Download, View
from kit.library import Library, R
from kit.model import Activity, Sector, Variant, Workshop
from kit.model.activity import AIMS, Reading
from kit.running import own, prompts_for, running

LENGTHS = {20: "Up to 20 minutes", 30: "21 to 30 minutes", 40: "31 to 40 minutes", 10_000: "More than 40 minutes"}
"""How activities are grouped by length: the most minutes of each group, and its name."""
SIZES = (6, 12, 20, 30)
"""How many people a host may have. An activity stands under each number that it works for."""


def in_use(library: Library, model: type[R]) -> list[R]:
    """The records of a kind that are not withdrawn."""
    return [record for record in library.all(model) if record.retired is None]


def own_prompts(library: Library, activity: Activity) -> list[tuple[Sector, list[str]]]:
    """The fields of service that have prompts of their own for an activity, with these."""
    found = ((_sector(library, one), prompts_for(activity, one)) for one in in_use(library, Variant))
    return [(sector, prompts) for sector, prompts in found if prompts]


def own_sectors(library: Library, activity: Activity) -> list[Sector]:
    """The fields that have prompts, examples or cases of their own for an activity."""
    return [_sector(library, one) for one in in_use(library, Variant) if _brings(one, activity)]


def _brings(variant: Variant, activity: Activity) -> bool:
    swaps = any(isinstance(one, Reading) and one.swap for one in activity.handouts)
    return bool(
        prompts_for(activity, variant) or (activity.takes_examples and variant.examples) or (swaps and variant.cases)
    )


def _sector(library: Library, variant: Variant) -> Sector:
    sector = library.get(variant.sector)
    assert isinstance(sector, Sector)
    return sector


def used_in(library: Library, activity: Activity) -> list[tuple[Workshop, int]]:
    """The workshops that use an activity, with its minutes there."""
    found = []
    for workshop in in_use(library, Workshop):
        stretches = running(workshop, library).stretches
        minutes = sum(one.minutes for one in stretches if one.activity and one.activity.ref == activity.ref)
        if minutes:
            found.append((workshop, minutes))
    return found


@dataclass(frozen=True)
class Version:
    """A workshop's files for one field of service."""

    sector: Sector
    pack: Download | None
    files: list[Download]
    lacks: list[str]
    """Where the general stands in, in words."""


def workshop_downloads(view: View, workshop: Workshop) -> Markup:
    """What there is to take away for a workshop: the general version's files, then each field's."""
    mine = [one for one in view.site.downloads if one.record == workshop.ref]
    versions = [
        Version(sector, next((one for one in held if one.form == "pack"), None),
                [one for one in held if one.form != "pack"], own(running(workshop, view.site.library, sector)).lacks)
        for sector in in_use(view.site.library, Sector)
        if (held := [one for one in mine if one.sector == sector.id])
    ]
    general = [one for one in mine if not one.sector]
    return view.render("fragment_packs.html", general=general, versions=versions)


def workshop_table(view: View) -> Markup:
    """Every workshop on a line: how long, for how many, for whom."""
    return view.render("fragment_workshops.html", workshops=in_use(view.site.library, Workshop))


Groups = list[tuple[str, str, list[Activity]]]
"""Headings, each with the address it leads to (or none) and its activities."""


def activities_by(view: View, field: str) -> Markup:
    """Activities grouped by "length", "purpose", "people" or "sector"."""
    ways: dict[str, Callable[[View, list[Activity]], Groups]] = {
        "length": _by_length, "purpose": _by_purpose, "people": _by_people, "sector": _by_sector,
    }
    if field not in ways:
        raise UsageError(f"activities are not grouped by '{field}'; they are by {', '.join(ways)}")
    groups = ways[field](view, in_use(view.site.library, Activity))
    held = [group for group in groups if group[2]]
    return view.render("fragment_activities.html", groups=held, prefix=f"by-{field}")


def _by_length(view: View, activities: list[Activity]) -> Groups:
    groups: Groups = []
    fewest = 0
    for most, name in LENGTHS.items():
        groups.append((name, "", [one for one in activities if fewest < one.minutes <= most]))
        fewest = most
    return groups


def _by_purpose(view: View, activities: list[Activity]) -> Groups:
    return [(name, "", [one for one in activities if one.aim == aim]) for aim, name in AIMS.items()]


def _by_people(view: View, activities: list[Activity]) -> Groups:
    return [
        (f"With {size} people", "", [one for one in activities if one.group.fewest <= size <= one.group.most])
        for size in SIZES
    ]


def _by_sector(view: View, activities: list[Activity]) -> Groups:
    library = view.site.library
    return [
        (sector.title, view.href(variant), [one for one in activities if _brings(variant, one)])
        for variant in in_use(library, Variant) for sector in (_sector(library, variant),)
    ]


def activity_table(view: View) -> Markup:
    """Every activity on a line: how long, how much shorter it can be, what for, for how many."""
    order = list(AIMS)
    activities = sorted(in_use(view.site.library, Activity), key=lambda one: (order.index(one.aim), one.minutes))
    return view.render("fragment_activity_table.html", activities=activities)


__all__ = [
    "activities_by", "activity_table", "in_use", "own_prompts", "own_sectors", "used_in", "workshop_downloads",
    "workshop_table",
]
