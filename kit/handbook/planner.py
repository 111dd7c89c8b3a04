"""What "Plan a workshop" works with: the activities as data for its script, and the same content without one.

The rules by which a plan is made stand once, in `docs/assets/js/plan-rules.js`; here is only what they are given.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from kit.handbook.practice import in_use, own_prompts, own_sectors
from kit.handbook.site import View, embedded
from kit.library import Library
from kit.model import Activity, Sector, Workshop
from kit.model.activity import AIMS, GROUPINGS
from kit.model.workshop import ActivityPart
from kit.running import running

BODIES = "assets/js/activities.js"
"""The activities in full, to show and print; a script, because a page opened from disk can fetch nothing."""
PAGE = "kit/plan"


@dataclass(frozen=True)
class Audience:
    """Whom a session is for."""

    name: str
    workshops: tuple[str, ...] = ()
    """Ids of the workshops made for them; none for everyone whom no other audience names."""
    alone: bool = False
    """True where only what their own workshops use suits them, and what none uses."""


AUDIENCES = {
    "mixed": Audience("Staff and people who use the service"),
    "commissioners": Audience("Commissioners and others who pay for services", ("commissioners",), alone=True),
    "board": Audience("A board, or councillors", ("board",), alone=True),
    "follow-up": Audience("People who have met before, and want to go on", ("follow-up",)),
}
"""Those that the form offers, where there is a workshop for them."""


@dataclass(frozen=True)
class Uses:
    """Which workshops use which activities, and where in them."""

    sequences: dict[str, list[str]]
    """Each workshop's activities in order, by id."""

    def of(self, audience: Audience) -> dict[str, list[str]]:
        """The sequences of the workshops made for an audience."""
        named = {name for one in AUDIENCES.values() for name in one.workshops}
        return {
            name: found for name, found in self.sequences.items()
            if (name in audience.workshops if audience.workshops else name not in named)
        }

    def count(self, audience: Audience) -> Counter[str]:
        """How many of an audience's workshops use each activity."""
        return Counter(one for sequence in self.of(audience).values() for one in dict.fromkeys(sequence))

    def total(self, name: str) -> int:
        """How many workshops use an activity."""
        return sum(name in sequence for sequence in self.sequences.values())

    @property
    def opening(self) -> str:
        """What workshops most often begin with."""
        return _commonest(sequence[0] for sequence in self.sequences.values())

    @property
    def closing(self) -> str:
        """What they most often end with."""
        return _commonest(sequence[-1] for sequence in self.sequences.values())


def _commonest(names: Iterator[str]) -> str:
    found = Counter(names).most_common(1)
    return found[0][0] if found else ""


def uses(library: Library) -> Uses:
    """Read off the workshops."""
    found = {
        workshop.id: [
            part.activity.partition("/")[2] for part in workshop.parts if isinstance(part, ActivityPart)
        ]
        for workshop in in_use(library, Workshop)
    }
    return Uses({name: sequence for name, sequence in found.items() if sequence})


def looks_back(library: Library, held: Uses, audience: Audience) -> list[str]:
    """What an audience's workshops have right after the opening though it is about what happens next: a look back."""
    found = [one[1] for one in held.of(audience).values() if one[0] == held.opening and one[1:-1]]
    activities = [library.get(f"activity/{name}") for name in dict.fromkeys(found)]
    return [one.id for one in activities if isinstance(one, Activity) and one.aim == "commit"]


def suits(name: str, held: Uses, back: dict[str, list[str]]) -> list[str]:
    """The audiences that an activity is for. `back` has what looks back, by audience: it is for these alone."""
    general = name in (held.opening, held.closing) or not held.total(name)
    looking = [key for key, names in back.items() if name in names]
    return looking or [key for key, one in AUDIENCES.items() if general or not one.alone or held.count(one)[name]]


def data(view: View) -> dict[str, Any]:
    """All that the rules need to make a plan, as JSON."""
    library = view.site.library
    held = uses(library)
    offered = {key: one for key, one in AUDIENCES.items() if held.of(one)}
    back = {key: looks_back(library, held, one) for key, one in offered.items()}
    return {
        "aims": list(AIMS), "opening": held.opening, "closing": held.closing,
        "audiences": {key: {"name": one.name, "early": back[key]} for key, one in offered.items()},
        "activities": [
            _activity(view, held, one) | {"audiences": suits(one.id, held, back)} for one in in_use(library, Activity)
        ],
    }


def _activity(view: View, held: Uses, activity: Activity) -> dict[str, Any]:
    less = activity.variations.shorter.minutes
    return {
        "id": activity.id, "name": activity.name, "href": view.href(activity), "aim": activity.aim,
        "minutes": activity.minutes, "shorter": sum(less),
        "fewest": activity.group.fewest, "most": activity.group.most,
        "uses": {key: held.count(one)[activity.id] for key, one in AUDIENCES.items()},
        "others": {key: held.total(activity.id) - held.count(one)[activity.id] for key, one in AUDIENCES.items()},
        "own": [sector.id for sector in own_sectors(view.site.library, activity)],
        "steps": [
            {"name": step.name, "how": GROUPINGS[step.grouping], "minutes": step.minutes, "shorter": short}
            for step, short in zip(activity.steps, less, strict=True)
        ],
    }


def planner(view: View) -> Markup:
    """The form, the place for the plan, and the data."""
    found = data(view)
    return view.render(
        "fragment_planner.html", data=embedded(found), audiences=found["audiences"],
        sectors=in_use(view.site.library, Sector), bodies=view.to(BODIES),
    )


def sequences(view: View) -> Markup:
    """Every workshop's sequence with its minutes: plans that are ready."""
    library = view.site.library
    runs = [running(workshop, library) for workshop in in_use(library, Workshop)]
    return view.render("fragment_sequences.html", runs=runs)


def bodies(view: View) -> str:
    """Every activity in full, as a script that leaves their HTML in `kit.activities`, by id."""
    library = view.site.library
    found = {
        activity.id: str(view.render("plan_activity.html", record=activity, sectors=own_prompts(library, activity)))
        for activity in in_use(library, Activity)
    }
    return f"(window.kit = window.kit || {{}}).activities = {json.dumps(found, indent=0)};\n"


__all__ = ["AUDIENCES", "BODIES", "PAGE", "Audience", "Uses", "bodies", "data", "planner", "sequences", "suits", "uses"]
