"""What a slide shows and says, as paper tells it: with this a workshop can be run where there is no screen."""

from __future__ import annotations

from functools import singledispatchmethod

from kit.model import Case, Distinction, Evidence, MatrixCell, Record, Workshop
from kit.model.activity import GROUPINGS, Activity, Step
from kit.model.assessment import HANDS
from kit.model.base import NOT_SAID, Status
from kit.model.slides import (
    ActivitySlide,
    AnySlide,
    CaseSlide,
    ChartSlide,
    CloseSlide,
    CommitmentsSlide,
    DiscussionSlide,
    FigureSlide,
    MatrixSlide,
    OutcomesSlide,
    PairSlide,
    PointsSlide,
    QuizSlide,
    SectionSlide,
    Side,
    Slide,
    StatementSlide,
    TableSlide,
    TitleSlide,
)
from kit.model.workshop import BreakPart
from kit.printing.words import Data, Words, plain
from kit.running import Running
from kit.wording import STATUSES, sign


class Screens:
    """Turns the slides of one workshop into pieces to print."""

    def __init__(self, run: Running, words: Words) -> None:
        self.run, self.words, self.library = run, words, words.library

    @property
    def workshop(self) -> Workshop:
        """The workshop's record."""
        return self.run.workshop

    def slide(self, slide: AnySlide) -> Data:
        """A slide: `{title, shows, say, then, watch, access, remote}`; `then` is said with a quiz's answer."""
        ref = getattr(slide, "case", None) or getattr(slide, "evidence", None)
        title = slide.title or (self.library.get(ref).title if isinstance(ref, str) else self.workshop.name)
        return {
            "title": title, "shows": self.shows(slide),
            **self._said(slide.script, slide.watch, slide.access, slide.remote),
            "then": self.words.prose(slide.reveal if isinstance(slide, QuizSlide) else None),
        }

    def step(self, step: Step, activity: Activity) -> Data:
        """A step's own slide, or what people do where another slide does its work."""
        groups = step.with_whom or GROUPINGS[step.grouping]
        shows = [self._list(step.do, numbered=True), _labelled("With whom", self.words.line(groups)),
                 _labelled("They will have", self.words.line(step.have or activity.output))]
        return {"title": None, "shows": shows, **self._said(step.script, step.watch), "then": []}

    def pause(self, part: BreakPart) -> Data:
        """What stands on the screen in a break."""
        return {"title": None, "shows": [self._text(part.text)], **self._said(part.script, part.watch), "then": []}

    def _said(self, say: str, watch: str | None, access: str | None = None, remote: str | None = None) -> Data:
        told = {"say": say, "watch": watch, "access": access, "remote": remote}
        return {name: self.words.prose(text) for name, text in told.items()}

    @singledispatchmethod
    def shows(self, slide: Slide) -> list[Data]:
        """What the screen shows below a slide's title, in pieces; nothing for one that is put together elsewhere."""
        return []

    @shows.register
    def _(self, slide: TitleSlide) -> list[Data]:
        return [self._text(slide.subtitle or self.workshop.summary)]

    @shows.register
    def _(self, slide: OutcomesSlide) -> list[Data]:
        return [self._list(self.workshop.outcomes)]

    @shows.register
    def _(self, slide: SectionSlide) -> list[Data]:
        return [self._text(slide.text)] if slide.text else []

    @shows.register
    def _(self, slide: StatementSlide) -> list[Data]:
        credit = [_quiet(self.words.line(slide.credit))] if slide.credit else []
        return [{"kind": "large", "runs": self.words.line(slide.text)}, *credit]

    @shows.register
    def _(self, slide: PointsSlide) -> list[Data]:
        return [self._list(slide.points, slide.numbered)]

    @shows.register
    def _(self, slide: PairSlide) -> list[Data]:
        return [{"kind": "pair", "sides": [self._side(slide.left), self._side(slide.right)]}]

    def _side(self, side: Side) -> Data:
        return {"heading": side.heading, "items": self.words.lines(side.points)}

    @shows.register
    def _(self, slide: MatrixSlide) -> list[Data]:
        return [self._text(slide.caption), self.matrix(slide)]

    def matrix(self, slide: MatrixSlide) -> Data:
        """The nine cells as a table: names, or the examples placed in them; one marked."""
        cells = {(cell.plans, cell.delivers): cell for cell in self.library.all(MatrixCell)}
        placed: dict[str, list[str]] = {}
        for one in slide.place:
            record = self.library.get(one.what)
            assert isinstance(record, Case | Distinction)
            placed.setdefault(record.cell or "", []).append(one.words or record.title)
        rows = []
        for delivers, words in HANDS.items():
            row = [cells.get((plans, delivers)) for plans in HANDS]
            shown = [
                {"names": placed.get(cell.ref, []) if slide.place else [cell.name], "marked": cell.ref == slide.cell}
                if cell else {"names": [], "marked": False}
                for cell in row
            ]
            rows.append({"hand": words, "cells": shown})
        return {"kind": "matrix", "hands": list(HANDS.values()), "rows": rows}

    @shows.register
    def _(self, slide: CaseSlide) -> list[Data]:
        case = self.library.get(slide.case)
        assert isinstance(case, Case)
        made = [{"kind": "prose", "blocks": self.words.prose(slide.text or case.plain)},
                self._standing(case, slide.standing, slide.today or case.today.text)]
        return [*made, self.exchange(case)] if slide.exchange else made

    def exchange(self, case: Case) -> Data:
        """Who gives and who gets what in a case, as a table."""
        rows = [[plain(one.who), self._given(one.gives), self._given(one.gets)] for one in case.exchange]
        return {"kind": "table", "head": ["Who", "Gives", "Gets"], "rows": rows}

    def _given(self, text: str) -> list[Data]:
        return self.words.line("The source does not say." if text == NOT_SAID else text)

    @shows.register
    def _(self, slide: FigureSlide) -> list[Data]:
        found = self._evidence(slide.evidence)
        return [
            {"kind": "large", "runs": plain(slide.number or sign(found))},
            self._text(slide.meaning or found.claim),
            self._standing(found, slide.standing, slide.today or self._put(found)),
        ]

    @shows.register
    def _(self, slide: ChartSlide) -> list[Data]:
        found = [self._evidence(ref) for ref in slide.evidence]
        labels = slide.labels or [one.name for one in found]
        rows = [[plain(label), plain(sign(one))] for label, one in zip(labels, found, strict=True)]
        return [
            self._text(slide.caption), {"kind": "table", "head": ["What was counted", "Figure"], "rows": rows},
            self._standing(found[0], slide.standing, slide.today or self._put(found[0])),
        ]

    @shows.register
    def _(self, slide: QuizSlide) -> list[Data]:
        found = self._evidence(slide.evidence)
        return [
            {"kind": "large", "runs": self.words.line(slide.question)}, _options(slide.options),
            _labelled("Answer", plain(slide.answer)), self._text(slide.meaning or found.claim),
            self._standing(found, slide.standing, slide.today or self._put(found)),
        ]

    @shows.register
    def _(self, slide: DiscussionSlide) -> list[Data]:
        prompts = [self._list(slide.prompts)] if slide.prompts else []
        return [{"kind": "large", "runs": self.words.line(slide.question)}, *prompts]

    @shows.register
    def _(self, slide: CommitmentsSlide) -> list[Data]:
        return [{"kind": "table", "head": slide.columns, "rows": [[[] for _ in slide.columns]] * slide.rows}]

    @shows.register
    def _(self, slide: TableSlide) -> list[Data]:
        return [{"kind": "table", "head": slide.head, "rows": [self.words.lines(row) for row in slide.rows]}]

    @shows.register
    def _(self, slide: ActivitySlide) -> list[Data]:
        return [self._list(slide.do, numbered=True), _labelled("With whom", self.words.line(slide.groups)),
                _labelled("They will have", self.words.line(slide.have))]

    @shows.register
    def _(self, slide: CloseSlide) -> list[Data]:
        return [self._text(slide.text)]

    def _text(self, text: str) -> Data:
        return {"kind": "text", "runs": self.words.line(text)}

    def _list(self, lines: list[str], numbered: bool = False) -> Data:
        return {"kind": "list", "items": self.words.lines(lines), "numbered": numbered}

    def _evidence(self, ref: str) -> Evidence:
        found = self.library.get(ref)
        assert isinstance(found, Evidence)
        return found

    def _put(self, evidence: Evidence) -> str:
        """How to put a figure honestly: as an update says, else its own caution."""
        say = [update.say for update in self.words.web.updates(evidence) if update.say]
        return say[0] if say else evidence.caution or "We found nothing later about this figure."

    def _standing(self, record: Record, chosen: Status | None, today: str) -> Data:
        given = chosen or next((one.status for _, one in self.words.web.standings(record)), None)
        return _labelled(STATUSES[given] if given else "Where it stands", self.words.line(today))


def _labelled(label: str, runs: list[Data]) -> Data:
    return {"kind": "labelled", "label": label, "runs": runs}


def _options(names: list[str]) -> Data:
    return {"kind": "list", "items": [plain(name) for name in names], "numbered": False}


def _quiet(runs: list[Data]) -> Data:
    return {"kind": "quiet", "runs": runs}


__all__ = ["Screens"]
