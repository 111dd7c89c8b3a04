"""The JSON Schemas that editors use are what the models say, and every YAML file names its own."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from builder import script

from kit.model import KINDS, Case, Term
from kit.schema import schema_of, schemas

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(path for path in (ROOT / "data").rglob("*.yml"))


def resolved(schema: Any, root: Any) -> Any:
    """A schema with its `$ref` followed."""
    reference = schema.get("$ref")
    return root["$defs"][reference.rpartition("/")[2]] if reference else schema


def one(kind: str) -> Any:
    """The schema of a single record of a kind."""
    whole = schema_of(KINDS[kind])
    return resolved(whole["items"] if KINDS[kind].layout == "list" else whole, whole)


def test_committed_schemas_are_what_the_models_say() -> None:
    ran = script("schema", "--check")
    assert (ran.status, ran.lines, ran.errors) == (0, [], [])


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The script and the schemas in a place of their own."""
    shutil.copytree(ROOT / "data" / "schema", tmp_path / "data" / "schema")
    (tmp_path / "scripts").mkdir()
    shutil.copy(ROOT / "scripts" / "schema.py", tmp_path / "scripts")
    return tmp_path


def checked(copy: Path, *arguments: str) -> tuple[int, str]:
    command = [sys.executable, str(copy / "scripts" / "schema.py"), *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    return ran.returncode, ran.stdout + ran.stderr


def test_check_finds_a_changed_a_missing_and_a_stray_schema_and_mends_none(copy: Path) -> None:
    folder = copy / "data" / "schema"
    (folder / "case.json").write_text((folder / "case.json").read_text().replace('"string"', '"number"', 1))
    (folder / "term.json").unlink()
    (folder / "zebra.json").write_text("{}")
    status, said = checked(copy, "--check")
    assert status == 1
    named = [line.split(" ")[0] for line in said.splitlines()]
    assert named == [f"data/schema/{kind}.json" for kind in ("term", "case", "zebra")]
    assert not (folder / "term.json").exists()


@pytest.mark.parametrize("fault", ["term.json", "zebra.json"])
def test_check_finds_a_single_fault(fault: str, copy: Path) -> None:
    (copy / "data" / "schema" / fault).write_text("{}")
    assert checked(copy, "--check") == (1, f"data/schema/{fault} is not what the models say; run `make schema`\n")


def test_script_writes_what_is_missing_and_removes_what_is_stray(copy: Path) -> None:
    folder = copy / "data" / "schema"
    (folder / "case.json").write_text("{}")
    (folder / "zebra.json").write_text("{}")
    assert checked(copy) == (0, f"{len(schemas())} schemas in data/schema, 1 changed\n")
    assert {path.stem: path.read_text("utf-8") for path in folder.iterdir()} == schemas()


def test_a_new_field_changes_the_schema() -> None:
    class Longer(Term):
        colour: str

    assert "colour" in json.dumps(schema_of(Longer))
    assert schema_of(Longer) != schema_of(Term)


@pytest.mark.parametrize("kind", KINDS)
def test_schema_knows_every_field_and_no_other(kind: str) -> None:
    schema = one(kind)
    model = KINDS[kind]
    assert set(schema["properties"]) == set(model.model_fields)
    assert set(schema["required"]) == {name for name, info in model.model_fields.items() if info.is_required()}
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("kind", KINDS)
def test_every_piece_of_a_schema_can_be_found(kind: str) -> None:
    whole = schema_of(KINDS[kind])
    wanted = set(re.findall(r'"#/\$defs/(\w+)"', json.dumps(whole)))
    assert wanted <= set(whole.get("$defs", {}))


def test_schema_tells_an_editor_what_a_field_is_for() -> None:
    assert "What someone elsewhere can take from it" in one("case")["properties"]["lesson"]["description"]


def test_file_of_many_records_is_a_list_and_a_file_of_one_is_not() -> None:
    assert schema_of(Term)["type"] == "array"
    assert schema_of(Case)["type"] == "object"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT / "data").as_posix())
def test_file_names_its_schema_in_its_first_line(path: Path) -> None:
    first = path.read_text("utf-8").split("\n", 1)[0]
    found = re.fullmatch(r"# yaml-language-server: \$schema=(\S+)", first)
    assert found, first
    schema = (path.parent / found[1]).resolve()
    assert schema.is_file()
    home = path.relative_to(ROOT / "data").parts[0].removesuffix(".yml")
    assert KINDS[schema.stem].plural == home
