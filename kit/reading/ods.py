"""An .ods before it is opened: OpenDocument writes "and the same a million times more" in a few bytes."""

from __future__ import annotations

from collections.abc import Mapping

from kit.reading.bounds import Bounds, Place
from kit.reading.refusal import Refused
from kit.reading.xml import walk

_ROWS, _COLUMNS = 1_048_576, 16_384
"""As many as any spreadsheet has."""
_FORMULAS = 20_000
_CELLS = ("table-cell", "covered-table-cell")


def bounds(members: Mapping[str, bytes]) -> Bounds:
    """What the members of an .ods would unpack to. Raises Refused where that is too much, or they are damaged."""
    found = Bounds(properties=_properties(members.get("meta.xml", b"")))
    if "META-INF/manifest.xml" in members:
        walk(members["META-INF/manifest.xml"])
    walker = _Walker(found)
    walk(members["content.xml"], walker.start, walker.end)
    return found


class _Walker:
    """Counts rows and columns as the document says they are repeated."""

    def __init__(self, found: Bounds) -> None:
        self.found = found
        self.name, self.inside = "", 0
        self.row, self.rows, self.column = 0, 1, 0
        self.reach: Place = (0, 0)
        self.formulas: set[Place] = set()

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self.inside += 1
            if self.inside == 1:
                self.name = attributes.get("name", "")
                self.row, self.reach, self.formulas = 0, (0, 0), set()
        elif self.inside != 1:
            return
        elif name == "table-row":
            self.rows, self.column = _times(attributes, "number-rows-repeated", _ROWS), 0
        elif name in _CELLS:
            self._cell(_times(attributes, "number-columns-repeated", _COLUMNS), attributes)

    def _cell(self, times: int, attributes: Mapping[str, str]) -> None:
        if "value-type" in attributes or "formula" in attributes:
            last = self.row + self.rows - 1, self.column + times - 1
            self.reach = max(self.reach[0], last[0]), max(self.reach[1], last[1])
            if "formula" in attributes and len(self.formulas) < _FORMULAS:
                self.formulas.update((self.row, self.column + more) for more in range(min(times, 100)))
        self.column += times

    def end(self, name: str) -> None:
        if name == "table":
            self.inside -= 1
            if self.inside == 0:
                self.found.sheet(self.name, self.reach, self.formulas)
        elif name == "table-row" and self.inside == 1:
            self.row += self.rows


def _times(attributes: Mapping[str, str], name: str, most: int) -> int:
    given = attributes.get(name, "1")
    if not (given.isascii() and given.isdigit() and len(given) < 9 and 0 < int(given) <= most):
        raise Refused(f"repeats cells {given[:20]} times; a sheet has not so many")
    return int(given)


def _properties(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal name
        name = attributes.get("name", "") if tag == "user-defined" else ""

    def text(said: str) -> None:
        if name:
            found[name] = (found.get(name, "") + said)[:200]

    def end(_: str) -> None:
        nonlocal name
        name = ""

    if data:
        walk(data, start, end, text)
    return found


__all__ = ["bounds"]
