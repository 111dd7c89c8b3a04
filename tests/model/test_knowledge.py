"""Definitions quote little; cases, cells and the rest say what they must, or that the source is silent."""

from __future__ import annotations

from typing import Any

import pytest
from builder import sound
from pydantic import ValidationError

from kit.library import Library
from kit.model import Action, Event, Reference


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return sound(tmp_path_factory.mktemp("small")).library()


def changed(library: Library, ref: str, **fields: Any) -> Any:
    record = library.get(ref)
    return type(record).model_validate({**record.model_dump(), **fields})


def test_phrase_of_a_definition_is_eight_words_at_most(small: Library) -> None:
    assert changed(small, "definition/one", phrase="one two three four five six seven eight")
    with pytest.raises(ValidationError, match="phrase: has more than eight words"):
        changed(small, "definition/one", phrase="one two three four five six seven eight nine")


@pytest.mark.parametrize(
    ("ref", "fields"),
    [
        ("definition/one", {"shares": ["dream"]}),
        ("definition/one", {"year": "2009"}),
        ("case/one", {"country": "Ruritania"}),
        ("case/one", {"exchange": [{"who": "A", "gives": "B"}]}),
        ("case/one", {"results": None}),
        ("case/one", {"today": {"text": "T"}}),
        ("case/one", {"today": {"text": "T", "as_of": "lately"}}),
        ("case/one", {"named_only": "yes"}),
        ("case/one", {"started": 1979.5}),
        ("matrix/together-together", {"plans": "everyone"}),
        ("matrix/together-together", {"legible": None}),
        ("distinction/one", {"cell": "together"}),
        ("action/one", {"role": "wizards"}),
        ("action/one", {"takes": "a while"}),
        ("action/one", {"see_also": []}),
        ("reference/one", {"form": "rumour"}),
        ("reference/one", {"doi": "https://doi.org/10.1000/x"}),
        ("reference/one", {"url": "www.example.org"}),
        ("reference/one", {"endnotes": [67]}),
        ("reference/one", {"endnotes": [True]}),
        ("event/one", {"date": "May 1968"}),
        ("person/one", {"born": "1933"}),
        ("dimension/one", {"see_also": []}),
        ("sector/one", {"summary": "x" * 161}),
        ("brand/one", {"colours": {"ink": "#000000"}}),
        ("brand/one", {"pairs": [{"front": "ink", "back": "paper"}]}),
    ],
)
def test_what_a_record_may_not_be(ref: str, fields: dict[str, Any], small: Library) -> None:
    with pytest.raises(ValidationError):
        changed(small, ref, **fields)


@pytest.mark.parametrize(
    ("ref", "fields"),
    [
        ("definition/one", {"year": None}),
        ("case/one", {"cell": None}),
        ("case/one", {"today": {"text": "T", "as_of": "2013-05"}}),
        ("distinction/one", {"cell": "matrix/together-together"}),
        ("reference/one", {"doi": "10.1000/abc.123(4)", "year": None, "authors": []}),
        ("event/one", {"date": "1968-05-01", "until": "1968-06"}),
        ("person/one", {"born": 1933, "died": None}),
    ],
)
def test_what_a_record_may_be(ref: str, fields: dict[str, Any], small: Library) -> None:
    record = changed(small, ref, **fields)
    dumped = record.model_dump()
    assert {name: dumped[name] for name in fields} == fields


def test_addresses_printed_long_ago_are_unchecked_until_opened(small: Library) -> None:
    assert small.one(Reference).link == "unchecked"


def test_small_things_have_their_defaults(small: Library) -> None:
    assert (small.one(Action).principles, small.one(Event).people) == ([], [])
