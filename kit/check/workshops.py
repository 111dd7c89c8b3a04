"""Workshops add up to the minute, nobody sits too long without a change, and what sectors bring has a place."""

from __future__ import annotations

from collections.abc import Iterator

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.library import Library
from kit.model import Activity, Evidence, Sector, Variant, Workshop
from kit.model.slides import ChartSlide, Slide
from kit.model.workshop import LONGEST, ActivityPart, InputPart
from kit.running import Stretch, running, step_minutes
from kit.yamltree import Path

_CLOCK = "The run sheet gives every step a time of day, reckoned from these minutes."


@rule("steps-match", wrong="minutes: [5, 10]  # for three steps", right="minutes: [5, 10, 0]", firm=_CLOCK)
def steps_match(look: Look) -> Iterator[Problem]:
    """A workshop that gives an activity minutes of its own gives one number for each of its steps.

    0 leaves a step out; one step at least stays in.
    """
    for workshop in look.library.all(Workshop):
        yield from _steps_match(workshop, look.library)


@rule("minutes-add-up", wrong="minutes: 90  # and the parts make 95", right="minutes: 95", firm=_CLOCK)
def minutes_add_up(look: Look) -> Iterator[Problem]:
    """A workshop's minutes are those of its parts together.

    People plan childcare and buses by the time it says.
    """
    for workshop in _ready(look.library):
        total = running(workshop, look.library).minutes
        if total != workshop.minutes:
            message = f"is {workshop.minutes}, but the minutes of the parts add up to {total}"
            yield look.library.problem(workshop.ref, ("minutes",), message)


@rule("long-stretch", wrong="two talks of 30 minutes in a row", right="a talk, tea, and the other talk")
def long_stretches(look: Look) -> Iterator[Problem]:
    """Nobody sits through more than fifty minutes without a change or a break; talks in a row count as one.

    Some people have to move, and everyone stops listening.
    """
    for workshop in _ready(look.library):
        talk = 0
        for number, stretch in enumerate(running(workshop, look.library).stretches):
            talk = talk + stretch.minutes if stretch.kind == "input" else 0
            length = talk or _longest(stretch)
            if length > LONGEST:
                message = f"'{stretch.name}': {length} minutes without a change; at most {LONGEST} are allowed"
                hint = "put an activity or a break between"
                yield look.library.problem(workshop.ref, ("parts", number), message, hint)


@rule("one-unit", wrong="a chart of pounds and people", right="two charts", firm="The axis would mean nothing.")
def charts_in_one_unit(look: Look) -> Iterator[Problem]:
    """The figures of one chart are in one unit.

    A bar for pounds beside a bar for people compares nothing.
    """
    library = look.library
    for ref, path, slide in _slides(library):
        if isinstance(slide, ChartSlide):
            found = [library.records.get(one) for one in slide.evidence]
            units = sorted({one.unit for one in found if isinstance(one, Evidence)})
            if len(units) > 1:
                yield library.problem(ref, (*path, "evidence"), f"mixes units: {', '.join(units)}", "chart one unit")


@rule(
    "prompts-have-a-place", wrong="activity: activity/taking-stock  # which shows no prompts",
    right="activity: activity/reasonable-risk", firm="Nobody would ever see them.",
)
def prompts_have_a_place(look: Look) -> Iterator[Problem]:
    """A field of service brings prompts only to activities that show prompts.

    They are printed where the activity has its own.
    """
    for variant in look.library.all(Variant):
        for number, one in enumerate(variant.prompts):
            activity = look.library.records.get(one.activity)
            if isinstance(activity, Activity) and not activity.prompts:
                where = ("prompts", number, "activity")
                message = f"{one.activity} shows no prompts"
                yield look.library.problem(variant.ref, where, message, "give it prompts first")


@rule(
    "one-file-name", wrong="id: taster-housing  # while there is a taster, and a sector housing",
    right="id: taster-for-tenants", firm="One download would take the place of the other.",
)
def one_file_name(look: Look) -> Iterator[Problem]:
    """No workshop's id is that of another with a field of service behind it.

    `taster-housing` is what the taster's version for housing is called, in its files and for those who make them.
    """
    ids = {one.id: one for one in look.library.all(Workshop)}
    for sector in look.library.all(Sector):
        for name, workshop in ids.items():
            taken = f"{name}-{sector.id}"
            if taken in ids:
                message = f"'{taken}' is what the version of {workshop.ref} for {sector.ref} is called"
                yield look.library.problem(ids[taken].ref, ("id",), message, "choose another")


def _ready(library: Library) -> Iterator[Workshop]:
    """Workshops that can be run through: nothing missing, steps and minutes in pairs (else that was said before)."""
    for workshop in library.all(Workshop):
        if _complete(workshop, library) and not any(_steps_match(workshop, library)):
            yield workshop


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


RULES = (steps_match, minutes_add_up, long_stretches, charts_in_one_unit, prompts_have_a_place, one_file_name)
