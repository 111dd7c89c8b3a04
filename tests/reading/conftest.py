"""Our own form, filled in by somebody, and the tally that comes of a folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from builder import NOWHERE, WHEN
from openpyxl.workbook import Workbook

from kit import workbook
from kit.form import form
from kit.library import Library
from kit.model.assessment import Assessment
from kit.reading.fence import Fence
from kit.reading.files import sources
from kit.reading.gather import Gathered, gather
from kit.results.instrument import Instrument, of_assessment
from kit.workbook.places import ANSWER, EVIDENCE, NOTES, PART, SHEET

FORM = SHEET
STAFF, PEOPLE = "I work in the service", "I use the service, or care for someone who does"
GIVEN = ["Fixing", "Asking", "Sharing", "Facilitating", "Don't know", "Doesn't apply", None, "Asking"]
KEYS = ["fixing", "asking", "sharing", "facilitating", "dont-know", "does-not-apply", "", "asking"]

Fill = Callable[..., Workbook]


@pytest.fixture(scope="session")
def quick(library: Library) -> Assessment:
    found = library.get("assessment/quick")
    assert isinstance(found, Assessment)
    return found


@pytest.fixture(scope="session")
def asked(quick: Assessment, library: Library) -> Instrument:
    return of_assessment(quick, library)


@pytest.fixture(scope="session")
def blank(quick: Assessment, library: Library) -> bytes:
    return workbook.render(form(quick, library), library, NOWHERE, WHEN)


@pytest.fixture(scope="session")
def fill(blank: bytes) -> Fill:
    """A filled form, by what was answered to each statement in turn."""

    def filled(given: list[Any] | None = None, role: str = STAFF, said: str = "Seen") -> Workbook:
        book = openpyxl.load_workbook(BytesIO(blank))
        sheet = book[FORM]
        sheet["B2"], sheet["E2"], sheet["B3"] = role, "Day centre", date(2026, 11, 23)
        answers: Iterator[Any] = iter(GIVEN if given is None else given)
        for row in range(1, sheet.max_row + 1):
            match sheet.cell(row, PART + 1).value:
                case "answer":
                    sheet.cell(row, ANSWER + 1).value = next(answers, None)
                    sheet.cell(row, EVIDENCE + 1).value = said
                    sheet.cell(row, NOTES + 1).value = f"Note in {row}"
                case "today":
                    sheet.cell(row, 2).value, sheet.cell(row, 3).value = "Both together", "Professionals"
                case "wanted":
                    sheet.cell(row, 2).value = "People who use it"
        return book

    return filled


@dataclass
class Box:
    """A folder of files to read."""

    folder: Path
    asked: Instrument
    names: list[str] = field(default_factory=list)

    def put(self, name: str, content: bytes | str | Workbook) -> Box:
        """Lay a file in it."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Workbook):
            content.save(path)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def read(self) -> Gathered:
        """Read everything in it."""
        return gather(sources([self.folder]), self.asked)

    def one(self) -> tuple[str, list[str]]:
        """How the only file went, and why."""
        (outcome,) = self.read().read()
        return outcome.how, outcome.why


@pytest.fixture
def box(tmp_path: Path, asked: Instrument) -> Box:
    (tmp_path / "box").mkdir()
    return Box(tmp_path / "box", asked)


@pytest.fixture(scope="module")
def fence() -> Iterator[Fence]:
    with Fence() as found:
        yield found
