from __future__ import annotations

import pytest

from kit.workbook.measure import count, height


@pytest.mark.parametrize(
    ("text", "lines"),
    [("", 1), ("short", 1), ("one\ntwo", 2), ("two words " * 8, 4), ("w" * 60, 4)],
)
def test_lines_in_a_column_of_twenty_six(text: str, lines: int) -> None:
    assert abs(count(text, 26, 10) - lines) <= (1 if lines > 2 else 0)


def test_bold_never_takes_fewer_lines() -> None:
    text = "Staff ask what a person is good at, and write it down. It stays in the file. " * 3
    assert count(text, 26, 10, bold=True) >= count(text, 26, 10)


def test_a_row_is_as_tall_as_its_tallest_cell() -> None:
    short, long = ("short", 26.0, 10.0), ("word " * 60, 26.0, 10.0)
    assert height(short, long) == height(long) > height(short)
    assert height(("x", 26, 20)) > height(("x", 26, 10))
