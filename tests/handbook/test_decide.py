"""Is it co-production? What each set of answers comes to."""

from __future__ import annotations

from typing import get_args

import pytest

from kit.handbook.decide import DELIVERS, PLANS, SAYS, Say, decide, verdicts
from kit.library import Library
from kit.model import Distinction, MatrixCell
from kit.model.knowledge import Hands


def test_every_combination_has_one_verdict(library: Library) -> None:
    found = [(one.plans, one.delivers, one.says) for one in verdicts(library)]
    assert len(found) == len(set(found)) == 27
    assert found[0] == ("professionals", "professionals", "staff only")


def test_every_answer_has_its_words() -> None:
    assert tuple(PLANS) == tuple(DELIVERS) == get_args(Hands)
    assert tuple(SAYS) == get_args(Say)


def test_only_one_set_of_answers_is_a_yes(library: Library) -> None:
    yes = [one for one in verdicts(library) if one.word.startswith("Yes")]
    assert [(one.plans, one.delivers, one.says) for one in yes] == [("together", "together", "together")]
    assert yes[0].nearest is None
    assert yes[0].cell.id == "full-co-production"


def test_everything_else_is_mistaken_for_something(library: Library) -> None:
    for one in verdicts(library):
        assert (one.nearest is None) == one.word.startswith("Yes")


def test_a_plan_that_only_staff_can_stop_is_theirs(library: Library) -> None:
    for delivers in get_args(Hands):
        asked = decide(library, "together", delivers, "staff only")
        alone = decide(library, "professionals", delivers, "staff only")
        assert asked.cell == alone.cell
        assert asked.word == alone.word
        assert asked.nearest is not None
        assert asked.nearest.id == "consultation"
        assert "Being asked is not deciding." in asked.why


def test_otherwise_the_cell_is_what_the_answers_say(library: Library) -> None:
    for one in verdicts(library):
        if (one.plans, one.says) != ("together", "staff only"):
            assert (one.cell.plans, one.cell.delivers) == (one.plans, one.delivers)


@pytest.mark.parametrize(
    ("plans", "delivers", "says", "word"),
    [
        ("together", "together", "some", "Nearly"),
        ("together", "professionals", "together", "Partly"),
        ("professionals", "together", "together", "Partly"),
        ("community", "together", "some", "Partly"),
        ("together", "together", "staff only", "Partly"),
        ("together", "community", "staff only", "Not by itself"),
        ("professionals", "professionals", "together", "Not by itself"),
        ("community", "community", "together", "Not by itself"),
    ],
)
def test_the_answer_in_a_word(plans: Hands, delivers: Hands, says: Say, word: str, library: Library) -> None:
    assert decide(library, plans, delivers, says).word.startswith(word)


def test_the_why_speaks_of_all_three_answers(library: Library) -> None:
    for one in verdicts(library):
        assert one.why.count(".") >= 3
    places = {(one.plans, one.delivers, one.why) for one in verdicts(library)}
    assert len(places) == len({why for _, _, why in places}), "two places have the same why"


def test_the_nearest_distinction_is_the_one_in_the_cell_where_there_is_one(library: Library) -> None:
    homes = {record.cell: record for record in library.all(Distinction)}
    for one in verdicts(library):
        moved = (one.plans, one.says) == ("together", "staff only")
        if one.cell.ref in homes and one.nearest and not moved:
            assert one.nearest.cell == one.cell.ref


def test_without_distinctions_there_is_none_to_name(library: Library) -> None:
    bare = Library(library.folder)
    for cell in library.all(MatrixCell):
        bare.add(cell)
    assert {one.nearest for one in verdicts(bare)} == {None}
