"""Contrast as WCAG 2.2 defines it."""

from __future__ import annotations

import pytest

from kit.check.contrast import contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21),
        ("#FFFFFF", "#FFFFFF", 1),
        ("#777777", "#FFFFFF", 4.48),  # the best known grey that just fails
        ("#767676", "#FFFFFF", 4.54),  # and its neighbour that just passes
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
        ("#00FF00", "#000000", 15.30),
        ("#0a0a0a", "#000000", 1.06),
    ],
)
def test_ratio_is_that_of_the_standard_either_way_round(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_letters_of_either_case_are_the_same_colour() -> None:
    assert contrast("#abcdef", "#ABCDEF") == 1
