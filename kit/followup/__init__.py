"""A follow-up workshop for one team, made of the follow-up that anyone can run and that team's summary.

    workshop + summary --tailored--> workshop --running--> slides, guide, run sheet, handouts

It shows what the summary shows and nothing more. The team has answered, so its picture, its most mixed statements and
what others did take the minutes of the private rating; the whole takes as long as before. The summary is untrusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kit.errors import UsageError
from kit.followup import words as say
from kit.followup.choice import Pointed, activity, cases, lost, pointed
from kit.followup.picture import Told, discussion, picture
from kit.library import Library
from kit.model import Sector, Workshop
from kit.model.slides import AnySlide, CaseSlide, CloseSlide, SourcesSlide, StatementSlide
from kit.model.summary import Summary
from kit.model.workshop import ActivityPart, AnyPart, BreakPart, InputPart
from kit.results.summary import read_summary
from kit.running import Running, running
from kit.wording import when

FOLLOW_UP = "follow-up"
RATING, MOVING = "activity/rating-and-mixed-first", "activity/moving-one-cell"
"""What gives way: the private rating always, moving one square where priorities point to another activity."""
LOOK, AGAIN, TALK = 6, 1, 7
"""Minutes for the picture, for the day to answer again, and the fewest for each discussion."""
MONTHS = 6
_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", re.ASCII)


@dataclass(frozen=True)
class Tailored:
    """A workshop for one team as it runs, and what to tell whoever made it."""

    run: Running
    lines: tuple[str, ...]
    """What the summary points to and couldn't be put in; one line each."""


def tailored(workshop: Workshop, summary: Summary, library: Library, sector: Sector | None = None) -> Tailored:
    """The follow-up workshop with this team's picture, discussions, activity, cases and a date to answer again.

    Raises UsageError where the summary shows too little, or the workshop isn't one that can be tailored.
    """
    if workshop.id != FOLLOW_UP:
        raise UsageError(f"--results makes the workshop '{FOLLOW_UP}' for a team, and no other")
    told = Told(summary, library)
    if summary.too_few or not told.talks:
        raise UsageError("too few answers to build on; ask a few more people, or run the follow-up without --results")
    parts = _Parts.of(workshop)
    spare = workshop.minutes - LOOK - AGAIN - sum(
        one.minutes for one in running(workshop, library).stretches if one.part not in (parts.rating, parts.moving))
    found = pointed(told)
    chosen, why = activity(found, workshop, parts.moving, RATING, spare - TALK * len(told.talks))
    doing = next(one.minutes for one in running(_with(workshop, [chosen]), library).stretches)
    talks = _talks(told, spare - doing)
    made = _with(workshop, _instead(list(parts.made(told, talks, chosen, why, found))))
    return Tailored(running(made, library, sector), tuple(lost(told)))


def version(
    workshop: Workshop, library: Library, sector: Sector | None, results: Path | None
) -> tuple[Running, tuple[str, ...]]:
    """A workshop as it runs, for the team whose summary is in a file if one is given; and the lines to tell.

    Raises UsageError where the file is no summary, or can't be built on.
    """
    if results is None:
        return running(workshop, library, sector), ()
    made = tailored(workshop, read_summary(results), library, sector)
    return made.run, made.lines


def _talks(told: Told, minutes: int) -> InputPart:
    """The discussions, with the minutes shared among them; the first has what is over."""
    each, over = divmod(minutes, len(told.talks))
    slides: list[AnySlide] = [discussion(one, number, each + (number < over), told)
                              for number, one in enumerate(told.talks)]
    mixed = any(one.everyone and one.everyone.far_pairs for one in told.talks)
    return InputPart(part="input", name=say.DIFFER if mixed else say.ALIKE, slides=slides)


def _with(workshop: Workshop, parts: list[AnyPart]) -> Workshop:
    """The workshop with these parts, and without a word about the rating."""
    fields = {name: _said(value) for name, value in workshop.model_dump(exclude={"parts"}).items()}
    return Workshop.model_validate({**fields, "parts": parts})


def _instead(parts: list[AnyPart]) -> list[AnyPart]:
    return [type(part).model_validate(_said(part.model_dump())) for part in parts]


def _said(value: Any) -> Any:
    """The same with each line that speaks of the private rating in the words that stand in its place."""
    if isinstance(value, str):
        for old, new in say.INSTEAD.items():
            value = value.replace(old, new)
        return value
    if isinstance(value, list):
        return [_said(one) for one in value]
    return {key: _said(one) for key, one in value.items()} if isinstance(value, dict) else value


@dataclass(frozen=True)
class _Parts:
    """A follow-up workshop's parts, with those that a team's own stand beside or in place of."""

    all: list[AnyPart]
    pause: BreakPart
    rating: ActivityPart
    moving: ActivityPart
    others: InputPart
    """The talk with the cases."""

    @classmethod
    def of(cls, workshop: Workshop) -> _Parts:
        """Those of a workshop. Raises UsageError where it lacks one."""
        done = {part.activity: part for part in workshop.parts if isinstance(part, ActivityPart)}
        pause = next((part for part in workshop.parts if isinstance(part, BreakPart)), None)
        others = next((part for part in workshop.parts if isinstance(part, InputPart) and _told(part)), None)
        if not (pause and others and RATING in done and MOVING in done):
            raise UsageError(f"workshop '{workshop.id}' lacks a break, cases, {RATING} or {MOVING}")
        return cls(workshop.parts, pause, done[RATING], done[MOVING], others)

    def made(
        self, told: Told, talks: InputPart, chosen: ActivityPart, why: Pointed | None, found: list[Pointed]
    ) -> Iterator[AnyPart]:
        """The parts in order: the picture before the break, then the discussions, what others did, and one thing."""
        for place, part in enumerate(self.all):
            if part is self.pause:
                yield InputPart(part="input", name=say.PICTURE, slides=[picture(told, LOOK)])
                yield part
            elif part is self.rating:
                yield talks
                yield _others(self.others, found)
            elif part is self.moving:
                yield chosen
            elif isinstance(part, InputPart) and place == len(self.all) - 1:
                yield _closing(part, told.summary)
            elif isinstance(part, InputPart) and why and self.all[place + 1] is self.moving:
                yield _lead(part, why)
            elif part is not self.others:
                yield part


def _told(part: InputPart) -> list[CaseSlide]:
    return [slide for slide in part.slides if isinstance(slide, CaseSlide)]


def _others(part: InputPart, found: list[Pointed]) -> InputPart:
    """The talk with the cases; its own words where none of them changes."""
    own = _told(part)
    slides = cases(found, own)
    name = part.name if slides == own else say.OTHERS
    return part.model_copy(update={"name": name, "slides": slides})


def _lead(part: InputPart, why: Pointed) -> InputPart:
    """What leads to the activity that was chosen, in place of what led to moving one square."""
    script = say.MOVE_SCRIPT.format(name=why.record.title, about=why.about)
    first = part.slides[0].model_copy(update={
        "text": say.MOVE_TEXT, "script": script, "watch": say.MOVE_WATCH, "access": say.MOVE_ACCESS, "draws_on": [],
    })
    return part.model_copy(update={"slides": [first, *part.slides[1:]]})


def _closing(part: InputPart, summary: Summary) -> InputPart:
    """The close, with the day to answer again before the sources."""
    ends = [place for place, slide in enumerate(part.slides) if isinstance(slide, SourcesSlide | CloseSlide)]
    place = ends[0] if ends else len(part.slides)
    return part.model_copy(update={"slides": [*part.slides[:place], _again(summary), *part.slides[place:]]})


def _again(summary: Summary) -> StatementSlide:
    last = _DAY.fullmatch(summary.dates[-1]) if summary.dates else None
    text = say.AGAIN_LATER
    if last:
        months = int(last[1]) * 12 + int(last[2]) - 1 + MONTHS
        text = say.AGAIN_DATE.format(when(f"{months // 12:04}-{months % 12 + 1:02}"))
    return StatementSlide(kind="statement", title=say.AGAIN, minutes=AGAIN, text=text, script=say.AGAIN_SCRIPT,
                          watch=say.AGAIN_WATCH, access=say.AGAIN_ACCESS)


__all__ = ["FOLLOW_UP", "Tailored", "tailored", "version"]
