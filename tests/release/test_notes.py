"""A tag becomes a release only where everything agrees."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import ROOT, script

from kit import __version__
from kit.errors import KitError, UsageError
from kit.release import checked

CHANGELOG = f"""# Changelog

## Unreleased

### Added
- Later.

## {__version__} (2026-12-01)

### Added
- A thing.

## 0.0.1 (2026-01-01)

- The first.
"""


def project(folder: Path, version: str = __version__, changelog: str = CHANGELOG) -> Path:
    (folder / "pyproject.toml").write_text(f'[project]\nname = "x"\nversion = "{version}"\n', "utf-8")
    (folder / "CHANGELOG.md").write_text(changelog, "utf-8")
    return folder


def test_notes_and_date_come_from_the_changelog(tmp_path: Path) -> None:
    release = checked(project(tmp_path), f"v{__version__}")
    assert (release.version, release.date) == (__version__, "2026-12-01")
    assert release.notes == "### Added\n- A thing."


@pytest.mark.parametrize("tag", ["", "0.1.0", "v0.1", "v0.1.0-rc1", "v1.2.3\n", "v0.1.0$(id)", "version-1"])
def test_a_tag_of_another_shape_is_refused(tag: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"expected v and three numbers, such as v0\.2\.0"):
        checked(project(tmp_path), tag)


def test_all_that_disagrees_is_said_at_once(tmp_path: Path) -> None:
    with pytest.raises(KitError) as caught:
        checked(project(tmp_path, "9.9.8"), "v9.9.9")
    assert str(caught.value).splitlines() == [
        "pyproject.toml: version is 9.9.8; the tag says 9.9.9",
        f"kit/__init__.py: version is {__version__}; the tag says 9.9.9",
        f"CHANGELOG.md: no heading '## 9.9.9 (YYYY-MM-DD)'; there are: Unreleased, {__version__} (2026-12-01), "
        "0.0.1 (2026-01-01)",
    ]


@pytest.mark.parametrize(("changelog", "said"), [
    ("# Changelog\n", "there are: none"),
    (f"## {__version__}\n\n- A thing.\n", "no heading"),
    (f"## {__version__} (soon)\n\n- A thing.\n", "no heading"),
    (f"## {__version__} (2026-12-01)\n\n## 0.0.1 (2026-01-01)\n\n- A thing.\n", "nothing stands below"),
])
def test_a_changelog_that_does_not_tell_of_it_is_refused(changelog: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(KitError, match=said):
        checked(project(tmp_path, changelog=changelog), f"v{__version__}")


def test_the_projects_own_numbers_agree() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    assert f'\nversion = "{__version__}"\n' in text
    assert f"{__version__} (" in (ROOT / "CHANGELOG.md").read_text("utf-8") or f"({__version__})" in (
        ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_command_says_it_in_one_line() -> None:
    ran = script("release", "0.2")
    assert (ran.status, ran.lines) == (2, [])
    assert ran.errors == ["the tag is '0.2'; expected v and three numbers, such as v0.2.0"]
