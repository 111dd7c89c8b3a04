"""The list of what a release is made of: valid, whole, the same each time."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from builder import ROOT
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from kit.errors import KitError
from kit.release import materials, sbom

LOCKED = set(re.findall(r"^([\w.-]+==[^\s;\\]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE))


@pytest.fixture(scope="module")
def text() -> str:
    return sbom(ROOT)


@pytest.fixture(scope="module")
def bom(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def test_is_valid_by_the_formats_own_validator(text: str) -> None:
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(text) is None
    assert validator.validate_str(text.replace('"components"', '"component"')) is not None


def test_names_all_that_is_locked_and_the_typeface_and_nothing_else(bom: dict[str, Any]) -> None:
    named = {f"{part['name']}=={part['version']}" for part in bom["components"]}
    assert named == LOCKED | {"Liberation Sans==2.1.5"}


def test_every_part_has_a_licence_and_every_package_its_hashes(bom: dict[str, Any]) -> None:
    assert [part["name"] for part in bom["components"] if not part.get("licenses")] == []
    packages = [part for part in bom["components"] if part["type"] == "library"]
    assert len(packages) == len(LOCKED)
    assert all(part["externalReferences"][0]["hashes"] for part in packages)


def test_says_who_needs_whom(bom: dict[str, Any]) -> None:
    needs = {one["ref"]: one.get("dependsOn", []) for one in bom["dependencies"]}
    refs = {part["bom-ref"] for part in bom["components"]}
    own = bom["metadata"]["component"]["bom-ref"]
    assert set(needs) == refs | {own}
    assert {one for found in needs.values() for one in found} <= refs
    first = {ref.split("/")[1].split("@")[0] for ref in needs[own] if "/" in ref}
    assert {"mkdocs", "ruamel-yaml", "typst"} <= first
    assert "jinja2" not in first
    assert any(ref.startswith("pkg:pypi/jinja2@") for ref in needs[next(ref for ref in refs if "/mkdocs@" in ref)])


def test_is_dated_by_the_source_not_by_the_clock(bom: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert "serialNumber" not in bom
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    again = json.loads(sbom(ROOT))
    assert again["metadata"].pop("timestamp") == "2027-01-15T08:00:00+00:00"
    assert again == {**bom, "metadata": {key: one for key, one in bom["metadata"].items() if key != "timestamp"}}


def test_holds_no_path_of_the_machine(text: str) -> None:
    assert str(ROOT) not in text
    assert "file://" not in text


def test_a_tool_that_fails_is_said_in_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KitError, match="cyclonedx-py could not read the requirements"):
        materials._read("requirements", "nothing-here.lock")
    monkeypatch.setattr(materials, "TOOL", "no_such_tool")
    with pytest.raises(KitError, match="`make sbom` installs it"):
        sbom(ROOT)
