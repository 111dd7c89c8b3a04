"""What goes together: every download is made, listed, and the same each time."""

from __future__ import annotations

import json
from pathlib import Path

from kit import packs
from kit.library import Library
from kit.settings import Settings

UNSET = Settings(site_url=None, repository=None, branch="main", contact=None)
MAGIC = {".pptx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-"}


def test_every_workshop_and_assessment_has_its_files(library: Library) -> None:
    names = {item.name for item in packs.items(library, UNSET)}
    assert names == {"taster.pptx", "quick-checklist.xlsx", "quick-checklist.pdf"}


def test_the_manifest_tells_what_was_made_and_nothing_else_is_kept(library: Library, tmp_path: Path) -> None:
    (tmp_path / "withdrawn.pptx").write_bytes(b"old")
    told: list[str] = []
    made = packs.make(library, UNSET, tmp_path, lambda item: told.append(item.name))
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in listed] == told == [item.name for item in made]
    assert {path.name for path in tmp_path.iterdir()} == {*told, "manifest.json"}
    for entry in listed:
        data = (tmp_path / entry["name"]).read_bytes()
        assert len(data) == entry["size"]
        assert data.startswith(MAGIC[Path(entry["name"]).suffix])
        assert entry["record"] in library.records


def test_the_same_records_give_the_same_bytes(library: Library) -> None:
    once, again = ({item.name: item.make() for item in packs.items(library, UNSET)} for _ in range(2))
    assert once == again
