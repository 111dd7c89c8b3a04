"""How scripts/validate.py speaks: all problems at once, in three formats, and one line for unusable arguments."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from builder import SOUND, Data, Ran, script, sound, validate


@pytest.fixture
def faulty(tmp_path: Path) -> Data:
    """A folder with four faults in three files, of each sort that there is."""
    data = sound(tmp_path)
    data.change("terms.yml", "name: Two", "nam: Two").change("terms.yml", "In plain words.", "Stakeholders first.")
    data.change("cases/one.yml", "lesson: Ask.", "lesson: Ask [[term/tow]].")
    return data.change("brand.yml", "\nfont:", "\n\tfont:")


FAULTS = [
    "data/brand.yml:4: has a tab; indent with two spaces",
    "data/cases/one.yml:16: case/one: lesson: no term 'tow'; did you mean 'two'? [reference]",
    "data/terms.yml:4: term/one: plain: 'Stakeholders' is a word to avoid; say who [words-to-avoid]",
    "data/terms.yml:9: term/two: nam: unknown field 'nam'; did you mean 'name'?",
]


def test_reports_all_faults_at_once_by_file_and_line(faulty: Data) -> None:
    assert validate(faulty) == Ran(1, FAULTS, [])


def test_json_carries_the_same(faulty: Data) -> None:
    ran = validate(faulty, "--format", "json")
    found = json.loads("\n".join(ran.lines))
    assert (ran.status, ran.errors) == (1, [])
    assert [problem["file"] for problem in found["problems"]] == [line.partition(":")[0] for line in FAULTS]
    assert found["problems"][1] == {
        "file": "data/cases/one.yml", "line": 16, "record": "case/one", "field": "lesson",
        "message": "no term 'tow'", "hint": "did you mean 'two'?",
        "rule": "reference", "level": "error", "read": "contribute/rules/#rule-reference",
    }
    assert (found["problems"][0]["rule"], found["problems"][0]["read"]) == ("", "")  # YAML itself: no rule of ours
    assert found["records"] == 35  # 37, less the brand and the term that could not be read


def test_github_gets_an_annotation_for_each(faulty: Data) -> None:
    ran = validate(faulty, "--format", "github")
    assert (ran.status, ran.errors) == (1, [])
    places = [
        "brand.yml,line=4", "cases/one.yml,line=16,title=reference", "terms.yml,line=4,title=words-to-avoid",
        "terms.yml,line=9",
    ]
    expected = [f"::error file=data/{place}::{fault}" for place, fault in zip(places, FAULTS, strict=True)]
    assert ran.lines == expected


def test_github_annotation_can_not_be_broken_out_of(tmp_path: Path) -> None:
    data = sound(tmp_path).write("a,b:c%d\ne.txt", "")
    data.change("terms.yml", "plain: In", '"50%\\n::error::": In')
    ran = validate(data, "--format", "github")
    assert ran.lines[0].startswith("::error file=data/a%2Cb%3Ac%25d%0Ae.txt,line=1::data/a,b:c%25d")
    assert all(line.startswith("::error file=data/") for line in ran.lines)


@pytest.mark.parametrize(
    ("format", "lines"),
    [
        ("text", ["37 records, all sound"]),
        ("json", ["{", '  "records": 37,', '  "problems": []', "}"]),
        ("github", []),
    ],
)
def test_sound_folder_exits_with_0_in_each_format(format: str, lines: list[str], tmp_path: Path) -> None:
    assert validate(sound(tmp_path), "--format", format) == Ran(0, lines, [])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "xml"], "'xml' is not one of 'text', 'json', 'github'"),
        (["--date", "x"], "No such option: --date"),
        (["more"], "unexpected extra argument"),
        (["--data"], "'--data' requires an argument"),
        (["--data", "nowhere"], "nowhere is not a folder"),
        (["--data", __file__], "test_validate.py is not a folder"),
        (["--data", "/dev/null"], "/dev/null is not a folder"),
        (["--data", "x" * 5000], "xx is not a folder (file name too long)"),
        (["--data", "\udcff"], "\\udcff is not a folder"),
        (["--data", str(Path(__file__).parent)], "holds no records"),
    ],
)
def test_unusable_argument_exits_with_2_and_one_line(arguments: list[str], said: str) -> None:
    ran = script("validate", *arguments)
    assert (ran.status, ran.lines, len(ran.errors)) == (2, [], 1)
    assert said in ran.errors[0]


def test_line_100_is_no_picture(tmp_path: Path) -> None:
    # To rich, ":100:" is an emoji.
    data = sound(tmp_path).write("terms.yml", "\n" * 98 + SOUND["terms.yml"].replace("name: One", "nam: One"))
    assert validate(data).lines == ["data/terms.yml:100: term/one: nam: unknown field 'nam'; did you mean 'name'?"]


def test_marks_of_style_are_printed_as_they_are(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "origin: paper", "origin: '[bold]paper[/] :smile:'")
    assert "'[bold]paper[/] :smile:' is not one of" in validate(data).lines[0]


@pytest.mark.parametrize("name", [b"\xff.txt", b"two\nlines.txt", b"\x1b[31mred.txt"])
def test_odd_file_name_still_gets_one_line(name: bytes, tmp_path: Path) -> None:
    data = sound(tmp_path)
    (data.folder / os.fsdecode(name)).touch()
    ran = validate(data)
    assert (ran.status, ran.errors, len(ran.lines)) == (1, [], 1)
    assert ran.lines[0].endswith(": is not a .yml file; move it elsewhere")
    assert "\x1b" not in ran.lines[0]


def test_value_of_several_lines_still_gets_one_line(tmp_path: Path) -> None:
    data = sound(tmp_path).change("cases/one.yml", "cell: matrix/together-together", 'cell: "a\\nb\\e[31m"')
    assert validate(data).lines == [
        r"""data/cases/one.yml:8: case/one: cell: 'a\nb\x1b[31m' is not a reference"""
        '; write it as kind/id, for instance "case/taff-housing"'
    ]


def test_terminal_without_the_letter_gets_its_number(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "origin: paper", "origin: “papér”")
    ran = validate(data, PYTHONIOENCODING="ascii")
    assert ran.lines[0].startswith("data/terms.yml:6: term/one: origin: '\\u201cpap\\xe9r\\u201d' is not one of")
    assert ran.errors == []


def test_folder_may_have_another_name_and_be_given_as_a_dot(tmp_path: Path) -> None:
    data = sound(tmp_path).remove("matrix.yml")
    data.folder.rename(tmp_path / "records")
    ran = script("validate", "--data", ".", cwd=tmp_path / "records")
    assert ran.lines == ["records/matrix.yml: is missing: it holds the matrix records"]


LATER = "1861920000"
"""1 January 2029, when what was looked at in November 2026 is more than two years old."""
OLD = "was last looked at in 2026-11, more than two years ago; look again, and write the new date"


def test_what_has_aged_is_said_and_stops_nothing(tmp_path: Path) -> None:
    assert validate(sound(tmp_path), SOURCE_DATE_EPOCH=LATER) == Ran(0, [
        f"data/hosting.yml:6: hosting/one: as_of: {OLD} [look-again, a warning]",
        f"data/updates.yml:10: update/one: checked: {OLD} [look-again, a warning]",
        "37 records, all sound; 2 to look at again",
    ], [])


def test_what_has_aged_is_annotated_as_a_warning_beside_an_error(tmp_path: Path) -> None:
    data = sound(tmp_path).change("terms.yml", "In plain words.", "Stakeholders first.")
    ran = validate(data, "--format", "github", SOURCE_DATE_EPOCH=LATER)
    assert ran.status == 1
    assert [line.partition("::")[2].partition("::")[0] for line in ran.lines] == [
        "warning file=data/hosting.yml,line=6,title=look-again",
        "error file=data/terms.yml,line=4,title=words-to-avoid",
        "warning file=data/updates.yml,line=10,title=look-again",
    ]


def test_day_is_the_clocks_where_none_is_given(tmp_path: Path) -> None:
    old = sound(tmp_path).change("updates.yml", '"2026-11"', '"2001"')
    ran = validate(old, SOURCE_DATE_EPOCH="")
    assert ran.status == 0
    assert any("checked: was last looked at in 2001" in line for line in ran.lines)


def test_day_that_is_none_exits_with_2(tmp_path: Path) -> None:
    ran = validate(sound(tmp_path), SOURCE_DATE_EPOCH="soon")
    assert (ran.status, ran.lines) == (2, [])
    assert ran.errors == ["SOURCE_DATE_EPOCH is 'soon'; it must be a whole number of seconds since 1970"]
