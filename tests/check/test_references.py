"""References lead somewhere, of the right kind, in no circle; aliases are free."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import references

SOURCE = '{part: "3"}\n'


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(references.RULES)


def term(name: str, more: str) -> str:
    head = f"- id: {name}\n  name: Term {name}\n  summary: A.\n  plain: B.\n  text: C.\n  origin: ours\n"
    return head + "".join(f"  {line}\n" for line in more.splitlines())


def retired(name: str, by: str) -> str:
    return term(name, f"retired: {{reason: Old., replaced_by: term/{by}}}")


def definition(name: str, follows: str) -> str:
    return (
        f"- {{id: {name}, name: D, who: W, year: null, field: F, summary: S., sense: T., shares: [], adds: [],"
        f" leaves_out: [], follows: definition/{follows}, origin: ours}}\n"
    )


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("See [[case/oen]].", "no case 'oen'; did you mean 'one'?"),
        ("See [[case/zzzzzzzz|this]].", "no case 'zzzzzzzz'"),
        ("See [[csae/one]].", "no kind 'csae' (in 'csae/one'); did you mean 'case'?"),
        ("See `[[case/oen]]`.", "no case 'oen'; did you mean 'one'?"),
        ("See [[Case/one]].", "'[[Case/one]]' is no link to a record; write [[kind/id]] or [[kind/id|words]]"),
        ("See [[one]].", "'[[one]]' is no link to a record; write [[kind/id]] or [[kind/id|words]]"),
        ("See [[case/one|]].", "'[[case/one|]]' is no link to a record; write [[kind/id]] or [[kind/id|words]]"),
        ("See [[case/one]", "'[[case/one]' is no link to a record; write [[kind/id]] or [[kind/id|words]]"),
    ],
)
def test_link_in_text_that_leads_nowhere_is_found(text: str, said: str, data: Data) -> None:
    data.change("cases/one.yml", "text: The whole of it.", f'text: "{text}"')
    assert found(data) == [f"cases/one.yml:20: case/one: text: {said}"]


def test_every_dangling_link_of_a_text_is_found(data: Data) -> None:
    data.change("cases/one.yml", "text: The whole of it.", "text: A [[case/a]], [[term/b]] and [[case/one]].")
    assert len(found(data)) == 2


def test_link_to_any_kind_may_stand_in_text(data: Data) -> None:
    data.change("cases/one.yml", "text: The whole of it.", "text: See [[brand/one]] and [[matrix/together-together]].")
    assert found(data) == []


def test_reference_of_the_wrong_kind_names_the_right_one(data: Data) -> None:
    data.change("cases/one.yml", "cell: matrix/together-together", "cell: term/together-togethr")
    assert found(data) == [
        "cases/one.yml:8: case/one: cell: 'term/together-togethr' is a term; expected a matrix"
        "; did you mean 'matrix/together-together'?"
    ]


def test_field_that_takes_two_kinds_names_both(data: Data) -> None:
    slide = "      - {kind: matrix, title: M, script: S., caption: C., place: [{what: term/one}]}\n"
    data.change("workshops/one.yml", "  - part: activity", f"{slide}  - part: activity")
    assert found(data) == [
        "workshops/one.yml:18: workshop/one: parts[0].slides[1].place[0].what: 'term/one' is a term"
        "; expected a case or distinction; did you mean 'case/one'?"
    ]


def test_reference_by_an_alias_is_dangling(data: Data) -> None:
    data.change("cases/one.yml", "id: one\n", "id: one\naliases: [first]\n")
    data.change("actions.yml", "[case/one]", "[case/first]")
    assert found(data) == ["actions.yml:9: action/one: see_also[0]: no case 'first'"]


def test_circle_is_said_once_however_long(data: Data) -> None:
    data.append("terms.yml", retired("a", "b") + retired("b", "c") + retired("c", "a"))
    (said,) = found(data)
    assert "goes round in a circle: term/a > term/b > term/c > term/a; one of these must go" in said
    assert "term/c: retired.replaced_by" in said


def test_two_circles_are_said_twice(data: Data) -> None:
    data.append("definitions.yml", definition("x", "y") + definition("y", "x"))
    data.append("terms.yml", retired("a", "b") + retired("b", "a"))
    assert len(found(data)) == 2


def test_chain_that_leads_into_a_circle_is_not_blamed(data: Data) -> None:
    data.append("terms.yml", retired("a", "b") + retired("b", "c") + retired("c", "b"))
    (said,) = found(data)
    assert "term/b > term/c > term/b" in said


def test_chain_that_ends_is_no_circle(data: Data) -> None:
    data.append("terms.yml", retired("a", "b") + retired("b", "c") + retired("c", "one") + retired("d", "c"))
    assert found(data) == []


def test_definition_may_be_retired_for_the_one_that_follows_it(data: Data) -> None:
    # definition/two follows definition/one: two rules, and neither goes in a circle.
    data.change("definitions.yml", SOURCE, SOURCE + "  retired: {reason: Old., replaced_by: definition/two}\n")
    assert found(data) == []


def test_fields_that_may_go_in_circles_do(data: Data) -> None:
    data.change("terms.yml", SOURCE, SOURCE + "  see_also: [term/two]\n")
    data.append("terms.yml", term("three", "see_also: [term/three, term/one]"))
    assert found(data) == []


def test_alias_of_two_records_is_found_at_the_second(data: Data) -> None:
    data.append("terms.yml", term("a", "aliases: [old]") + term("b", "aliases: [older, old]"))
    assert found(data) == ["terms.yml:28: term/b: aliases[1]: 'old' is taken by term/a"]


def test_alias_that_is_an_id_is_found(data: Data) -> None:
    data.append("terms.yml", term("a", "aliases: [one]"))
    assert found(data) == ["terms.yml:21: term/a: aliases[0]: 'one' is taken by term/one"]


def test_alias_of_another_kind_is_free(data: Data) -> None:
    data.append("terms.yml", term("a", "aliases: [together-together]"))
    assert found(data) == []
