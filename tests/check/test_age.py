"""What was looked at long ago asks to be looked at again, and stops nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import age, problems, warnings


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path).change("hosting.yml", '"2026-11"', '"2030"')


def found(data: Data, today: date) -> list[str]:
    return data.breaks(age.RULES, today)


def checked(data: Data, when: str) -> Data:
    """The update, last looked at then."""
    return data.change("updates.yml", '"2026-11"', f'"{when}"')


@pytest.mark.parametrize(
    ("when", "last"),
    [
        ("2024", date(2026, 12, 31)), ("2024-02", date(2026, 2, 28)), ("2024-02-29", date(2026, 2, 28)),
        ("2024-11-23", date(2026, 11, 23)), ("2025-02-30", date(2027, 2, 28)), ("0000", date(2, 12, 31)),
    ],
)
def test_two_years_count_from_the_last_day_that_is_meant(when: str, last: date, data: Data) -> None:
    checked(data, when)
    assert found(data, last) == []
    (said,) = found(data, date.fromordinal(last.toordinal() + 1))
    assert said.endswith(
        f"checked: was last looked at in {when}, more than two years ago; look again, and write the new date"
    )


def test_year_beyond_all_calendars_is_not_old(data: Data) -> None:
    assert found(checked(data, "9999"), date(2026, 11, 23)) == []


def test_update_that_says_no_day_of_its_own_is_as_old_as_what_it_rests_on(data: Data) -> None:
    data.change("updates.yml", '  checked: "2026-11"\n', "")
    (said,) = found(data, date(2026, 11, 23))
    assert "as_of: was last looked at in 2013" in said


def test_advice_to_hosts_ages_too(data: Data) -> None:
    (said,) = found(checked(data, "2040"), date(2033, 1, 1))
    assert said.startswith("hosting.yml:") and "as_of: was last looked at in 2030" in said


def test_age_is_a_warning_and_no_problem_on_any_day(data: Data) -> None:
    library = checked(data, "2010").library()
    (old,) = warnings(library, date(2026, 11, 23))
    assert (old.level, old.rule) == ("warning", "look-again")
    assert str(old).endswith("write the new date [look-again, a warning]")
    assert problems(library) == []


def test_age_can_be_on_purpose_and_the_reason_is_asked_for_only_when_it_is_needed(data: Data) -> None:
    checked(data, "2010").append("updates.yml", "  on_purpose: {look-again: It ended and nothing can follow.}\n")
    assert warnings(data.library(), date(2026, 11, 23)) == []
    (early,) = warnings(data.library(), date(2011, 1, 1))
    assert (early.level, early.message) == ("warning", "nothing here breaks 'look-again' any more")
    assert problems(data.library()) == []
