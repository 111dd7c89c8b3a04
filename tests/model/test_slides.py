"""A slide's kind decides its fields; what is worked out from records needs no words of its own."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from kit.model.slides import AnySlide, FigureSlide, QuizSlide, Slide

OWN: dict[str, dict[str, Any]] = {
    "title": {}, "outcomes": {"title": "T"}, "agenda": {"title": "T"}, "section": {"title": "T"},
    "statement": {"title": "T", "text": "X"}, "points": {"title": "T", "points": ["X"]},
    "pair": {"title": "T", "left": {"heading": "L", "points": ["X"]}, "right": {"heading": "R", "points": ["X"]}},
    "matrix": {"title": "T", "caption": "C"}, "case": {"case": "case/one"}, "figure": {"evidence": "evidence/one"},
    "chart": {"title": "T", "evidence": ["evidence/one", "evidence/two"], "caption": "C"},
    "quiz": {"title": "T", "evidence": "evidence/one", "question": "Q", "options": ["A", "B"], "answer": "B",
             "reveal": "R"},
    "discussion": {"title": "T", "question": "Q"}, "commitments": {"title": "T", "columns": ["A", "B"]},
    "table": {"title": "T", "head": ["A", "B"], "rows": [["C", "D"]], "caption": "X"},
    "activity": {"title": "T", "do": ["D"], "groups": "G", "have": "H"}, "sources": {"title": "T"},
    "close": {"title": "T", "text": "X"},
}


def slide(kind: str, **fields: Any) -> Slide:
    found: Slide = TypeAdapter(AnySlide).validate_python({"kind": kind, "script": "S", **OWN.get(kind, {}), **fields})
    return found


@pytest.mark.parametrize("kind", OWN)
def test_kind_has_its_fields_and_no_others(kind: str) -> None:
    assert slide(kind).minutes == 0
    with pytest.raises(ValidationError):
        slide(kind, nonsense="X")


@pytest.mark.parametrize(("kind", "field"), [(kind, field) for kind, fields in OWN.items() for field in fields])
def test_what_a_kind_needs_is_not_left_out(kind: str, field: str) -> None:
    fields = {name: value for name, value in OWN[kind].items() if name != field}
    with pytest.raises(ValidationError):
        TypeAdapter(AnySlide).validate_python({"kind": kind, "script": "S", **fields})


def test_kind_decides_what_it_is() -> None:
    assert isinstance(slide("figure"), FigureSlide)
    assert isinstance(slide("quiz"), QuizSlide)
    with pytest.raises(ValidationError):
        slide("nothing")


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("points", {"points": []}), ("statement", {"points": ["X"]}), ("figure", {"evidence": "case/"}),
        ("statement", {"title": None}), ("figure", {"number": "x" * 25}), ("statement", {"minutes": -1}),
        ("matrix", {"place": [{"what": "case/one", "where": "here"}]}), ("quiz", {"answer": "C"}),
        ("quiz", {"options": ["B"]}), ("chart", {"evidence": ["evidence/one"]}), ("chart", {"labels": ["One"]}),
        ("commitments", {"columns": ["A"]}), ("case", {"swap": 0}), ("discussion", {"prompts": ["P"] * 5}),
        ("statement", {"script": ""}), ("table", {"head": ["A"]}), ("table", {"rows": [["C"]]}),
    ],
)
def test_slide_with_the_wrong_fields_is_refused(kind: str, fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        slide(kind, **fields)


def test_answer_to_a_quiz_is_one_of_its_options_word_for_word() -> None:
    with pytest.raises(ValidationError, match="'b' is none of the options"):
        slide("quiz", answer="b")


def test_slide_drawn_from_a_record_needs_no_title() -> None:
    assert slide("case").title is None
    assert slide("figure").title is None
