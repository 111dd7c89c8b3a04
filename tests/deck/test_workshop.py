"""The workshop's own rules."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from .conftest import workshop

STATEMENT = {"kind": "statement", "text": "One thing."}


def test_parts_have_names_of_their_own() -> None:
    pause = {"part": "break", "name": "Tea", "minutes": 5, "text": "Tea.", "script": "Tea."}
    with pytest.raises(ValidationError, match="2 parts are called 'Tea'"):
        workshop(parts=[pause, pause])


def test_each_kind_of_slide_has_its_own_fields() -> None:
    with pytest.raises(ValidationError, match="points"):
        workshop({"kind": "points", "title": "A", "text": "A statement's field"})
    with pytest.raises(ValidationError, match="union_tag_invalid"):
        workshop({**STATEMENT, "kind": "dance", "title": "A"})
