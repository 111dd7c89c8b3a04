"""What no single record shows: nine cells, every endnote, a case each, an order."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SOUND, Data, sound

from kit.check import whole


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(whole.RULES)


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


def test_eight_cells_name_the_one_that_is_missing(data: Data) -> None:
    data.write("matrix.yml", SOUND["matrix.yml"].partition("- id: community-community")[0])
    assert found(data) == ["matrix.yml: has no cell with plans: community and delivers: community; fill all nine"]


def test_two_cells_in_one_place_are_found_at_the_second(data: Data) -> None:
    data.change("matrix.yml", "plans: together\n  delivers: together", "plans: together\n  delivers: community")
    (said,) = found(data)
    assert "matrix/together-community: delivers: stands where matrix/together-together stands" in said


def test_a_cell_that_can_not_be_read_is_not_also_missing(data: Data) -> None:
    data.change("matrix.yml", "legible: true", "legible: yes")
    assert found(data) == []


@pytest.mark.parametrize("numbers", [[1], [66], [7, 8]])
def test_each_endnote_that_no_work_resolves_is_said(numbers: list[int], data: Data) -> None:
    rest = [number for number in range(1, 67) if number not in numbers]
    data.change("references/paper.yml", str(list(range(1, 67))), str(rest))
    assert [line.partition("endnote ")[2].partition(";")[0] for line in found(data)] == [str(n) for n in numbers]


def test_endnotes_are_not_counted_while_a_work_can_not_be_read(data: Data) -> None:
    data.change("references/paper.yml", "year: 2009", "year: NO")
    assert found(data) == []


def test_distinction_without_a_case_is_found(data: Data) -> None:
    data.change("distinctions/one.yml", "cases: [case/one]", "cases: []")
    assert found(data) == ["distinctions/one.yml:9: distinction/one: cases: is empty; every distinction needs a case"]


def test_order_is_taken_once_within_a_kind_only(data: Data) -> None:
    data.change("agenda/two.yml", "order: 2", "order: 1")  # principles, pressures … have a 1 as well
    assert found(data) == ["agenda/two.yml:2: agenda/two: order: 1 is taken by agenda/one; choose another"]
