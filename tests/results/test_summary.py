"""The summary as a file, its order, its priorities, and what moved since."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kit.errors import UsageError
from kit.model.response import Response
from kit.model.summary import FileRead, Summary
from kit.results import wording
from kit.results.instrument import Instrument
from kit.results.summary import read_summary, summarise, summary_of, to_json
from kit.results.tally import Tally

from .asked import CHOICES, EVERY, LEVELS, far, instrument, laid_out, many, middle, response

CROWD = st.lists(
    st.builds(response, st.sampled_from(EVERY), st.sampled_from(CHOICES), st.sampled_from(CHOICES)),
    max_size=40,
).map(lambda found: [one.model_copy(update={"id": str(number)}) for number, one in enumerate(found)])


def since(then: list[Response], now: list[Response], asked: Instrument | None = None) -> Summary:
    tally = Tally(asked or instrument(1))
    for one in now:
        tally.add(one)
    return summary_of(tally, 5, False, (), summarise(then, instrument(1)))


@settings(deadline=None)
@given(CROWD)
def test_figures_are_those_worked_out_the_long_way(responses: list[Response]) -> None:
    counted = [one for one in responses if not one.empty]
    for one in summarise(responses, instrument(2)).statements:
        assert one.everyone
        assert (one.everyone.far_pairs, one.everyone.pairs) == far(laid_out(counted, one.id))
        assert one.everyone.asked == len(counted)
        for role in one.roles:
            assert role.median == middle(laid_out(counted, one.id, role.role))
            assert role.asked == sum(role.levels.values()) + role.dont_know + role.does_not_apply + role.no_answer


@settings(deadline=None)
@given(CROWD, st.randoms(use_true_random=False))
def test_order_of_the_responses_shows_nowhere(responses: list[Response], random: object) -> None:
    mixed = list(responses)
    random.shuffle(mixed)  # type: ignore[attr-defined]
    assert to_json(summarise(mixed, instrument(2))) == to_json(summarise(responses, instrument(2)))


@settings(deadline=None)
@given(CROWD)
def test_most_mixed_come_first_and_every_statement_once(responses: list[Response]) -> None:
    found = summarise(responses, instrument(2))
    by_id = {one.id: one.everyone for one in found.statements}
    assert sorted(found.mixed_first) == sorted(by_id)
    shares = [one.far_pairs / one.pairs if one and one.pairs else -1 for one in map(by_id.get, found.mixed_first)]
    assert shares == sorted(shares, reverse=True)


def test_figures_hold_no_decimals() -> None:
    text = to_json(summarise(many("people", *LEVELS, "fixing", "asking"), instrument()))
    assert not [value for value in str(json.loads(text)).split() if value.strip(",}]").replace(".", "", 1).isdigit()
                and "." in value.strip(",}]")]


def test_a_file_of_a_summary_is_read_back_the_same(tmp_path: Path) -> None:
    found = summarise(many("people", *LEVELS, "fixing"), instrument())
    path = tmp_path / "summary.json"
    path.write_text(to_json(found), "utf-8")
    assert read_summary(path) == found


@pytest.mark.parametrize(("name", "back"), [
    ("a\ud800b.csv", "a\ufffdb.csv"), ("\udc00", "\ufffd"), ("\U0001f600", "\U0001f600"),
])
def test_half_a_character_in_a_name_loses_no_more_than_itself(name: str, back: str, tmp_path: Path) -> None:
    found = summarise(many("people", *LEVELS), instrument())
    path = tmp_path / "summary.json"
    path.write_text(to_json(found.model_copy(update={"read": [FileRead(file=name, how="accepted", why=[])]})), "utf-8")
    assert [one.file for one in read_summary(path).read] == [back]


@pytest.mark.parametrize(
    "text", ["", "{}", "[]", "null", "{", '{"format": "other"}', "\x00", "[" * 100_000, '{"statements": [{}]}'],
)
def test_what_is_no_summary_gets_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "summary.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UsageError, match="is not a summary") as caught:
        read_summary(path)
    assert "\n" not in str(caught.value)


def test_summary_that_is_not_there_gets_one_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't read"):
        read_summary(tmp_path / "nowhere.json")


@pytest.mark.parametrize(("smallest", "in_room"), [(4, False), (1, False), (2, True), (0, True), (-1, False)])
def test_groups_may_not_be_smaller_than_agreed(smallest: int, in_room: bool) -> None:
    with pytest.raises(UsageError, match="the smallest group is"):
        summarise([], instrument(), smallest, in_room)


def test_priorities_are_the_mixed_and_then_those_agreed_to_be_low() -> None:
    rows = {"professionals": [("fixing", "fixing", "facilitating", "asking")] * 5,
            "people": [("sharing", "fixing", "facilitating", "sharing")] * 5}
    crowd = [response(role, *row, id=f"{role}{n}") for role, found in rows.items() for n, row in enumerate(found)]
    found = summarise(crowd, instrument(4)).priorities
    assert [(one.statement, one.why, one.level, one.see) for one in found] == [
        ("s1", "mixed", "fixing", ["case/fixing"]),
        ("s2", "low", "fixing", ["case/fixing"]),
        ("s4", "low", "asking", ["case/asking"]),
    ]


def test_priorities_take_three_of_each_sort() -> None:
    ends = ("fixing", "facilitating")
    crowd = [response("people", *(ends[n % 2],) * 5, *("asking",) * 5, id=str(n)) for n in range(6)]
    found = summarise(crowd, instrument(10)).priorities
    assert [one.statement for one in found] == ["s1", "s2", "s3", "s6", "s7", "s8"]


def test_priorities_when_every_role_is_hidden_begin_where_most_stand() -> None:
    crowd = many("people", "asking", "asking") + many("professionals", "asking", "asking", "asking")
    (found,) = summarise(crowd, instrument(1)).priorities
    assert (found.why, found.level) == ("low", "asking")


def test_what_moved_is_in_half_levels_and_by_roles_shown_in_both() -> None:
    then = many("people", *["fixing"] * 5) + many("professionals", *["asking"] * 5)
    now = many("people", *["fixing"] * 3, *["asking"] * 3, first=9) + many("commissioners", *["asking"] * 6)
    found = since(then, now).since
    assert found
    (moved,) = found.statements
    assert [(role.role, role.half_levels) for role in moved.roles] == [("people", 1)]
    assert moved.then and moved.now and (moved.then.far, moved.then.all, moved.now.all) == (0, 45, 66)


def test_another_version_is_not_compared_and_says_so() -> None:
    asked = instrument(2)
    first = asked.statements[0]
    newer = Instrument("small", 2, "Small", asked.levels, asked.roles,
                       (type(first)("s1", 2, "One", "New", {}, ()), asked.statements[1]), True)
    now = [response("people", "asking", "asking", id=str(n), version=2) for n in range(5)]
    found = since(many("people", *["fixing"] * 5), now, newer).since
    assert found
    assert [(one.statement, one.how, one.roles) for one in found.statements] == [("s1", "another version", []),
                                                                                 ("s2", "new", [])]


def test_statement_that_was_too_small_to_show_is_not_compared() -> None:
    found = since(many("people", "asking"), many("people", *["asking"] * 5)).since
    assert found and found.statements[0].how == "new"


@pytest.mark.parametrize(("more", "few"), [(0, False), (1, True), (4, True), (5, False)])
def test_a_few_new_responses_are_warned_of(more: int, few: bool) -> None:
    found = since(many("people", *["asking"] * 5), many("people", *["asking"] * (5 + more))).since
    assert found and found.few_new == few


def test_summary_of_something_else_is_not_compared() -> None:
    other = instrument(1)
    then = summarise(many("people", *["asking"] * 5), other)
    named = then.model_copy(update={"assessment": then.assessment.model_copy(update={"id": "other"})})
    with pytest.raises(UsageError, match="is of 'other'"):
        summary_of(Tally(other), earlier=named)
    scaled = then.model_copy(update={"assessment": then.assessment.model_copy(update={"levels": []})})
    with pytest.raises(UsageError, match="has other levels"):
        summary_of(Tally(other), earlier=scaled)


def test_figures_in_words() -> None:
    crowd = many("people", "sharing", "sharing", "sharing", "facilitating", "sharing") + many(
        "professionals", "fixing", "fixing", "fixing", "asking", "fixing", "asking") + many("", *["dont-know"] * 5)
    found = summarise(crowd, instrument(1))
    one, asked = found.statements[0], found.assessment
    staff, people = one.roles[0], one.roles[1]
    assert wording.median(staff.median, asked) == "fixing"
    assert wording.median(["asking", "sharing"], asked) == "between asking and sharing"
    assert wording.median(None, asked) == "no answers"
    assert wording.spread(people.spread, asked) == "from sharing to facilitating"
    assert wording.spread(["asking", "asking"], asked) == "all at asking"
    assert wording.mixed(one) == "22 of 55 pairs of answers are two or more levels apart"
    assert one.everyone and wording.dont_know(one.everyone) == "5 of 16 don't know"
    assert [wording.group(group, asked) for group in found.groups] == [
        "Professionals: 6", "People: 5", "Commissioners: nobody", "No role given: 5",
    ]
    assert [wording.gap(gap, one.roles, asked) for gap in one.gaps] == [
        "Professionals see fixing. People see sharing. Both have seen something: ask each other what."
    ]
