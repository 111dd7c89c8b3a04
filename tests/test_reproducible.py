"""Two clean builds, in different folders, by different users, in different time zones, give the same bytes."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from clean import ELSEWHERE, HERE, NOBODY, build, contents, differences, may_be, open_to_all, project

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="users and umasks are Unix's")


@pytest.fixture
def anywhere() -> Iterator[Path]:
    with open_to_all() as place:
        yield place


def both(place: Path, small: bool, patience: float) -> tuple[Path, Path]:
    """The same project built twice. The second lies deeper, in a folder whose name has a space."""
    first, second = project(place / "one", small), place / "somewhere else" / "two"
    shutil.copytree(first, second)
    return build(first, HERE, patience), build(second, ELSEWHERE, patience)


def said(site: Path) -> str:
    """What was compared, in a line."""
    held = contents(site)
    files = [data for name, (_, data) in held.items() if (site / name).is_file()]
    who = "two users" if may_be(NOBODY) else "one user (only root may build as another)"
    return f"{len(files)} files, {sum(map(len, files)) / 1_000_000:.1f} MB, by {who}"


def check(place: Path, small: bool, patience: float) -> None:
    one, other = both(place, small, patience)
    found = differences(one, other)
    print(f"\n{said(one)}: {len(found) or 'none'} differ")
    assert found == []


def test_two_clean_builds_give_the_same_bytes(anywhere: Path) -> None:
    check(anywhere, small=True, patience=180)


@pytest.mark.full
def test_two_clean_builds_of_everything_give_the_same_bytes(anywhere: Path) -> None:
    check(anywhere, small=False, patience=1800)


def test_a_difference_of_one_byte_or_of_a_mode_would_be_seen(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "same").write_text("a")
        (tmp_path / name / "page").write_text(f"built by {name}")
        (tmp_path / name / "open").touch(0o644 if name == "one" else 0o600)
    (tmp_path / "one" / "more").touch()
    assert differences(tmp_path / "one", tmp_path / "other") == [
        "more: only in the first", "open: mode 644 and 600",
        "page: from byte 10: b'built by one' and b'built by other'",
    ]
