"""A new record of any kind can be begun, is sound where the answers are, and harms nothing that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from builder import Data, Ran, script, sound

from contribute.terminal import typed
from kit.contribute.answers import Answers
from kit.contribute.fields import fields, in_order, wanted
from kit.contribute.given import fill, take
from kit.contribute.scaffold import Draft, check_room, draft, home, slug
from kit.errors import UsageError
from kit.files import write
from kit.library import dotted
from kit.model import KINDS
from kit.yamltree import Path as Place

TERM = ["--set", "name=Mutual aid", "--set", "summary=In a line.", "--set", "plain=In plain words.",
        "--set", "text=The whole of it.", "--set", "origin=paper", "--set", "source.part=3"]


def ready(kind: str, data: Data) -> Data:
    """A folder in which there is room for one more of a kind."""
    if kind == "brand":
        data.remove("brand.yml")
    if kind == "matrix":
        text = (data.folder / "matrix.yml").read_text("utf-8")
        data.write("matrix.yml", text[: text.index("- id: community-community")])
    return data


def least(kind: str, tmp_path: Path) -> list[str]:
    """What a person must answer for a record of a kind, as pairs for `--set`."""
    record = sound(tmp_path / "pattern").library().all(KINDS[kind])[-1].model_dump(exclude_unset=True)
    asked = {field.name for field in wanted(KINDS[kind], record)} - {"id", "order"}
    return [f"{dotted(path)}={value}" for name in asked for path, value in flat(record[name], (name,))]


def flat(value: Any, path: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(value, dict | list) and value:
        for step, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from flat(inner, (*path, step))
    else:
        yield path, "none" if value in (None, []) else str(value)


def begun(kind: str, data: Data, pairs: list[str], name: str = "a-new-one") -> Draft:
    library = data.library()
    answers = Answers(KINDS[kind], library)
    take(answers, name, pairs)
    fill(answers)
    return draft(answers, home(library, None))


@pytest.mark.parametrize("kind", KINDS)
def test_the_least_answers_make_a_sound_record(kind: str, tmp_path: Path) -> None:
    data = ready(kind, sound(tmp_path))
    made = begun(kind, data, least(kind, tmp_path))
    assert made.lacks == []
    write(made.path, made.text)
    assert data.found() == []
    assert data.library().get(f"{kind}/a-new-one")


@pytest.mark.parametrize("kind", KINDS)
def test_without_answers_the_checks_ask_for_every_field_that_must_be_there(kind: str, tmp_path: Path) -> None:
    data = ready(kind, sound(tmp_path))
    made = begun(kind, data, [])
    write(made.path, made.text)
    asked = {problem.field.split(".")[0].split("[")[0] for problem in made.lacks}
    must = {name for name, field in fields(KINDS[kind]).items() if field.required} - {"id", "order"}
    assert asked >= must
    assert {str(problem) for problem in made.lacks} == {line for line in data.found() if f"{kind}/a-new-one" in line}


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_file_names_every_field_of_its_kind(kind: str, tmp_path: Path) -> None:
    block = begun(kind, ready(kind, sound(tmp_path)), []).block
    for name in in_order(KINDS[kind]):
        assert f"{name}:" in block
        assert all(word in block for word in fields(KINDS[kind])[name].why.split()[:3])


def test_a_list_grows_at_its_end_and_keeps_every_byte_before(tmp_path: Path) -> None:
    data = sound(tmp_path)
    before = (data.folder / "terms.yml").read_bytes()
    ran = script("new", "term", "--no-input", "--data", data.folder, *TERM)
    after = (data.folder / "terms.yml").read_bytes()
    assert ran.status == 0
    assert ran.lines[0] == "Wrote term/mutual-aid into data/terms.yml, line 15"
    assert "look-up/glossary/#term-mutual-aid" in "\n".join(ran.lines)
    assert after.startswith(before)
    assert data.found() == []


def test_a_record_with_a_file_of_its_own_begins_with_its_schema(tmp_path: Path) -> None:
    data = sound(tmp_path)
    script("new", "case", "--no-input", "--data", data.folder, "--set", "name=Ward kitchen", "--no-comments")
    lines = (data.folder / "cases/ward-kitchen.yml").read_text("utf-8").splitlines()
    assert lines[:4] == [
        "# yaml-language-server: $schema=../schema/case.json", "id: ward-kitchen", "name: Ward kitchen",
        "summary:  # TO WRITE",
    ]


def test_a_later_reference_joins_the_later_ones(tmp_path: Path) -> None:
    data = sound(tmp_path)
    data.write("references/later.yml", "- {id: two, form: web, authors: [], year: null, name: Two, origin: later}\n")
    pairs = ["form=web", "authors=none", "year=2020", "name=A page", "origin=later"]
    assert begun("reference", data, pairs).path == data.folder / "references/later.yml"


def test_values_that_yaml_would_misread_are_quoted(tmp_path: Path) -> None:
    data = sound(tmp_path)
    pairs = [pair.replace("name=One", "name=12:30") for pair in least("event", tmp_path)]
    made = begun("event", data, pairs)
    assert 'name: "12:30"' in made.block and 'date: "2009"' in made.block
    assert made.lacks == []


def test_a_dry_run_shows_the_file_and_writes_nothing(tmp_path: Path) -> None:
    data = sound(tmp_path)
    before = {path: path.read_bytes() for path in data.folder.rglob("*.yml")}
    ran = script("new", "term", "--no-input", "--dry-run", "--data", data.folder, *TERM)
    assert ran.status == 0
    assert "- id: mutual-aid" in ran.lines
    assert ran.errors[0] == "Would write term/mutual-aid into data/terms.yml, line 15"
    assert {path: path.read_bytes() for path in data.folder.rglob("*.yml")} == before


BAD = {
    "no kind": ([], "name a kind, such as case; --list shows them"),
    "a wrong kind": (["cas"], "no kind 'cas'; did you mean 'case'?"),
    "a plural": (["people"], "no kind 'people'; did you mean 'person'?"),
    "the brand": (["brand"], "the one brand record is there; change it in data/brand.yml"),
    "a tenth cell": (["matrix"], "all nine cells of the matrix are there; change it in data/matrix.yml"),
    "a taken id": (["term", "--id", "one"],
        "--id: the id 'one' is taken (in data/terms.yml:1); choose another, such as 'one-2'"),
    "an id that is none": (["term", "--id", "../x"],
        "--id: '../x' is not an id; use lower-case letters, digits and single hyphens"),
    "an unknown field": (["term", "--set", "nam=x"], "no field 'nam'; did you mean 'name'?"),
    "no value": (["term", "--set", "name"], '--set name: expected FIELD=VALUE, such as --set name="A name"'),
    "a value too long": (["term", "--set", f"name={'x' * 121}"],
        "--set name: has 121 characters; at most 120 are allowed"),
    "a word that is not on the list": (["term", "--set", "origin=papers"],
        "--set origin: 'papers' is not one of paper, later, ours; did you mean 'paper'?"),
    "a reference to nothing": (["case", "--set", "principles=on"],
        "--set principles: no principle 'on'; did you mean 'one'?"),
    "a field of a field": (["case", "--set", "today=x"],
        "--set today: today holds fields; set one of them, such as today.text"),
    "nothing to make an id from": (["term", "--no-input"],
        "it needs an id: give --id, or --set name=... to make one from"),
}


@pytest.mark.parametrize("slip", BAD)
def test_a_slip_gets_one_line_and_nothing_is_written(slip: str, tmp_path: Path) -> None:
    arguments, said = BAD[slip]
    data = sound(tmp_path)
    before = {path: path.read_bytes() for path in data.folder.rglob("*.yml")}
    assert script("new", *arguments, "--data", data.folder) == Ran(2, [], [said])
    assert {path: path.read_bytes() for path in data.folder.rglob("*.yml")} == before


def test_a_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    data = sound(tmp_path)
    library = data.library()
    answers = Answers(KINDS["case"], library, {"id": "two"})
    data.write("cases/two.yml", "ours")
    with pytest.raises(UsageError, match=r"^data/cases/two\.yml is there already"):
        draft(answers, home(library, None))
    ran = script("new", "case", "--id", "two", "--data", data.folder)
    assert ran.errors[0].startswith("--id: the id 'two' is taken")


def test_a_list_that_cannot_be_read_is_not_added_to(tmp_path: Path) -> None:
    data = sound(tmp_path).append("terms.yml", "- id: [\n")
    with pytest.raises(UsageError, match=r"^data/terms\.yml:\d+: .*; mend this first$"):
        begun("term", data, [])


def test_there_is_room_for_all_but_the_brand_and_the_matrix(tmp_path: Path) -> None:
    library = sound(tmp_path).library()
    full = []
    for kind, model in KINDS.items():
        try:
            check_room(model, library)
        except UsageError:
            full.append(kind)
    assert full == ["matrix", "brand"]


def test_an_id_is_made_from_the_title(tmp_path: Path) -> None:
    library = sound(tmp_path).library()
    assert slug("Café & People's kitchen, 2024!", library, "case") == "cafe-peoples-kitchen-2024"
    assert slug("One", library, "case") == "one-2"
    assert len(slug("word " * 40, library, "case")) <= 60


def test_at_a_terminal_each_answer_is_judged_at_once(tmp_path: Path) -> None:
    data = sound(tmp_path)
    keys = ["Mutual aid\r", "one\r", "\r", "x" * 161 + "\r", "In a line.\r", "In plain words.\r", "All of it.\r",
            "papers\r", "paper\r", "3\r"]
    status, screen = typed(["term", "--data", data.folder], keys)
    assert status == 0
    assert "the id 'one' is taken (in data/terms.yml:1); choose another, such as 'one-2'" in screen
    assert "has 161 characters; at most 160 are allowed" in screen
    assert "'papers' is not one of paper, later, ours; did you mean 'paper'?" in screen
    assert "Wrote term/mutual-aid" in screen and "not finished" not in screen
    assert data.found() == []


def test_control_d_leaves_the_rest_for_later(tmp_path: Path) -> None:
    data = sound(tmp_path)
    status, screen = typed(["term", "--data", data.folder], ["Mutual aid\r", "\r", "\x04"])
    assert status == 0
    assert "It is not finished." in screen and "summary (line " in screen
    assert len(data.found()) == 4


def test_control_c_writes_nothing(tmp_path: Path) -> None:
    data = sound(tmp_path)
    before = (data.folder / "terms.yml").read_bytes()
    status, screen = typed(["term", "--data", data.folder], ["Mutual aid\r", "\r", "In a line.\r", "\x03"])
    assert status == 1
    assert screen.endswith("Stopped; nothing was written.\n")
    assert (data.folder / "terms.yml").read_bytes() == before
