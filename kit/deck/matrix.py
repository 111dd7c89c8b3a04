"""The recurring picture: nine cells, who plans across, who delivers down."""

from __future__ import annotations

from kit.deck.sheet import Cell, Para, Table, Tone, said
from kit.library import Library
from kit.model import Case, Distinction, MatrixCell
from kit.model.knowledge import Hands
from kit.model.slides import MatrixSlide

HANDS: dict[Hands, str] = {
    "professionals": "Professionals",
    "together": "Both together",
    "community": "People who use it",
}
"""The values of both axes, in order, as a slide names them."""

MIDDLE = ("together", "together")


def matrix_table(slide: MatrixSlide, library: Library) -> Table:
    """The matrix as a table of three by three cells, with headings for both axes."""
    cells = {(cell.plans, cell.delivers): cell for cell in library.all(MatrixCell)}
    placed = _placed(slide, library)
    corner = Cell((said("Who plans →", bold=True), said("Who does it ↓", bold=True)), "axis")
    head = (corner, *(Cell((said(words, bold=True),), "axis") for words in HANDS.values()))
    rows = []
    for delivers, words in HANDS.items():
        across = (_cell(cells.get((plans, delivers)), slide, placed) for plans in HANDS)
        rows.append((Cell((said(words, bold=True),), "axis"), *across))
    return Table((2.25, 3.16, 3.16, 3.16), (head, *rows), _alt(slide, cells, placed), even=True)


def _placed(slide: MatrixSlide, library: Library) -> dict[str, list[str]]:
    """What stands in each cell, by the cell's reference."""
    found: dict[str, list[str]] = {}
    for item in slide.place:
        record = library.get(item.what)
        assert isinstance(record, Case | Distinction)
        if record.cell:
            found.setdefault(record.cell, []).append(item.words or record.title)
    return found


def _cell(cell: MatrixCell | None, slide: MatrixSlide, placed: dict[str, list[str]]) -> Cell:
    if cell is None:
        return Cell()
    tone = _tone(cell, slide)
    if not slide.place:
        return Cell((said(cell.name, bold=tone != "plain"),), tone)
    return Cell(tuple(_words(placed.get(cell.ref, []))), tone)


def _words(names: list[str]) -> list[Para]:
    return [said(name, bold=True) for name in names]


def _tone(cell: MatrixCell, slide: MatrixSlide) -> Tone:
    if cell.ref == slide.cell and (cell.plans, cell.delivers) != MIDDLE:
        return "notice"
    return "middle" if (cell.plans, cell.delivers) == MIDDLE else "plain"


def _alt(slide: MatrixSlide, cells: dict[tuple[Hands, Hands], MatrixCell], placed: dict[str, list[str]]) -> str:
    text = "A table of three by three cells: who plans a service, across, and who delivers it, down."
    by_ref = {cell.ref: cell for cell in cells.values()}
    if slide.cell in by_ref:
        text += f" The cell to notice: {by_ref[slide.cell].name}."
    for ref, names in placed.items():
        text += f" In '{by_ref[ref].name}': {', '.join(names)}." if ref in by_ref else ""
    return text
