"""Made, filled in, saved by LibreOffice, and read back: the same answers, for every form that there is."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest
from builder import NOWHERE, WHEN

from kit import workbook
from kit.form import Form, form
from kit.library import Library
from kit.model.assessment import RATERS
from kit.model.response import DOES_NOT_APPLY, DONT_KNOW, Response
from kit.reading import workbook as reader
from kit.reading.fence import Fence
from kit.reading.settle import Settler
from kit.reading.told import Given
from kit.workbook.places import PLACES

from .conftest import BROUGHT, FORM, assessment, opened, rows

FORMS = ("quick", "full", "people", "brought")


@pytest.fixture
def fence() -> Iterator[Fence]:
    with Fence() as made:
        yield made


def asked(name: str, library: Library) -> Form:
    if name == "brought":
        return form(BROUGHT, library)
    own = "quick" if name == "people" else name
    return form(assessment(library, own), library, "people" if name == "people" else "")


def filled(sheet: Form, data: bytes, target: Path) -> list[tuple[str, str, str, str]]:
    """Give every answer in turn, as a person does; return what was given: statement, key, evidence, notes."""
    book = opened(data)
    keys = [*(level.key for level in sheet.levels), DONT_KNOW, DOES_NOT_APPLY]
    given = []
    for (ref, row), (key, said) in zip(
        rows(book, "answer").items(), cycle(zip(keys, sheet.answers, strict=True)), strict=False
    ):
        texts = (said, f"=seen {row}, <b>", f"Note, {row}")
        for place, text in zip(("answer", "evidence", "notes"), texts, strict=True):
            cell = book[FORM].cell(row, PLACES[place][1] + 1)
            cell.value, cell.data_type = text, "s"
        given.append((ref.removeprefix("statement/"), key, *texts[1:]))
    if not sheet.role:
        book[FORM].cell(rows(book, "role")[sheet.ref], PLACES["role"][1] + 1).value = RATERS["people"]
    book[FORM].cell(rows(book, "role")[sheet.ref], PLACES["team"][1] + 1).value = "Day centre"
    book.save(target)
    return given


def read(path: Path, sheet: Form, fence: Fence) -> Response:
    (found,) = reader.responses(fence.form(path))
    assert isinstance(found, Given)
    return Settler(sheet.instrument).settle(found).response


@pytest.mark.libreoffice
@pytest.mark.parametrize("ending", ["xlsx", "ods"])
@pytest.mark.parametrize("name", FORMS)
def test_what_was_filled_in_comes_back(
    name: str, ending: str, library: Library, tmp_path: Path, fence: Fence
) -> None:
    sheet = asked(name, library)
    given = filled(sheet, workbook.render(sheet, library, NOWHERE, WHEN), tmp_path / "filled.xlsx")
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", ending,
         "--outdir", str(tmp_path / "out"), str(tmp_path / "filled.xlsx")],
        check=True, capture_output=True, timeout=180,
    )
    found = read(tmp_path / "out" / f"filled.{ending}", sheet, fence)
    assert [(one.statement, one.answer, one.evidence, one.notes) for one in found.answers] == given
    assert [one.version for one in found.answers] == [item.version for item in sheet.instrument.statements]
    assert (found.role, found.team) == ("people", "Day centre")
    assert (found.assessment, found.assessment_version) == (sheet.instrument.id, sheet.instrument.version)
