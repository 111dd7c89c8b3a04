"""No small group can be worked out from what is published, however the numbers are added and taken away."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.model.response import Response
from kit.model.summary import Summary
from kit.results.summary import summarise, to_json
from kit.results.suppress import hidden

from .asked import CHOICES, EVERY, LEVELS, instrument, response

SIZES = st.fixed_dictionaries({role: st.integers(0, 9) for role in EVERY})
SMALLEST = st.integers(3, 7)
ASKED = instrument(2)


@st.composite
def crowds(draw: st.DrawFn) -> list[Response]:
    """Responses of every role, some to another version of the first statement, some handed in twice."""
    sizes = draw(SIZES)
    found = []
    for role, size in sizes.items():
        for number in range(size):
            one = response(
                role, *draw(st.tuples(st.sampled_from(CHOICES), st.sampled_from(LEVELS))), id=f"{role}-{number}",
                said=draw(st.sampled_from(["", "seen", "told"])),
            )
            if draw(st.integers(0, 4)) == 0:
                old = one.answers[0].model_copy(update={"version": 2})
                one = one.model_copy(update={"answers": [old, one.answers[1]]})
            found += [one] * draw(st.sampled_from([1, 1, 1, 2]))
    return draw(st.permutations(found))


def people(responses: list[Response], statement: str | None) -> dict[str, int]:
    """How many people of each role were asked a statement in its present version, or answered at all."""
    ids: dict[str, set[str]] = {role: set() for role in EVERY}
    for one in responses:
        versions = {answer.statement: answer.version for answer in one.answers}
        if statement is None or versions[statement] == 1:
            ids[one.role].add(one.id)
    return {role: len(found) for role, found in ids.items()}


def attacked(tables: list[set[str]], sizes: dict[str, int]) -> list[set[str]]:
    """Every group that can be had by adding published tables and taking others away."""
    there = [role for role in EVERY if sizes[role]]
    rows = [[int(role in table) for role in there] for table in tables]
    found = []
    for signs in product((-1, 0, 1), repeat=len(rows)):
        sums = [sum(sign * row[at] for sign, row in zip(signs, rows, strict=True)) for at in range(len(there))]
        if set(sums) <= {0, 1} and any(sums):
            found.append({role for role, has in zip(there, sums, strict=True) if has})
    return found


@given(SIZES, SMALLEST)
def test_what_can_be_subtracted_is_never_a_small_group(sizes: dict[str, int], smallest: int) -> None:
    hide = hidden(sizes, smallest)
    tables = [] if hide is None else [set(EVERY), *({role} for role in EVERY if role not in hide)]
    for group in attacked(tables, sizes):
        assert sum(sizes[role] for role in group) >= smallest


@settings(deadline=None)
@given(crowds(), st.sampled_from([5, 6]))
def test_no_statement_gives_a_small_group_away(responses: list[Response], smallest: int) -> None:
    found = summarise(responses, ASKED, smallest)
    assert found.too_few == (sum(people(responses, None).values()) < smallest)
    for one in found.statements:
        sizes = people(responses, one.id)
        tables = [{role.role} for role in one.roles] + ([set(EVERY)] if one.everyone else [])
        for group in attacked(tables, sizes):
            assert sum(sizes[role] for role in group) >= smallest
        assert {role.role for role in one.roles} <= {group.role for group in found.groups if group.shown}
        if one.everyone is None:
            assert one.said == one.gaps == one.roles == []
        assert {said.role for said in one.said} <= {role.role for role in one.roles} | {""}


@settings(deadline=None)
@given(crowds())
def test_positions_and_sizes_give_no_small_group_away(responses: list[Response]) -> None:
    found, sizes = summarise(responses, ASKED), people(responses, None)
    assert found.positions is None or found.positions.today[0].role is None
    shown = [{str(one.role)} for one in found.positions.today[1:]] if found.positions else []
    numbered = [{one.role} for one in found.groups if one.responses]
    for tables in (shown, numbered):
        for group in attacked([*tables, set(EVERY)] if not found.too_few else tables, sizes):
            assert sum(sizes[role] for role in group) >= 5


@settings(deadline=None)
@given(crowds(), st.randoms(use_true_random=False))
def test_hidden_groups_can_trade_their_answers_and_nobody_sees_it(responses: list[Response], random: object) -> None:
    single = list({one.id: one for one in responses if all(a.version == 1 for a in one.answers)}.values())
    found = summarise(single, ASKED)
    hide = {group.role for group in found.groups if not group.shown}
    among = [one for one in single if found.too_few or one.role in hide]
    roles = [one.role for one in among]
    random.shuffle(roles)  # type: ignore[attr-defined]
    traded = [one.model_copy(update={"role": role}) for one, role in zip(among, roles, strict=True)]
    again = [one for one in single if one not in among] + traded
    assert text(summarise(again, ASKED)) == text(found)


def text(summary: Summary) -> str:
    return to_json(summary)


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ({"a": 10, "b": 6, "c": 5}, set()),
        ({"a": 10, "b": 6, "c": 4}, {"b", "c"}),
        ({"a": 10, "b": 4, "c": 4}, {"b", "c"}),
        ({"a": 10, "b": 2, "c": 0}, {"a", "b"}),
        ({"a": 10, "b": 0, "c": 0}, set()),
        ({"a": 2, "b": 2, "c": 1}, {"a", "b", "c"}),
        ({"a": 7, "b": 7, "c": 1}, {"b", "c"}),
        ({"a": 2, "b": 2, "c": 0}, None),
        ({"a": 0, "b": 0, "c": 0}, None),
    ],
)
def test_smallest_are_hidden_first_and_the_later_of_equals(sizes: dict[str, int], expected: set[str] | None) -> None:
    assert hidden(sizes, 5) == expected


def test_what_is_hidden_elsewhere_is_hidden_here() -> None:
    assert hidden({"a": 9, "b": 8, "c": 7}, 5, {"b"}) == {"b"}
