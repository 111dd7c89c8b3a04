"""The README's map of the house is true: every room is on it, and a module imports only from those above its own."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from builder import ROOT

RENDERERS = {"handbook", "deck", "workbook", "printing", "word", "page"}
MAP = (ROOT / "README.md").read_text("utf-8").partition("Inside `kit/`")[2].split("```")[1]
ROOMS = re.findall(r"^([a-z]+)(?:/|\.py) ", MAP, re.MULTILINE)
"""From the top to the bottom."""
FILES = sorted(path for path in (ROOT / "kit").rglob("*.py") if path != ROOT / "kit" / "__init__.py")


def room(path: Path) -> str:
    return path.relative_to(ROOT / "kit").parts[0].removesuffix(".py")


def used(path: Path) -> set[str]:
    """The rooms that a module imports from, its own left out."""
    names = []
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.ImportFrom) and node.module:
            names += [f"{node.module}.{one.name}" for one in node.names]
        elif isinstance(node, ast.Import):
            names += [one.name for one in node.names]
    return {name.split(".")[1] for name in names if name.startswith("kit.")} - {room(path), "__version__"}


def test_every_room_is_on_the_map_once() -> None:
    assert sorted(ROOMS) == sorted({room(path) for path in FILES})


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "kit").as_posix())
def test_a_module_imports_only_from_the_rooms_above_its_own(path: Path) -> None:
    above = set(ROOMS[: ROOMS.index(room(path))])
    assert used(path) <= above - (RENDERERS if room(path) in RENDERERS else set())
