"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass
class Chapter:
    """One measurement: what was asked of it, its table, and what it came to."""

    title: str
    goal: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]] = ()
    came_to: Sequence[str] = ()
    """Sentences about the figures, each worked out from them."""

    def __str__(self) -> str:
        parts = [f"## {self.title}", f"Goal: {self.goal}", table(self.head, self.rows), *self.came_to]
        return "\n\n".join(part for part in parts if part)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Rows of cells as Markdown, all but the first column to the right."""
    lines = [_row(head), _row(["---", *["---:"] * (len(head) - 1)]), *(_row(row) for row in rows)]
    return "\n".join(lines) if rows else ""


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|").replace("\n", " ") for cell in cells) + " |"
