"""How today runs: a native table of a workshop's parts, and how people will work in each. It shows no minutes."""

from __future__ import annotations

from kit.deck.sheet import Cell, Table, Tone, said
from kit.model.activity import GROUPINGS
from kit.model.slides import ActivitySlide, CommitmentsSlide, DiscussionSlide, QuizSlide
from kit.running import Running, Stretch

MOST = 10
"""Parts that one slide holds, with its headings, in type that the back row can read."""
SHORT = 6
"""Minutes below which a talk between other parts is left out where there are too many: it leads in to the next."""
HEADINGS = ("What happens", "How we work")
LISTEN, TALK, PAUSE = "Listen, and ask anything", "Listen, and talk it over", "A pause"
"""What people do in a talk, in a talk with something to do in it, and in a break."""


def agendas(run: Running, title: str) -> list[tuple[str, Table]]:
    """One table, or where there are too many parts for a slide two, parted at a break; each with its title."""
    parts = _worth_saying(run.stretches)
    cut = _cut(parts)
    if not cut:
        return [(title, _table(parts))]
    pause = parts[cut - 1].name
    return [(title, _table(parts[:cut])), (f"{title}: after {pause[:1].lower()}{pause[1:]}", _table(parts[cut:]))]


def _worth_saying(stretches: tuple[Stretch, ...]) -> list[Stretch]:
    """Every part; of a long day without the short talks that lead from one to the next."""
    if len(stretches) <= MOST:
        return list(stretches)
    ends = (stretches[0], stretches[-1])
    return [one for one in stretches if one.kind != "input" or one.minutes >= SHORT or one in ends]


def _cut(stretches: list[Stretch]) -> int:
    """How many parts the first of two tables has: up to the break nearest the middle. 0 where one is enough."""
    breaks = [place for place, one in enumerate(stretches[:-1], 1) if one.kind == "break"]
    if len(stretches) <= MOST or not breaks:
        return 0
    return min(breaks, key=lambda place: abs(place - len(stretches) / 2))


def _table(stretches: list[Stretch]) -> Table:
    head = tuple(Cell((said(words, bold=True),), "head") for words in HEADINGS)
    rows = [_row(stretch) for stretch in stretches]
    told = "; ".join(f"{one.name} ({_doing(one).lower()})" for one in stretches)
    return Table((6, 5), (head, *rows), f"The parts of the workshop in order: {told}.", even=True)


def _row(stretch: Stretch) -> tuple[Cell, ...]:
    tone: Tone = "pause" if stretch.kind == "break" else "plain"
    return (Cell((said(stretch.name, bold=True),), tone), Cell((said(_doing(stretch)),), tone))


def _doing(stretch: Stretch) -> str:
    if stretch.kind == "break":
        return PAUSE
    if stretch.kind == "activity":
        ways = list(dict.fromkeys(moment.grouping for moment in stretch.moments))
        words = [GROUPINGS[way] for way in ways if way != "all"] or [GROUPINGS["all"]]
        return ", ".join([words[0], *(word.lower() for word in words[1:])])
    busy = ActivitySlide | CommitmentsSlide | DiscussionSlide | QuizSlide
    return TALK if any(isinstance(slide, busy) for one in stretch.moments for slide in one.slides) else LISTEN


__all__ = ["agendas"]
