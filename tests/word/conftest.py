"""The self-assessments in Word, and one made from hostile words."""

from __future__ import annotations

import pytest
from builder import NOWHERE, WHEN, with_records

from kit import word
from kit.form import Form, form
from kit.library import Library
from kit.model.assessment import Assessment, Statement
from kit.model.brought import Brought

BROUGHT = Brought.model_validate({
    "id": "ours", "name": "Ladder", "version": 3, "scale": ["Never", "Often", "Always"],
    "sections": [
        {"name": "Having a say", "statements": [
            {"id": "asked", "text": "<w:p/> People are *asked* [[case/nowhere]]."},
            {"id": "told", "text": "They hear."},
        ]},
    ],
})
HOSTILE = "</w:t> <b>bold</b> &amp; {{ 7\\*7 }} =1+1 \x07😀 שלום " + "w" * 300


def assessment(library: Library, name: str) -> Assessment:
    found = library.get(f"assessment/{name}")
    assert isinstance(found, Assessment)
    return found


def hostile(library: Library) -> tuple[Form, Library]:
    """The quick check with an evil name and an evil first statement."""
    quick = assessment(library, "quick")
    first = library.get(quick.statements[0])
    assert isinstance(first, Statement)
    evil = quick.model_copy(update={"name": "<w:p/>&" + "n" * 100})
    bad = first.model_copy(update={"wording": first.wording.model_copy(update={"people": HOSTILE})})
    copy = with_records(library, evil, bad)
    return form(evil, copy), copy


@pytest.fixture(scope="session", params=["quick", "full"])
def asked(request: pytest.FixtureRequest, library: Library) -> Assessment:
    return assessment(library, request.param)


@pytest.fixture(scope="session")
def made(asked: Assessment, library: Library) -> bytes:
    return word.render(form(asked, library), library, NOWHERE, WHEN)
