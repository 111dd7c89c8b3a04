"""The cases by name: `yaml:1234` is the kind and the number that everything in it is drawn from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from . import seeds
from .books import members_of, xml_of, zip_of
from .spoil import bytes_of, csv_of, json_of, lines_of, yaml_of

Spoil = Callable[[bytes, Random], tuple[str, bytes]]
FULL = {"yaml": 6_000, "xlsx": 2_200, "ods": 1_800, "json": 400, "csv": 400, "summary": 300, "brought": 300,
        "template": 100}
"""How many of each a full run tries: 10,000 records and workbooks, and 1,500 others."""
SHORT = {"yaml": 240, "xlsx": 60, "ods": 60, "json": 30, "csv": 30, "summary": 20, "brought": 20, "template": 6}
"""How many the tests try."""
SPOILS: dict[str, tuple[Spoil, ...]] = {
    "yaml": (yaml_of, yaml_of, lines_of, bytes_of), "brought": (yaml_of, lines_of, bytes_of),
    "xlsx": (xml_of, xml_of, members_of, zip_of), "ods": (xml_of, xml_of, members_of, zip_of),
    "json": (json_of, json_of, bytes_of), "summary": (json_of, json_of, bytes_of),
    "csv": (csv_of, lines_of, bytes_of), "template": (xml_of, members_of, zip_of),
}


@dataclass(frozen=True)
class Case:
    """A file to try."""

    kind: str
    """What it was, and so who reads it."""
    file: str
    """What to call it: for records its path below `data/`."""
    data: bytes
    how: str
    """What was done to it, by family: "xml: repeated"."""


def case(name: str) -> Case:
    """The case of a name: the same each time, as long as the seeds are."""
    kind, _, number = name.partition(":")
    random = Random(f"{kind}:{int(number)}")
    file, data = _seed(kind, random)
    spoil = random.choice(SPOILS[kind])
    how, spoilt = spoil(data, random)
    return Case(kind, file, spoilt, _FAMILIES.get(spoil, "") + how)


_FAMILIES: dict[Spoil, str] = {
    yaml_of: "structure: ", json_of: "structure: ", lines_of: "lines: ", bytes_of: "bytes: ", csv_of: "cells: ",
}


def _seed(kind: str, random: Random) -> tuple[str, bytes]:
    match kind:
        case "yaml":
            return seeds.record(random) if random.random() < 0.6 else seeds.small(random)
        case "xlsx":
            name = random.choice(["filled.xlsx", "libreoffice.xlsx", "libreoffice.xlsx", "blank.xlsx"])
            return "form.xlsx", seeds.held(name)
        case "ods":
            return "form.ods", seeds.held("libreoffice.ods")
        case "template":
            return "template.pptx", seeds.template()
        case "brought":
            return "brought.yml", seeds.held("brought.yml")
    name = {"summary": "summary.json"}.get(kind, f"responses.{kind}")
    return name, seeds.held(name)


def names(counts: dict[str, int], beginning: int = 0) -> list[str]:
    """The names of so many cases of each kind, the kinds mixed."""
    found = [
        (number / count, f"{kind}:{beginning + number}") for kind, count in counts.items() for number in range(count)
    ]
    return [name for _, name in sorted(found)]


__all__ = ["FULL", "SHORT", "Case", "case", "names"]
