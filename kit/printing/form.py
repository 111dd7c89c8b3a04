"""A self-assessment as plain data for the paper form: every text as styled runs, nothing left to look up."""

from __future__ import annotations

from kit.form import THEIRS, Asked, Form, Section
from kit.library import Library
from kit.model import MatrixCell
from kit.model.assessment import HANDS, Position
from kit.printing.words import Data, Words
from kit.settings import Settings


def form(asked: Form, library: Library, settings: Settings) -> Data:
    """What `form.typ`, `large.typ` and `tally.typ` print."""
    return _Printed(asked, library, settings).whole()


class _Printed:
    def __init__(self, form: Form, library: Library, settings: Settings) -> None:
        self.form, self.library, self.words = form, library, Words(library, settings)
        self.runs, self.all_runs = self.words.line, self.words.lines

    def whole(self) -> Data:
        form = self.form
        house = self.words.house(form.name)
        if form.record is None:
            house |= {"licence": self.runs(THEIRS), "attribution": []}
        return {
            **house, "ours": form.record is not None, "summary": self.runs(form.summary),
            "version": form.instrument.version, "minutes": form.minutes,
            "where": self.words.href(form.record) if form.record else None,
            "it_is": self.all_runs(form.it_is), "it_is_not": self.all_runs(form.it_is_not),
            "instructions": self.all_runs(form.instructions), "who_sees": self.all_runs(form.who_sees),
            "afterwards": self.all_runs(form.afterwards), "roles": [role.says for role in form.roles],
            "role_names": [role.name for role in form.roles], "fixed": form.role is not None,
            "levels": [level.name for level in form.levels], "means": self.all_runs(form.means),
            "apart": [aside.name for aside in form.asides], "sectioned": form.sectioned,
            "sections": [self.section(one) for one in form.sections],
            "position": self.position(form.position) if form.position else None,
        }

    def section(self, section: Section) -> Data:
        return {"name": section.name, "question": self.runs(section.question),
                "asked": [self.statement(one) for one in section.asked]}

    def statement(self, asked: Asked) -> Data:
        prompt = asked.evidence
        several = len(asked.words) > 1
        return {
            "number": asked.number, "name": asked.name,
            "wordings": [{"role": self.form.instrument.role_name(key) if several else "", "text": self.runs(text)}
                         for key, text in asked.words.items()],
            "habits": self.all_runs(asked.habits),
            "evidence": {"ask": self.runs(prompt.ask), "counts": self.runs(prompt.counts),
                         "does_not": self.runs(prompt.does_not)} if prompt else None,
            "next": [{"text": self.runs(step.text), "see": [self.look(ref) for ref in step.see]}
                     for step in asked.next],
        }

    def look(self, ref: str) -> Data:
        return self.words.look(self.library.get(ref))

    def position(self, asked: Position) -> Data:
        names = {(cell.plans, cell.delivers): cell.name for cell in self.library.all(MatrixCell)}
        return {
            "name": asked.name, "ask": self.runs(asked.ask), "plans": asked.plans, "delivers": asked.delivers,
            "times": [asked.today, asked.wanted], "caption": self.runs(asked.caption), "hands": list(HANDS.values()),
            "squares": [[names.get((plans, delivers), "") for plans in HANDS] for delivers in HANDS],
        }


__all__ = ["form"]
