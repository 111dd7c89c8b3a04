"""Words that are left out, spelt otherwise or dashed; and what is let through."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder import Data, sound

from kit.check import words
from kit.check.words import AMERICAN, AVOID


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return sound(tmp_path)


def found(data: Data) -> list[str]:
    return data.breaks(words.RULES)


def test_sound_folder_has_no_problem(data: Data) -> None:
    assert found(data) == []


WORDS = [
    "service users", "a service user", "Service Users", "hard to reach", "hard-to-reach", "empower", "empowered",
    "disempowering", "empowerment", "stakeholder", "Stakeholders", "customer journey", "your journey", "a safe space",
    "leveraging", "holistic", "robust", "robustness", "utilise", "going forward",
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


def test_titles_of_works_keep_theirs(data: Data) -> None:
    data.change("references/paper.yml", "name: The paper", "name: The paper\n  note: On service users.")
    assert found(data) == []


SPELLINGS = [
    "organize", "reorganized", "recognizing", "realized", "prioritizes", "summarized", "emphasize", "personalized",
    "minimize", "maximizing", "criticized", "apologize", "specialized", "analyze", "utilize", "colors", "behavior",
    "the center", "neighborhood", "favorite", "labor", "honor", "defense", "fulfill", "enrollment", "traveled",
    "canceled", "labeled", "counselors", "gray", "gotten", "pediatric", "program", "programs",
]


@pytest.mark.parametrize("word", SPELLINGS)
def test_american_spelling_is_found_with_the_british_one(word: str, data: Data) -> None:
    data.change("terms.yml", "The whole of it.", f"It was {word} then.")
    (said,) = found(data)
    assert "is spelt the American way; " in said
    assert not said.endswith("; ")


@pytest.mark.parametrize("pattern", AMERICAN)
def test_each_american_spelling_is_tried(pattern: str) -> None:
    assert any(re.search(rf"\b({pattern})\b", word) for word in SPELLINGS)


@pytest.mark.parametrize(
    "text",
    [
        "They organise it, and recognise it.", "A programme in the neighbourhood.", "The size of a prize.",
        "The World Health Organization met.", "It moved to Neighborhood Health Centers of the Lehigh Valley.",
        'They called it "the center".', "He was cancelled, and travelled.", "An analysis of labour.",
        "See [[reference/neighborhood-health-centers|their page]].", "See [there](https://example.org/center).",
        "The file `color.txt`.", "Laboratories and honorary colonels.",
    ],
)
def test_british_words_names_quotations_and_addresses_are_let_through(text: str, data: Data) -> None:
    data.change("terms.yml", "text: The whole of it.", f"text: >-\n    {text}")
    assert found(data) == []


def test_capital_at_the_start_of_a_sentence_is_no_name(data: Data) -> None:
    data.change("terms.yml", "The whole of it.", "It is so. Behavior counts.")
    assert found(data) == ["terms.yml:5: term/one: text: 'Behavior' is spelt the American way; behaviour"]


@pytest.mark.parametrize("text", ["It works \N{EM DASH} mostly.", "It works \N{EN DASH} mostly.", "It\N{EM DASH}no."])
def test_dash_for_a_pause_is_found(text: str, data: Data) -> None:
    data.change("terms.yml", "The whole of it.", text)
    assert found(data) == ["terms.yml:5: term/one: text: has a dash for a pause; use a full stop or a comma"]


@pytest.mark.parametrize("text", ["From 2009\N{EN DASH}2013.", "A well-known one.", 'They said "no \N{EM DASH} yes".'])
def test_other_dashes_are_let_through(text: str, data: Data) -> None:
    data.change("terms.yml", "text: The whole of it.", f"text: >-\n    {text}")
    assert found(data) == []
