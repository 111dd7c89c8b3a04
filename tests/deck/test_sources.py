"""Citations, in full and in a few words."""

from __future__ import annotations

from kit.deck.sources import foot, references
from kit.library import Library
from kit.refs import Web


def test_the_paper_comes_first_and_nothing_twice(library: Library) -> None:
    record = library.get("case/time-dollar-youth-court")
    found = [one.ref for one in references([record, record], Web(library))]
    assert found[0] == "reference/boyle-harris-2009"
    assert len(found) == len(set(found))


def test_the_foot_of_a_slide_names_the_papers_part(library: Library) -> None:
    assert "Boyle and Harris (2009), Part 4" in foot([library.get("case/time-dollar-youth-court")], Web(library))
