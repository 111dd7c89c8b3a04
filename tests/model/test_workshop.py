"""A workshop's parts have names that differ; an activity runs one way; a field has one set of prompts for each."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from kit.model.workshop import ActivityPart, BreakPart, InputPart, Variant, Workshop

TALK = {"part": "input", "name": "Talk", "slides": [{"kind": "title", "minutes": 5, "script": "S"}]}
DO = {"part": "activity", "activity": "activity/one"}
PAUSE = {"part": "break", "name": "Tea", "minutes": 15, "text": "T", "script": "S"}
AHEAD = [{"when": "W", "do": ["D"]}]


def workshop(*parts: dict[str, Any], **fields: Any) -> Workshop:
    whole = {
        "id": "one", "order": 1, "name": "One", "summary": "S", "audience": "A",
        "group": {"fewest": 2, "ideal": 4, "most": 6}, "minutes": 30, "outcomes": ["O"], "invite": ["I"], "room": "R",
        "before": AHEAD, "after": AHEAD, "parts": list(parts), "origin": "ours",
    }
    return Workshop.model_validate({**whole, **fields})


def variant(**fields: Any) -> Variant:
    whole = {"id": "one", "name": "One", "sector": "sector/one", "summary": "S", "cases": [], "examples": [],
             "prompts": [], "origin": "ours"}
    return Variant.model_validate({**whole, **fields})


def test_part_is_a_talk_an_activity_or_a_break() -> None:
    kinds = [type(part) for part in workshop(TALK, DO, PAUSE).parts]
    assert kinds == [InputPart, ActivityPart, BreakPart]


@pytest.mark.parametrize(
    "wrong",
    [
        {**TALK, "slides": []}, {**TALK, "minutes": 5}, {**DO, "name": "x" * 61}, {**DO, "activity": "one"},
        {**PAUSE, "minutes": 0}, {**PAUSE, "text": ""}, {"part": "lunch", "name": "Lunch", "minutes": 40},
        {**DO, "minutes": [-1]},
    ],
)
def test_part_with_the_wrong_fields_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        workshop(wrong)


def test_activity_is_shorter_or_has_minutes_of_its_own() -> None:
    assert workshop({**DO, "shorter": True}).parts
    assert workshop({**DO, "minutes": [3, 0]}).parts
    with pytest.raises(ValidationError, match="not both"):
        workshop({**DO, "shorter": True, "minutes": [3, 0]})


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ([TALK, TALK], "2 parts are called 'Talk'"),
        ([DO, DO], "2 parts are called 'activity/one'"),
        ([TALK, {**DO, "name": "Talk"}], "2 parts are called 'Talk'"),
        ([PAUSE, PAUSE, PAUSE], "3 parts are called 'Tea'"),
    ],
)
def test_two_parts_of_one_name_are_refused(parts: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ValidationError, match=said):
        workshop(*parts)


def test_one_activity_twice_goes_by_two_names() -> None:
    assert len(workshop({**DO, "name": "First"}, {**DO, "name": "Again"}).parts) == 2


@pytest.mark.parametrize("field", ["outcomes", "invite", "before", "after"])
def test_what_a_host_needs_is_not_left_out(field: str) -> None:
    with pytest.raises(ValidationError):
        workshop(TALK, **{field: []})


def test_workshop_has_parts() -> None:
    with pytest.raises(ValidationError):
        workshop()


def test_field_has_one_set_of_prompts_for_an_activity() -> None:
    one = {"activity": "activity/one", "prompts": ["P"]}
    assert variant(prompts=[one, {**one, "activity": "activity/two"}]).prompts
    with pytest.raises(ValidationError, match="activity/one has 2 sets"):
        variant(prompts=[one, one])
    with pytest.raises(ValidationError):
        variant(prompts=[{**one, "prompts": []}])
