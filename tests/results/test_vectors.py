"""The shared test vectors: what this project makes of them, and what they say when worked out by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kit.model.response import Response
from kit.model.summary import Summary
from kit.results.summary import summary_of, to_json
from kit.results.tally import Tally

from .asked import LEVELS, far, from_json, laid_out, middle
from .cases import CASES, HERE

FILES = sorted(HERE.glob("*.json"))
OURS = [path for path in FILES if path.stem != "brought-seven"]


def vector(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def statements(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = vector(HERE / f"{name}.json")["summary"]["statements"]
    return found


def shown(name: str) -> dict[str, int | None]:
    """The groups shown, and their sizes."""
    groups = vector(HERE / f"{name}.json")["summary"]["groups"]
    return {group["role"]: group["responses"] for group in groups if group["shown"] and group["responses"]}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_responses_come_to_the_summary(path: Path) -> None:
    given = vector(path)
    tally = Tally(from_json(given["instrument"]))
    for one in given["responses"]:
        tally.add(Response.model_validate(one))
    since = given["options"].get("since")
    earlier = Summary.model_validate(since) if since else None
    options = given["options"]
    made = summary_of(tally, options["smallest_group"], options["in_room"], (), earlier)
    assert json.loads(to_json(made)) == given["summary"]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_figures_of_a_vector_are_right_when_worked_out_by_hand(path: Path) -> None:
    given = vector(path)
    responses = [Response.model_validate(one) for one in given["responses"]]
    for one in given["summary"]["statements"]:
        current = [r for r in responses if all(a.version == 1 for a in r.answers if a.statement == one["id"])]
        for role in one["roles"]:
            answers = laid_out(current, one["id"], role["role"])
            assert role["median"] == middle(answers)
            assert list(role["levels"].values()) == [answers.count(level) for level in range(len(LEVELS))]
        if one["everyone"]:
            pairs = one["everyone"]["far_pairs"], one["everyone"]["pairs"]
            assert pairs == far(laid_out(current, one["id"]))


def test_there_is_a_file_for_each_case_and_no_other() -> None:
    assert {path.stem for path in FILES} == set(CASES)
    for name, case in CASES.items():
        assert vector(HERE / f"{name}.json")["responses"] == [one.model_dump() for one in case.responses]


@pytest.mark.parametrize(
    ("name", "median"),
    [
        ("odd", ["asking", "asking"]), ("even", ["asking", "asking"]), ("between", ["asking", "sharing"]),
        ("wide-middle", ["fixing", "facilitating"]), ("all-dont-know", None), ("brought-seven", ["4", "5"]),
    ],
)
def test_medians(name: str, median: list[str] | None) -> None:
    assert statements(name)[0]["roles"][0]["median"] == median


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("one-role-missing", {"professionals": 5, "people": 5}), ("small-role", {"professionals": 6}),
        ("subtraction", {}), ("no-role", {"professionals": 6}), ("too-few", {}), ("in-room", {"people": 3}),
        ("empty", {}), ("blank-form", {"people": 5}), ("copies", {}), ("words", {"people": 5}),
    ],
)
def test_groups_that_are_shown(name: str, expected: dict[str, int]) -> None:
    assert shown(name) == expected


def test_too_few_and_none_show_nothing_at_all() -> None:
    for name in ("too-few", "empty"):
        found = vector(HERE / f"{name}.json")["summary"]
        empty = {key: found[key] for key in ("responses", "groups", "statements", "mixed_first", "positions", "dates",
                                             "priorities", "unknown", "since")}
        assert not any(empty.values())


def test_tie_goes_to_the_wider_gap_and_then_to_the_order() -> None:
    found = vector(HERE / "tie.json")["summary"]
    shares = {one["id"]: one["everyone"]["far_pairs"] for one in found["statements"]}
    assert shares["s1"] == shares["s2"] == shares["s3"] == 24
    assert found["mixed_first"] == ["s2", "s1", "s3"]


def test_one_version_is_not_mixed_with_another() -> None:
    first, second = statements("two-versions")
    assert (first["everyone"]["asked"], first["other_version"]) == (5, 3)
    assert (second["everyone"]["asked"], second["other_version"]) == (8, 0)
    assert statements("too-few-of-a-version")[0]["everyone"] is None


def test_dont_know_is_a_share_of_those_who_could() -> None:
    found = statements("apart")[0]["everyone"]
    assert (found["dont_know"], found["asked"] - found["does_not_apply"], found["no_answer"]) == (2, 4, 1)


def test_words_stand_beside_no_hidden_role() -> None:
    said = [(one["role"], one["text"]) for one in statements("words")[0]["said"]]
    assert said == [("", "A thing")] * 2 + [("people", f"Seen {n}") for n in range(1, 6)] + [("", "Éclair 😀")] * 3


def test_positions_count_squares_halves_and_silence() -> None:
    everyone, *groups = vector(HERE / "positions.json")["summary"]["positions"]["today"]
    assert [group["role"] for group in groups] == ["professionals", "people"]
    assert sum(square["responses"] for square in everyone["squares"]) == 9
    assert (everyone["incomplete"], everyone["no_answer"]) == (1, 1)


def test_what_moved() -> None:
    (moved,) = vector(HERE / "since.json")["summary"]["since"]["statements"]
    assert moved["roles"] == [
        {"role": "people", "then": ["asking", "asking"], "now": ["sharing", "facilitating"], "half_levels": 3}
    ]
