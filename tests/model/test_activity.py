"""An activity's minutes add up, its shorter version is shorter, and what it prints is there to print."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from pydantic import ValidationError

from kit.model.activity import AIMS, GROUPINGS, Activity, Aim, CardSet, Grouping, Worksheet


def step(minutes: int = 5, **fields: Any) -> dict[str, Any]:
    return {"name": f"Step {minutes}", "minutes": minutes, "grouping": "pairs", "do": ["D"], "script": "S", **fields}


def activity(**fields: Any) -> Activity:
    steps = fields.get("steps", [step(5), step(4)])
    whole = {
        "id": "one", "name": "One", "summary": "S", "aim": "notice", "purpose": "P", "not_when": ["N"],
        "in_room": ["I"], "group": {"fewest": 2, "ideal": 4, "most": 6}, "room": "R", "materials": [],
        "prepare": {"minutes": 0, "do": ["D"]}, "minutes": sum(one["minutes"] for one in steps), "steps": steps,
        "output": "O", "debrief": ["A", "B"], "quiet": "Q", "heated": "H",
        "variations": {"shorter": {"minutes": [3] + [0] * (len(steps) - 1), "how": "H"}, "remote": "R", "large": "L"},
        "access": {"before": ["B"], "during": ["D"]}, "risks": [{"risk": "R", "response": "R"}], "follow_up": ["F"],
        "draws_on": ["case/one"], "origin": "ours",
    }
    return Activity.model_validate({**whole, **fields})


def shorter(*minutes: int) -> dict[str, Any]:
    return {"shorter": {"minutes": list(minutes), "how": "H"}, "remote": "R", "large": "L"}


@pytest.mark.parametrize("minutes", [8, 10])
def test_minutes_of_the_steps_are_those_of_the_whole(minutes: int) -> None:
    assert activity().minutes == 9
    with pytest.raises(ValidationError, match=f"is {minutes}, but the minutes of the steps add up to 9"):
        activity(minutes=minutes)


@pytest.mark.parametrize("minutes", [(5, 4), (9, 4), (0, 0)])
def test_shorter_version_takes_less_time_and_some(minutes: tuple[int, int]) -> None:
    with pytest.raises(ValidationError, match="expected less than 9"):
        activity(variations=shorter(*minutes))


def test_shorter_version_has_minutes_for_every_step() -> None:
    with pytest.raises(ValidationError, match="has 1 numbers for 2 steps"):
        activity(variations=shorter(5))
    assert activity(variations=shorter(0, 4)).variations.shorter.minutes == [0, 4]


@pytest.mark.parametrize("group", [(4, 3, 9), (4, 6, 5), (1, 2, 3)])
def test_group_goes_from_fewest_to_most(group: tuple[int, int, int]) -> None:
    with pytest.raises(ValidationError):
        activity(group=dict(zip(("fewest", "ideal", "most"), group, strict=True)))


def test_slides_within_a_step_have_no_minutes_of_their_own() -> None:
    slide = {"kind": "section", "title": "T", "script": "S"}
    assert activity(steps=[step(5, slides=[slide]), step(4)]).steps[0].slides
    with pytest.raises(ValidationError, match="no minutes of their own"):
        activity(steps=[step(5, slides=[{**slide, "minutes": 1}]), step(4)])


def test_step_without_a_slide_of_its_own_needs_another() -> None:
    with pytest.raises(ValidationError, match="needs one here"):
        activity(steps=[step(5, own_slide=False), step(4)])


def test_cards_to_print_are_there() -> None:
    handout = {"kind": "cards", "name": "C", "each": "pair"}
    card = {"name": "N", "text": "T", "answer": "A"}
    assert isinstance(activity(cards=[card], handouts=[handout]).handouts[0], CardSet)
    with pytest.raises(ValidationError, match="is empty, but a handout prints them"):
        activity(handouts=[handout])


def test_kind_of_handout_and_of_block_decides_its_fields() -> None:
    blocks = [
        {"kind": "lines", "label": "L", "lines": 2}, {"kind": "table", "label": "T", "columns": ["A", "B"], "blank": 1},
    ]
    sheet = activity(handouts=[{"kind": "worksheet", "name": "W", "each": "person", "blocks": blocks}]).handouts[0]
    assert isinstance(sheet, Worksheet)
    assert [block.kind for block in sheet.blocks] == ["lines", "table"]


@pytest.mark.parametrize(
    "block",
    [
        {"kind": "table", "label": "T", "columns": ["A", "B"]},
        {"kind": "table", "label": "T", "columns": ["A"], "blank": 1},
        {"kind": "lines", "label": "L", "lines": 0},
        {"kind": "boxes", "label": "L"},
    ],
)
def test_block_that_leaves_nothing_to_fill_in_is_refused(block: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        activity(handouts=[{"kind": "worksheet", "name": "W", "each": "person", "blocks": [block]}])


@pytest.mark.parametrize(
    "fields", [{"debrief": ["One"]}, {"risks": []}, {"not_when": []}, {"draws_on": []}, {"aim": "have fun"},
               {"steps": [step(5, grouping="sixes")]}, {"steps": [step(5, do=["D"] * 7)]}, {"prompts": ["P"] * 5}],
)
def test_what_a_facilitator_would_miss_is_not_left_out(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        activity(**fields)


def test_every_aim_and_grouping_has_its_words() -> None:
    assert set(AIMS) == set(get_args(Aim))
    assert set(GROUPINGS) == set(get_args(Grouping))
