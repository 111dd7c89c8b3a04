"""Workshops add up to the minute, nobody sits too long without a change, and what sectors bring has a place."""

from __future__ import annotations

from collections.abc import Iterator

from kit.errors import Problem
from kit.library import Library
from kit.model import Activity, Evidence, Variant, Workshop
from kit.model.slides import ChartSlide, Slide
from kit.model.workshop import LONGEST, ActivityPart, InputPart
from kit.running import Stretch, running, step_minutes
from kit.yamltree import Path


def check(library: Library) -> Iterator[Problem]:
    """Problems with workshops, and with the charts on their slides."""
    for workshop in library.all(Workshop):
        broken = list(_steps_match(workshop, library))
        yield from broken
        if not broken and _complete(workshop, library):
            yield from _adds_up(workshop, library)
            yield from _long_stretches(workshop, library)
    yield from _charts_in_one_unit(library)
    yield from _prompts_have_a_place(library)


def _complete(workshop: Workshop, library: Library) -> bool:
    """Whether every activity, and every record that gives a slide its title, is there (else that was said before)."""
    for part in workshop.parts:
        if isinstance(part, ActivityPart) and not isinstance(library.records.get(part.activity), Activity):
            return False
        for slide in part.slides if isinstance(part, InputPart) else []:
            if slide.titled_by and slide.titled_by not in library.records:
                return False
    return True


def _steps_match(workshop: Workshop, library: Library) -> Iterator[Problem]:
    for number, part in enumerate(workshop.parts):
        activity = library.records.get(part.activity) if isinstance(part, ActivityPart) else None
        if not isinstance(part, ActivityPart) or not isinstance(activity, Activity) or part.minutes is None:
            continue
        if len(part.minutes) != len(activity.steps):
            message = f"has {len(part.minutes)} numbers for the {len(activity.steps)} steps of {activity.ref}"
            yield library.problem(workshop.ref, ("parts", number, "minutes"), message, "0 leaves a step out")
        elif not sum(step_minutes(part, activity)):
            yield library.problem(workshop.ref, ("parts", number, "minutes"), "leaves every step out")


def _adds_up(workshop: Workshop, library: Library) -> Iterator[Problem]:
    total = running(workshop, library).minutes
    if total != workshop.minutes:
        message = f"is {workshop.minutes}, but the minutes of the parts add up to {total}"
        yield library.problem(workshop.ref, ("minutes",), message)


def _long_stretches(workshop: Workshop, library: Library) -> Iterator[Problem]:
    talk = 0
    for number, stretch in enumerate(running(workshop, library).stretches):
        talk = talk + stretch.minutes if stretch.kind == "input" else 0
        length = talk or _longest(stretch)
        if length > LONGEST:
            message = f"'{stretch.name}': {length} minutes without a change; at most {LONGEST} are allowed"
            yield library.problem(workshop.ref, ("parts", number), message, "put an activity or a break between")


def _longest(stretch: Stretch) -> int:
    return 0 if stretch.kind == "break" else stretch.minutes


def _slides(library: Library) -> Iterator[tuple[str, Path, Slide]]:
    """Every slide of the records, with its place."""
    for workshop in library.all(Workshop):
        for number, part in enumerate(workshop.parts):
            for place, slide in enumerate(part.slides) if isinstance(part, InputPart) else ():
                yield workshop.ref, ("parts", number, "slides", place), slide
    for activity in library.all(Activity):
        for number, step in enumerate(activity.steps):
            for place, slide in enumerate(step.slides):
                yield activity.ref, ("steps", number, "slides", place), slide


def _charts_in_one_unit(library: Library) -> Iterator[Problem]:
    for ref, path, slide in _slides(library):
        if isinstance(slide, ChartSlide):
            found = [library.records.get(one) for one in slide.evidence]
            units = sorted({one.unit for one in found if isinstance(one, Evidence)})
            if len(units) > 1:
                yield library.problem(ref, (*path, "evidence"), f"mixes units: {', '.join(units)}", "chart one unit")


def _prompts_have_a_place(library: Library) -> Iterator[Problem]:
    for variant in library.all(Variant):
        for number, one in enumerate(variant.prompts):
            activity = library.records.get(one.activity)
            if isinstance(activity, Activity) and not activity.prompts:
                message = f"{one.activity} shows no prompts"
                yield library.problem(variant.ref, ("prompts", number, "activity"), message, "give it prompts first")
