"""Figures, dates, sources and standings as people say them."""

from __future__ import annotations

from typing import get_args

import pytest

from kit.library import Library
from kit.model import Evidence, Reference
from kit.model.base import Origin, Part, Status
from kit.refs import Web
from kit.wording import ORIGINS, PARTS, STATUSES, cite, figure, number, pointer, short, sign, when


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (7, "7"),
        (681573, "681,573"),
        (26_581_347, "26,581,347"),
        (26_600_000, "26.6 million"),
        (16e9, "16 billion"),
        (1.47, "1.47"),
        (0, "0"),
        (12.50, "12.5"),
    ],
)
def test_numbers_are_in_words_only_where_they_are_round(value: float, text: str) -> None:
    assert number(value) == text


@pytest.mark.parametrize(
    ("change", "words", "signs"),
    [
        ({"value": 7.0, "unit": "per cent"}, "7 per cent", "7%"),
        ({"value": 995.0, "unit": "pounds a week", "qualifier": "up to"}, "up to £995 a week", "up to £995"),
        ({"value": None, "low": 27.0, "high": 58.0, "unit": "pounds per visit"}, "£27 to £58 per visit", "£27 to £58"),
        ({"value": 50000.0, "unit": "people"}, "50,000 people", "50,000"),
        ({"value": 1.0, "unit": "studies"}, "1 study", "1"),
        ({"value": 1.0, "unit": "hours a week"}, "1 hour a week", "1"),
        ({"value": 13e9, "unit": "pounds a year"}, "£13 billion a year", "£13 billion"),
    ],
)
def test_figures_carry_their_unit_and_their_hedge(
    library: Library, change: dict[str, object], words: str, signs: str
) -> None:
    evidence = library.get("evidence/expert-patients-gp-visits")
    assert isinstance(evidence, Evidence)
    changed = evidence.model_copy(update=change)
    assert (figure(changed), sign(changed)) == (words, signs)


def test_everything_that_a_record_can_be_has_words() -> None:
    assert set(STATUSES) == set(get_args(Status))
    assert set(ORIGINS) == set(get_args(Origin))
    assert set(PARTS) == set(get_args(Part))


@pytest.mark.parametrize(
    ("date", "text"), [("2009", "2009"), ("2009-12", "December 2009"), ("2009-03-05", "5 March 2009")]
)
def test_dates(date: str, text: str) -> None:
    assert when(date) == text


def reference(**fields: object) -> Reference:
    base = {
        "id": "x",
        "origin": "later",
        "form": "article",
        "authors": ["Ash, B.", "Cox, D."],
        "year": 2007,
        "name": "A title.",
        "container": "A journal",
        "volume": "61(3)",
        "pages": "1-9",
        "doi": "10.1000/x",
    }
    return Reference.model_validate({**base, **fields})


def test_in_full() -> None:
    assert cite(reference()) == ("Ash, B. and Cox, D. (2007) A title. A journal, 61(3), 1-9. https://doi.org/10.1000/x")


@pytest.mark.parametrize(
    ("authors", "text"),
    [
        (["Ash, B."], "Ash (2007)"),
        (["Ash, B.", "Cox, D."], "Ash and Cox (2007)"),
        (["Ash, B.", "Cox, D.", "Fry, E."], "Ash and others (2007)"),
        (["Ash, B.", "and others"], "Ash and others (2007)"),
        (["London Borough of Camden"], "London Borough of Camden (2007)"),
        ([], "A journal (2007)"),
    ],
)
def test_in_a_few_words(authors: list[str], text: str) -> None:
    assert short(reference(authors=authors)) == text


def test_a_title_that_asks_needs_no_full_stop() -> None:
    assert cite(reference(name="Why?", doi=None, container=None, volume=None, pages=None)).endswith("Why?")


def test_without_a_year_or_an_address() -> None:
    bare = reference(year=None, doi=None, container=None, volume=None, pages=None)
    assert cite(bare) == "Ash, B. and Cox, D. A title."
    assert short(bare) == "Ash and Cox (no date)"


def test_a_case_to_look_at_says_how_it_fared_and_a_principle_is_only_named(library: Library) -> None:
    web = Web(library)
    assert pointer(library.get("case/time-dollar-youth-court"), web).endswith("(disputed, ended)")
    assert pointer(library.get("principle/reciprocity"), web) == "Principle: Promoting reciprocity"


def test_a_work_without_an_author_begins_with_its_title() -> None:
    assert cite(reference(authors=[])).startswith("A title (2007). A journal")


def test_a_site_that_is_its_own_author_is_named_once() -> None:
    assert cite(reference(authors=["A title"])).startswith("A title (2007). A journal")
