"""What LibreOffice shows: nothing leaves the page, its place, or runs into the foot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pdfplumber
import pytest

from kit.deck.compose import MAKERS
from kit.deck.template import FOOT_Y
from kit.library import Library
from kit.model import Workshop
from kit.running import running

from . import hostile
from .conftest import ROOT, SOMEWHERE, opened, render

pytestmark = pytest.mark.libreoffice

SLACK = 3.0
"""Points by which a letter's box may stand over its place."""


def outside(pdf: Path) -> list[str]:
    """Letters that leave the page, or reach into its foot without belonging there."""
    found = []
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages, 1):
            foot = FOOT_Y * 72
            for letter in page.chars:
                if letter["text"].isspace():
                    continue
                over = (
                    letter["x0"] < -SLACK
                    or letter["x1"] > page.width + SLACK
                    or letter["top"] < -SLACK
                    or letter["bottom"] > page.height + SLACK
                )
                into = letter["bottom"] > foot + SLACK and letter["size"] > 12.5
                if over or into:
                    found.append(f"page {number}: {letter['text']} at {letter['x0']:.0f}, {letter['bottom']:.0f}")
    return found


def astray(slide: Any, page: Any) -> list[str]:
    """Words of a slide's placeholders that LibreOffice draws outside the placeholder's box."""
    words = page.extract_words(use_text_flow=True, x_tolerance=1.5)
    found = []
    for shape in slide.placeholders:
        if not shape.has_text_frame or not shape.text_frame.text.strip():
            continue
        spelt = [_outside(run, shape) for run in _spelling(shape.text_frame.text, words)]
        assert spelt, f"not on the page: {shape.text_frame.text[:60]}"
        found += min(spelt, key=len)  # the same words may stand in two places
    return found


def _outside(words: list[dict[str, Any]], shape: Any) -> list[str]:
    left, top = shape.left / 12700 - SLACK, shape.top / 12700 - SLACK
    right, bottom = left + shape.width / 12700 + 2 * SLACK, top + shape.height / 12700 + 2 * SLACK
    return [
        f"{shape.name}: {word['text']}"
        for word in words
        if word["x0"] < left or word["x1"] > right or word["top"] < top or word["bottom"] > bottom
    ]


def _spelling(text: str, words: list[dict[str, Any]]) -> Iterator[list[dict[str, Any]]]:
    """Each run of a page's words that spells a text, leaving out bullets and the numbers of lists."""
    want = re.sub(r"\s", "", text)
    for start in range(len(words)):
        spelt, taken = "", []
        for word in words[start:]:
            here = word["text"]
            if here == "•" or (re.fullmatch(r"\d+\.", here) and not want.startswith(spelt + here)):
                continue
            if not want.startswith(spelt + here):
                break
            spelt += here
            taken.append(word)
            if spelt == want:
                yield taken
                break


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "workshops").glob("*.yml")), ids=lambda path: path.stem)
def test_each_workshop_stays_within_its_places(path: Path, library: Library, to_pdf: Callable[[bytes], Path]) -> None:
    workshop = library.get(f"workshop/{path.stem}")
    assert isinstance(workshop, Workshop)
    data = render(workshop, library, SOMEWHERE)
    pdf = to_pdf(data)
    assert outside(pdf) == []
    slides = list(opened(data).slides)
    with pdfplumber.open(pdf) as document:
        assert len(document.pages) == len(slides)
        for slide, page in zip(slides, document.pages, strict=True):
            assert astray(slide, page) == []


@pytest.mark.parametrize("text", hostile.TEXTS.values(), ids=hostile.TEXTS.keys())
def test_hostile_text_stays_on_the_page(text: str, library: Library, to_pdf: Callable[[bytes], Path]) -> None:
    made, records = hostile.made(text, library)
    assert outside(to_pdf(render(made, records))) == []


@pytest.mark.parametrize("name", ["long", "markup"])
def test_long_text_stays_within_its_places(name: str, library: Library, to_pdf: Callable[[bytes], Path]) -> None:
    made, records = hostile.made(hostile.TEXTS[name], library)
    data = render(made, records, SOMEWHERE)
    with pdfplumber.open(to_pdf(data)) as document:
        for slide, page in zip(opened(data).slides, document.pages, strict=True):
            assert astray(slide, page) == []


def test_every_kind_of_slide_is_in_the_hostile_deck(library: Library) -> None:
    made, _ = hostile.made("x" * 50, library)
    kinds = {kind.model_fields["kind"].annotation.__args__[0] for kind in MAKERS}
    assert {slide.kind for slide in running(made, library).slides} == kinds
