"""What a host says about the day, typed as people type it."""

from __future__ import annotations

import pytest

from kit.deck.cover import Cover, cover
from kit.errors import UsageError


def test_nothing_said_is_an_empty_cover() -> None:
    assert cover() == cover("", " ", None, ["", " , "]) == Cover()


@pytest.mark.parametrize(("typed", "printed"), [
    ("2026-11-24", "24 November 2026"),
    ("2026-01-05", "5 January 2026"),
    ("Tuesday 24 November", "Tuesday 24 November"),
    ("24/11/2026", "24/11/2026"),
    ("the week after half-term", "the week after half-term"),
])
def test_a_date_is_printed_as_people_write_it(typed: str, printed: str) -> None:
    assert cover(date=typed).date == printed


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="there is no day 2026-02-30"):
        cover(date="2026-02-30")


def test_names_may_share_a_string_or_stand_alone_and_none_comes_twice() -> None:
    assert cover(facilitators=["Amina Khan, Joe Bell", "Sam", "Joe Bell"]).facilitators == (
        "Amina Khan", "Joe Bell", "Sam",
    )


def test_what_no_file_may_hold_is_dropped() -> None:
    assert cover("A\x00 day\ud800\n of\tours\uffff ").title == "A day of ours"


@pytest.mark.parametrize("field", ["title", "organisation", "date"])
def test_what_is_too_long_for_a_slide_is_refused(field: str) -> None:
    with pytest.raises(UsageError, match="has 200 characters"):
        cover(**{field: "x" * 200})  # type: ignore[arg-type]


def test_too_many_names_are_refused() -> None:
    with pytest.raises(UsageError, match="13 facilitators"):
        cover(facilitators=[f"Person {n}" for n in range(13)])
