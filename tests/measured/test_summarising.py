"""Responses made for measuring are such as people send, and the same each time."""

from __future__ import annotations

import json
from pathlib import Path

from benchmarks.summarising import made
from kit.model.response import Response


def test_made_responses_are_true_ones_and_the_same_again(tmp_path: Path) -> None:
    first, again = made(tmp_path / "a", 12), made(tmp_path / "b", 12)
    (file,) = first.iterdir()
    assert file.read_bytes() == (again / file.name).read_bytes()
    found = [Response.model_validate(one) for one in json.loads(file.read_text("utf-8"))]
    assert len({one.id for one in found}) == len(found) == 12
    assert all(len(one.answers) == 24 for one in found)
