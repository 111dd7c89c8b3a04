"""What LibreOffice works out on the results' sheets is what `kit.results` says of the same answers.

Each person's workbook is filled in, worked out and saved by LibreOffice, all of them in one go. From the formulas alone
each is turned back into a response; what these come to together is what the shared test vectors say.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import pytest
from builder import NOWHERE, ROOT, WHEN
from openpyxl.workbook import Workbook

from kit import workbook
from kit.form import Form, form
from kit.library import Library
from kit.model import MatrixCell
from kit.model.assessment import HANDS
from kit.model.brought import Brought
from kit.model.response import DOES_NOT_APPLY, DONT_KNOW, Answer, Response, Square, Squares
from kit.reading import workbook as reader
from kit.reading.fence import Fence
from kit.reading.settle import Settler
from kit.reading.told import Given
from kit.results.summary import summarise, to_json
from kit.results.tally import Cell, Tally
from kit.workbook.places import PLACES
from kit.workbook.said import NOT_YET

from .conftest import FORM, PICTURE, SAID, assessment, opened, rows

pytestmark = pytest.mark.libreoffice

VECTORS = ("between", "wide-middle", "tie", "apart", "all-dont-know", "brought-seven")
PEOPLE = 3
"""How many fill in each of our own forms: one of each role."""


@dataclass(frozen=True)
class Filled:
    """One person's workbook, as LibreOffice saved it."""

    sheet: Form
    given: Response
    """What was filled in."""
    path: Path

    @cached_property
    def book(self) -> Workbook:
        return openpyxl.load_workbook(self.path, data_only=True)

    @property
    def keys(self) -> dict[str, str]:
        """Every answer's key by the name that people see."""
        levels = [level.key for level in self.sheet.levels]
        names = [*self.sheet.answers, NOT_YET]
        return dict(zip(names, [*levels, DONT_KNOW, DOES_NOT_APPLY, ""], strict=True))

    @property
    def said(self) -> Response:
        """The response as the formulas of "What you said" give it back."""
        page = self.book[SAID]
        last = next(cell.column for cell in page[4] if cell.value == "id")
        places = {"Your answer": "answer", "What you have seen": "evidence", "Your notes": "notes"}
        columns = {places[str(cell.value)]: cell.column for cell in page[4] if cell.value in places}
        found = {}
        for row in page.iter_rows(min_row=5):
            if row[last - 1].value:
                told = {part: str(row[column - 1].value or "") for part, column in columns.items()}
                name = str(row[last - 1].value).removeprefix("statement/")
                found[name] = {"statement": name, **told, "answer": self.keys[told["answer"]]}
        answers = [Answer(version=one.version, **found[one.statement]) for one in self.given.answers]
        return self.given.model_copy(update={"answers": answers})

    @property
    def picture(self) -> list[list[int]]:
        """The figures of "Your picture": one line a section, or one for the whole, as the answers come."""
        page, many = self.book[PICTURE], len(self.sheet.answers) + 1
        if page["A4"].value == "Answer":
            return [[int(str(page.cell(row, 2).value)) for row in range(5, 5 + many)]]
        return [[int(str(page.cell(row, column).value)) for column in range(2, 2 + many)]
                for row in range(5, 5 + len(self.sheet.sections))]

    @property
    def marked(self) -> dict[str, str]:
        """The names of the squares that carry a mark, by the mark."""
        marks = [str(cell.value).split("\n") for row in self.book[PICTURE].iter_rows(min_row=10) for cell in row
                 if "\n● " in str(cell.value)]
        return {mark.removeprefix("● "): name for name, *each in marks for mark in each}


def fill(sheet: Form, given: Response, blank: bytes, path: Path) -> None:
    """Type a response into its form, in words as the drop-downs offer them."""
    book = opened(blank)
    page, names = book[FORM], dict(zip([*(level.key for level in sheet.levels), DONT_KNOW, DOES_NOT_APPLY],
                                       sheet.answers, strict=True))
    answer_rows = rows(book, "answer")
    for one in given.answers:
        row = answer_rows[f"statement/{one.statement}"]
        texts = {"answer": names.get(one.answer), "evidence": one.evidence or None, "notes": one.notes or None}
        for part, text in texts.items():
            page.cell(row, PLACES[part][1] + 1).value = text
    role = next(one.says for one in sheet.instrument.roles if one.key == given.role)
    page.cell(rows(book, "role")[sheet.ref], PLACES["role"][1] + 1).value = role
    for when in ("today", "wanted") if sheet.instrument.position else ():
        square, row = getattr(given.position, when), rows(book, when)[sheet.ref]
        for axis in ("plans", "delivers"):
            page.cell(row, PLACES[f"{when}/{axis}"][1] + 1).value = HANDS.get(getattr(square, axis))
    book.save(path)


def ours(name: str, library: Library) -> tuple[Form, list[Response]]:
    """One of our forms, and what some people answer by chance: now and then nothing."""
    sheet, dice = form(assessment(library, name), library), Random(f"workbook {name}")
    choices = [*(level.key for level in sheet.levels), DONT_KNOW, DOES_NOT_APPLY, ""]

    def square() -> Square:
        return Square(plans=dice.choice([*HANDS, ""]), delivers=dice.choice([*HANDS]))

    return sheet, [
        Response(
            id=str(person), assessment=name, assessment_version=sheet.instrument.version,
            role=sheet.instrument.roles[person].key, position=Squares(today=square(), wanted=square()),
            answers=[Answer(statement=item.id, version=item.version, answer=dice.choice(choices))
                     for item in sheet.instrument.statements],
        )
        for person in range(PEOPLE)
    ]


def vector(name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((ROOT / f"tests/vectors/{name}.json").read_text("utf-8"))
    return found


def vectors_own(name: str, library: Library) -> tuple[Form, list[Response]]:
    """A vector's assessment as somebody's own form, and its responses."""
    asked = vector(name)["instrument"]
    names = [level["name"] for level in asked["levels"]]
    ends = {"low": names[0].partition(" (")[2].rstrip(")"), "high": names[-1].partition(" (")[2].rstrip(")")}
    brought = Brought.model_validate({
        "id": asked["id"], "name": asked["name"], "version": asked["version"],
        "scale": {"levels": len(names), **ends} if all(ends.values()) else names,
        "sections": [{"name": "One", "statements": [
            {"id": one["id"], "version": one["version"], "text": one["name"]} for one in asked["statements"]]}],
    })
    sheet = form(brought, library)
    assert [level.key for level in sheet.levels] == [level["key"] for level in asked["levels"]]
    return sheet, [Response.model_validate(one) for one in vector(name)["responses"]]


@pytest.fixture(scope="module")
def filled(library: Library, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Filled]]:
    """Everyone's workbook, by the name of the form or the vector."""
    folder = tmp_path_factory.mktemp("filled")
    found: dict[str, list[Filled]] = {}
    for name in ("quick", "full", *VECTORS):
        sheet, responses = (vectors_own if name in VECTORS else ours)(name, library)
        blank = workbook.render(sheet, library, NOWHERE, WHEN)
        alike: dict[str, Path] = {}
        for place, given in enumerate(responses):
            mark = given.model_copy(update={"id": ""}).model_dump_json()
            if mark not in alike:  # those who say the same share a file
                alike[mark] = folder / f"{name}-{place}.xlsx"
                fill(sheet, given, blank, alike[mark])
            found.setdefault(name, []).append(Filled(sheet, given, folder / "out" / alike[mark].name))
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx",
         "--outdir", str(folder / "out"), *map(str, sorted(folder.glob("*.xlsx")))],
        check=True, capture_output=True, timeout=300,
    )
    return found


@pytest.fixture
def fence() -> Iterator[Fence]:
    with Fence() as made:
        yield made


@pytest.mark.parametrize("name", ["quick", "full"])
def test_one_persons_figures_are_those_of_the_tally(name: str, filled: dict[str, list[Filled]]) -> None:
    assert len(filled[name]) == PEOPLE
    for one in filled[name]:
        tally = Tally(one.sheet.instrument)
        tally.add(one.given)
        cells = [[tally.cell(one.given.role, asked.item.id) for asked in section.asked]
                 for section in one.sheet.sections]
        expected = [together(section) for section in cells]
        whole = len(one.picture) == 1
        assert one.picture == ([[sum(column) for column in zip(*expected, strict=True)]] if whole else expected)


def together(cells: list[Cell]) -> list[int]:
    """Several statements' counts, as the answers come, with silence at the end."""
    lines = [[*cell.levels, cell.dont_know, cell.does_not_apply, cell.no_answer] for cell in cells]
    return [sum(column) for column in zip(*lines, strict=True)]


@pytest.mark.parametrize("name", ["quick", "full"])
def test_the_marked_squares_are_those_that_are_counted(
    name: str, filled: dict[str, list[Filled]], library: Library
) -> None:
    names, marks = {(cell.plans, cell.delivers): cell.name for cell in library.all(MatrixCell)}, 0
    for one in filled[name]:
        assert one.sheet.position
        tally = Tally(one.sheet.instrument)
        tally.add(one.given)
        expected = {
            mark: names[plans, delivers]  # type: ignore[index]
            for when, mark in (("today", "Today"), ("wanted", one.sheet.position.wanted))
            for plans, delivers in tally.squares[one.given.role, when] if plans and delivers
        }
        assert one.marked == expected
        marks += len(expected)
    assert marks


@pytest.mark.parametrize("name", ["quick", "full"])
def test_what_the_formulas_give_back_is_what_is_read_from_the_file(
    name: str, filled: dict[str, list[Filled]], fence: Fence
) -> None:
    for one in filled[name]:
        (found,) = reader.responses(fence.form(one.path))
        assert isinstance(found, Given)
        read = Settler(one.sheet.instrument).settle(found).response
        assert one.said.answers == one.given.answers == read.answers
        assert (read.role, read.position) == (one.given.role, one.given.position)


@pytest.mark.parametrize("name", VECTORS)
def test_the_formulas_of_many_come_to_the_vectors_summary(name: str, filled: dict[str, list[Filled]]) -> None:
    options, expected = vector(name)["options"], vector(name)["summary"]
    found = filled[name]
    made = json.loads(to_json(summarise(
        [one.said for one in found], found[0].sheet.instrument, options["smallest_group"], options["in_room"])))
    assert made["mixed_first"] == expected["mixed_first"]
    assert [bare(one) for one in made["statements"]] == [bare(one) for one in expected["statements"]]


def bare(statement: dict[str, Any]) -> dict[str, Any]:
    """A statement's figures, without the words that people wrote."""
    return {key: value for key, value in statement.items() if key not in ("said", "name", "section")}
