"""Rules of the whole: complete, sourced, in the words we use, and readable."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder import SOUND, Data, sound

from kit.check import editorial
from kit.check.editorial import AVOID


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return [str(problem).removeprefix("data/") for problem in editorial.check(data.library())]


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


def test_eight_cells_name_the_one_that_is_missing(data: Data) -> None:
    data.write("matrix.yml", SOUND["matrix.yml"].partition("- id: community-community")[0])
    assert found(data) == ["matrix.yml: has no cell with plans: community and delivers: community; fill all nine"]


def test_two_cells_in_one_place_are_found_at_the_second(data: Data) -> None:
    data.change("matrix.yml", "plans: together\n  delivers: together", "plans: together\n  delivers: community")
    (said,) = found(data)
    assert "matrix/together-community: delivers: stands where matrix/together-together stands" in said


def test_a_cell_that_can_not_be_read_is_not_also_missing(data: Data) -> None:
    data.change("matrix.yml", "legible: true", "legible: yes")
    assert found(data) == []


@pytest.mark.parametrize("numbers", [[1], [66], [7, 8]])
def test_each_endnote_that_no_work_resolves_is_said(numbers: list[int], data: Data) -> None:
    rest = [number for number in range(1, 67) if number not in numbers]
    data.change("references/paper.yml", str(list(range(1, 67))), str(rest))
    assert [line.partition("endnote ")[2].partition(";")[0] for line in found(data)] == [str(n) for n in numbers]


def test_endnotes_are_not_counted_while_a_work_can_not_be_read(data: Data) -> None:
    data.change("references/paper.yml", "year: 2009", "year: NO")
    assert found(data) == []


def test_distinction_without_a_case_is_found(data: Data) -> None:
    data.change("distinctions/one.yml", "cases: [case/one]", "cases: []")
    assert found(data) == ["distinctions/one.yml:9: distinction/one: cases: is empty; every distinction needs a case"]


def test_order_is_taken_once_within_a_kind_only(data: Data) -> None:
    data.change("agenda/two.yml", "order: 2", "order: 1")  # principles, pressures … have a 1 as well
    assert found(data) == ["agenda/two.yml:2: agenda/two: order: 1 is taken by agenda/one; choose another"]


@pytest.mark.parametrize(
    ("provenance", "said"),
    [
        ("origin: paper", ["source: is missing; say which part of the paper says it"]),
        ("origin: later", ["sources: is missing; say which later source says it"]),
        ("origin: ours", []),
        ("origin: ours\n  origins: {text: later}", ["sources: is missing; say which later source says it"]),
        ("origin: later\n  sources: [reference/one]", []),
        ("origin: ours\n  origins: {txet: ours}", ["origins.txet: this kind has no field 'txet'"]),
    ],
)
def test_a_record_says_where_it_comes_from(provenance: str, said: list[str], data: Data) -> None:
    data.change("terms.yml", 'origin: paper\n  source: {part: "3"}', provenance)
    assert [line.split("term/one: ")[1] for line in found(data)] == said


WORDS = [
    "service users", "a service user", "Service Users", "hard to reach", "hard-to-reach", "empower", "empowered",
    "disempowering", "empowerment", "stakeholder", "Stakeholders", "customer journey", "your journey", "a safe space",
]


@pytest.mark.parametrize("word", WORDS)
def test_word_to_avoid_is_found_with_what_to_say(word: str, data: Data) -> None:
    data.change("terms.yml", "The whole of it.", f"It was {word} then.")
    (said,) = found(data)
    assert said.startswith("terms.yml:5: term/one: text: '")
    assert "is a word to avoid; " in said
    assert not said.endswith("; ")


@pytest.mark.parametrize("pattern", AVOID)
def test_each_word_to_avoid_is_tried(pattern: str) -> None:
    assert any(re.search(rf"\b({pattern})\b", word, re.IGNORECASE) for word in WORDS)


@pytest.mark.parametrize(
    "text",
    [
        'It was called "empowerment" then.', "It was called 'empowerment' then.", "It was called ‘empowerment’ then.",
        "It was called “empowerment of service users” then.", "The services people use.", "The bus journey was long.",
        "A power station.", "Their stakes are high.",
    ],
)
def test_quoted_word_and_its_neighbours_are_let_through(text: str, data: Data) -> None:
    data.change("terms.yml", "text: The whole of it.", f"text: >-\n    {text}")
    assert found(data) == []


@pytest.mark.parametrize(
    "text",
    ["It doesn't empower people, and it isn't meant to.", "The users' stakeholders weren't asked.",
     "It doesn't empower the users' friends.", "The 'bus empowers people who don't drive."],
)
def test_apostrophes_are_no_quotes(text: str, data: Data) -> None:
    data.change("terms.yml", "text: The whole of it.", f"text: >-\n    {text}")
    assert len(found(data)) == 1


@pytest.mark.parametrize(
    ("file", "old"),
    [("cases/one.yml", "gives: Time."), ("cases/one.yml", "lesson: Ask."), ("workshops/one.yml", "script: Hello."),
     ("statements.yml", "habit: We do."), ("principles/one.yml", "plain: In plain words.")],
)
def test_words_are_looked_for_in_every_text(file: str, old: str, data: Data) -> None:
    data.change(file, old, f"{old.partition(':')[0]}: Stakeholders.")
    (said,) = found(data)
    assert said.startswith(file) and "'Stakeholders' is a word to avoid" in said


def test_titles_of_works_and_the_entry_on_the_word_keep_theirs(data: Data) -> None:
    data.change("references/paper.yml", "name: The paper", "name: The paper\n  note: On service users.")
    data.change("terms.yml", "id: two", "id: service-user")
    two = SOUND["terms.yml"].replace("id: two", "id: service-user").rpartition("The whole of it.")
    data.write("terms.yml", two[0] + "On service users." + two[2])
    assert found(data) == []


def test_pair_with_too_little_contrast_is_found(data: Data) -> None:
    data.change("brand.yml", 'ink: "#1B1F2A"', 'ink: "#9B9FAA"')
    assert found(data) == ["brand.yml:16: brand/one: pairs[0]: ink on paper has a contrast of 2.65; at least 4.5"]


@pytest.mark.parametrize(("at_least", "problems"), [("16.4", 0), ("16.6", 1), ("3", 0)])
def test_pair_must_reach_what_it_says(at_least: str, problems: int, data: Data) -> None:
    data.change("brand.yml", "at_least: 4.5", f"at_least: {at_least}")
    assert len(found(data)) == problems


def test_pair_of_an_unknown_colour_is_found(data: Data) -> None:
    data.change("brand.yml", "back: paper", "back: snow")
    assert found(data) == ["brand.yml:16: brand/one: pairs[0]: no colour 'snow'"]
