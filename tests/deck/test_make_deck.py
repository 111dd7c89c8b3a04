"""The command, as a person types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from . import templates
from .conftest import ROOT, opened


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "make_deck.py"), *arguments],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_it_writes_a_deck_and_says_where(tmp_path: Path) -> None:
    target = tmp_path / "out" / "deck.pptx"
    done = run("taster", "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert str(target) in done.stdout
    assert len(opened(target.read_bytes()).slides) >= 10


def test_source_date_epoch_decides_the_bytes(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("a", "b", "c")]
    for file, when in zip(files, ("1700000000", "1700000000", "1800000000"), strict=True):
        assert run("taster", "--out", str(file), SOURCE_DATE_EPOCH=when).returncode == 0
    one, two, three = (file.read_bytes() for file in files)
    assert one == two != three


def test_it_lists_the_workshops_and_what_each_sector_has_of_its_own() -> None:
    done = run("--list", COLUMNS="80")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert any(line.startswith("taster") and "60 minutes" in line for line in lines)
    row = next(line.split() for line in lines if line.split()[:2] == ["taster", "health"])
    assert int(row[2]) >= 2
    assert row[-1] == "nowhere"
    assert max(map(len, lines)) <= 80


def words(path: Path, number: int = 0) -> str:
    slide = opened(path.read_bytes()).slides[number]
    return "\n".join(shape.text_frame.text for shape in slide.shapes if shape.has_text_frame)


def test_the_first_slide_says_whose_day_it_is(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    done = run("taster", "--title", "Together in Camden", "--organisation", "Camden Council", "--date", "2026-11-24",
               "--facilitators", "Amina Khan, Joe Bell", "--facilitators", "Sam Lee", "--out", str(target))
    assert done.returncode == 0, done.stderr
    for said in ("Together in Camden", "Camden Council", "24 November 2026", "Amina Khan", "Joe Bell", "Sam Lee"):
        assert said in words(target)
    assert opened(target.read_bytes()).core_properties.title.startswith("Together in Camden")


def test_a_sectors_deck_is_another_and_has_its_own_name(tmp_path: Path) -> None:
    plain, housing = tmp_path / "plain.pptx", tmp_path / "housing.pptx"
    assert run("half-day", "--out", str(plain)).returncode == 0
    assert run("half-day", "--sector", "housing", "--out", str(housing)).returncode == 0
    assert plain.read_bytes() != housing.read_bytes()
    done = run("half-day", "--sector", "housing")
    assert done.stdout.strip().endswith("half-day-housing.pptx")


def test_only_some_activities(tmp_path: Path) -> None:
    target = tmp_path / "deck.pptx"
    done = run("half-day", "--only", "hidden-work", "--only", "agreeing", "--out", str(target))
    assert done.returncode == 0, done.stderr
    part = opened(target.read_bytes())
    assert 5 < len(part.slides) < 30
    assert "0:00" in part.slides[1].notes_slide.notes_text_frame.text


def test_a_template_dresses_the_deck_and_what_had_to_do_is_said(tmp_path: Path) -> None:
    template, target = tmp_path / "their.potx", tmp_path / "deck.pptx"
    template.write_bytes(templates.potx())
    done = run("taster", "--template", str(template), "--out", str(target))
    assert done.returncode == 0, done.stderr
    assert "'Matrix' has no match in the template; used 'Title and Content'" in done.stderr.splitlines()
    assert str(target) in done.stdout
    assert opened(target.read_bytes()).slide_width == opened(templates.usual()).slide_width


def test_the_template_itself_is_never_written_over(tmp_path: Path) -> None:
    template = tmp_path / "their.pptx"
    template.write_bytes(before := templates.usual())
    done = run("taster", "--template", str(template), "--out", str(template))
    assert done.returncode == 2
    assert "the template itself" in done.stderr
    assert template.read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("tastre",), "did you mean 'taster'?"),
        ((), "name a workshop"),
        (("taster", "--data", "nowhere"), "is not a folder"),
        (("taster", "--out", "/dev/null/deck.pptx"), "can't write"),
        (("taster", "--sector", "helth"), "did you mean 'health'?"),
        (("taster", "--only", "dancing"), "has no activity 'dancing'"),
        (("taster", "--date", "2026-13-01"), "there is no day"),
        (("taster", "--title", "x" * 500), "the title has 500 characters"),
        (("taster", "--template", "nowhere.pptx"), "does not exist"),
        (("taster", "--template", "pyproject.toml"), "neither a .pptx nor a .potx"),
        (("taster", "--colour", "red"), "--help says more"),
    ],
)
def test_what_can_not_be_used_gets_one_line(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
