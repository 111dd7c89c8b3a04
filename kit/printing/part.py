"""One part of a workshop as a guide prints it: a talk, a break, or an activity in full."""

from __future__ import annotations

from kit.model.activity import GROUPINGS, Activity, Group
from kit.model.workshop import BreakPart
from kit.printing.screen import Screens
from kit.printing.sources import rests_on, shown
from kit.printing.words import Data, Words, clock, plain
from kit.running import Moment, Running, Stretch


class Parts:
    """Turns the parts of one workshop into data, with the minutes that they have in it."""

    def __init__(self, run: Running, words: Words) -> None:
        self.run, self.words, self.screens = run, words, Screens(run, words)

    def part(self, stretch: Stretch) -> Data:
        """A part: its time, its moments, and for an activity all that leading it takes."""
        return {
            "name": stretch.name, "kind": stretch.kind, "start": clock(stretch.start), "end": clock(stretch.end),
            "minutes": stretch.minutes, "moments": [self._moment(one, stretch) for one in stretch.moments],
            "activity": self._activity(stretch.activity, stretch) if stretch.activity else None,
            "rests_on": self._rests_on(stretch),
        }

    def _rests_on(self, stretch: Stretch) -> list[Data]:
        own = stretch.activity.draws_on if stretch.activity else []
        shown_here = [ref for moment in stretch.moments for slide in moment.slides for ref in shown(slide)]
        return [rests_on(ref, self.words) for ref in dict.fromkeys([*own, *shown_here])]

    def _moment(self, moment: Moment, stretch: Stretch) -> Data:
        return {
            "title": moment.title, "clock": clock(moment.start), "minutes": moment.minutes,
            "grouping": GROUPINGS[moment.grouping], "screens": self._screens(moment, stretch),
        }

    def _screens(self, moment: Moment, stretch: Stretch) -> list[Data]:
        """What is shown and said in a moment, in order. The first needs no title where it is the moment's own."""
        found = [self.screens.slide(slide) for slide in moment.slides]
        if isinstance(stretch.part, BreakPart):
            return [self.screens.pause(stretch.part)]
        if moment.step and stretch.activity:
            return [self.screens.step(moment.step, stretch.activity), *found]
        return [{**found[0], "title": None}, *found[1:]]

    def _activity(self, activity: Activity, stretch: Stretch) -> Data:
        line, lines, prose = self.words.line, self.words.lines, self.words.prose
        return {
            "name": activity.name, "summary": line(activity.summary), "purpose": prose(activity.purpose),
            "time": self._time(activity, stretch), "lead_in": prose(getattr(stretch.part, "lead_in", None)),
            "not_when": lines(activity.not_when), "in_room": lines(activity.in_room),
            "group": group_line(activity.group), "room": line(activity.room), "materials": lines(activity.materials),
            "prepare": {"minutes": activity.prepare.minutes, "do": lines(activity.prepare.do)},
            "output": line(activity.output), "debrief": lines(activity.debrief), "quiet": prose(activity.quiet),
            "heated": prose(activity.heated), "remote": prose(activity.variations.remote),
            "large": prose(activity.variations.large), "shorter": self._shorter(activity),
            "before": lines(activity.access.before), "during": lines(activity.access.during),
            "risks": [{"risk": line(one.risk), "response": line(one.response)} for one in activity.risks],
            "follow_up": lines(activity.follow_up),
            "cards": [[plain(str(number)), plain(card.name), line(card.answer)]
                      for number, card in enumerate(activity.cards, 1)],
        }

    def _time(self, activity: Activity, stretch: Stretch) -> str | None:
        """What is different where it runs for less, or more, than in full."""
        shown = {one.step.name for one in stretch.moments if one.step}
        gone = [step.name for step in activity.steps if step.name not in shown]
        if stretch.minutes == activity.minutes and not gone:
            return None
        left = f" Left out: {'; '.join(gone)}." if gone else ""
        return f"{stretch.minutes} minutes here; {activity.minutes} minutes in full.{left}"

    def _shorter(self, activity: Activity) -> Data:
        told = activity.variations.shorter
        times = [
            f"{step.name}: {f'{minutes} minutes' if minutes else 'left out'}"
            for step, minutes in zip(activity.steps, told.minutes, strict=True)
        ]
        return {"minutes": sum(told.minutes), "how": self.words.prose(told.how), "times": times}


def group_line(group: Group) -> str:
    """How many people something works for, in words."""
    return f"{group.fewest} to {group.most} people; {group.ideal} is ideal."


__all__ = ["Parts", "group_line"]
