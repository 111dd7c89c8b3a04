"""The command, as a person types it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import ROOT, opened


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


@pytest.mark.parametrize("format", ["xlsx", "pdf"])
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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("quik",), "did you mean 'quick'?"),
        ((), "name an assessment"),
        (("quick", "--data", "nowhere"), "is not a folder"),
        (("quick", "--out", "/dev/null/form.xlsx"), "can't write"),
    ],
)
def test_what_can_not_be_used_gets_one_line(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
