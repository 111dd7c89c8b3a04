"""What the pages that a person writes can ask for: lists, tables and pictures drawn from the records.

Each function takes a View and gives HTML; `macros.py` offers them to the pages by the same names.
"""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from kit.errors import UsageError
from kit.handbook import charts
from kit.handbook.commands import command_list, make_list
from kit.handbook.decide import DELIVERS, PLANS, SAYS, decide, verdicts
from kit.handbook.dependencies import dependencies, pinned_actions, versions
from kit.handbook.kinds import kinds
from kit.handbook.planner import planner, sequences
from kit.handbook.practice import activities_by, activity_table, in_use, workshop_table
from kit.handbook.publish import host_file, issues, server_headers
from kit.handbook.rating import rating, together
from kit.handbook.rules import rules
from kit.handbook.site import View, embedded
from kit.handbook.worked import worked_examples
from kit.model import KINDS, Action, Case, Event, Evidence, MatrixCell, Principle, Record, Reference, Sector, Update
from kit.model.knowledge import Hands
from kit.shape import near
from kit.wording import PARTS

Fragment = Callable[..., Markup]


def cells(view: View) -> dict[tuple[Hands, Hands], MatrixCell]:
    """The nine cells by who plans and who delivers."""
    return {(cell.plans, cell.delivers): cell for cell in view.site.library.all(MatrixCell)}


def _records(view: View, kind: str) -> list[Record]:
    if kind not in KINDS:
        raise UsageError(f"no kind '{kind}'; {near(kind, list(KINDS)) or 'kinds: ' + ', '.join(KINDS)}")
    return [record for record in view.site.library.all(KINDS[kind]) if record.retired is None]


def cards(view: View, kind: str) -> Markup:
    """All records of a kind as cards."""
    return view.render("fragment_cards.html", records=_records(view, kind))


def entries(view: View, kind: str) -> Markup:
    """All records of a kind in full, one after another, each with its own address."""
    records = _records(view, kind)
    if kind in ("term", "person", "reference"):
        records.sort(key=_sort_key)
    if kind == "event":
        records.sort(key=lambda record: getattr(record, "date", ""))
    if kind == "definition":
        records.sort(key=_year)
    return view.render("fragment_entries.html", kind=kind, records=records)


def _sort_key(record: Record) -> str:
    if isinstance(record, Reference):
        return " ".join([*(record.authors or [record.name]), str(record.year), record.name]).lower()
    words = record.title.split()
    return (words[-1] if record.kind == "person" else record.title).lower()


def _year(record: Record) -> int:
    """The year to sort by; what has none comes last."""
    return getattr(record, "year", None) or 9999


def matrix(view: View) -> Markup:
    """The matrix, each cell a link."""
    return view.render("fragment_matrix.html", cells=cells(view))


def cell_list(view: View) -> Markup:
    """What each cell is like, in a line, with what sits there."""
    return view.render("fragment_cells.html", cells=cells(view))


_UNPLACED = {
    "sector": "In none of these fields",
    "principle": "None that we can read from the sources",
    "cell": "Can't be placed: too little is said",
}
"""What to call the cases that no group holds, so that each way lists them all."""


def cases_by(view: View, field: str) -> Markup:
    """Cases grouped by field of service ("sector"), principle or cell."""
    groups: list[tuple[str, str, list[Record]]] = []
    if field not in _UNPLACED:
        raise UsageError(f"cases are not grouped by '{field}'; they are by {', '.join(_UNPLACED)}")
    if field == "sector":
        keys: list[Record] = [*in_use(view.site.library, Sector)]
    elif field == "principle":
        keys = [*view.site.library.all(Principle)]
    else:
        keys = [*view.site.library.all(MatrixCell)]
    cases = [case for case in view.site.library.all(Case) if case.retired is None]
    for key in keys:
        held: list[Record] = [c for c in cases if key.ref in (*c.sectors, *c.principles, c.cell)]
        groups.append((key.title, view.href(key), held))
    placed = {record.ref for _, _, held in groups for record in held}
    others: list[Record] = [case for case in cases if case.ref not in placed]
    groups.append((_UNPLACED[field], "", others))
    return view.render("fragment_groups.html", groups=[group for group in groups if group[2]], prefix=f"by-{field}")


def evidence(view: View) -> Markup:
    """Every figure, by the part of the paper it stands in, then the later ones."""
    records = [record for record in view.site.library.all(Evidence) if record.retired is None]
    groups: list[tuple[str, str, list[Evidence]]] = []
    for part, heading in PARTS.items():
        held = [record for record in records if record.source and record.source.part == part]
        if held:
            groups.append((f"part-{part}", heading, held))
    later = [record for record in records if record.source is None]
    groups.append(("later-figures", "Figures published since", later))
    return view.render("fragment_evidence.html", groups=groups)


def evidence_table(view: View) -> Markup:
    """One line for each figure: number, what, when, standing."""
    records = [record for record in view.site.library.all(Evidence) if record.retired is None]
    return view.render("fragment_evidence_table.html", records=records)


def sums(view: View) -> Markup:
    """Every sum done again."""
    records = [record for record in view.site.library.all(Evidence) if record.arithmetic]
    return view.render("fragment_sums.html", records=records)


def chart(view: View, name: str, title: str, description: str, items: dict[str, str]) -> Markup:
    """A bar chart of evidence records, given as {id: label}, with its table, sources and standing."""
    records = [view.site.library.get(f"evidence/{key}") for key in items]
    chosen = [record for record in records if isinstance(record, Evidence)]
    bars = charts.bars(chosen, list(items.values()))
    svg = Markup(charts.svg(f"chart-{name}", title, description, bars))
    rows = list(zip(bars, chosen, strict=True))
    return view.render("fragment_chart.html", name=name, title=title, svg=svg, rows=rows)


def updates(view: View, status: str = "") -> Markup:
    """What has changed since 2009, all or of one standing, newest knowledge first within a standing."""
    records = [record for record in view.site.library.all(Update) if record.retired is None]
    if status:
        records = [record for record in records if record.standings[0].status == status]
    return view.render("fragment_entries.html", kind="update", records=records)


def update_summary(view: View) -> Markup:
    """How many updates there are of each standing."""
    records = [record for record in view.site.library.all(Update) if record.retired is None]
    counts: dict[str, int] = {}
    for record in records:
        counts[record.standings[0].status] = counts.get(record.standings[0].status, 0) + 1
    return view.render("fragment_update_summary.html", counts=counts, total=len(records))


def actions(view: View) -> Markup:
    """Every action, by role."""
    groups: dict[str, list[Action]] = {}
    for record in view.site.library.all(Action):
        if record.retired is None:
            groups.setdefault(record.role, []).append(record)
    return view.render("fragment_actions.html", groups=groups)


def definitions_table(view: View) -> Markup:
    """Who shares what, by definition: the move from doing together to deciding together."""
    records = sorted(_records(view, "definition"), key=_year)
    phases = ["commission", "plan", "deliver", "review", "share power"]
    return view.render("fragment_definitions.html", records=records, phases=phases)


def decision(view: View) -> Markup:
    """The questions of "Is it co-production?", their answers as data, and the same as a table."""
    found = {
        f"{verdict.plans}|{verdict.delivers}|{verdict.says}": {
            "word": verdict.word, "why": verdict.why,
            "cell": verdict.cell.name, "cellHref": view.href(verdict.cell),
            "text": view.plain(verdict.cell.summary), "move": view.plain(verdict.cell.next_move),
            "row": verdict.cell.delivers, "column": verdict.cell.plans,
            "nearest": verdict.nearest.name if verdict.nearest else "",
            "nearestHref": view.href(verdict.nearest) if verdict.nearest else "",
            "nearestText": view.plain(verdict.nearest.summary) if verdict.nearest else "",
        }
        for verdict in verdicts(view.site.library)
    }
    rows = [
        (PLANS[plans], DELIVERS[delivers], decide(view.site.library, plans, delivers, "together"))
        for plans in PLANS for delivers in DELIVERS
    ]
    asked = [decide(view.site.library, "together", delivers, "staff only") for delivers in DELIVERS]
    return view.render(
        "fragment_decision.html", plans=PLANS, delivers=DELIVERS, says=SAYS, data=embedded(found), rows=rows,
        asked=asked, cells=cells(view),
    )


def downloads(view: View) -> Markup:
    """What to take away: each workshop's general pack, and all that belongs to no workshop."""
    found = [
        one for one in view.site.downloads
        if not one.sector and (one.form == "pack" or not one.record.startswith("workshop/"))
    ]
    return view.render("fragment_downloads.html", downloads=found)


def brand(view: View) -> Markup:
    """Our colours and licence line, for those who make an edition of their own."""
    return view.render("fragment_brand.html", records=_records(view, "brand"))


def letters(view: View, kind: str) -> Markup:
    """Links to the first entry of each letter of a long list."""
    firsts: dict[str, str] = {}
    for record in sorted(_records(view, kind), key=_sort_key):
        firsts.setdefault(_sort_key(record)[:1].upper(), f"#{record.kind}-{record.id}")
    return view.render("fragment_letters.html", letters=firsts)


def count(view: View, kind: str) -> Markup:
    """How many records of a kind there are, for a sentence."""
    return Markup(str(len(_records(view, kind))))


def timeline(view: View) -> Markup:
    """Events as an ordered list, with the years of big gaps left visible."""
    events = sorted(view.site.library.all(Event), key=lambda event: event.date)
    return view.render("fragment_entries.html", kind="event", records=events)


FRAGMENTS: dict[str, Fragment] = {
    one.__name__: one
    for one in (
        cards, entries, matrix, cell_list, cases_by, evidence, evidence_table, sums, chart, updates, update_summary,
        actions, definitions_table, decision, downloads, brand, letters, count, timeline,
        activities_by, activity_table, workshop_table, planner, sequences,
        rating, together, worked_examples, rules, command_list, make_list, kinds,
        dependencies, pinned_actions, versions, server_headers, host_file, issues,
    )
}
"""What a page may ask for, by name."""

__all__ = ["FRAGMENTS", "cells"]
