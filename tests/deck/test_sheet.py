"""Records' text as paragraphs."""

from __future__ import annotations

import pytest

from kit.deck.sheet import line, listed, paras, said


def name(ref: str) -> str:
    return ref.partition("/")[2].title()


@pytest.mark.parametrize(
    ("straight", "curled"),
    [
        ('He said "yes".', "He said “yes”."),
        ("It's the people's", "It’s the people’s"),
        ('("why?")', "(“why?”)"),
        ("'so'", "‘so’"),
    ],
)
def test_quotation_marks_are_curled(straight: str, curled: str) -> None:
    assert said(straight).text == curled


def test_a_mark_after_bold_words_closes() -> None:
    assert line('"Ask **first**"', name).text == "“Ask first”"


def test_links_to_records_become_words() -> None:
    assert line("See [[case/keyring]] and [[case/x|that one]].", name).text == "See Keyring and that one."


def test_control_characters_are_dropped() -> None:
    assert said("a\x00b\x0bc\x1f").text == "abc"


def test_lists_keep_their_marks_and_numbers() -> None:
    found = paras("Intro\n\n1. one\n2. two\n\n- dot", name)
    assert [(para.text, para.bullet, para.number) for para in found] == [
        ("Intro", "none", 0),
        ("one", "number", 1),
        ("two", "number", 2),
        ("dot", "dot", 0),
    ]
    assert [para.number for para in listed(["a", "b"], "number", name)] == [1, 2]


@pytest.mark.parametrize(
    ("text", "expected"), [("123 שלום", True), ("الناس yes", True), ("yes الناس", False), ("12", False)]
)
def test_direction_follows_the_first_letter(text: str, expected: bool) -> None:
    assert said(text).right_to_left is expected
