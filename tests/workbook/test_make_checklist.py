"""The command, as a person types it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from zipfile import ZipFile

import pytest

from kit.model.response import Response

from .conftest import ROOT, opened

OWN = """id: own
name: Ladder
version: 1
scale: {levels: 5, low: Never, high: Always}
sections: [{name: All, statements: [{id: asked, text: People are asked.}]}]
"""


class Format(StrEnum):
    """What can be asked for."""

    xlsx = "xlsx"
    pdf = "pdf"
    docx = "docx"
    json = "json"


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_checklist.py"), *arguments],
        capture_output=True, text=True, check=False, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_it_writes_a_workbook_and_says_where(tmp_path: Path) -> None:
    target = tmp_path / "out" / "form.xlsx"
    done = run("quick", "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"Wrote {target}\n"
    assert "Your answers" in opened(target.read_bytes()).sheetnames


def test_it_writes_a_pdf(tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    done = run("quick", "--format", "pdf", "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize("more", [("--large-print",), ("--tally",), ("--role", "people")])
def test_it_writes_the_other_sheets_of_paper(more: tuple[str, ...], tmp_path: Path) -> None:
    target = tmp_path / "form.pdf"
    done = run("full", "--format", "pdf", *more, "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert target.read_bytes().startswith(b"%PDF-")


def test_it_writes_a_word_document(tmp_path: Path) -> None:
    target = tmp_path / "form.docx"
    done = run("quick", "--format", "docx", "--out", str(target))
    assert done.returncode == 0, done.stderr
    with ZipFile(target) as archive:
        assert "word/document.xml" in archive.namelist()


def test_json_is_an_empty_response_with_its_words_beside(tmp_path: Path) -> None:
    target = tmp_path / "mine.json"
    done = run("full", "--format", "json", "--role", "people", "--out", str(target))
    assert done.returncode == 0, done.stderr
    response = Response.model_validate_json(target.read_bytes())
    assert response.empty
    assert (response.assessment, response.role, len(response.answers)) == ("full", "people", 24)
    assert all(one.version == 1 for one in response.answers)
    words = json.loads((tmp_path / "mine-words.json").read_bytes())
    assert [one["statement"] for one in words["statements"]] == [one.statement for one in response.answers]
    assert words["answers"]["dont-know"] == "Don't know"
    assert list(words["statements"][0]["words"]) == ["people"]


@pytest.mark.parametrize("format", list(Format))
def test_a_file_of_your_own_takes_the_place_of_an_id(format: Format, tmp_path: Path) -> None:
    own = tmp_path / "own.yml"
    own.write_text(OWN)
    target = tmp_path / f"form.{format}"
    done = run(str(own), "--format", format, "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert target.stat().st_size > 200


@pytest.mark.parametrize("format", ["xlsx", "pdf", "docx"])
def test_source_date_epoch_decides_the_bytes(format: str, tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for number, when in enumerate(("1700000000", "1700000000", "1800000000")):
        done = run("quick", "--format", format, "--out", str(files[number]), SOURCE_DATE_EPOCH=when,
                   PYTHONHASHSEED=str(number))
        assert done.returncode == 0, done.stderr
    one, two, three = (file.read_bytes() for file in files)
    assert one == two != three


def test_it_lists_the_assessments() -> None:
    done = run("--list")
    assert done.returncode == 0, done.stderr
    assert "quick  10 minutes" in done.stdout
    assert "full  40 minutes" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("quik",), "did you mean 'quick'?"),
        ((), "name an assessment"),
        (("quick", "--data", "nowhere"), "is not a folder"),
        (("quick", "--out", "/dev/null/form.xlsx"), "can't write"),
        (("quick", "--role", "peple"), "did you mean 'people'?"),
        (("quick", "--large-print"), "add --format pdf"),
        (("quick", "--format", "docx", "--tally"), "add --format pdf"),
        (("quick", "--format", "pdf", "--tally", "--large-print"), "one at a time"),
        (("nowhere.yml",), "is not a file"),
    ],
)
def test_what_can_not_be_used_gets_one_line(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
