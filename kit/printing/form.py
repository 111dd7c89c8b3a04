"""A self-assessment as plain data for the paper form: every text as styled runs, nothing left to look up."""

from __future__ import annotations

from kit.library import Library
from kit.model import MatrixCell
from kit.model.assessment import HANDS, LEVELS, RATER_NAMES, RATERS, Assessment, Statement
from kit.printing.words import Data, Words
from kit.settings import Settings


def form(assessment: Assessment, library: Library, settings: Settings) -> Data:
    """What `form.typ` prints."""
    return _Form(library, settings).whole(assessment)


class _Form:
    def __init__(self, library: Library, settings: Settings) -> None:
        self.library, self.words = library, Words(library, settings)
        self.runs, self.all_runs = self.words.line, self.words.lines

    def whole(self, assessment: Assessment) -> Data:
        return {
            **self.words.house(assessment.name), "summary": self.runs(assessment.summary),
            "version": assessment.version, "minutes": assessment.minutes, "where": self.words.href(assessment),
            "it_is": self.all_runs(assessment.it_is), "it_is_not": self.all_runs(assessment.it_is_not),
            "instructions": self.all_runs(assessment.instructions), "who_sees": self.all_runs(assessment.who_sees),
            "afterwards": self.all_runs(assessment.afterwards), "roles": list(RATERS.values()),
            "scale": [{"name": assessment.scale[level].name, "means": self.runs(assessment.scale[level].means)}
                      for level in LEVELS],
            "apart": [aside.name for aside in assessment.apart.each()],
            "statements": [self.statement(ref) for ref in assessment.statements],
            "position": self.position(assessment),
        }

    def statement(self, ref: str) -> Data:
        found = self.library.get(ref)
        assert isinstance(found, Statement)
        prompt = found.evidence
        return {
            "name": found.name,
            "wordings": [{"role": name, "text": self.runs(found.wording[rater])}
                         for rater, name in RATER_NAMES.items()],
            "habits": [self.runs(level.habit) for _, level in found.levels.each()],
            "evidence": {"ask": self.runs(prompt.ask), "counts": self.runs(prompt.counts),
                         "does_not": self.runs(prompt.does_not)},
            "next": [{"text": self.runs(level.next.text), "see": [self.look(ref) for ref in level.next.see]}
                     for _, level in found.levels.each()],
        }

    def look(self, ref: str) -> Data:
        return self.words.look(self.library.get(ref))

    def position(self, assessment: Assessment) -> Data:
        asked = assessment.position
        names = {(cell.plans, cell.delivers): cell.name for cell in self.library.all(MatrixCell)}
        return {
            "name": asked.name, "ask": self.runs(asked.ask), "plans": asked.plans, "delivers": asked.delivers,
            "times": [asked.today, asked.wanted], "caption": self.runs(asked.caption), "hands": list(HANDS.values()),
            "squares": [[names.get((plans, delivers), "") for plans in HANDS] for delivers in HANDS],
        }


__all__ = ["form"]
