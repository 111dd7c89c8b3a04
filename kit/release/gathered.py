"""The files that a release carries, each named for its version, with a list of their checksums."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kit.errors import UsageError
from kit.files import build_time, replacing, write, zip_folder, zip_of
from kit.release.notes import Release

OFFLINE = "build/handbook-offline.zip"
SBOM = "build/sbom.cdx.json"
DOWNLOADS = "build/downloads"
MANIFEST = f"{DOWNLOADS}/manifest.json"
NEEDED = {
    "site/index.html": "make handbook", OFFLINE: "make offline", MANIFEST: "make handbook", SBOM: "make sbom",
}
"""What must have been built, and how each is."""


def gather(root: Path, release: Release, folder: Path) -> list[Path]:
    """Put the files of a release into `folder`/files, and its notes beside them; gives the files.

    Raises UsageError that names what has not been built.
    """
    missing = [f"{name} ({how})" for name, how in NEEDED.items() if not (root / name).is_file()]
    if missing:
        raise UsageError(f"not built yet: {', '.join(missing)}")
    with replacing(folder) as fresh:
        sums = []
        for name, data in _files(root, release.version):
            write(fresh / "files" / name, data)
            sums.append(f"{hashlib.sha256(data).hexdigest()}  {name}\n")
        write(fresh / "files" / "SHA256SUMS", "".join(sums))
        write(fresh / "notes.md", f"{release.notes}\n")
    return sorted((folder / "files").iterdir())


def _files(root: Path, version: str) -> Iterator[tuple[str, bytes]]:
    made: list[dict[str, Any]] = json.loads((root / MANIFEST).read_text("utf-8"))
    yield f"handbook-{version}.zip", zip_folder(root / "site", f"handbook-{version}")
    yield f"handbook-offline-{version}.zip", (root / OFFLINE).read_bytes()
    yield f"packs-{version}.zip", _zip(root, f"packs-{version}", made, lambda one: one["form"] == "pack")
    yield f"checklists-{version}.zip", _zip(
        root, f"checklists-{version}", made, lambda one: one["record"].startswith("assessment/"))
    yield f"sbom-{version}.cdx.json", (root / SBOM).read_bytes()


def _zip(root: Path, name: str, made: list[dict[str, Any]], wanted: Callable[[dict[str, Any]], bool]) -> bytes:
    """The downloads of one sort, together."""
    paths = [root / DOWNLOADS / one["name"] for one in made if wanted(one)]
    return zip_of(name, {path.name: path.read_bytes() for path in paths}, build_time())


__all__ = ["gather"]
