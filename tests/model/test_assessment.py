"""Statements for each role, four habits each, and an assessment that asks each once."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import sound
from pydantic import ValidationError

from kit.model import Assessment, Statement
from kit.model.assessment import HANDS, LEVELS, RATER_NAMES, RATERS


@pytest.fixture
def assessment(tmp_path: Path) -> Assessment:
    return sound(tmp_path).library().one(Assessment)


@pytest.fixture
def statement(tmp_path: Path) -> Statement:
    return sound(tmp_path).library().one(Statement)


def changed(record: Assessment | Statement, **fields: object) -> object:
    return type(record).model_validate({**record.model_dump(), **fields})


def test_statement_is_asked_once(assessment: Assessment) -> None:
    twice = ["statement/one", "statement/two", "statement/one"]
    with pytest.raises(ValidationError, match="statements: statement/one is asked 2 times"):
        changed(assessment, statements=twice)
    assert changed(assessment, statements=twice[:2])


@pytest.mark.parametrize("field", ["it_is", "it_is_not", "instructions", "who_sees", "afterwards", "statements"])
def test_assessment_leaves_nothing_unsaid(field: str, assessment: Assessment) -> None:
    with pytest.raises(ValidationError):
        changed(assessment, **{field: []})


@pytest.mark.parametrize("fields", [{"minutes": 0}, {"version": 0}, {"statements": ["case/one case"]}])
def test_assessment_that_can_not_be_is_refused(fields: dict[str, object], assessment: Assessment) -> None:
    with pytest.raises(ValidationError):
        changed(assessment, **fields)


def test_answers_are_the_levels_in_order_and_then_those_apart(assessment: Assessment) -> None:
    names = {level: {"name": level.title(), "means": "M"} for level in LEVELS}
    found = changed(assessment, scale=names)
    assert isinstance(found, Assessment)
    assert found.answers() == ["Fixing", "Asking", "Sharing", "Facilitating", "Unknown", "Not here"]


def test_statement_has_words_for_each_role(statement: Statement) -> None:
    assert [statement.wording[rater] for rater in RATERS] == ["We ask.", "I am asked.", "We ask them."]
    assert set(RATERS) == set(RATER_NAMES)
    with pytest.raises(ValidationError, match="people"):
        changed(statement, wording={"professionals": "A", "commissioners": "B"})


def test_levels_come_in_order(statement: Statement) -> None:
    assert list(LEVELS) == ["fixing", "asking", "sharing", "facilitating"]
    assert [name for name, _ in statement.levels.each()] == list(LEVELS)
    assert statement.levels["asking"].habit == "We do."


@pytest.mark.parametrize("see", [[], ["case/one"] * 4, ["one"]])
def test_next_step_has_one_to_three_places_to_look(see: list[str], statement: Statement) -> None:
    levels = statement.levels.model_dump()
    levels["fixing"]["next"]["see"] = see
    with pytest.raises(ValidationError):
        changed(statement, levels=levels)


def test_matrix_has_three_hands() -> None:
    assert list(HANDS) == ["professionals", "together", "community"]
