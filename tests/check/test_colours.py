"""The brand's pairs of colours reach the contrast that they promise."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import colours


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(colours.RULES)


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


def test_pair_with_too_little_contrast_is_found(data: Data) -> None:
    data.change("brand.yml", 'ink: "#1B1F2A"', 'ink: "#9B9FAA"')
    assert found(data) == ["brand.yml:16: brand/one: pairs[0]: ink on paper has a contrast of 2.65; at least 4.5"]


@pytest.mark.parametrize(("at_least", "problems"), [("16.4", 0), ("16.6", 1), ("3", 0)])
def test_pair_must_reach_what_it_says(at_least: str, problems: int, data: Data) -> None:
    data.change("brand.yml", "at_least: 4.5", f"at_least: {at_least}")
    assert len(found(data)) == problems


def test_pair_of_an_unknown_colour_is_found(data: Data) -> None:
    data.change("brand.yml", "back: paper", "back: snow")
    assert found(data) == ["brand.yml:16: brand/one: pairs[0]: no colour 'snow'"]
