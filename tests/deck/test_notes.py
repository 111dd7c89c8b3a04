"""The facilitators' notes."""

from __future__ import annotations

import pytest

from kit.deck.notes import clock, when, written
from kit.deck.sheet import Notes, said


@pytest.mark.parametrize(("minutes", "text"), [(0, "0:00"), (9, "0:09"), (60, "1:00"), (125, "2:05")])
def test_clock(minutes: int, text: str) -> None:
    assert clock(minutes) == text


def test_time_is_said_as_minutes_and_offset() -> None:
    assert when(Notes(5, 58, ())) == "5 minutes, from 0:58 to 1:03."
    assert when(Notes(1, 0, ())) == "1 minute, from 0:00 to 0:01."
    assert when(Notes(0, 60, ())) == "No time of its own, at 1:00 from the start."
    assert when(Notes(0, 60, (), within=True)) == "Within the minutes of the slide before."


def test_every_part_stands_under_its_heading_and_empty_parts_are_left_out() -> None:
    notes = Notes(
        5, 0, (said("Hello."),), quiet=(said("Wait."),), heated=(said("Breathe."),), access=(said("A microphone."),),
        remote=(said("Rooms of two."),), debrief=(said("What was hard?"),), sources=("A book.",),
    )
    assert [para.text for para in written(notes)] == [
        "TIME",
        "5 minutes, from 0:00 to 0:05.",
        "SAY",
        "Hello.",
        "WHEN IT GOES QUIET",
        "Wait.",
        "WHEN IT GETS HEATED",
        "Breathe.",
        "ACCESS",
        "A microphone.",
        "REMOTE",
        "Rooms of two.",
        "TALK IT OVER",
        "What was hard?",
        "SOURCES",
        "A book.",
    ]
