"""What a release carries: the files that were built, each named for its version, and their checksums."""

from __future__ import annotations

import hashlib
import json
import zipfile
from pathlib import Path

import pytest

from kit.errors import UsageError
from kit.release import Release, gather

RELEASE = Release("0.2.0", "2026-12-01", "- A thing.")
MADE = [
    {"name": "packs/taster.zip", "record": "workshop/taster", "form": "pack"},
    {"name": "packs/taster-guide.pdf", "record": "workshop/taster", "form": "guide"},
    {"name": "quick-checklist.pdf", "record": "assessment/quick", "form": "paper"},
]


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """A project of which everything has been built, in a word each."""
    texts = {one["name"]: one["name"] for one in MADE} | {"manifest.json": json.dumps(MADE)}
    files = {f"build/downloads/{name}": text for name, text in texts.items()}
    files |= {"site/index.html": "<p>Hello", "site/a/index.html": "<p>A", "build/handbook-offline.zip": "zip",
              "build/sbom.cdx.json": "{}"}
    for name, text in files.items():
        path = tmp_path / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path / "project"


def names(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as archive:
        return archive.namelist()


def test_carries_site_offline_edition_packs_checklists_and_sbom(built: Path, tmp_path: Path) -> None:
    found = {path.name: path for path in gather(built, RELEASE, tmp_path / "out")}
    assert sorted(found) == ["SHA256SUMS", "checklists-0.2.0.zip", "handbook-0.2.0.zip", "handbook-offline-0.2.0.zip",
                             "packs-0.2.0.zip", "sbom-0.2.0.cdx.json"]
    assert names(found["handbook-0.2.0.zip"]) == ["handbook-0.2.0/a/index.html", "handbook-0.2.0/index.html"]
    assert names(found["packs-0.2.0.zip"]) == ["packs-0.2.0/taster.zip"]
    assert names(found["checklists-0.2.0.zip"]) == ["checklists-0.2.0/quick-checklist.pdf"]


def test_notes_lie_beside_the_files_not_among_them(built: Path, tmp_path: Path) -> None:
    gather(built, RELEASE, tmp_path / "out")
    assert (tmp_path / "out/notes.md").read_text("utf-8") == "- A thing.\n"
    assert not (tmp_path / "out/files/notes.md").exists()


def test_checksums_are_those_of_the_files(built: Path, tmp_path: Path) -> None:
    found = {path.name: path for path in gather(built, RELEASE, tmp_path / "out")}
    lines = found.pop("SHA256SUMS").read_text("utf-8").splitlines()
    assert sorted(lines) == sorted(
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {name}" for name, path in found.items())


def test_the_same_files_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    one, other = (gather(built, RELEASE, tmp_path / name) for name in ("one", "other"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in other]


@pytest.mark.parametrize(("gone", "how"), [
    ("site/index.html", "make handbook"), ("build/handbook-offline.zip", "make offline"),
    ("build/downloads/manifest.json", "make handbook"), ("build/sbom.cdx.json", "make sbom"),
])
def test_what_is_not_built_is_named_with_the_command(gone: str, how: str, built: Path, tmp_path: Path) -> None:
    (built / gone).unlink()
    with pytest.raises(UsageError) as caught:
        gather(built, RELEASE, tmp_path / "out")
    assert str(caught.value) == f"not built yet: {gone} ({how})"
    assert not (tmp_path / "out").exists()
