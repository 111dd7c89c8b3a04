"""The figures, against the plainest way to work each of them out."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kit.results.statistics import Median, Pairs, gap, median, named, pairs, spread

COUNTS = st.lists(st.integers(0, 9), min_size=3, max_size=10)


def laid_out(counts: list[int]) -> list[int]:
    return [level for level, count in enumerate(counts) for _ in range(count)]


@given(COUNTS)
def test_median_is_the_middle_of_the_answers_laid_in_a_row(counts: list[int]) -> None:
    row = laid_out(counts)
    while len(row) > 2:
        row = row[1:-1]
    assert median(counts) == (Median(row[0], row[-1]) if row else None)


@given(COUNTS)
def test_mixed_share_counts_the_pairs_one_by_one(counts: list[int]) -> None:
    every = list(combinations(laid_out(counts), 2))
    assert pairs(counts) == Pairs(sum(abs(one - other) >= 2 for one, other in every), len(every))


@given(COUNTS)
def test_spread_is_the_lowest_and_the_highest(counts: list[int]) -> None:
    row = laid_out(counts)
    assert spread(counts) == ((min(row), max(row)) if row else None)


@given(COUNTS)
def test_turning_the_scale_round_turns_the_median_and_leaves_the_mixed_share(counts: list[int]) -> None:
    turned, top = counts[::-1], len(counts) - 1
    one, other = median(counts), median(turned)
    assert (one is None and other is None) or (one and other and one.halves == 2 * top - other.halves)
    assert pairs(counts).share == pairs(turned).share


@given(COUNTS.filter(any))
def test_median_lies_within_the_spread(counts: list[int]) -> None:
    found, ends = median(counts), spread(counts)
    assert found and ends and ends[0] <= found.low <= found.high <= ends[1]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((0, 0, 0, 0), None),
        ((0, 1, 0, 0), Median(1, 1)),
        ((2, 1, 0, 2), Median(1, 1)),
        ((1, 1, 0, 0), Median(0, 1)),
        ((3, 0, 2, 1), Median(0, 2)),
        ((2, 0, 0, 2), Median(0, 3)),
    ],
)
def test_medians_as_a_person_would_say_them(counts: tuple[int, ...], expected: Median | None) -> None:
    assert median(counts) == expected


def test_worked_example_of_the_docstring() -> None:
    assert pairs((3, 0, 2, 1)).share == Fraction(9, 15)


@pytest.mark.parametrize("counts", [(0, 0, 0), (0, 1, 0)])
def test_share_of_fewer_than_two_answers_is_none(counts: tuple[int, ...]) -> None:
    assert pairs(counts).share is None


def test_gap_is_in_half_levels_and_named_from_two_levels_on() -> None:
    assert gap(Median(0, 0), Median(1, 2)) == gap(Median(1, 2), Median(0, 0)) == 3
    assert not named(3)
    assert gap(Median(0, 0), Median(2, 2)) == 4
    assert named(4)


