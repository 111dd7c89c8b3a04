"""The statements of the self-assessments: enough of them, evenly, easy to read, and each level leading somewhere."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import mean

import pytest

from kit.check.reading_age import age
from kit.library import Library
from kit.load import read
from kit.model import Dimension
from kit.model.assessment import LEVELS, RATERS, Assessment, Statement
from kit.text import plain

LIBRARY = read(Path(__file__).resolve().parents[2] / "data")
STATEMENTS = [pytest.param(one, id=one.id) for one in LIBRARY.all(Statement)]
HARDEST, TOGETHER = 11.0, 9.0
"""Reading ages: of a statement, as the rule `reading-age` has it, and of all of them on the average."""


def texts(statement: Statement) -> list[str]:
    """All that people must read to answer, as sentences."""
    found = [*(statement.wording[rater] for rater in RATERS), *(level.habit for _, level in statement.levels.each())]
    return [plain(text, LIBRARY.name) for text in found]


def test_statements_together_read_younger_than_the_rule_asks_of_each() -> None:
    ages = [age(" ".join(texts(one))) for one in LIBRARY.all(Statement)]
    assert max(ages) <= HARDEST
    assert mean(ages) <= TOGETHER


@pytest.mark.parametrize("statement", STATEMENTS)
def test_every_level_leads_to_an_activity_first(statement: Statement) -> None:
    for _, level in statement.levels.each():
        assert level.next.see[0].startswith("activity/")


def test_each_dimension_has_three_statements() -> None:
    found = Counter(one.dimension for one in LIBRARY.all(Statement))
    assert found == {one.ref: 3 for one in LIBRARY.all(Dimension)}


def test_the_quick_check_asks_one_of_each_dimension_and_the_full_one_all(library: Library) -> None:
    quick, full = (library.get(f"assessment/{name}") for name in ("quick", "full"))
    assert isinstance(quick, Assessment)
    assert isinstance(full, Assessment)
    assert sorted(full.statements) == sorted(one.ref for one in library.all(Statement))
    asked = [one for one in map(library.get, quick.statements) if isinstance(one, Statement)]
    assert len({one.dimension for one in asked}) == len(asked) == 8


def test_both_assessments_have_the_same_levels_and_asides(library: Library) -> None:
    quick, full = (library.get(f"assessment/{name}") for name in ("quick", "full"))
    assert isinstance(quick, Assessment)
    assert isinstance(full, Assessment)
    assert [quick.scale[name] for name in LEVELS] == [full.scale[name] for name in LEVELS]
    assert quick.apart == full.apart


@pytest.mark.parametrize("name", ["quick", "full"])
def test_an_assessment_says_that_it_is_no_measure(name: str, library: Library) -> None:
    found = library.get(f"assessment/{name}")
    assert isinstance(found, Assessment)
    assert any("conversation starter" in line for line in found.it_is)
    assert any("not a validated measure" in line for line in found.it_is_not)
