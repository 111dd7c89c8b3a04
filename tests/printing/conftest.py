"""The quick check on paper, and one made from hostile records."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kit import printing
from kit.form import Form, form
from kit.library import Library
from kit.load import read
from kit.model.assessment import Assessment, Statement
from kit.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
WHEN = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
NOWHERE = Settings(site_url=None, repository=None, branch="main", contact=None)
SOMEWHERE = Settings(site_url="https://example.org/handbook/", repository=None, branch="main", contact=None)

HOSTILE = {
    "professionals": '#import "x": * #panic("no") $x^2$ \\ @label <b>bold</b> {{ 7\\*7 }} ]) // gone? /* too */',
    "people": "😀 שלום مرحبا 日本 ½ → ☐",
    "commissioners": "w" * 300,
}


def hostile(library: Library) -> tuple[Form, Library]:
    """The quick check with an evil name and an evil first statement."""
    quick = library.get("assessment/quick")
    assert isinstance(quick, Assessment)
    first = library.get(quick.statements[0])
    assert isinstance(first, Statement)
    evil = quick.model_copy(update={"name": "#quit() " + "n" * 100})
    bad = first.model_copy(update={"name": "#" + "m" * 110, "wording": first.wording.model_copy(update=HOSTILE)})
    copy = Library(library.folder)
    for record in library.records.values():
        copy.add({evil.ref: evil, bad.ref: bad}.get(record.ref, record))
    return form(evil, copy), copy


@pytest.fixture(scope="session")
def library() -> Library:
    """The project's own records, though others may be unsound."""
    return read(ROOT / "data")


@pytest.fixture(scope="session")
def quick(library: Library) -> Assessment:
    found = library.get("assessment/quick")
    assert isinstance(found, Assessment)
    return found


@pytest.fixture(scope="session", params=["quick", "full"])
def asked(request: pytest.FixtureRequest, library: Library) -> Assessment:
    """Each of our own assessments."""
    found = library.get(f"assessment/{request.param}")
    assert isinstance(found, Assessment)
    return found


@pytest.fixture(scope="session")
def made(asked: Assessment, library: Library) -> bytes:
    return printing.render(form(asked, library), library, NOWHERE, WHEN)


@pytest.fixture(scope="session")
def large(asked: Assessment, library: Library) -> bytes:
    return printing.render(form(asked, library), library, NOWHERE, WHEN, large=True)


@pytest.fixture(scope="session")
def tally(asked: Assessment, library: Library) -> bytes:
    return printing.tally(form(asked, library), library, NOWHERE, WHEN)


@pytest.fixture(scope="session")
def evil(library: Library) -> bytes:
    return printing.render(*hostile(library), NOWHERE, WHEN)
