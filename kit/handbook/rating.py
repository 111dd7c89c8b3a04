"""What "Rate your service" and "Bring results together" work with: the self-assessments as data for their scripts.

What every figure means stands once, in `kit.results`; `docs/assets/js/results.js` follows it, and shared test vectors
prove it. Here is only what the scripts are given, and the worked examples, which `kit.results` works out.
"""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from kit.form import Asked, Form, Section, form
from kit.handbook.practice import in_use
from kit.handbook.site import View, embedded
from kit.model import Assessment, MatrixCell
from kit.model.assessment import HANDS
from kit.wording import pointer

SHARED = ("elements", "tally", "results", "since", "csv", "responses", "carry", "pointers")
"""Scripts that both pages need, in order; each stands below `assets/js/`."""
RATE = (*SHARED, "keep", "rate-parts", "rate-keyed", "rate-result", "rate")
TOGETHER = (
    *SHARED, "wording", "together-chart", "together-show", "together-earlier", "together-moved", "together-follow",
    "together",
)


def data(view: View) -> dict[str, Any]:
    """All that the scripts need, as JSON: forms, the statements they share, and links to what may help."""
    forms = [form(one, view.site.library) for one in in_use(view.site.library, Assessment)]
    forms.sort(key=lambda one: one.minutes)
    asked = {one.item.id: (section, one) for made in forms for section in made.sections for one in section.asked}
    refs = dict.fromkeys(ref for _, one in asked.values() for step in one.next for ref in step.see)
    return {
        "forms": [_form(view, one) for one in forms],
        "statements": {name: _statement(view, section, one) for name, (section, one) in asked.items()},
        "links": {ref: _link(view, ref) for ref in refs},
        "hands": [list(pair) for pair in HANDS.items()],
        "squares": [_square(view, cell) for cell in in_use(view.site.library, MatrixCell)],
    }


def _form(view: View, made: Form) -> dict[str, Any]:
    instrument = made.instrument
    position = made.position
    return {
        "id": instrument.id, "version": instrument.version, "name": made.name, "summary": view.plain(made.summary),
        "minutes": made.minutes, "href": view.href(f"assessment/{instrument.id}"), "position": instrument.position,
        "levels": [{"key": level.key, "name": level.name, "means": view.plain(means)}
                   for level, means in zip(made.levels, made.means, strict=True)],
        "roles": [{"key": role.key, "name": role.name, "says": role.says} for role in made.roles],
        "dont_know": instrument.dont_know, "does_not_apply": instrument.does_not_apply,
        "instructions": [view.plain(line) for line in made.instructions],
        "who_sees": [view.plain(line) for line in made.who_sees],
        "asides": [view.plain(aside.next) for aside in made.asides],
        "sections": [{"name": section.name, "question": view.plain(section.question)} for section in made.sections],
        "asks": [one.item.id for one in made.asked],
        "place": position.model_dump() if position else None,
    }


def _statement(view: View, section: Section, one: Asked) -> dict[str, Any]:
    said = one.evidence
    return {
        "id": one.item.id, "version": one.item.version, "section": section.name, "name": one.name,
        "words": {role: view.plain(text) for role, text in one.words.items()},
        "habits": [view.plain(habit) for habit in one.habits],
        "next": [view.plain(step.text) for step in one.next], "see": [list(step.see) for step in one.next],
        "evidence": {"ask": view.plain(said.ask), "counts": view.plain(said.counts),
                     "does_not": view.plain(said.does_not)} if said else None,
    }


def _link(view: View, ref: str) -> dict[str, str]:
    return {"href": view.href(ref), "words": pointer(view.site.library.get(ref), view.site.web)}


def _square(view: View, cell: MatrixCell) -> dict[str, str]:
    return {"plans": cell.plans, "delivers": cell.delivers, "name": cell.title, "href": view.href(cell)}


def rating(view: View) -> Markup:
    """The self-assessment, to fill in on the page."""
    return _page(view, "fragment_rate.html", RATE)


def together(view: View) -> Markup:
    """Saved answers, opened and summed up on the page."""
    return _page(view, "fragment_together.html", TOGETHER)


def _page(view: View, template: str, scripts: tuple[str, ...]) -> Markup:
    mine = [one for one in view.site.downloads if one.record.startswith("assessment/")]
    return view.render(
        template, data=embedded(data(view)), scripts=scripts,
        downloads=mine, assessments=in_use(view.site.library, Assessment),
    )


__all__ = ["RATE", "SHARED", "TOGETHER", "data", "rating", "together"]
