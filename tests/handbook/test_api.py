"""The records for programs: every one of them, as it was written, and as the schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from kit.handbook.api import schema
from kit.library import Library
from kit.model import KINDS
from kit.refs import Web, address

COMPUTED = {"address", "standing", "appears_in"}
TYPES: dict[str, Any] = {
    "object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "boolean": bool,
    "null": type(None),
}


@pytest.fixture(scope="module")
def handbook(site_folder: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site_folder / "api/handbook.json").read_text("utf-8"))
    return found


def faults(value: Any, rule: dict[str, Any], whole: dict[str, Any], at: str = "") -> list[str]:
    """What a value breaks of a JSON Schema, as far as ours go."""
    if "$ref" in rule:
        return faults(value, whole["$defs"][rule["$ref"].rpartition("/")[2]], whole, at)
    for word in ("anyOf", "oneOf"):
        if word in rule:
            return [] if any(not faults(value, one, whole, at) for one in rule[word]) else [f"{at}: none of {word}"]
    types = rule.get("type", [])
    allowed = tuple(TYPES[name] for name in ([types] if isinstance(types, str) else types))
    flat = tuple(one for kind in allowed for one in (kind if isinstance(kind, tuple) else (kind,)))
    found: list[str] = []
    if flat and (not isinstance(value, flat) or (isinstance(value, bool) and bool not in flat)):
        return [f"{at}: {value!r} is not {types}"]
    if "enum" in rule and value not in rule["enum"]:
        found.append(f"{at}: {value!r} is not one of {rule['enum']}")
    if "const" in rule and value != rule["const"]:
        found.append(f"{at}: {value!r} is not {rule['const']!r}")
    if isinstance(value, str):
        if "pattern" in rule and not re.search(rule["pattern"], value):
            found.append(f"{at}: {value!r} does not match {rule['pattern']}")
        if len(value) > rule.get("maxLength", len(value)) or len(value) < rule.get("minLength", 0):
            found.append(f"{at}: has {len(value)} letters")
    if isinstance(value, list):
        each = rule.get("items", {})
        found += [line for number, one in enumerate(value) for line in faults(one, each, whole, f"{at}[{number}]")]
    if isinstance(value, dict):
        found += [f"{at}: lacks {name}" for name in rule.get("required", []) if name not in value]
        known, rest = rule.get("properties", {}), rule.get("additionalProperties", True)
        for name, one in value.items():
            if name not in known and rest is False:
                found.append(f"{at}: knows no {name}")
            inner = known.get(name, rest if isinstance(rest, dict) else {})
            found += faults(one, inner, whole, f"{at}.{name}")
    return found


def test_every_record_stands_under_its_kind(handbook: dict[str, Any], library: Library) -> None:
    assert set(handbook) == {"version", "data_version", "schema", *KINDS}
    for kind, model in KINDS.items():
        assert [entry["id"] for entry in handbook[kind]] == [record.id for record in library.all(model)]
        assert handbook[kind], kind


def test_every_record_can_be_read_back_as_it_was(handbook: dict[str, Any], library: Library) -> None:
    for kind, model in KINDS.items():
        for entry in handbook[kind]:
            fields = {name: value for name, value in entry.items() if name not in COMPUTED}
            again = model.model_validate_json(json.dumps(fields))
            assert again == library.get(f"{kind}/{entry['id']}")


def test_what_is_worked_out_agrees_with_the_records(handbook: dict[str, Any], library: Library) -> None:
    web = Web(library)
    for kind in KINDS:
        for entry in handbook[kind]:
            record = library.get(f"{kind}/{entry['id']}")
            assert entry["address"] == address(record).path
            assert entry["appears_in"] == [one.ref for one in web.appears_in(record)]
            assert [one["update"] for one in entry["standing"]] == [one.id for one, _ in web.standings(record)]
    taff = next(entry for entry in handbook["case"] if entry["id"] == "taff-housing")
    assert taff["address"] == "see/cases/taff-housing/"
    assert taff["standing"]
    assert taff["appears_in"]


def test_every_address_is_there(handbook: dict[str, Any], site_folder: Path) -> None:
    pages: dict[str, str] = {}
    for kind in KINDS:
        for entry in handbook[kind]:
            page, _, anchor = entry["address"].partition("#")
            if page not in pages:
                pages[page] = (site_folder / page / "index.html").read_text("utf-8")
            assert not anchor or f'id="{anchor}"' in pages[page], entry["address"]


def test_it_keeps_to_its_published_schema(handbook: dict[str, Any], site_folder: Path) -> None:
    published = json.loads((site_folder / "api" / handbook["schema"]).read_text("utf-8"))
    assert published == json.loads(schema())
    assert faults(handbook, published, published) == []


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (lambda case: case.pop("address"), "lacks address"),
        (lambda case: case.update(name=7), "is not string"),
        (lambda case: case.update(country="Narnia"), "is not one of"),
        (lambda case: case.update(extra=1), "knows no extra"),
        (lambda case: case.update(sectors=["Sector One"]), "does not match"),
    ],
)
def test_the_schema_refuses_what_is_wrong(change: Any, line: str, handbook: dict[str, Any]) -> None:
    rules = json.loads(schema())
    copy = json.loads(json.dumps(handbook))
    change(copy["case"][0])
    assert any(line in fault for fault in faults(copy, rules, rules))


def test_it_is_the_same_each_time(handbook: dict[str, Any], site_folder: Path) -> None:
    text = (site_folder / "api/handbook.json").read_text("utf-8")
    assert text == json.dumps(handbook, ensure_ascii=False, indent=1) + "\n"
