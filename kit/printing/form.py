"""A self-assessment as plain data for the paper form: every text as styled runs, nothing left to look up."""

from __future__ import annotations

from typing import Any

from kit import __version__
from kit.library import Library
from kit.model import MatrixCell, Record
from kit.model.assessment import HANDS, LEVELS, RATER_NAMES, RATERS, Assessment, Statement
from kit.model.brand import Brand
from kit.refs import Web, address
from kit.settings import Settings
from kit.text import blocks
from kit.wording import pointer

Data = dict[str, Any]
"""What JSON can hold: texts, numbers, lists and mappings."""

def form(assessment: Assessment, library: Library, settings: Settings) -> Data:
    """What `form.typ` prints."""
    return _Form(library, settings).whole(assessment)


class _Form:
    def __init__(self, library: Library, settings: Settings) -> None:
        self.library, self.settings, self.web = library, settings, Web(library)

    def runs(self, text: str) -> list[Data]:
        """A text as runs: `{text, bold, italic, code, href}`; links to records lead to the handbook if it is out."""
        found = blocks(text, self.library.name)
        return [
            {"text": run.text, "bold": run.bold, "italic": run.italic, "code": run.code,
             "href": self._href(self.library.get(run.ref)) if run.ref else run.href}
            for block in found for run in block.runs
        ]

    def all_runs(self, lines: list[str]) -> list[list[Data]]:
        return [self.runs(line) for line in lines]

    def _href(self, record: Record) -> str | None:
        site = self.settings.site_url
        return f"{site}{address(record).path}" if site else None

    def whole(self, assessment: Assessment) -> Data:
        brand = self.library.one(Brand)
        return {
            "name": assessment.name, "summary": self.runs(assessment.summary), "version": assessment.version,
            "minutes": assessment.minutes, "colours": brand.colours.model_dump(),
            "maker": brand.name, "kit_version": __version__, "licence": self.runs(brand.licence),
            "attribution": self.runs(brand.attribution), "where": self._href(assessment),
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
        record = self.library.get(ref)
        plain = {"bold": False, "italic": False, "code": False}
        return {"text": pointer(record, self.web), **plain, "href": self._href(record)}

    def position(self, assessment: Assessment) -> Data:
        asked = assessment.position
        names = {(cell.plans, cell.delivers): cell.name for cell in self.library.all(MatrixCell)}
        return {
            "name": asked.name, "ask": self.runs(asked.ask), "plans": asked.plans, "delivers": asked.delivers,
            "times": [asked.today, asked.wanted], "caption": self.runs(asked.caption), "hands": list(HANDS.values()),
            "squares": [[names.get((plans, delivers), "") for plans in HANDS] for delivers in HANDS],
        }


__all__ = ["form"]
