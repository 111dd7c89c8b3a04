"""Figures as people read them."""

from __future__ import annotations

from typing import get_args

import pytest

from kit.deck.figures import SIGNS, STANDINGS, number, shown
from kit.load import Library
from kit.model import Evidence
from kit.model.base import Status
from kit.model.evidence import Unit


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (681573, "681,573"),
        (26_581_347, "26.6 million"),
        (16e9, "16 billion"),
        (1.47, "1.47"),
        (0, "0"),
        (12.50, "12.5"),
    ],
)
def test_numbers(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"value": 7.0, "unit": "per cent"}, "7%"),
        ({"value": 995.0, "unit": "pounds a week", "qualifier": "up to"}, "up to £995"),
        ({"value": None, "low": 27.0, "high": 58.0, "unit": "pounds per visit"}, "£27 to £58"),
        ({"value": 50000.0, "unit": "people"}, "50,000"),
    ],
)
def test_figures(library: Library, change: dict[str, object], text: str) -> None:
    evidence = library.get("evidence/expert-patients-gp-visits")
    assert isinstance(evidence, Evidence)
    assert shown(evidence.model_copy(update=change)) == text


def test_every_status_has_words() -> None:
    assert set(STANDINGS) == set(get_args(Status))


def test_signs_belong_to_units() -> None:
    assert set(SIGNS) <= set(get_args(Unit))
