"""Slides whose words stand in the workshop or the activity itself: what is said, asked, done and promised."""

from __future__ import annotations

from dataclasses import replace

from kit.deck.desk import Desk, Made
from kit.deck.sheet import Bullet, Cell, Para, Table, line, listed, said
from kit.model import Activity
from kit.model.activity import GROUPINGS, Step
from kit.model.slides import (
    ActivitySlide,
    CloseSlide,
    CommitmentsSlide,
    DiscussionSlide,
    PairSlide,
    PointsSlide,
    SectionSlide,
    StatementSlide,
    TableSlide,
    TitleSlide,
)
from kit.model.workshop import BreakPart

PART_OF = "Part of the workshop"
REUSE = "Use it again"


def title(slide: TitleSlide, desk: Desk) -> list[Made]:
    """The first slide: what this is, for whom, and whose day it is."""
    return [_title(slide.title or desk.run.workshop.name, slide.subtitle or desk.run.workshop.summary, desk)]


def opening(desk: Desk) -> Made:
    """A first slide for a deck that has none of its own: a few activities out of a workshop."""
    names = [one.name for one in desk.run.stretches if one.activity]
    name = names[0] if len(names) == 1 else desk.run.workshop.name
    return _title(name, f"{PART_OF} '{desk.run.workshop.name}'.", desk)


def _title(name: str, about: str, desk: Desk) -> Made:
    cover, sector = desk.cover, desk.run.sector
    field = (said(f"For people in {sector.name.lower()}", bold=True),) if sector else ()
    host = [" · ".join(one for one in (cover.organisation, cover.date) if one)]
    host += [f"With {_joined(cover.facilitators)}"] if cover.facilitators else []
    fields = {"subtitle": (*field, line(about, desk.name)), "host": tuple(said(one) for one in host if one)}
    return Made("Title", cover.title or name, fields)


def _joined(names: tuple[str, ...]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def section(slide: SectionSlide, desk: Desk) -> list[Made]:
    """A new stretch of the day."""
    return [Made("Section", slide.title, {"body": (line(slide.text, desk.name),) if slide.text else ()})]


def statement(slide: StatementSlide, desk: Desk) -> list[Made]:
    """One sentence, large."""
    credit = (line(slide.credit, desk.name),) if slide.credit else ()
    return [Made("Statement", slide.title, {"body": (line(slide.text, desk.name),), "source": credit})]


def points(slide: PointsSlide, desk: Desk) -> list[Made]:
    """A few short points."""
    bullet: Bullet = "number" if slide.numbered else "dot"
    layout = "Steps" if slide.numbered else "Points"
    return [Made(layout, slide.title, {"body": listed(slide.points, bullet, desk.name)})]


def pair(slide: PairSlide, desk: Desk) -> list[Made]:
    """Two things side by side."""
    fields: dict[str, tuple[Para, ...]] = {}
    for role, side in (("left", slide.left), ("right", slide.right)):
        fields[f"{role} head"] = (said(side.heading),)
        fields[role] = listed(side.points, "dot", desk.name)
    return [Made("Pair", slide.title, fields)]


def discussion(slide: DiscussionSlide, desk: Desk) -> list[Made]:
    """A question, large, and prompts to start from; the question alone stands as a statement does."""
    question = (line(slide.question, desk.name),)
    if not slide.prompts:
        return [Made("Statement", slide.title, {"body": question})]
    return [Made("Discussion", slide.title, {"body": question, "prompts": listed(slide.prompts, "dot", desk.name)})]


def commitments(slide: CommitmentsSlide, desk: Desk) -> list[Made]:
    """An empty table to fill in together."""
    head = tuple(Cell((line(column, desk.name, bold=True),), "head") for column in slide.columns)
    rows = [tuple(Cell() for _ in slide.columns) for _ in range(slide.rows)]
    alt = f"A table to fill in, with {slide.rows} empty rows under the headings: {', '.join(slide.columns)}."
    table = Table(tuple(1.0 for _ in slide.columns), (head, *rows), alt, even=True)
    return [Made("Table", slide.title, table=table)]


def table(slide: TableSlide, desk: Desk) -> list[Made]:
    """Rows of words under their headings; the first cell of each is bold, as it names the row."""
    head = tuple(Cell((said(words, bold=True),), "head") for words in slide.head)
    rows = [tuple(Cell((line(text, desk.name, bold=number == 0),)) for number, text in enumerate(row))
            for row in slide.rows]
    widths = (1.6, *(1.0 for _ in slide.head[1:]))
    return [Made("Table", slide.title, table=Table(widths, (head, *rows), line(slide.caption, desk.name).text))]


def activity(slide: ActivitySlide, desk: Desk) -> list[Made]:
    """Something that people do, within a talk."""
    return [_doing(slide.title, slide.do, ("With whom", slide.groups), slide.have, desk)]


def step(one: Step, whole: Activity, desk: Desk) -> Made:
    """A step of an activity: what to do, in what groups, and what there is at the end."""
    return _doing(one.name, one.do, (GROUPINGS[one.grouping], one.with_whom or ""), one.have or whole.output, desk)


def _doing(title: str, do: list[str], groups: tuple[str, str], have: str, desk: Desk) -> Made:
    head, more = groups
    aside = [said(head, bold=True), *([line(more, desk.name)] if more else [])]
    aside += [replace(said("You will have", bold=True), before=30), line(have, desk.name)]
    return Made("Activity", title, {"body": listed(do, "number", desk.name), "aside": tuple(aside)})


def pause(part: BreakPart, desk: Desk) -> Made:
    """What the screen says in a break."""
    return Made("Break", part.name, {"body": (line(part.text, desk.name),)})


def close(slide: CloseSlide, desk: Desk) -> list[Made]:
    """Thanks, how to reuse it, and where to find it in the handbook."""
    return [_close(slide.title, (line(slide.text, desk.name),), desk)]


def closing(desk: Desk) -> Made:
    """A last slide for a deck that has none of its own."""
    return _close(REUSE, (), desk)


def _close(title: str, first: tuple[Para, ...], desk: Desk) -> Made:
    brand = desk.brand
    head = (*first, said(REUSE, bold=True)) if first else ()
    body = (*head, line(brand.licence, desk.name), line(brand.attribution, desk.name),
            desk.see("In the handbook: "))
    return Made("Close", title, {"body": body})


__all__ = [
    "activity", "close", "closing", "commitments", "discussion", "opening", "pair", "pause", "points", "section",
    "statement", "step", "table", "title",
]
