"""The facilitators' guide as plain data: what to do before the day, the day itself, and afterwards."""

from __future__ import annotations

from collections.abc import Iterable

from kit.library import Library
from kit.model import Hosting
from kit.model.activity import GROUPINGS, Risk
from kit.model.workshop import Ahead
from kit.printing.copies import asked, crowds, row
from kit.printing.part import Parts
from kit.printing.sources import bibliography, drawn_on
from kit.printing.words import Data, Words, clock
from kit.running import Running, Stretch, own
from kit.settings import Settings
from kit.wording import cite, when


def guide(run: Running, library: Library, settings: Settings) -> Data:
    """What `guide.typ` prints."""
    return _Guide(run, Words(library, settings)).whole()


def title_of(run: Running) -> str:
    """A workshop's name, with its sector where it has one."""
    return f"{run.workshop.name}: {run.sector.name}" if run.sector else run.workshop.name


def once(parts: Iterable[Data]) -> list[Data]:
    """Parts, where a record that an earlier one rests on is named again but without its sources, which are None."""
    told: list[Data] = []
    made = []
    for part in parts:
        rows = [{**row, "sources": None} if row in told else row for row in part["rests_on"]]
        told += part["rests_on"]
        made.append({**part, "rests_on": rows})
    return made


class _Guide:
    def __init__(self, run: Running, words: Words) -> None:
        self.run, self.words, self.workshop = run, words, run.workshop

    def whole(self) -> Data:
        line, lines, workshop = self.words.line, self.words.lines, self.workshop
        parts = Parts(self.run, self.words)
        return {
            **self.words.house(f"{title_of(self.run)}. The facilitators' guide"),
            "name": workshop.name, "sector": self.run.sector.name if self.run.sector else None,
            "summary": line(workshop.summary), "minutes": self.run.minutes, "audience": line(workshop.audience),
            "group": workshop.group.model_dump(), "outcomes": lines(workshop.outcomes),
            "where": self.words.where(workshop), "base": self.words.settings.site_url,
            "field": self.field(), "before": self.ahead(workshop.before),
            "invite": lines(workshop.invite), "hosting": self.hosting(), "room": line(workshop.room),
            "materials": self.materials(), "people": crowds(self.run),
            "print": [row(one, self.run) for one in asked(self.run)],
            "sheet": [self.timed(stretch) for stretch in self.run.stretches],
            "parts": once(parts.part(stretch) for stretch in self.run.stretches),
            "risks": self.risks(workshop.risks), "after": self.ahead(workshop.after), "works": self.works(),
        }

    def field(self) -> Data | None:
        """What the sector's version brings, and where the general stands in."""
        sector, variant = self.run.sector, self.run.variant
        if sector is None:
            return None
        lacks = list(variant.lacks) if variant else []
        short = [f"This version has {lack} of its own; the general ones stand in." for lack in own(self.run).lacks]
        return {"name": sector.name, "summary": self.words.line(variant.summary if variant else sector.summary),
                "watch": self.words.lines(sector.watch), "lacks": self.words.lines([*lacks, *short])}

    def ahead(self, found: list[Ahead]) -> list[Data]:
        return [{"when": one.when, "do": self.words.lines(one.do)} for one in found]

    def hosting(self) -> list[Data]:
        return [
            {"name": one.name, "text": self.words.prose(one.text), "as_of": when(one.as_of),
             "local": self.words.library.local(one.ref)}
            for one in self.words.library.all(Hosting) if one.retired is None
        ]

    def materials(self) -> list[Data]:
        """What to bring, first for the whole and then for each activity that asks for more."""
        groups = [("For the whole session", self.workshop.materials)]
        groups += [(one.name, one.materials) for one in self.run.activities]
        return [{"name": name, "items": self.words.lines(items)} for name, items in groups if items]

    def timed(self, stretch: Stretch) -> Data:
        """A part for the run sheet."""
        return {
            "name": stretch.name, "kind": stretch.kind, "clock": clock(stretch.start), "minutes": stretch.minutes,
            "moments": [
                {"title": one.title, "clock": clock(one.start), "minutes": one.minutes,
                 "grouping": GROUPINGS[one.grouping]}
                for one in stretch.moments
            ],
        }

    def risks(self, found: list[Risk]) -> list[Data]:
        return [{"risk": self.words.line(one.risk), "response": self.words.line(one.response)} for one in found]

    def works(self) -> list[list[Data]]:
        """Every source, in full."""
        records = [self.workshop, *(self.words.library.get(ref) for ref in drawn_on(self.run))]
        return self.words.lines(cite(work) for work in bibliography(records, self.words.web))


__all__ = ["guide", "title_of"]
