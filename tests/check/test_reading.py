"""How hard a text is to read, and how long: what is found, and what is let through."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import reading
from kit.check.reading_age import age, grade, hardest_words, syllables

HARD = "Organisational transformation necessitates multidisciplinary collaboration."


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(reading.RULES)


@pytest.mark.parametrize(
    ("word", "many"),
    [
        ("asked", 1), ("services", 3), ("people", 2), ("community", 4), ("a", 1), ("year", 1), ("houses", 2),
        ("wanted", 2),
    ],
)
def test_syllables_are_counted_as_people_speak(word: str, many: int) -> None:
    assert syllables(word) == many


def test_grade_is_that_of_flesch_and_kincaid() -> None:
    # 6 words in one sentence, 6 syllables: 0.39 * 6 + 11.8 * 1 - 15.59.
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)
    assert age("The cat sat on the mat.") == pytest.approx(3.55)


def test_text_without_words_is_not_hard() -> None:
    assert age("...") <= 5


def test_hard_text_is_found_hard_with_its_hardest_words() -> None:
    assert age(HARD) > 25
    assert hardest_words(HARD) == ["multidisciplinary", "collaboration", "transformation"]


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


def test_plain_layer_that_is_not_plain_is_found(data: Data) -> None:
    (said,) = found(data.change("terms.yml", "In plain words.", HARD))
    assert said.startswith("terms.yml:4: term/one: plain: reads at an age of ")
    assert "at most 11 here; shorter sentences, and plainer words for 'multidisciplinary'" in said


def test_other_layers_may_be_harder(data: Data) -> None:
    assert found(data.change("terms.yml", "The whole of it.", HARD)) == []


def test_links_count_by_the_words_that_show(data: Data) -> None:
    plain = "We ask [[case/one|them]]. We look at [it](https://organisational-transformation.example.org/collaboration)."
    assert found(data.change("terms.yml", "In plain words.", plain)) == []


def test_statement_is_measured_line_by_line_and_as_a_whole(data: Data) -> None:
    data.change("statements.yml", "{professionals: We ask.", f"{{professionals: {HARD}")
    whole, line = found(data)
    assert whole.startswith("statements.yml:1: statement/one: reads at an age of ") and "at most 11 here" in whole
    assert "statement/one: wording.professionals: reads at an age of " in line and "at most 13 here" in line


def test_sentence_of_forty_words_is_the_longest(data: Data) -> None:
    forty = " ".join(["people"] * 40)
    assert found(data.change("terms.yml", "The whole of it.", f"{forty}. And more.")) == []
    data.change("terms.yml", f"{forty}.", f"Well {forty}.")
    assert found(data) == [
        "terms.yml:5: term/one: text: 'Well people people people ...' is a sentence of 41 words; at most 40"
        "; make it two, or a list"
    ]


def test_items_of_a_list_stand_for_themselves(data: Data) -> None:
    items = "".join(f"    - {' '.join(['people'] * 30)}\n" for _ in range(3))
    data.change("terms.yml", "text: The whole of it.", f"text: |-\n    Bring these\n{items}    ")
    assert found(data) == []


@pytest.mark.parametrize(("file", "most"), [("terms.yml", 120), ("cases/one.yml", 300)])
def test_text_has_a_longest(file: str, most: int, data: Data) -> None:
    text = " ".join(["We ask."] * (most // 2))
    assert found(data.change(file, "The whole of it.", text)) == []
    (said,) = found(data.change(file, text, f"{text} Why?"))
    assert f"text: has {most + 1} words; at most {most}; say less, or link" in said
