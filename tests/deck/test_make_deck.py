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


def test_it_lists_the_workshops() -> None:
    done = run("--list")
    assert done.returncode == 0, done.stderr
    assert "taster" in done.stdout
    assert "60 minutes" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("tastre",), "did you mean 'taster'?"),
        ((), "name a workshop"),
        (("taster", "--data", "nowhere"), "is not a folder"),
        (("taster", "--out", "/dev/null/deck.pptx"), "can't write"),
    ],
)
def test_what_can_not_be_used_gets_one_line(arguments: tuple[str, ...], says: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert says in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert "Traceback" not in done.stderr
