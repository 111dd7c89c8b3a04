"""Where it all comes from: the records that a workshop rests on, and the works behind them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kit.model import Record, Reference
from kit.model.slides import CaseSlide, ChartSlide, FigureSlide, MatrixSlide, QuizSlide, Slide
from kit.printing.words import Data, Words
from kit.refs import Web
from kit.running import Running
from kit.wording import PARTS, short

PAPER = "reference/boyle-harris-2009"
MOST = 4
"""Later works that stand beside one record; all of them stand at the end."""


def shown(slide: Slide) -> Iterator[str]:
    """References of the records that a slide rests on: what it shows, then what it draws on."""
    match slide:
        case CaseSlide():
            yield slide.case
        case FigureSlide() | QuizSlide():
            yield slide.evidence
        case ChartSlide():
            yield from slide.evidence
        case MatrixSlide():
            yield from [slide.cell] if slide.cell else []
            yield from (one.what for one in slide.place)
    yield from slide.draws_on


def drawn_on(run: Running) -> list[str]:
    """References of every record that a workshop rests on, each once."""
    found = [ref for slide in run.slides for ref in shown(slide)]
    for activity in run.activities:
        found += activity.draws_on + [card.about for card in activity.cards if card.about]
        found += [ref for one in activity.handouts if one.kind == "reading" for ref in one.cases]
    return list(dict.fromkeys(found))


def works(record: Record, web: Web) -> list[Reference]:
    """The works behind a record and behind what has become of it."""
    found = [work for one in (record, *web.updates(record)) for work in web.citations(one)]
    return list({work.ref: work for work in found}.values())


def bibliography(records: Iterable[Record], web: Web) -> list[Reference]:
    """The paper, then every work that some records rest on, without repeats, by author."""
    found = {work.ref: work for record in records for work in works(record, web)}
    paper = web.library.records.get(PAPER)
    found.pop(PAPER, None)
    rest = sorted(found.values(), key=lambda one: ((one.authors or [one.name])[0].lower(), one.year or 0, one.name))
    return [paper, *rest] if isinstance(paper, Reference) else rest


def rests_on(ref: str, words: Words) -> Data:
    """One record as a guide lists it: `{look, where, sources}`."""
    record = words.library.get(ref)
    cited = [f"Boyle and Harris (2009), {PARTS[record.source.part]}"] if record.source else []
    names = list(dict.fromkeys(short(work) for work in works(record, words.web) if work.ref != PAPER))
    rest = [f"{len(names) - MOST} more at the end"] if len(names) > MOST else []
    return {"look": words.look(record), "where": words.place(record),
            "sources": "; ".join([*cited, *names[:MOST], *rest]), "local": words.library.local(ref)}


__all__ = ["bibliography", "drawn_on", "rests_on", "shown", "works"]
