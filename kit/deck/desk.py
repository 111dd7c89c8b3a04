"""What lies on the desk while slides are composed, and what composing a slide makes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kit.deck.cover import Cover
from kit.deck.sheet import Chart, Para, Table
from kit.model import Brand, Evidence, Record
from kit.model.base import Status
from kit.model.slides import AnySlide, CaseSlide, ChartSlide, FigureSlide, MatrixSlide, QuizSlide
from kit.refs import Web
from kit.running import Running
from kit.text import Namer, Run
from kit.wording import STATUSES

GROUNDS: dict[Status, str] = {
    "strengthened": "accent", "contested": "warm", "superseded": "violet", "ended": "muted", "continues": "accent",
    "unknown": "muted",
}
"""The colour of the brand on which a slide tells a standing."""


@dataclass(frozen=True)
class Made:
    """What one slide holds, by the roles of its layout's places; the notes come later."""

    layout: str
    title: str
    fields: Mapping[str, tuple[Para, ...]] = field(default_factory=dict)
    table: Table | None = None
    chart: Chart | None = None
    fills: Mapping[str, str] = field(default_factory=dict)
    """Grounds that differ from the layout's, by role."""
    script: tuple[Para, ...] = ()
    """What is said here, where that differs from the record's script: a quiz's answer."""


@dataclass(frozen=True)
class Desk:
    """A workshop as it runs, and all that its slides draw on."""

    run: Running
    web: Web
    brand: Brand
    where: str
    """Address of the workshop's page in the handbook, or how to find it there."""
    cover: Cover

    @property
    def name(self) -> Namer:
        """Gives the words for a link to a record that brings none."""
        return self.web.library.name

    def see(self, lead: str) -> Para:
        """Some words, and then the workshop's address in the handbook, to follow if it is a web address."""
        web = self.where.startswith("http")
        return Para((Run(lead), Run(self.where, href=self.where if web else None)))

    def shows(self, slide: AnySlide) -> list[Record]:
        """The records that a slide shows, in order."""
        match slide:
            case CaseSlide():
                refs = [slide.case]
            case FigureSlide() | QuizSlide():
                refs = [slide.evidence]
            case ChartSlide():
                refs = list(slide.evidence)
            case MatrixSlide():
                refs = [*([slide.cell] if slide.cell else []), *(placed.what for placed in slide.place)]
            case _:
                refs = []
        return self.records(refs)

    def records(self, refs: list[str]) -> list[Record]:
        """Records by their references, each once."""
        return [self.web.library.get(ref) for ref in dict.fromkeys(refs)]

    def standing(self, record: Record, chosen: Status | None) -> tuple[str, str]:
        """The words and the ground for a record's standing: the one chosen, else the first that an update gives."""
        given = chosen or next((standing.status for _, standing in self.web.standings(record)), None)
        return (STATUSES[given], GROUNDS[given]) if given else ("Where it stands", "accent")

    def put(self, evidence: Evidence) -> str:
        """How to put a figure honestly: as an update says, else its own caution."""
        say = [update.say for update in self.web.updates(evidence) if update.say]
        return say[0] if say else evidence.caution or "We found nothing later about this figure."


__all__ = ["Desk", "Made"]
