"""The workshop's own rules."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from .conftest import workshop

STATEMENT = {"kind": "statement", "text": "One thing."}


def test_minutes_of_the_slides_must_add_up() -> None:
    with pytest.raises(ValidationError, match="is 5, but the minutes of the slides add up to 1"):
        workshop({**STATEMENT, "title": "A"}, minutes=5)


def test_a_section_stands_together() -> None:
    slides = [{**STATEMENT, "title": title, "section": section} for title, section in zip("ABC", "xyx", strict=True)]
    with pytest.raises(ValidationError, match="section 'x' is broken up"):
        workshop(*slides)


def test_titles_differ() -> None:
    with pytest.raises(ValidationError, match="2 slides have the title 'A'"):
        workshop({**STATEMENT, "title": "A"}, {**STATEMENT, "title": "A"})


def test_each_kind_of_slide_has_its_own_fields() -> None:
    with pytest.raises(ValidationError, match="points"):
        workshop({"kind": "points", "title": "A", "text": "A statement's field"})
    with pytest.raises(ValidationError, match="union_tag_invalid"):
        workshop({"kind": "dance", "title": "A"})
