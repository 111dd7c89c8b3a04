"""A change at one spot of a file, and the rule that no change may alter what the file says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kit.yamltree import Path, Tree, Unreadable, parse


@dataclass(frozen=True)
class Edit:
    """One mend: a stretch of the text, and what takes its place."""

    start: int
    end: int
    """Characters of the text, the last of them not counted in."""
    new: str
    line: int
    """For people, counted from 1."""
    said: str
    """What was done, as a contributor reads it."""
    otherwise: str = ""
    """What to say where it can't be done without changing what the file says; empty to say nothing."""
    means: tuple[tuple[Path, object], ...] = ()
    """Values that it sets right: what YAML took for a date is now the text that its writer meant."""


def applied(text: str, edits: Sequence[Edit]) -> str:
    """A text with some changes made. They don't overlap."""
    for edit in sorted(edits, key=lambda one: one.start, reverse=True):
        text = text[: edit.start] + edit.new + text[edit.end:]
    return text


def harmless(text: str, edits: Sequence[Edit]) -> list[Edit]:
    """Those of some changes, as many as can be, after which the file says what it said. Raises Unreadable."""
    return _harmless(parse(text), text, list(edits))


def _harmless(before: Tree, text: str, edits: list[Edit]) -> list[Edit]:
    if not edits or _same(before, applied(text, edits), edits):
        return edits
    if len(edits) == 1:
        return []
    half = len(edits) // 2
    found = _harmless(before, text, edits[:half]) + _harmless(before, text, edits[half:])
    return found if _same(before, applied(text, found), found) else []


def _same(before: Tree, text: str, edits: Sequence[Edit]) -> bool:
    try:
        after = parse(text)
    except Unreadable:
        return False
    wanted = _flat(before.value) | {path: value for edit in edits for path, value in edit.means}
    return _flat(after.value) == wanted and len(after.faults) == len(before.faults)


def _flat(value: object, path: Path = ()) -> dict[Path, object]:
    """Every value with its place. The order of fields doesn't show; that of a list does."""
    inner: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inner = list(value.items())
    elif isinstance(value, list):
        inner = list(enumerate(value))
    if not inner:
        return {path: (type(value).__name__, value)}
    return {where: one for step, held in inner for where, one in _flat(held, (*path, step)).items()}


def text_value(text: str) -> object:
    """A text as `Edit.means` has it."""
    return ("str", text)
