"""What LibreOffice shows: nothing leaves the page, its place, or runs into the foot."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kit.deck.compose import MAKERS
from kit.library import Library
from kit.running import running

from . import hostile
from .conftest import SOMEWHERE, render
from .decks import SECTORS, WORKSHOPS, made, own_deck, own_sheets
from .looking import astray_in, outside

pytestmark = pytest.mark.libreoffice
ToPdf = Callable[[bytes], Path]


@pytest.mark.parametrize("name", WORKSHOPS)
def test_each_workshop_stays_within_its_places(name: str, to_pdf: ToPdf) -> None:
    data = made(name)
    pdf = to_pdf(data)
    assert outside(pdf) == []
    assert astray_in(data, pdf) == []


@pytest.mark.parametrize("variant", SECTORS)
def test_a_sectors_own_slides_stay_within_their_places(variant: str, to_pdf: ToPdf) -> None:
    assert len(own_sheets(variant)) > 5
    data = own_deck(variant)
    pdf = to_pdf(data)
    assert outside(pdf) == []
    assert astray_in(data, pdf) == []


@pytest.mark.full
@pytest.mark.parametrize("variant", SECTORS)
@pytest.mark.parametrize("name", WORKSHOPS)
def test_every_version_stays_within_its_places(name: str, variant: str, to_pdf: ToPdf) -> None:
    data = made(name, variant)
    pdf = to_pdf(data)
    assert outside(pdf) == []
    assert astray_in(data, pdf) == []


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())
def test_hostile_text_stays_on_the_page(text: str, library: Library, to_pdf: ToPdf) -> None:
    workshop, records = hostile.made(text, library)
    assert outside(to_pdf(render(workshop, records))) == []


@pytest.mark.parametrize("name", ["long", "markup"])
def test_long_text_stays_within_its_places(name: str, library: Library, to_pdf: ToPdf) -> None:
    workshop, records = hostile.made(hostile.TEXTS[name], library)
    data = render(workshop, records, SOMEWHERE)
    assert astray_in(data, to_pdf(data)) == []


def test_forty_bullets_stay_within_their_places(library: Library, to_pdf: ToPdf) -> None:
    data = render(hostile.forty(), library, SOMEWHERE)
    pdf = to_pdf(data)
    assert outside(pdf) == []
    assert astray_in(data, pdf) == []


def test_every_kind_of_slide_is_in_the_hostile_deck(library: Library) -> None:
    workshop, records = hostile.made("x" * 50, library)
    kinds = {kind.model_fields["kind"].annotation.__args__[0] for kind in MAKERS}
    assert {slide.kind for slide in running(workshop, records).slides} == kinds
