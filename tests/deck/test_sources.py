"""Citations, in full and in a few words."""

from __future__ import annotations

import pytest

from kit.deck.sources import cite, foot, references, short
from kit.load import Library
from kit.model import Reference
from kit.refs import Web


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
        (["Ash, B."], "Ash, 2007"),
        (["Ash, B.", "Cox, D."], "Ash and Cox, 2007"),
        (["Ash, B.", "Cox, D.", "Fry, E."], "Ash and others, 2007"),
        (["Ash, B.", "and others"], "Ash and others, 2007"),
        (["London Borough of Camden"], "London Borough of Camden, 2007"),
        ([], "A title., 2007"),
    ],
)
def test_in_a_few_words(authors: list[str], text: str) -> None:
    assert short(reference(authors=authors)) == text


def test_without_a_year_or_an_address() -> None:
    bare = reference(year=None, doi=None, container=None, volume=None, pages=None)
    assert cite(bare) == "Ash, B. and Cox, D. A title."
    assert short(bare) == "Ash and Cox"


def test_the_paper_comes_first_and_nothing_twice(library: Library) -> None:
    record = library.get("case/time-dollar-youth-court")
    found = [one.ref for one in references([record, record], Web(library))]
    assert found[0] == "reference/boyle-harris-2009"
    assert len(found) == len(set(found))


def test_the_foot_of_a_slide_names_the_papers_part(library: Library) -> None:
    assert "Boyle and Harris, 2009, Part 4" in foot(library.get("case/time-dollar-youth-court"), Web(library))
