"""What is kept of a response, and what is said of it."""

from __future__ import annotations

from kit.results.tally import Tally

from .asked import instrument, many, response


def tally() -> Tally:
    return Tally(instrument(2))


def test_same_id_is_said_and_both_are_kept() -> None:
    found = tally()
    assert found.add(response("people", "asking", id="a"), "one.json") == []
    (said,) = found.add(response("people", "sharing", id="a"), "two.json")
    assert said == "has the id of an earlier response in one.json; both are kept"
    assert found.responses["people"] == 2
    assert found.people["people"] == 1


def test_same_answers_without_an_id_are_said_and_both_are_kept() -> None:
    found = tally()
    found.add(response("people", "asking", "fixing", said="Seen"), "one.xlsx")
    (said,) = found.add(response("people", "asking", "fixing", said="Seen"), "copy.xlsx")
    assert said == "has the same answers as an earlier response in one.xlsx; both are kept"
    assert (found.responses["people"], found.people["people"]) == (2, 1)


def test_same_answers_under_different_ids_are_two_people() -> None:
    found = tally()
    assert [found.add(one) for one in many("people", "asking", "asking", "asking")] == [[], [], []]
    assert found.people["people"] == 3


def test_copy_saved_without_its_id_is_noticed_either_way() -> None:
    for ids in (("a", ""), ("", "a")):
        found = tally()
        first, second = (found.add(response("people", "asking", id=name)) for name in ids)
        assert first == []
        assert "same answers" in second[0]


def test_same_answers_in_another_role_or_with_other_words_are_no_copy() -> None:
    found = tally()
    for one in (response("people", "asking"), response("professionals", "asking"),
                response("people", "asking", said="Seen"), response("people", "asking", today=("together", ""))):
        assert found.add(one) == []


def test_empty_response_counts_nowhere() -> None:
    found = tally()
    assert found.add(response("people", "", "", id="a")) == ["holds no answers, and isn't counted"]
    assert not found.responses


def test_a_word_or_a_place_is_an_answer() -> None:
    found = tally()
    assert found.add(response("people", "", said="Seen")) == []
    assert found.add(response("people", "", today=("", "together"))) == []
    assert found.responses["people"] == 2


def test_role_that_is_unknown_is_no_role() -> None:
    found = tally()
    found.add(response("boss", "asking"))
    assert found.responses[""] == 1


def test_version_that_is_not_said_is_the_forms() -> None:
    found = tally()
    found.add(response("people", "asking", version=0, asked=1, id="a"))
    found.add(response("people", "asking", version=0, asked=0, id="b"))
    (said,) = found.add(response("people", "asking", version=0, asked=2, id="c"))
    assert said == "answers another version of 1 statement; not mixed with this one"
    assert found.cell("people", "s1").levels == [0, 2, 0, 0]


def test_statement_that_is_not_asked_is_named_and_never_without_end() -> None:
    found = tally()
    one = response("people", "asking", "asking", "fixing", "fixing", "fixing", "fixing")
    (said,) = found.add(one)
    assert said == "answers 's3', 's4', 's5' and 1 more, which this assessment doesn't ask"
    for number in range(500):
        odd = one.answers[0].model_copy(update={"statement": f"odd{number}"})
        found.add(one.model_copy(update={"answers": [odd], "id": str(number)}))
    assert len(found.unknown) == 100


def test_statement_answered_twice_keeps_its_first_answer() -> None:
    found = tally()
    one = response("people", "asking")
    again = one.answers[0].model_copy(update={"answer": "sharing"})
    (said,) = found.add(one.model_copy(update={"answers": [one.answers[0], again]}))
    assert "'s1' more than once" in said
    assert found.cell("people", "s1").levels == [0, 1, 0, 0]


def test_dates_are_the_first_and_the_last() -> None:
    found = tally()
    for number, day in enumerate(("2026-03-02", "", "2026-01-09", "2026-11-23")):
        found.add(response("people", "asking", id=str(number), date=day))
    assert found.dates == ["2026-01-09", "2026-11-23"]


def test_nothing_said_of_a_response_names_its_role_or_an_answer() -> None:
    found = tally()
    one = response("commissioners", "fixing", "sharing", "asking", version=3)
    said = " ".join([*found.add(one), *found.add(one)])
    assert said
    assert not any(word in said for word in ("commissioners", "fixing", "sharing", "asking"))
