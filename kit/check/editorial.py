"""What makes the whole complete and honest: rules that no single record can keep by itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import product
from typing import get_args

from kit.check.contrast import contrast
from kit.errors import Problem
from kit.library import Library
from kit.model import Brand, Distinction, MatrixCell, Reference
from kit.model.knowledge import Hands
from kit.refs import texts

Rule = Callable[[Library], Iterator[Problem]]

AVOID = {
    r"service users?": "people who use services",
    r"hard[ -]to[ -]reach": "say who, and what keeps them out",
    r"(dis)?empower\w*": "say what people can now do",
    r"stakeholders?": "say who",
    r"customer journeys?|your journey": "say what happens",
    r"safe space": "promise what you can keep: who hears what, and how to leave",
}
"""Words that this project does not use, and what to write in their place. Quoted words are let through."""

_QUOTED = re.compile(r'"[^"]*"|“[^”]*”|‘[^’]*’|(?<!\w)\'[^\']{2,60}\'(?!\w)')


def check(library: Library) -> Iterator[Problem]:
    """Problems that no single record shows."""
    unsound = {ref.partition("/")[0] for ref in library.claimed - set(library.records)}
    for kinds, rule in RULES:
        if not kinds & (library.unsure | unsound):
            yield from rule(library)


def _nine_cells(library: Library) -> Iterator[Problem]:
    held: dict[tuple[Hands, Hands], str] = {}
    cells = library.all(MatrixCell)
    for cell in cells:
        place = (cell.plans, cell.delivers)
        if place in held:
            yield library.problem(cell.ref, ("delivers",), f"stands where {held[place]} stands", "nine cells, one each")
        held.setdefault(place, cell.ref)
    open_places = [place for place in product(get_args(Hands), repeat=2) if place not in held]
    for plans, delivers in open_places if len(cells) < 9 else []:
        message = f"has no cell with plans: {plans} and delivers: {delivers}"
        yield Problem(f"{library.folder.name}/matrix.yml", 0, "", "", message, "fill all nine")


def _distinctions_have_cases(library: Library) -> Iterator[Problem]:
    for record in library.all(Distinction):
        if not record.cases:
            yield library.problem(record.ref, ("cases",), "is empty; every distinction needs a case")


def _all_endnotes(library: Library) -> Iterator[Problem]:
    cited = {number for reference in library.all(Reference) for number in reference.endnotes}
    for number in sorted(set(range(1, 67)) - cited):
        file = f"{library.folder.name}/references"
        message = f"no reference resolves the paper's endnote {number}"
        yield Problem(file, 0, "", "", message, "add it to `endnotes` of the work that it cites")


def _orders(library: Library) -> Iterator[Problem]:
    held: dict[tuple[str, int], str] = {}
    for record in library.records.values():
        order = getattr(record, "order", None)
        if order is not None:
            first = held.setdefault((record.kind, order), record.ref)
            if first != record.ref:
                yield library.problem(record.ref, ("order",), f"{order} is taken by {first}", "choose another")


def _provenance(library: Library) -> Iterator[Problem]:
    for record in library.records.values():
        if isinstance(record, Reference | Brand):
            continue
        origins = {record.origin, *record.origins.values()}
        if record.origin == "paper" and record.source is None:
            yield library.problem(record.ref, ("source",), "is missing; say which part of the paper says it")
        if "later" in origins and not record.sources:
            yield library.problem(record.ref, ("sources",), "is missing; say which later source says it")
        for name in record.origins:
            if name not in type(record).model_fields:
                yield library.problem(record.ref, ("origins", name), f"this kind has no field '{name}'")


def _words(library: Library) -> Iterator[Problem]:
    for record in library.records.values():
        if isinstance(record, Reference) or record.ref == "term/service-user":
            continue
        for path, text in texts(record):
            bare = _QUOTED.sub("", text)
            for pattern, instead in AVOID.items():
                if found := re.search(rf"\b({pattern})\b", bare, re.IGNORECASE):
                    yield library.problem(record.ref, path, f"'{found[0]}' is a word to avoid", instead)


def _contrast(library: Library) -> Iterator[Problem]:
    for brand in library.all(Brand):
        colours = brand.colours.model_dump()
        for number, pair in enumerate(brand.pairs):
            unknown = [name for name in (pair.front, pair.back) if name not in colours]
            if unknown:
                yield library.problem(brand.ref, ("pairs", number), f"no colour '{unknown[0]}'")
                continue
            ratio = contrast(colours[pair.front], colours[pair.back])
            if ratio < pair.at_least:
                message = f"{pair.front} on {pair.back} has a contrast of {ratio:.2f}; at least {pair.at_least:g}"
                yield library.problem(brand.ref, ("pairs", number), message)


RULES: list[tuple[set[str], Rule]] = [
    ({"matrix"}, _nine_cells),
    (set(), _distinctions_have_cases),
    ({"reference"}, _all_endnotes),
    (set(), _orders),
    (set(), _provenance),
    (set(), _words),
    (set(), _contrast),
]
"""Each rule with the kinds that it must see whole."""
