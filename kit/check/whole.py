"""Rules of the whole: what no single record can keep by itself."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import get_args

from kit.check.rule import Look, rule
from kit.errors import Problem
from kit.model import Distinction, MatrixCell, Reference
from kit.model.knowledge import Hands

_DRAWN = "Pages, slides and forms are drawn from it and would come out wrong."


@rule(
    "nine-cells", wrong="plans: together, delivers: together (in two cells)", right="each pair of values once",
    firm=_DRAWN, whole=["matrix"],
)
def nine_cells(look: Look) -> Iterator[Problem]:
    """The matrix has nine cells, one for each answer to "who plans?" and "who delivers?".

    Figure 1 of the paper has three values on each side. A missing cell would be a hole in the picture.
    """
    library = look.library
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


@rule("case-for-a-distinction", wrong="cases: []", right="cases: [case/in-control]")
def distinctions_have_cases(look: Look) -> Iterator[Problem]:
    """Each thing that co-production isn't comes with a case in which someone can see it.

    "It isn't consultation" stays an opinion until a reader can look at a real consultation.
    """
    for record in look.library.all(Distinction):
        if not record.cases:
            yield look.library.problem(record.ref, ("cases",), "is empty; every distinction needs a case")


@rule(
    "endnotes", wrong="endnotes: [1, 3]  # and nobody has 2", right="endnotes: [1, 2, 3]",
    firm="The paper has 66 notes, and a reader may follow any of them.", whole=["reference"],
)
def all_endnotes(look: Look) -> Iterator[Problem]:
    """Every one of the paper's 66 endnotes leads to a work that it cites.

    A reader who finds "note 31" in the paper can then look up what it was.
    """
    cited = {number for reference in look.library.all(Reference) for number in reference.endnotes}
    for number in sorted(set(range(1, 67)) - cited):
        file = f"{look.library.folder.name}/references"
        message = f"no reference resolves the paper's endnote {number}"
        yield Problem(file, 0, "", "", message, "add it to `endnotes` of the work that it cites")


@rule("order-taken", wrong="order: 3  # and another principle has 3", right="order: 6", firm=_DRAWN)
def orders(look: Look) -> Iterator[Problem]:
    """No two records of a kind have the same number in `order`.

    The number says where the record stands in a list, and two can't stand in one place.
    """
    held: dict[tuple[str, int], str] = {}
    for record in look.library.records.values():
        order = getattr(record, "order", None)
        if order is not None:
            first = held.setdefault((record.kind, order), record.ref)
            if first != record.ref:
                yield look.library.problem(record.ref, ("order",), f"{order} is taken by {first}", "choose another")


RULES = (nine_cells, distinctions_have_cases, all_endnotes, orders)
