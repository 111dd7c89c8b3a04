"""The facilitators' guide, read back by other libraries."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest

from kit import printing
from kit.library import Library
from kit.load import read
from kit.model import Hosting, Workshop
from kit.printing.words import clock
from kit.refs import texts
from kit.running import Running, only
from kit.text import plain
from kit.wording import when

from .conftest import NOWHERE, ROOT, SOMEWHERE, WHEN
from .made import EVIL, everything, evil, said, version
from .reading import A4, MM, Page, font_descriptors, levels, pages, raw, squeezed, story, tags

WORKSHOPS = [one.id for one in read(ROOT / "data").all(Workshop)]
NEAR = 8 * MM
"""Points from every edge that home printers may leave white."""


@pytest.fixture(scope="session")
def taster(library: Library) -> Running:
    return version(library, "taster")


@pytest.fixture(scope="session")
def guide(taster: Running, library: Library) -> bytes:
    return printing.guide(taster, library, SOMEWHERE, WHEN)


@pytest.fixture(scope="session")
def told(guide: bytes) -> str:
    return story(guide)


@pytest.fixture(scope="session")
def spoilt(library: Library) -> bytes:
    return printing.guide(evil(library, "taster"), library, NOWHERE, WHEN)


def test_it_is_tagged_and_says_so(guide: bytes, taster: Running) -> None:
    with pikepdf.open(BytesIO(guide)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "en-gb"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as meta:
            assert meta["pdfuaid:part"] == "1"
            assert meta["dc:title"] == f"{taster.workshop.name}. The facilitators' guide"


def test_every_font_is_ours_and_inside(guide: bytes) -> None:
    with pikepdf.open(BytesIO(guide)) as pdf:
        found = font_descriptors(pdf)
        assert found
        assert all("/FontFile2" in one and "LiberationSans" in str(one.FontName) for one in found)


@pytest.mark.parametrize("name", WORKSHOPS)
def test_its_headings_are_in_order(name: str, library: Library) -> None:
    found = levels(printing.guide(version(library, name), library, NOWHERE, WHEN))
    assert found[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_tables_have_header_rows_and_contents_are_linked(guide: bytes) -> None:
    found = tags(guide)
    assert found.count("/Table") > 3
    assert found.count("/TH") >= 2 * found.count("/Table")
    assert found.count("/TOCI") > 10


@pytest.mark.poppler
@pytest.mark.parametrize("name", WORKSHOPS)
def test_nothing_leaves_the_page(name: str, library: Library, tmp_path: Path) -> None:
    found = pages(printing.guide(version(library, name), library, SOMEWHERE, WHEN), tmp_path)
    assert len(found) > 10
    _all_within(found)


@pytest.mark.poppler
def test_hostile_text_stays_on_the_page(spoilt: bytes, tmp_path: Path) -> None:
    _all_within(pages(spoilt, tmp_path))


def _all_within(found: list[Page]) -> None:
    for page in found:
        assert (page.width, page.height) == pytest.approx(A4, abs=0.1)
        seen = [word for word in page.words if word.text.strip("\u200b ")]
        assert [word for word in seen if word.left < NEAR or word.right > A4[0] - NEAR] == []
        assert [word for word in seen if word.top < NEAR or word.bottom > A4[1] - NEAR] == []


@pytest.mark.poppler
def test_hostile_text_shows_as_itself(spoilt: bytes, tmp_path: Path) -> None:
    text = raw(spoilt, tmp_path)
    shown = squeezed(EVIL.split("{{")[0])
    assert text.count(shown) > 50
    assert "[grinningface]" in text
    assert "w" * 90 in text


@pytest.mark.poppler
@pytest.mark.parametrize("name", WORKSHOPS)
def test_its_minutes_are_those_of_the_workshop(name: str, library: Library, tmp_path: Path) -> None:
    run = version(library, name)
    text = raw(printing.guide(run, library, NOWHERE, WHEN), tmp_path)
    assert run.minutes == run.workshop.minutes
    assert f"Inall{run.minutes}" in text
    for part in run.stretches:
        unit = "minute" if part.minutes == 1 else "minutes"
        assert f"From{clock(part.start)}to{clock(part.end)}:{part.minutes}{unit}." in text, part.name
        for one in part.moments if part.kind != "break" else ():
            span = "Notimeofitsown" if one.minutes == 0 else f"{one.minutes}minute"
            assert re.search(rf"{clock(one.start)}{re.escape(squeezed(one.title))}{span}", text), one.title


def test_all_of_each_activity_is_there(told: str, taster: Running, library: Library) -> None:
    shown = {one.step.name for part in taster.stretches for one in part.moments if one.step}
    assert taster.activities
    for activity in taster.activities:
        whole = activity.model_copy(update={
            "steps": [step for step in activity.steps if step.name in shown], "summary": "", "handouts": [],
            "prompts": [], "cards": [card.model_copy(update={"text": ""}) for card in activity.cards],
        })
        lines = [line for text in said(whole) for line in plain(text, library.name).splitlines()]
        assert len(lines) > 40
        assert [line for line in lines if squeezed(line) not in told] == [], activity.id


def test_what_is_said_on_every_slide_is_there(told: str, taster: Running, library: Library) -> None:
    scripts = [line for slide in taster.slides for line in plain(slide.script, library.name).splitlines()]
    assert len(scripts) > 20
    assert [line for line in scripts if squeezed(line) not in told] == []


def test_what_to_do_before_and_after_is_there(told: str, taster: Running, library: Library) -> None:
    workshop = taster.workshop.model_copy(update={"parts": [], "sources": []})
    lines = [line for _, text in texts(workshop) for line in plain(text, library.name).splitlines()]
    assert [line for line in lines if squeezed(line) not in told] == []
    for one in library.all(Hosting):
        assert squeezed(f"{one.name} We last looked in {when(one.as_of)}.") in told
        lines = plain(one.text, library.name).splitlines()
        assert [line for line in lines if squeezed(line) not in told] == []


def test_every_activity_can_be_printed_in_full(library: Library) -> None:
    run = everything(library)
    assert len(run.activities) == len(run.stretches)
    assert printing.guide(run, library, NOWHERE, WHEN).startswith(b"%PDF-")


def test_a_sector_brings_its_own_and_says_what_it_lacks(library: Library) -> None:
    run = only(version(library, "taster", "housing"), ["sorting-on-the-matrix"])
    assert run.variant
    text = story(printing.guide(run, library, SOMEWHERE, WHEN))
    assert "ForHousing" in text
    for line in (run.variant.summary, *run.variant.lacks, *(card.answer for card in run.variant.examples)):
        assert squeezed(plain(line, library.name)) in text


def test_links_lead_to_the_handbook_if_it_is_published(guide: bytes, taster: Running, library: Library) -> None:
    def targets(data: bytes) -> set[str]:
        with pikepdf.open(BytesIO(data)) as pdf:
            found = [note.A for page in pdf.pages for note in page.get("/Annots", []) if "/A" in note]
            return {str(one.URI) for one in found if "/URI" in one}

    assert {one for one in targets(guide) if one.startswith("https://example.org/handbook/")}
    assert not targets(printing.guide(taster, library, NOWHERE, WHEN))


def test_the_same_records_give_the_same_bytes(guide: bytes, taster: Running, library: Library) -> None:
    assert printing.guide(taster, library, SOMEWHERE, WHEN) == guide
