"""From a workshop's slides to sheets: what each kind of slide puts where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import singledispatchmethod
from typing import Any

from kit.deck.fit import spread
from kit.deck.matrix import matrix_table
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Bullet, Cell, Notes, Para, Sheet, Table, line, listed, paras, said
from kit.deck.sources import foot, references, said_in
from kit.deck.tables import continued
from kit.model import Brand, Case, Evidence, Record
from kit.model.base import NOT_SAID, Status
from kit.model.workshop import (
    ActivitySlide,
    AnySlide,
    CaseSlide,
    CloseSlide,
    FigureSlide,
    MatrixSlide,
    OutcomesSlide,
    PairSlide,
    PointsSlide,
    Slide,
    SourcesSlide,
    StatementSlide,
    TitleSlide,
    Workshop,
)
from kit.refs import Web
from kit.text import Namer
from kit.wording import STATUSES, cite, sign

Made = dict[str, Any]
"""The parts of a sheet that depend on the kind of slide: title, fields, table, fills."""

GROUNDS: dict[Status, str] = {
    "strengthened": "accent", "contested": "warm", "superseded": "violet", "ended": "muted", "continues": "accent",
    "unknown": "muted",
}
"""The colour of the brand on which a slide tells a standing."""


@dataclass(frozen=True)
class Composer:
    """Turns the slides of one workshop into sheets."""

    workshop: Workshop
    web: Web
    brand: Brand
    where: str
    """Address of the workshop's page in the handbook, or how to find it there."""

    @property
    def name(self) -> Namer:
        """Gives the words for a link to a record that brings none."""
        return self.web.library.name

    def sheets(self) -> list[Sheet]:
        """Every slide of the deck, in order, each with content that fits."""
        start, found = 0, []
        for slide in self.workshop.slides:
            notes = self._notes(slide, start)
            for sheet in self._sheets(slide, notes):
                layout = BY_NAME[sheet.layout]
                for part in continued(sheet, layout):
                    found += spread(part, layout)
            start += slide.minutes
        return list(_distinct(found))

    def _sheets(self, slide: AnySlide, notes: Notes) -> Iterator[Sheet]:
        for number, made in enumerate(self.make(slide)):
            mine = notes if number == 0 else replace(notes, minutes=0, start=notes.start + notes.minutes)
            yield Sheet(section=slide.section, notes=mine, **{"title": slide.title or "", **made})

    def shown(self, slide: AnySlide) -> list[Record]:
        """The records that a slide rests on: the one it shows first."""
        refs: list[str] = []
        match slide:
            case CaseSlide():
                refs.append(slide.case)
            case FigureSlide():
                refs.append(slide.evidence)
            case MatrixSlide():
                refs += [slide.cell] if slide.cell else []
                refs += [placed.what for placed in slide.place]
        return [self.web.library.get(ref) for ref in dict.fromkeys([*refs, *slide.draws_on])]

    def _notes(self, slide: AnySlide, start: int) -> Notes:
        sources = [text for record in self.shown(slide) for text in said_in(record, self.web)]
        return Notes(
            slide.minutes, start, paras(slide.script, self.name),
            watch=paras(slide.watch, self.name) if slide.watch else (),
            access=paras(slide.access, self.name) if slide.access else (),
            sources=tuple(dict.fromkeys(sources)),
        )

    @singledispatchmethod
    def make(self, slide: Slide) -> list[Made]:
        """What a slide's sheets hold; more than one where it shows a table besides."""
        raise NotImplementedError(type(slide).__name__)

    @make.register
    def _(self, slide: TitleSlide) -> list[Made]:
        subtitle = line(slide.subtitle or self.workshop.summary, self.name)
        return [{"layout": "Title", "title": slide.title or self.workshop.name, "fields": {"subtitle": (subtitle,)}}]

    @make.register
    def _(self, slide: OutcomesSlide) -> list[Made]:
        return [{"layout": "Outcomes", "fields": {"body": listed(self.workshop.outcomes, "dot", self.name)}}]

    @make.register
    def _(self, slide: StatementSlide) -> list[Made]:
        credit = (line(slide.credit, self.name),) if slide.credit else ()
        return [{"layout": "Statement", "fields": {"body": (line(slide.text, self.name),), "source": credit}}]

    @make.register
    def _(self, slide: PointsSlide) -> list[Made]:
        bullet: Bullet = "number" if slide.numbered else "dot"
        layout = "Steps" if slide.numbered else "Points"
        return [{"layout": layout, "fields": {"body": listed(slide.points, bullet, self.name)}}]

    @make.register
    def _(self, slide: PairSlide) -> list[Made]:
        fields: dict[str, tuple[Para, ...]] = {}
        for role, side in (("left", slide.left), ("right", slide.right)):
            fields[f"{role} head"] = (said(side.heading),)
            fields[role] = listed(side.points, "dot", self.name)
        return [{"layout": "Pair", "fields": fields}]

    @make.register
    def _(self, slide: MatrixSlide) -> list[Made]:
        table = matrix_table(slide, self.web.library)
        return [{"layout": "Matrix", "table": table, "fields": {"body": (line(slide.caption, self.name),)}}]

    @make.register
    def _(self, slide: CaseSlide) -> list[Made]:
        case = self.web.library.get(slide.case)
        assert isinstance(case, Case)
        title = slide.title or case.name
        head, fill = self._standing(case, slide.standing)
        fields = {
            "body": (said(case.place, bold=True), *paras(slide.text or case.plain, self.name)),
            "aside head": (said(head),),
            "aside": (line(slide.today or case.today.text, self.name),),
            "source": (said(foot(case, self.web)),),
        }
        made: list[Made] = [{"layout": "Case", "title": title, "fields": fields, "fills": {"aside head": fill}}]
        if slide.exchange:
            title = f"{case.name}: who gives, who gets"
            made.append({"layout": "Table", "title": title, "table": self._exchange(case)})
        return made

    def _exchange(self, case: Case) -> Table:
        head = tuple(Cell((said(word, bold=True),), "head") for word in ("Who", "Gives", "Gets"))
        rows = [
            tuple(Cell((self._given(text, bold=text is one.who),)) for text in (one.who, one.gives, one.gets))
            for one in case.exchange
        ]
        alt = f"Who gives and who gets what in {case.name}: {', '.join(one.who for one in case.exchange)}."
        return Table((2.6, 4.6, 4.6), (head, *rows), alt)

    def _given(self, text: str, bold: bool) -> Para:
        return said("The source does not say.") if text == NOT_SAID else line(text, self.name, bold)

    @make.register
    def _(self, slide: FigureSlide) -> list[Made]:
        evidence = self.web.library.get(slide.evidence)
        assert isinstance(evidence, Evidence)
        head, fill = self._standing(evidence, slide.standing)
        fields = {
            "number": (said(slide.number or sign(evidence)),),
            "body": (line(slide.meaning or evidence.claim, self.name),),
            "aside head": (said(head),),
            "aside": (line(slide.today or self._put(evidence), self.name),),
            "source": (said(foot(evidence, self.web)),),
        }
        return [{"layout": "Figure", "title": slide.title or evidence.name, "fields": fields,
                 "fills": {"aside head": fill}}]

    def _put(self, evidence: Evidence) -> str:
        """How to put a figure honestly: as an update says, else its own caution."""
        say = [update.say for update in self.web.updates(evidence) if update.say]
        return say[0] if say else evidence.caution or "We found nothing later about this figure."

    def _standing(self, record: Record, chosen: Status | None) -> tuple[str, str]:
        """The words and the ground for a record's standing: the one chosen, else the first that an update gives."""
        given = chosen or next((standing.status for _, standing in self.web.standings(record)), None)
        return (STATUSES[given], GROUNDS[given]) if given else ("Where it stands", "accent")

    @make.register
    def _(self, slide: ActivitySlide) -> list[Made]:
        aside = (
            said("With whom", bold=True), line(slide.groups, self.name),
            replace(said("You will have", bold=True), before=30), line(slide.have, self.name),
        )
        return [{"layout": "Activity", "fields": {"body": listed(slide.do, "number", self.name), "aside": aside}}]

    @make.register
    def _(self, slide: SourcesSlide) -> list[Made]:
        told = [one for one in self.workshop.slides if isinstance(one, CaseSlide | FigureSlide)]
        records = [self.workshop, *(self.shown(one)[0] for one in told)]
        cited = [said(cite(reference)) for reference in references(records, self.web)]
        rest = said(f"The sources of everything else, and what has changed since: {self.where}")
        return [{"layout": "Sources", "fields": {"body": (*cited, rest)}}]

    @make.register
    def _(self, slide: CloseSlide) -> list[Made]:
        body = (
            line(slide.text, self.name), line(self.brand.licence, self.name), line(self.brand.attribution, self.name),
            said(f"In the handbook: {self.where}"),
        )
        return [{"layout": "Close", "fields": {"body": body}}]


def _distinct(sheets: list[Sheet]) -> Iterator[Sheet]:
    """The same sheets with titles that differ: a title met before gets a number."""
    seen: dict[str, int] = {}
    for sheet in sheets:
        key = sheet.title.casefold()
        seen[key] = seen.get(key, 0) + 1
        yield sheet if seen[key] == 1 else replace(sheet, title=f"{sheet.title} [{seen[key]}]")


