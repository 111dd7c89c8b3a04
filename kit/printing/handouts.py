"""What people hold, write on, cut out and stick on a wall: the handouts of a workshop's activities as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kit.library import Library
from kit.model import Case, MatrixCell
from kit.model.activity import Activity, AnyHandout, Card, CardSet, Poster, Reading, Worksheet
from kit.model.assessment import HANDS
from kit.model.base import NOT_SAID
from kit.printing.copies import EACH, asked, row
from kit.printing.guide import title_of
from kit.printing.sources import rests_on
from kit.printing.words import Data, Words, plain
from kit.running import Running
from kit.settings import Settings
from kit.wording import STATUSES, when

MADE_UP = "Made up."
"""Stands on the back of a card that is drawn from no record."""


@dataclass(frozen=True)
class Plan:
    """One file to make: which template, filled with what."""

    name: str
    what: str
    """One line for whoever prints it."""
    template: str
    data: Data


def plans(run: Running, library: Library, settings: Settings) -> list[Plan]:
    """The files that a workshop's activities ask for; none where they ask for nothing."""
    return list(_Handouts(run, Words(library, settings)).files())


class _Handouts:
    def __init__(self, run: Running, words: Words) -> None:
        self.run, self.words = run, words
        self.asked = asked(run)

    def has(self, *kinds: type[AnyHandout]) -> bool:
        return any(isinstance(one.handout, kinds) for one in self.asked)

    def files(self) -> Iterator[Plan]:
        if not self.asked:
            return
        sheets = list(self.sheets())
        yield Plan("handouts.pdf", "Worksheets and readings on A4. The first page says what to print.",
                   "handouts.typ", self.document("Handouts", size=12, prints=self.prints(), sheets=sheets))
        if sheets:
            yield Plan("handouts-large-print.pdf", "The worksheets and readings in large type, on A4.",
                       "handouts.typ", self.document("Handouts in large print", size=18, prints=[], sheets=sheets))
        if self.has(Poster):
            yield Plan("poster.pdf", "The map of nine squares, for a wall, on A3.",
                       "poster.typ", self.document("The map of nine squares", **self.poster()))
        if self.has(CardSet):
            sets = list(self.card_sets())
            yield Plan("cards.pdf", "Cards to cut out, eight on a page, with backs that meet their fronts, on A4.",
                       "cards.typ", self.document("Cards", **_SMALL, sets=sets))
            yield Plan("cards-large-print.pdf", "The same cards in large type, three on a page, on A4.",
                       "cards.typ", self.document("Cards in large print", **_LARGE, sets=sets))

    def document(self, name: str, **more: object) -> Data:
        title = title_of(self.run)
        return {**self.words.house(f"{title}. {name}"), "name": name, "workshop": title,
                "where": self.words.where(self.run.workshop), **more}

    def prints(self) -> list[Data]:
        """What to print how many of, for so many people; `sheet` is the place among the sheets, where it has one."""
        sheet, rows = 0, []
        for one in self.asked:
            mine = isinstance(one.handout, Worksheet | Reading)
            rows.append({**row(one, self.run), "sheet": sheet if mine else None})
            sheet += mine
        return rows

    def sheets(self) -> Iterator[Data]:
        for one in self.asked:
            activity, handout = one.activities[0], one.handout
            if isinstance(handout, Worksheet):
                yield {"kind": "worksheet", "activity": activity, **self.worksheet(handout)}
            elif isinstance(handout, Reading):
                yield {"kind": "reading", "activity": activity, "name": handout.name,
                       "cases": [self.case(ref) for ref in handout.cases]}

    def worksheet(self, sheet: Worksheet) -> Data:
        blocks = []
        for block in sheet.blocks:
            hint = getattr(block, "hint", None)
            shown = {"label": self.words.line(block.label), "hint": self.words.line(hint) if hint else None}
            blocks.append({**block.model_dump(), **shown})
        return {"name": sheet.name, "intro": self.words.line(sheet.intro) if sheet.intro else None, "blocks": blocks}

    def case(self, ref: str) -> Data:
        """A case to read: what it is, who gives and who gets, where it stands. Its square stays unsaid."""
        case = self.words.library.get(ref)
        assert isinstance(case, Case)
        line = self.words.line
        found = dict.fromkeys(STATUSES[one.status] for _, one in self.words.web.standings(case))
        return {
            "name": case.name, "place": case.place, "years": _given(case.years), "plain": line(case.plain),
            "text": self.words.prose(case.text), "results": self.words.prose(_given(case.results)),
            "exchange": [[plain(one.who), line(_given(one.gives)), line(_given(one.gets))] for one in case.exchange],
            "standing": ", ".join(found) or "Where it stands", "today": line(case.today.text),
            "as_of": when(case.today.as_of) if case.today.as_of else None,
            "sources": rests_on(ref, self.words)["sources"], "local": self.words.library.local(ref),
            "where": self.words.where(case),
        }

    def poster(self) -> Data:
        cells = {(cell.plans, cell.delivers): cell for cell in self.words.library.all(MatrixCell)}
        rows = []
        for delivers, words in HANDS.items():
            row = [cells.get((plans, delivers)) for plans in HANDS]
            rows.append({"hand": words, "cells": [
                {"name": cell.name if cell else "", "summary": self.words.line(cell.summary) if cell else [],
                 "middle": delivers == plans == "together"} for plans, cell in zip(HANDS, row, strict=True)
            ]})
        return {"hands": list(HANDS.values()), "rows": rows}

    def card_sets(self) -> Iterator[Data]:
        """Each activity's cards, once, though several handouts may print them."""
        for activity in self.run.activities:
            one = next((one for one in activity.handouts if isinstance(one, CardSet)), None)
            if one:
                yield {"name": one.name, "activity": activity.name, "each": EACH[one.each],
                       "cards": [self.card(card, number) for number, card in _numbered(activity)]}

    def card(self, card: Card, number: int) -> Data:
        library = self.words.library
        about = library.get(card.about) if card.about else None
        return {
            "number": number, "name": card.name, "text": self.words.line(card.text),
            "answer": self.words.line(card.answer), "cell": library.get(card.cell).title if card.cell else None,
            "about": self.words.look(about)["text"] if about else MADE_UP,
        }


_SMALL = {"columns": 2, "rows": 4, "faces": [18, 16, 14], "backs": [13, 12, 11]}
"""Cards on A4, and the sizes of their type in points, of which the largest that fits is taken."""
_LARGE = {"columns": 1, "rows": 3, "faces": [26, 24, 22, 20, 18], "backs": [20, 19, 18]}


def _numbered(activity: Activity) -> Iterator[tuple[int, Card]]:
    yield from enumerate(activity.cards, 1)


def _given(text: str) -> str:
    return "The source does not say." if text == NOT_SAID else text


__all__ = ["MADE_UP", "Plan", "plans"]
