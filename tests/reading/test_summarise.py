"""The command, as a person types it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from builder import script

from kit.model.response import Answer, Response
from kit.model.summary import Summary
from kit.results.cells import to_csv

from .conftest import Fill

THEIRS = """\
id: theirs
name: Theirs
version: 2
scale: {levels: 7, low: never, high: always}
sections:
  - {name: Asking, statements: [{id: we-ask, text: We ask.}]}
"""


def crowd(count: int = 6, assessment: str = "quick", statement: str = "what-people-offer", answer: str = "asking",
          version: int = 1) -> str:
    """A CSV of people who all answer the same."""
    return to_csv([
        Response(id=f"r{number}", assessment=assessment, assessment_version=version, role="people",
                 answers=[Answer(statement=statement, version=1, answer=answer, evidence="=1+1")])
        for number in range(count)
    ])


def test_any_mix_of_files_and_folders_comes_to_one_summary(fill: Fill, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    fill().save(tmp_path / "in" / "deep" / "one.xlsx")
    (tmp_path / "in" / "two.csv").write_text(crowd(), "utf-8")
    (tmp_path / "three.exe").write_bytes(b"MZ")
    done = script("summarise", tmp_path / "in", tmp_path / "three.exe", "--out", tmp_path / "out")
    assert done.status == 0, done.errors
    found = Summary.model_validate_json((tmp_path / "out" / "summary.json").read_bytes())
    assert [(one.file, one.how) for one in found.read] == [
        ("in/two.csv", "accepted"), ("in/deep/one.xlsx", "accepted"), ("three.exe", "refused")]
    assert found.responses == 7
    names = ("summary.json", "summary.xlsx", "summary.pdf", "summary.html")
    assert done.lines[-4:] == [f"Wrote {tmp_path / 'out' / name}" for name in names]
    assert "What was read" in "\n".join(done.errors)
    assert str(tmp_path) not in (tmp_path / "out" / "summary.json").read_text("utf-8")


def test_summary_for_machines_is_all_that_is_printed(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(crowd(), "utf-8")
    done = script("summarise", tmp_path / "a.csv", "--json")
    assert (done.status, done.errors) == (0, [])
    assert Summary.model_validate_json("\n".join(done.lines)).responses == 6


def test_same_files_come_to_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(crowd(), "utf-8")
    for name in ("x", "y"):
        done = script("summarise", tmp_path / "a.csv", "--out", tmp_path / name, PYTHONHASHSEED=str(len(name)))
        assert done.status == 0
    assert (tmp_path / "x" / "summary.json").read_bytes() == (tmp_path / "y" / "summary.json").read_bytes()


def test_an_assessment_that_somebody_brought(tmp_path: Path) -> None:
    (tmp_path / "theirs.yml").write_text(THEIRS, "utf-8")
    (tmp_path / "a.csv").write_text(crowd(5, "theirs", "we-ask", "7", 2), "utf-8")
    done = script("summarise", tmp_path / "a.csv", "--assessment", tmp_path / "theirs.yml", "--json")
    found = json.loads("\n".join(done.lines))
    assert found["statements"][0]["roles"][0]["median"] == ["7", "7"]
    assert found["read"] == [{"file": "a.csv", "how": "accepted", "why": []}]


def test_what_moved_since_an_earlier_summary(tmp_path: Path) -> None:
    (tmp_path / "then.csv").write_text(crowd(), "utf-8")
    (tmp_path / "now.csv").write_text(crowd(12, answer="sharing"), "utf-8")
    assert script("summarise", tmp_path / "then.csv", "--out", tmp_path / "then").status == 0
    done = script("summarise", tmp_path / "now.csv", "--since", tmp_path / "then" / "summary.json", "--json")
    found = json.loads("\n".join(done.lines))["since"]["statements"][0]
    assert [role["half_levels"] for role in found["roles"]] == [2]


@pytest.mark.parametrize(("count", "options", "shown"), [
    (4, [], False), (5, [], True), (5, ["--smallest-group", "6"], False), (3, ["--in-room"], True),
    (2, ["--in-room"], False), (4, ["--in-room", "--smallest-group", "5"], False),
])
def test_smallest_group(count: int, options: list[str], shown: bool, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(crowd(count), "utf-8")
    found = json.loads("\n".join(script("summarise", tmp_path / "a.csv", "--json", *options).lines))
    assert bool(found["statements"]) == shown
    assert found["in_room"] == ("--in-room" in options)


@pytest.mark.parametrize(
    ("options", "status", "says"),
    [
        (["nowhere"], 2, "can't read"),
        (["a.csv", "--smallest-group", "4"], 2, "at least 5 are needed"),
        (["a.csv", "--smallest-group", "2", "--in-room"], 2, "at least 3 are needed"),
        (["a.csv", "--smallest-group", "0"], 2, "at least 5 are needed"),
        (["a.csv", "--assessment", "quik"], 2, "did you mean 'quick'?"),
        (["a.csv", "--assessment", "nowhere.yml"], 2, "is not a file"),
        (["a.csv", "--since", "a.csv"], 2, "is not a summary"),
        (["b.csv"], 2, "no file says which assessment it answers"),
        (["b.csv", "--assessment", "quick", "--json"], 1, "no response could be read"),
        (["empty"], 2, "there are no files to read"),
        (["a.csv", "--out", "a.csv"], 2, "can't write"),
        ([], 2, "Missing argument"),
    ],
)
def test_what_can_not_be_used_gets_one_line(options: list[str], status: int, says: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(crowd(), "utf-8")
    (tmp_path / "b.csv").write_text("x", "utf-8")
    (tmp_path / "empty").mkdir()
    done = script("summarise", *options, cwd=tmp_path)
    assert done.status == status
    assert says in done.errors[-1]
    assert "Traceback" not in "\n".join(done.errors)
    if status == 2 and "--out" not in options:
        assert len(done.errors) == 1


def test_nothing_of_a_file_reaches_the_terminal_as_a_command(tmp_path: Path) -> None:
    (tmp_path / "a\x1b[31m.csv").write_text(crowd(statement="x\x1b[31m[red]"), "utf-8")
    (tmp_path / "b.csv").write_text(crowd(), "utf-8")
    done = script("summarise", tmp_path, "--out", tmp_path / "out")
    assert done.status == 0
    assert "\x1b" not in "".join([*done.lines, *done.errors])
    assert "\x1b" not in (tmp_path / "out" / "summary.json").read_text("utf-8")
