"""A workshop's minutes add up, its sections stand together, its titles differ, its slides have their fields."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from kit.model.workshop import FigureSlide, Workshop


def slide(kind: str = "statement", **fields: Any) -> dict[str, Any]:
    own = {
        "statement": {"title": "T", "text": "X"},
        "points": {"title": "P", "points": ["X"]},
        "figure": {"evidence": "evidence/one"},
        "case": {"case": "case/one"},
        "matrix": {"title": "M", "caption": "C"},
    }
    return {"kind": kind, "section": "One", "minutes": 5, "script": "S", **own.get(kind, {}), **fields}


def workshop(*slides: dict[str, Any], **fields: Any) -> Workshop:
    whole = {
        "id": "one", "name": "One", "summary": "S", "audience": "A", "minutes": sum(s["minutes"] for s in slides),
        "outcomes": ["O"], "slides": list(slides), "origin": "ours",
    }
    return Workshop.model_validate({**whole, **fields})


def test_kind_of_slide_decides_its_fields() -> None:
    assert isinstance(workshop(slide("figure")).slides[0], FigureSlide)


@pytest.mark.parametrize("minutes", [4, 6, 0])
def test_minutes_of_the_slides_are_those_of_the_whole(minutes: int) -> None:
    with pytest.raises(ValidationError, match="add up to 5" if minutes else "greater than 0"):
        workshop(slide(), minutes=minutes)


def test_slide_may_take_no_time_but_not_less() -> None:
    assert workshop(slide(), slide(title="U", minutes=0)).minutes == 5
    with pytest.raises(ValidationError):
        workshop(slide(), slide(title="U", minutes=-1), minutes=4)


def test_section_that_is_broken_up_is_refused() -> None:
    slides = [slide(title=str(n), section=section) for n, section in enumerate(["One", "Two", "One"])]
    with pytest.raises(ValidationError, match="section 'One' is broken up"):
        workshop(*slides)
    assert workshop(*sorted(slides, key=lambda each: str(each["section"])))


def test_two_slides_of_one_title_are_refused() -> None:
    with pytest.raises(ValidationError, match="2 slides have the title 'T'"):
        workshop(slide(), slide())


def test_slides_that_take_their_records_title_need_none() -> None:
    assert len(workshop(slide("figure"), slide("case"), slide("figure")).slides) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        slide("points", points=[]), slide("points", text="X"), slide("statement", points=["X"]), slide("nothing"),
        slide("figure", evidence="case"), slide("statement", title=None), slide("figure", number="x" * 25),
        slide("matrix", place=[{"what": "case/one", "where": "here"}]),
    ],
)
def test_slide_with_the_wrong_fields_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        workshop(wrong)


@pytest.mark.parametrize("fields", [{"outcomes": []}, {"slides": []}])
def test_workshop_has_slides_and_outcomes(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        workshop(slide(), **fields)
