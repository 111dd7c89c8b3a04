"""The quick check as a workbook, one made from hostile records, and a person who fills it in."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from builder import NOWHERE, ROOT, WHEN, with_records
from openpyxl.workbook import Workbook

from kit import workbook
from kit.form import Form, form
from kit.library import Library
from kit.load import read
from kit.model.assessment import Assessment, Statement
from kit.model.brought import Brought
from kit.workbook import places

FORM, SAID = "Your answers", "What you said"
PICTURE = "Your picture"
ID, PART, VERSION, RESPONSE = (column + 1 for column in (places.ID, places.PART, places.VERSION, places.RESPONSE))
"""The hidden columns of the form, counted from 1."""

HOSTILE = {
    "professionals": '=HYPERLINK("https://evil.example","click") #import "x": * $x^2$ \\\\ <b>bold</b> {{ 7*7 }}',
    "people": "+1+cmd|' /C calc'!A1 😀 שלום مرحبا",
    "commissioners": "@SUM(A1:A9) https://evil.example " + "w" * 300,
}


def hostile(library: Library) -> tuple[Form, Library]:
    """The quick check with an evil name and an evil first statement."""
    quick = library.get("assessment/quick")
    assert isinstance(quick, Assessment)
    first = library.get(quick.statements[0])
    assert isinstance(first, Statement)
    wording = first.wording.model_copy(update=HOSTILE)
    evidence = first.evidence.model_copy(update={"ask": "=1+1", "counts": "-2+3", "does_not": "@A1"})
    evil = quick.model_copy(update={"name": '=cmd|"/c calc"!A1 & <b>'})
    bad = first.model_copy(update={"name": "=1+1", "wording": wording, "evidence": evidence})
    copy = with_records(library, evil, bad)
    return form(evil, copy), copy


BROUGHT = Brought.model_validate({
    "id": "ours", "name": "=1+1 Ladder", "version": 3, "scale": ["Never", "Now and then", "Often", "Mostly", "Always"],
    "sections": [
        {"name": "Having a say", "statements": [
            {"id": "asked", "version": 2, "text": "=1+1 People are *asked* [[case/nowhere]]."},
            {"id": "told", "text": "People hear what came of it."},
        ]},
        {"name": "Doing it", "statements": [{"id": "help", "text": "People take part in running it."}]},
    ],
})
"""Somebody else's form, in which nothing is Markdown."""


def opened(data: bytes, values: bool = False) -> Workbook:
    """A workbook as openpyxl reads it back: its formulas, or the values saved with them."""
    return openpyxl.load_workbook(BytesIO(data), data_only=values)


def rows(book: Workbook, part: str) -> dict[str, int]:
    """The rows of the form that ask for a part, by what they are about."""
    form = book[FORM]
    return {
        str(form.cell(row, ID).value): row
        for row in range(1, form.max_row + 1)
        if form.cell(row, PART).value == part
    }


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own records, though others may be unsound."""
    return read(ROOT / "data")


def assessment(library: Library, name: str) -> Assessment:
    found = library.get(f"assessment/{name}")
    assert isinstance(found, Assessment)
    return found


@pytest.fixture(scope="session")
def quick(library: Library) -> Assessment:
    return assessment(library, "quick")


@pytest.fixture(scope="session", params=["quick", "full"])
def asked(request: pytest.FixtureRequest, library: Library) -> Assessment:
    """Each of our own assessments."""
    return assessment(library, request.param)


@pytest.fixture(scope="session")
def made(asked: Assessment, library: Library) -> bytes:
    return workbook.render(form(asked, library), library, NOWHERE, WHEN)


@pytest.fixture(scope="session")
def evil(library: Library) -> bytes:
    return workbook.render(*hostile(library), NOWHERE, WHEN)


@pytest.fixture(scope="session")
def brought(library: Library) -> bytes:
    return workbook.render(form(BROUGHT, library), library, NOWHERE, WHEN)


@pytest.fixture
def recalculated(tmp_path: Path) -> Callable[[Workbook], Workbook]:
    """A workbook after LibreOffice has worked out every formula: openpyxl drops the values saved before."""

    def convert(book: Workbook) -> Workbook:
        source = tmp_path / "filled.xlsx"
        book.save(source)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", "xlsx",
             "--outdir", str(tmp_path / "out"), str(source)],
            check=True, capture_output=True, timeout=180,
        )
        return openpyxl.load_workbook(tmp_path / "out" / "filled.xlsx", data_only=True)

    return convert
