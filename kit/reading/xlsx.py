"""An .xlsx before it is opened: ECMA-376's parts, of which only the reach and the formulas are looked at."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping

from kit.reading.bounds import Bounds, Place
from kit.reading.refusal import Refused
from kit.reading.xml import walk

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_WALKED = ("xl/workbook.xml", "xl/_rels/workbook.xml.rels", "docProps/custom.xml")


def bounds(members: Mapping[str, bytes]) -> Bounds:
    """What the members of an .xlsx would unpack to. Raises Refused where that is too much, or they are damaged."""
    found = Bounds(properties=_properties(members.get("docProps/custom.xml", b"")))
    names = _names(members)
    for path, data in members.items():
        if path.startswith("xl/worksheets/"):
            reach, formulas = _sheet(data)
            found.sheet(names.get(path, path), reach, formulas)
        elif path not in _WALKED:
            walk(data)
    return found


def _names(members: Mapping[str, bytes]) -> dict[str, str]:
    """Each sheet's name by the path of its part."""
    targets: dict[str, str] = {}
    sheets: dict[str, str] = {}

    def related(name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", ""))).lstrip("/")
            targets[attributes.get("Id", "")] = target

    def listed(name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            sheets[attributes.get("id", "")] = attributes.get("name", "")

    walk(members.get("xl/_rels/workbook.xml.rels", b"<x/>"), related)
    walk(members["xl/workbook.xml"], listed)
    return {targets[key]: name for key, name in sheets.items() if key in targets}


def _sheet(data: bytes) -> tuple[Place, set[Place]]:
    """How far a sheet reaches, and where its formulas are."""
    row, column, reach, formulas = -1, -1, (0, 0), set[Place]()

    def start(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal row, column, reach
        if name == "row":
            given = attributes.get("r", "")
            row, column = int(given) - 1 if given.isdigit() and len(given) < 8 else row + 1, -1
        elif name == "c":
            row, column = _place(attributes["r"]) if "r" in attributes else (row, column + 1)
            reach = max(reach[0], row), max(reach[1], column)
        elif name == "f":
            formulas.add((row, column))

    walk(data, start)
    return reach, formulas


def _place(written: str) -> Place:
    """Row and column of an address such as E7."""
    found = _CELL.fullmatch(written)
    if not found:
        raise Refused("is damaged: a cell says not where it is")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1


def _properties(data: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    name = ""

    def start(tag: str, attributes: Mapping[str, str]) -> None:
        nonlocal name
        if tag == "property":
            name = attributes.get("name", "")

    def text(said: str) -> None:
        if name and said.strip():
            found[name] = (found.get(name, "") + said)[:200]

    if data:
        walk(data, start, None, text)
    return found


__all__ = ["bounds"]
