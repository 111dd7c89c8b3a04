"""From a workshop as it runs to sheets: which slides, in which order, with what in their notes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from kit.deck import records, words
from kit.deck.charts import parted
from kit.deck.desk import Desk, Made
from kit.deck.fit import AS_BEFORE, spread
from kit.deck.layouts import Layout
from kit.deck.pages import BY_NAME
from kit.deck.sheet import Notes, Para, Sheet, listed, paras, said
from kit.deck.sources import said_in
from kit.deck.tables import continued
from kit.model import Activity, Record, slides
from kit.model.slides import AnySlide, CloseSlide, TitleSlide
from kit.model.workshop import ActivityPart, BreakPart
from kit.running import Moment, Stretch

Shot = tuple[Made, Notes]
"""One slide and what stands under it, before it has a time."""

MAKERS: dict[type[Any], Callable[[Any, Desk], list[Made]]] = {
    slides.TitleSlide: words.title,
    slides.OutcomesSlide: records.outcomes,
    slides.AgendaSlide: records.agenda,
    slides.SectionSlide: words.section,
    slides.StatementSlide: words.statement,
    slides.PointsSlide: words.points,
    slides.PairSlide: words.pair,
    slides.MatrixSlide: records.matrix,
    slides.CaseSlide: records.case,
    slides.FigureSlide: records.figure,
    slides.ChartSlide: records.chart,
    slides.QuizSlide: records.quiz,
    slides.DiscussionSlide: words.discussion,
    slides.CommitmentsSlide: words.commitments,
    slides.TableSlide: words.table,
    slides.ActivitySlide: words.activity,
    slides.SourcesSlide: records.sources,
    slides.CloseSlide: words.close,
}
"""What makes each kind of slide. Some make two: a question and its answer, a case and its table."""

OPENS = "Say who you are, and what the next part of the day is for."
CLOSES = "Leave this up while people go. It says how others may use what you showed."


def as_it_is(sheet: Sheet) -> Sheet:
    """A sheet for our own template, which has a place for each of its texts."""
    return sheet


def composed(
    desk: Desk, layouts: Mapping[str, Layout] = BY_NAME, settled: Callable[[Sheet], Sheet] = as_it_is
) -> list[Sheet]:
    """Every slide of the deck, in order, each with content that fits its layout. It has a title and a close.

    `settled` gathers a sheet's texts into the places that its layout has, where that is another's.
    """
    found: list[Sheet] = []
    for sheet in map(settled, _framed(desk)):
        layout = layouts[sheet.layout]
        for whole in parted(sheet, layout):
            for part in continued(whole, layout):
                found += spread(part, layout)
    return list(_distinct(found))


def _framed(desk: Desk) -> Iterator[Sheet]:
    """The stretches' sheets, with a title before and a close after them where they bring none."""
    stretches = desk.run.stretches
    if not any(isinstance(slide, TitleSlide) for slide in desk.run.slides):
        yield _sheet(words.opening(desk), stretches[0].name, Notes(0, 0, (said(OPENS),)))
    for stretch in stretches:
        yield from _stretch(stretch, desk)
    if not any(isinstance(slide, CloseSlide) for slide in desk.run.slides):
        yield _sheet(words.closing(desk), stretches[-1].name, Notes(0, stretches[-1].end, (said(CLOSES),)))


def _stretch(stretch: Stretch, desk: Desk) -> Iterator[Sheet]:
    timed = [shots for moment in stretch.moments if (shots := _timed(moment, _shots(stretch, moment, desk)))]
    if stretch.activity and timed:
        made, notes = timed[0][0]
        timed[0][0] = (made, _first(notes, stretch, desk))
        made, notes = timed[-1][-1]
        timed[-1][-1] = (made, replace(notes, debrief=listed(stretch.activity.debrief, "dot", desk.name)))
    yield from (_sheet(made, stretch.name, notes) for shots in timed for made, notes in shots)


def _sheet(made: Made, section: str, notes: Notes) -> Sheet:
    return Sheet(made.layout, made.title, section, notes, made.fields, made.table, made.chart, made.fills)


def _timed(moment: Moment, shots: Iterator[Shot]) -> list[Shot]:
    """A moment's slides: the first has its minutes, the others share them."""
    return [
        (made, replace(notes, minutes=0 if number else moment.minutes, start=moment.end if number else moment.start,
                       within=number > 0))
        for number, (made, notes) in enumerate(shots)
    ]


def _shots(stretch: Stretch, moment: Moment, desk: Desk) -> Iterator[Shot]:
    """A moment's slides: a step's own first, or the one that stands for a break."""
    part, step, activity = stretch.part, moment.step, stretch.activity
    if isinstance(part, BreakPart):
        yield words.pause(part, desk), _said(part.script, part.watch, desk)
    if step and activity and step.own_slide:
        yield words.step(step, activity, desk), _said(step.script, step.watch, desk)
    for number, slide in enumerate(moment.slides):
        notes = _under(slide, desk)
        if step and not step.own_slide and number == 0:
            led = _said(step.script, step.watch, desk)
            notes = replace(notes, script=led.script + notes.script, watch=led.watch + notes.watch)
        yield from _each(MAKERS[type(slide)](slide, desk), notes)


def _each(made: list[Made], notes: Notes) -> Iterator[Shot]:
    """What one record's slide makes: the first has the notes, the next their own words."""
    first, *rest = made
    yield first, notes
    for one in rest:
        yield one, Notes(0, 0, one.script or (said(AS_BEFORE),), sources=notes.sources)


def _said(script: str, watch: str | None, desk: Desk) -> Notes:
    return Notes(0, 0, paras(script, desk.name), _paras(watch, desk))


def _under(slide: AnySlide, desk: Desk) -> Notes:
    sources = _sources(desk.shows(slide), desk.records(slide.draws_on), desk)
    return replace(
        _said(slide.script, slide.watch, desk),
        access=_paras(slide.access, desk), remote=_paras(slide.remote, desk), sources=sources,
    )


def _paras(text: str | None, desk: Desk) -> tuple[Para, ...]:
    return paras(text, desk.name) if text else ()


def _sources(shown: list[Record], behind: list[Record], desk: Desk) -> tuple[str, ...]:
    """What a slide's records rest on: those it shows with what has become of them, those behind it in short."""
    lines = [text for record in shown for text in said_in(record, desk.web)]
    lines += [text for record in behind for text in said_in(record, desk.web, since=False)]
    return tuple(dict.fromkeys(lines))


def _first(notes: Notes, stretch: Stretch, desk: Desk) -> Notes:
    """An activity's first notes: how to come to it, and what holds for all of it."""
    part, activity = stretch.part, stretch.activity
    assert isinstance(part, ActivityPart)
    assert isinstance(activity, Activity)
    return replace(
        notes,
        script=_paras(part.lead_in, desk) + notes.script,
        quiet=_paras(activity.quiet, desk),
        heated=_paras(activity.heated, desk),
        access=notes.access + listed(activity.access.during, "dot", desk.name),
        remote=notes.remote + _paras(activity.variations.remote, desk),
        shorter=_paras(activity.variations.shorter.how, desk) if part.shorter else (),
        sources=tuple(dict.fromkeys([*notes.sources, *_sources([], desk.records(list(activity.draws_on)), desk)])),
    )


def _distinct(sheets: list[Sheet]) -> Iterator[Sheet]:
    """The same sheets with titles that differ: a title met before gets a number."""
    seen: dict[str, int] = {}
    for sheet in sheets:
        key = sheet.title.casefold()
        seen[key] = seen.get(key, 0) + 1
        yield sheet if seen[key] == 1 else replace(sheet, title=f"{sheet.title} [{seen[key]}]")


__all__ = ["composed"]
