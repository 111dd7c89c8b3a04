"""Figures are done again from their inputs, and a figure has a number."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from kit.model.evidence import Arithmetic, Evidence, Update


def arithmetic(operation: str, *values: float, printed: float, rounding: float = 0, agrees: bool = True) -> Arithmetic:
    inputs = [{"label": "x", "value": value, "unit": "people"} for value in values]
    said = {"printed": printed, "rounding": rounding, "agrees": agrees, "note": "n"}
    return Arithmetic.model_validate({"inputs": inputs, "operation": operation, **said})


def evidence(**fields: Any) -> Evidence:
    return Evidence.model_validate({
        "id": "one", "name": "One", "claim": "C", "value": 1, "unit": "people", "population": "not said",
        "place": "not said", "year": "not said", "produced_by": "not said", "interest": "not known",
        "about": ["case/one"], "origin": "paper", **fields,
    })


def update(**fields: Any) -> Update:
    return Update.model_validate({
        "id": "one", "name": "One", "summary": "S", "then": "T", "now": "N", "standings": [{"status": "ended"}],
        "bears_on": ["case/one"], "confidence": "seen", "as_of": "2013", "origin": "later", **fields,
    })


@pytest.mark.parametrize(
    ("operation", "values", "result"),
    [
        ("sum", (1, 2, 3), 6), ("difference", (10, 2, 3), 5), ("product", (2, 3, 4), 24), ("ratio", (24, 2, 3), 4),
        ("sum", (0.1, 0.2), 0.3), ("ratio", (1, 3), 1 / 3),
    ],
)
def test_sum_is_done_again(operation: str, values: tuple[float, ...], result: float) -> None:
    assert arithmetic(operation, *values, printed=result, rounding=1e-9).result == pytest.approx(result)


@pytest.mark.parametrize(("printed", "agrees"), [(6, True), (6.5, True), (5.5, True), (6.51, False), (5.49, False)])
def test_printed_result_may_differ_by_its_rounding(printed: float, agrees: bool) -> None:
    assert arithmetic("product", 2, 3, printed=printed, rounding=0.5, agrees=agrees).agrees is agrees
    with pytest.raises(ValidationError, match="follow"):
        arithmetic("product", 2, 3, printed=printed, rounding=0.5, agrees=not agrees)


def test_what_does_not_follow_says_what_would() -> None:
    with pytest.raises(ValidationError, match="agrees: 7 does not follow from the inputs, which give 6"):
        arithmetic("product", 2, 3, printed=7)
    with pytest.raises(ValidationError, match="agrees: 6 follows from the inputs, which give 6"):
        arithmetic("product", 2, 3, printed=6, agrees=False)


def test_sum_of_one_number_is_none() -> None:
    with pytest.raises(ValidationError, match="at least 2"):
        arithmetic("sum", 1, printed=1)


@pytest.mark.parametrize(
    "figure",
    [{"value": 5}, {"value": None, "low": 1, "high": 2}, {"value": 0}, {"value": 1, "low": 0}, {"value": -1.5}],
)
def test_figure_is_a_number_or_a_range(figure: dict[str, object]) -> None:
    assert evidence(**figure)


@pytest.mark.parametrize("figure", [{"value": None}, {"value": None, "low": 1}, {"value": None, "high": 1}])
def test_figure_without_a_number_is_refused(figure: dict[str, object]) -> None:
    with pytest.raises(ValidationError, match="`low` and `high` are both needed"):
        evidence(**figure)


@pytest.mark.parametrize("field", ["population", "place", "year", "produced_by"])
def test_silence_is_written_out(field: str) -> None:
    assert getattr(evidence(**{field: "not said"}), field) == "not said"
    with pytest.raises(ValidationError):
        evidence(**{field: None})


@pytest.mark.parametrize(
    "fields", [{"standings": []}, {"bears_on": []}, {"as_of": "last year"}, {"standings": [{"status": "over"}]}]
)
def test_update_says_what_became_of_what_and_when(fields: dict[str, object]) -> None:
    assert update()
    with pytest.raises(ValidationError):
        update(**fields)
