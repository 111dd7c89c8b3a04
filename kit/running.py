"""How a workshop runs: every part and step with its place in time, in the general version or a sector's.

This is the one place that works out minutes and puts a sector's own cases, examples and prompts where the general
ones stand. Slides, run sheet, guide and page all read it, so that they agree to the minute.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from kit.errors import UsageError
from kit.library import Library
from kit.model import Activity, Sector, Variant, Workshop
from kit.model.activity import Card, CardSet, Grouping, Reading, Step
from kit.model.slides import AnySlide, CaseSlide, DiscussionSlide
from kit.model.workshop import ActivityPart, AnyPart, BreakPart, InputPart, ToldCase
from kit.shape import near

Kind = Literal["input", "activity", "break"]

LEAST_CASES, LEAST_PROMPTS = 2, 3
"""How many cases or examples, and how many prompts, a sector's version should have of its own."""


@dataclass(frozen=True)
class Moment:
    """One slide of a talk, one step of an activity, or a whole break: the smallest thing with a time."""

    title: str
    start: int
    """Minutes from the beginning of the workshop."""
    minutes: int
    slides: tuple[AnySlide, ...]
    """A talk's one slide; a step's further slides, after its own. Empty for a break."""
    step: Step | None = None

    @property
    def end(self) -> int:
        """Minutes from the beginning of the workshop."""
        return self.start + self.minutes

    @property
    def grouping(self) -> Grouping:
        """How people sit: a step says; a talk or a break is for all."""
        return self.step.grouping if self.step else "all"


@dataclass(frozen=True)
class Stretch:
    """One part of the workshop."""

    part: AnyPart
    name: str
    start: int
    moments: tuple[Moment, ...]
    activity: Activity | None = None
    """The activity as it runs here: with the sector's prompts and cards, and all its steps."""

    @property
    def kind(self) -> Kind:
        """What sort of part it is."""
        return self.part.part

    @property
    def minutes(self) -> int:
        """How long it takes."""
        return sum(moment.minutes for moment in self.moments)

    @property
    def end(self) -> int:
        """Minutes from the beginning of the workshop."""
        return self.start + self.minutes


@dataclass(frozen=True)
class Running:
    """A workshop in one version, in order of time."""

    workshop: Workshop
    sector: Sector | None
    variant: Variant | None
    stretches: tuple[Stretch, ...]

    @property
    def minutes(self) -> int:
        """The whole."""
        return sum(stretch.minutes for stretch in self.stretches)

    @property
    def moments(self) -> list[Moment]:
        """Every moment, in order."""
        return [moment for stretch in self.stretches for moment in stretch.moments]

    @property
    def activities(self) -> list[Activity]:
        """The activities in order, each once."""
        return list({one.activity.ref: one.activity for one in self.stretches if one.activity}.values())

    @property
    def slides(self) -> list[AnySlide]:
        """The slides that the records hold (a step's own slide is made of the step)."""
        return [slide for moment in self.moments for slide in moment.slides]


def variant_of(library: Library, sector: Sector | None) -> Variant | None:
    """What a sector brings, if anything."""
    if sector is None:
        return None
    return next((one for one in library.all(Variant) if one.sector == sector.ref and one.retired is None), None)


def sector_called(library: Library, name: str | None) -> Sector | None:
    """A sector by its id. Raises UsageError with the nearest where there is none."""
    if name is None:
        return None
    known = {sector.id: sector for sector in library.all(Sector) if sector.retired is None}
    if name not in known:
        raise UsageError(f"no sector '{name}'; {near(name, list(known)) or 'sectors: ' + ', '.join(known)}")
    return known[name]


def step_minutes(part: ActivityPart, activity: Activity) -> list[int]:
    """Minutes of each step of an activity in a workshop; 0 for one that is left out."""
    if part.minutes is not None:
        return list(part.minutes)
    return list(activity.variations.shorter.minutes) if part.shorter else [step.minutes for step in activity.steps]


def running(workshop: Workshop, library: Library, sector: Sector | None = None) -> Running:
    """A workshop as it runs, in the general version or a sector's. Where the sector has nothing, the general stands."""
    variant = variant_of(library, sector)
    at, found = 0, []
    for part in workshop.parts:
        stretch = _stretch(part, at, library, variant)
        found.append(stretch)
        at = stretch.end
    return Running(workshop, sector, variant, tuple(found))


def only(whole: Running, names: list[str]) -> Running:
    """The same workshop with no more than some of its activities, from the first minute on.

    Raises UsageError where it has no such activity.
    """
    known = {one.activity.id: one for one in whole.stretches if one.activity}
    for name in names:
        if name not in known:
            raise UsageError(
                f"workshop '{whole.workshop.id}' has no activity '{name}'; "
                f"{near(name, list(known)) or 'it has: ' + ', '.join(known)}"
            )
    at, found = 0, []
    for stretch in whole.stretches:
        if stretch.activity and stretch.activity.id in names:
            found.append(_moved(stretch, at))
            at = found[-1].end
    return Running(whole.workshop, whole.sector, whole.variant, tuple(found))


def _moved(stretch: Stretch, start: int) -> Stretch:
    shift = start - stretch.start
    moments = tuple(
        Moment(one.title, one.start + shift, one.minutes, one.slides, one.step) for one in stretch.moments
    )
    return Stretch(stretch.part, stretch.name, start, moments, stretch.activity)


def _stretch(part: AnyPart, at: int, library: Library, variant: Variant | None) -> Stretch:
    match part:
        case BreakPart():
            return Stretch(part, part.name, at, (Moment(part.name, at, part.minutes, ()),))
        case InputPart():
            return Stretch(part, part.name, at, tuple(_shown(part, at, library, variant)))
        case ActivityPart():
            plain = library.get(part.activity)
            assert isinstance(plain, Activity)
            activity = adapted(plain, variant)
            moments = tuple(_steps(activity, step_minutes(part, plain), at, variant))
            return Stretch(part, part.name or activity.name, at, moments, activity)


def _shown(part: InputPart, at: int, library: Library, variant: Variant | None) -> Iterator[Moment]:
    for slide in part.slides:
        mine = swapped(slide, variant)
        title = mine.title or (library.get(mine.titled_by).title if mine.titled_by else "")
        yield Moment(title, at, mine.minutes, (mine,))
        at += mine.minutes


def _steps(activity: Activity, minutes: list[int], at: int, variant: Variant | None) -> Iterator[Moment]:
    for step, length in zip(activity.steps, minutes, strict=True):
        if length:
            slides = tuple(_prompted(swapped(slide, variant), activity) for slide in step.slides)
            yield Moment(step.name, at, length, slides, step)
            at += length


def _prompted(slide: AnySlide, activity: Activity) -> AnySlide:
    """A discussion without prompts of its own takes the activity's."""
    if isinstance(slide, DiscussionSlide) and not slide.prompts:
        return slide.model_copy(update={"prompts": activity.prompts})
    return slide


def swapped(slide: AnySlide, variant: Variant | None) -> AnySlide:
    """A slide, or the sector's own case in its place."""
    if not isinstance(slide, CaseSlide) or slide.swap is None or variant is None:
        return slide
    if slide.swap > len(variant.cases):
        return slide
    told = variant.cases[slide.swap - 1]
    return slide.model_copy(update={name: getattr(told, name) for name in ToldCase.model_fields})


def adapted(activity: Activity, variant: Variant | None) -> Activity:
    """An activity with a sector's prompts, examples and cases where it has any."""
    if variant is None:
        return activity
    return activity.model_copy(update={
        "prompts": prompts_for(activity, variant) or activity.prompts,
        "cards": _cards(activity, variant),
        "handouts": [_reading(one, variant) if isinstance(one, Reading) else one for one in activity.handouts],
    })


def prompts_for(activity: Activity, variant: Variant) -> list[str]:
    """A sector's own prompts for an activity."""
    return next((one.prompts for one in variant.prompts if one.activity == activity.ref), [])


def _cards(activity: Activity, variant: Variant) -> list[Card]:
    """The sector's examples first; as many of the general ones as keep the pack to its size, and at least half."""
    if not activity.takes_examples or not variant.examples:
        return activity.cards
    keep = max(len(activity.cards) - len(variant.examples), (len(activity.cards) + 1) // 2)
    return [*variant.examples, *activity.cards[:keep]]


def _reading(reading: Reading, variant: Variant) -> Reading:
    """The sector's cases first, then those that stay, as many in all as before and none twice."""
    mine = [told.case for told in variant.cases[: reading.swap]]
    stay, given_way = reading.cases[reading.swap:], reading.cases[: reading.swap]
    cases = list(dict.fromkeys([*mine, *stay, *given_way]))[: len(reading.cases)]
    return reading.model_copy(update={"cases": cases})


@dataclass(frozen=True)
class Own:
    """How much of a workshop's version is the sector's own."""

    examples: int
    """Cases and examples."""
    prompts: int

    @property
    def lacks(self) -> list[str]:
        """Where the general stands in, in words."""
        found = []
        if self.examples < LEAST_CASES:
            found.append(f"{self.examples} of {LEAST_CASES} cases or examples")
        if self.prompts < LEAST_PROMPTS:
            found.append(f"{self.prompts} of {LEAST_PROMPTS} prompts")
        return found


def own(found: Running) -> Own:
    """What a workshop's version has of its sector's own: cases on slides and sheets, cards, and prompts shown."""
    if found.variant is None:
        return Own(0, 0)
    mine = {told.case for told in found.variant.cases}
    shown = {slide.case for slide in found.slides if isinstance(slide, CaseSlide) and slide.swap} & mine
    examples = prompts = 0
    for activity in found.activities:
        shown |= {ref for one in activity.handouts if isinstance(one, Reading) for ref in one.cases} & mine
        prompts += len(prompts_for(activity, found.variant))
        if activity.takes_examples and any(isinstance(one, CardSet) for one in activity.handouts):
            examples = len(found.variant.examples)
    return Own(len(shown) + examples, prompts)
