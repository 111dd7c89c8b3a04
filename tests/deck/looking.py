"""What LibreOffice's rendering of a deck shows, and whether it stays where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pdfplumber

from kit.deck.template import FOOT_Y

from .conftest import opened

SLACK = 3.0
"""Points by which a letter's box may stand over its place."""
Word = dict[str, Any]
Box = tuple[float, float, float, float]
"""Left, top, right and bottom, in points."""


def outside(pdf: Path, foot: float | None = FOOT_Y * 72) -> list[str]:
    """Letters that leave the page, or reach into its foot without belonging there."""
    found = []
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages, 1):
            for letter in page.chars:
                if letter["text"].isspace():
                    continue
                over = (
                    letter["x0"] < -SLACK
                    or letter["x1"] > page.width + SLACK
                    or letter["top"] < -SLACK
                    or letter["bottom"] > page.height + SLACK
                )
                into = foot is not None and letter["bottom"] > foot + SLACK and letter["size"] > 12.5
                if over or into:
                    found.append(f"page {number}: {letter['text']} at {letter['x0']:.0f}, {letter['bottom']:.0f}")
    return found


def astray_in(data: bytes, pdf: Path) -> list[str]:
    """Words of a whole deck that stand outside their places; every slide must be a page."""
    slides = list(opened(data).slides)
    with pdfplumber.open(pdf) as document:
        assert len(document.pages) == len(slides)
        return [
            f"slide {number}: {fault}"
            for number, (slide, page) in enumerate(zip(slides, document.pages, strict=True), 1)
            for fault in astray(slide, page)
        ]


def astray(slide: Any, page: Any) -> list[str]:
    """Words of a slide's shapes and tables that LibreOffice draws outside their box."""
    words = page.extract_words(use_text_flow=True, x_tolerance=1.5)
    found = []
    for shape, text in _texts(slide):
        spelt = [_beyond(run, shape) for run in _spelling(text, words)]
        assert spelt, f"not on the page: {text[:60]}"
        found += min(spelt, key=len)  # the same words may stand in two places
    return found


def _texts(slide: Any) -> Iterator[tuple[Any, str]]:
    for shape in slide.shapes:
        if shape.has_text_frame and shape.text_frame.text.strip():
            yield shape, shape.text_frame.text
        if getattr(shape, "has_table", False):
            yield from ((shape, cell.text) for row in shape.table.rows for cell in row.cells if cell.text.strip())


def _beyond(words: list[Word], shape: Any) -> list[str]:
    left, top = shape.left / 12700 - SLACK, shape.top / 12700 - SLACK
    right, bottom = left + shape.width / 12700 + 2 * SLACK, top + shape.height / 12700 + 2 * SLACK
    return [
        f"{shape.name}: {word['text']}"
        for word in words
        if word["x0"] < left or word["x1"] > right or word["top"] < top or word["bottom"] > bottom
    ]


def _spelling(text: str, words: list[Word]) -> Iterator[list[Word]]:
    """Each run of a page's words that spells a text, leaving out bullets and the numbers of lists."""
    want = re.sub(r"\s", "", text).casefold()
    for start in range(len(words)):
        spelt, taken = "", []
        for word in words[start:]:
            here = word["text"].casefold()
            if here == "•" or (re.fullmatch(r"\d+\.", here) and not want.startswith(spelt + here)):
                continue
            if not want.startswith(spelt + here):
                break
            spelt += here
            taken.append(word)
            if spelt == want:
                yield taken
                break
