"""What a workbook would unpack to, found before it does: which cells are formulas, and how far each sheet reaches."""

from __future__ import annotations

from dataclasses import dataclass, field

from kit.reading.refusal import Refused

_CELLS = 2_000_000
"""Cells from the first to the last that holds something, all sheets together: 100,000 rows of twenty."""
_SHEETS = 60

Place = tuple[int, int]
"""Row and column, from 0."""


@dataclass
class Bounds:
    """Everything that must be known of a workbook beforehand."""

    formulas: dict[str, set[Place]] = field(default_factory=dict)
    """By the sheet's name."""
    properties: dict[str, str] = field(default_factory=dict)
    """What the form says of itself: "Assessment", "Assessment version"."""
    _cells: int = 0

    def sheet(self, name: str, reach: Place, formulas: set[Place]) -> None:
        """Take in a sheet that reaches to a row and column. Raises Refused where it reaches too far."""
        self.formulas.setdefault(name, set()).update(formulas)
        self._cells += (reach[0] + 1) * (reach[1] + 1)
        if self._cells > _CELLS:
            raise Refused(f"has cells so far apart that {_CELLS:,} would be read")
        if len(self.formulas) > _SHEETS:
            raise Refused(f"has more than {_SHEETS} sheets")


__all__ = ["Bounds", "Place"]
