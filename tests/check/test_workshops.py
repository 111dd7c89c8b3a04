"""Workshops add up to the minute, nobody sits too long without a change, charts have one unit, prompts a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import workshops

TALK = "      - {kind: title, minutes: 4, script: Hello.}"


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(workshops.RULES)


def talks(*minutes: int) -> str:
    """A workshop's first part as talks of so many minutes, one part each."""
    parts = [
        f"  - part: input\n    name: Talk {number}\n    slides:\n      - {{kind: title, minutes: {one}, script: S.}}\n"
        for number, one in enumerate(minutes)
    ]
    return "".join(parts)


def with_talks(data: Data, *minutes: int, pause: str = "") -> Data:
    """The sound workshop with talks in place of its own, and a break after the first, if any."""
    text = (data.folder / "workshops/one.yml").read_text("utf-8")
    start, end = text.index("  - part: input"), text.index("  - part: activity")
    first, rest = talks(*minutes[:1]), talks(*minutes).removeprefix(talks(*minutes[:1]))
    whole = f"{text[:start]}{first}{pause}{rest}{text[end:]}"
    data.write("workshops/one.yml", whole)
    added = 5 if pause else 0
    return data.change("workshops/one.yml", "minutes: 10\n", f"minutes: {sum(minutes) + 6 + added}\n")


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


@pytest.mark.parametrize("minutes", [9, 11])
def test_minutes_of_the_parts_are_those_of_the_whole(minutes: int, data: Data) -> None:
    data.change("workshops/one.yml", "minutes: 10\n", f"minutes: {minutes}\n")
    assert found(data) == [
        f"workshops/one.yml:7: workshop/one: minutes: is {minutes}, but the minutes of the parts add up to 10"
    ]


def test_shorter_version_counts_with_its_own_minutes(data: Data) -> None:
    data.change("workshops/one.yml", "activity: activity/one", "activity: activity/one\n    shorter: true")
    assert found(data) == [
        "workshops/one.yml:7: workshop/one: minutes: is 10, but the minutes of the parts add up to 7"
    ]
    assert found(data.change("workshops/one.yml", "minutes: 10\n", "minutes: 7\n")) == []


def test_fifty_minutes_of_talk_are_the_most(data: Data) -> None:
    assert found(with_talks(data, 50)) == []
    data.change("workshops/one.yml", "minutes: 50", "minutes: 51").change("workshops/one.yml", "s: 56", "s: 57")
    (said,) = found(data)
    assert "'Talk 0': 51 minutes without a change; at most 50 are allowed; put an activity or a break between" in said


def test_two_talks_in_a_row_count_as_one(data: Data) -> None:
    (said,) = found(with_talks(data, 30, 21))
    assert "parts[1]: 'Talk 1': 51 minutes without a change" in said


def test_break_begins_the_count_anew(data: Data) -> None:
    pause = "  - {part: break, name: Tea, minutes: 5, text: Tea., script: Tea.}\n"
    assert found(with_talks(data, 30, 21, pause=pause)) == []


def test_activity_may_be_too_long_too(data: Data) -> None:
    data.change("workshops/one.yml", "activity: activity/one", "activity: activity/one\n    minutes: [50, 2]")
    data.change("workshops/one.yml", "minutes: 10\n", "minutes: 56\n")
    (said,) = found(data)
    assert "'Sort it': 52 minutes without a change" in said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        ("[6]", "has 1 numbers for the 2 steps of activity/one; 0 leaves a step out"),
        ("[0, 0]", "leaves every step out"),
    ],
)
def test_minutes_of_its_own_are_for_every_step(minutes: str, said: str, data: Data) -> None:
    data.change("workshops/one.yml", "activity: activity/one", f"activity: activity/one\n    minutes: {minutes}")
    assert found(data) == [f"workshops/one.yml:20: workshop/one: parts[1].minutes: {said}"]


def test_missing_activity_is_left_to_the_check_of_references(data: Data) -> None:
    assert found(data.change("workshops/one.yml", "activity/one", "activity/none")) == []


def test_chart_of_two_units_is_refused(data: Data) -> None:
    text = (data.folder / "evidence.yml").read_text("utf-8")
    data.append("evidence.yml", text.replace("id: one", "id: two").replace("unit: people\n", "unit: pounds\n"))
    chart = "{kind: chart, title: C, evidence: [evidence/one, evidence/two], caption: C., script: S.}"
    data.change("workshops/one.yml", TALK, f"{TALK}\n      - {chart}")
    assert found(data) == [
        "workshops/one.yml:18: workshop/one: parts[0].slides[1].evidence: mixes units: people, pounds; chart one unit"
    ]


def test_prompts_for_an_activity_that_shows_none_are_found(data: Data) -> None:
    data.change("activities/one.yml", "prompts: [Who was asked?]", "prompts: []")
    assert found(data) == [
        "variants/one.yml:7: variant/one: prompts[0].activity: activity/one shows no prompts; give it prompts first"
    ]


def test_workshop_is_not_called_what_a_version_of_another_is_called(data: Data) -> None:
    text = (data.folder / "workshops/one.yml").read_text("utf-8")
    data.write("workshops/one-one.yml", text.replace("id: one\n", "id: one-one\n", 1))
    said = "'one-one' is what the version of workshop/one for sector/one is called; choose another"
    assert found(data) == [f"workshops/one-one.yml:1: workshop/one-one: id: {said}"]
