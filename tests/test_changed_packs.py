"""Which packs a pull request touches: those of the records that changed, or every one where the code did."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from builder import NOWHERE, ROOT, script, sound

from kit.load import read
from kit.packs.changed import changed


@pytest.fixture
def projects(tmp_path: Path) -> tuple[Path, Path]:
    """The same small project twice: with a change to come, and before it."""
    for name in ("now", "before"):
        folder = tmp_path / name
        folder.mkdir()
        sound(folder)
        shutil.copy(ROOT / "requirements.lock", folder)
        (folder / "kit").mkdir()
        (folder / "kit/draw.py").write_text("SIZE = 1\n", "utf-8")
    return tmp_path / "now", tmp_path / "before"


def names(now: Path, before: Path) -> list[str]:
    return [job.name for job in changed(read(now / "data"), NOWHERE, now, before)]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_without_a_change_there_are_none(projects: tuple[Path, Path]) -> None:
    assert names(*projects) == []


def test_a_changed_activity_touches_the_workshops_that_have_it(projects: tuple[Path, Path]) -> None:
    change(projects[0] / "data/activities/one.yml", "Sort them.", "Sort these.")
    assert names(*projects) == ["one", "one-one"]


@pytest.mark.parametrize("name", ["kit/draw.py", "requirements.lock"])
def test_changed_code_or_libraries_touch_every_pack(name: str, projects: tuple[Path, Path]) -> None:
    (projects[0] / name).write_text("SIZE = 2\n", "utf-8")
    assert names(*projects) == ["one", "one-one"]


def test_where_the_records_before_are_not_sound_by_todays_rules_every_pack_counts(projects: tuple[Path, Path]) -> None:
    change(projects[1] / "data/terms.yml", "name: Two", "nam: Two")
    assert names(*projects) == ["one", "one-one"]


def test_the_command_refuses_a_folder_without_records(tmp_path: Path) -> None:
    ran = script("changed_packs", "--before", str(tmp_path), "--out", str(tmp_path / "out"))
    assert (ran.status, ran.lines) == (2, [])
    assert ran.errors == [f"no records in {tmp_path / 'data'}; --before names a copy of the whole project"]
