"""Which downloads are stale: a fingerprint of everything that a file is made from.

A file shows its own records in full, those they name by their contents, and what those name by their titles alone.
So its fingerprint holds the first two whole, with the updates that bear on them, and of the rest the titles. Every
reference counts, since any may be cited. What the fingerprint leaves out must not change a byte: the tests try.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cache
from importlib.metadata import version
from pathlib import Path

import kit
from kit.library import Library
from kit.model import Assessment, Brand, Hosting, MatrixCell, Record, Reference, Sector, Statement, Variant, Workshop
from kit.refs import Web, links
from kit.running import running, variant_of
from kit.settings import Settings

TOOLS = ("pillow", "pydantic", "python-docx", "python-pptx", "typst", "xlsxwriter")
"""Libraries whose version may change the bytes they write."""
CODE = ("*.py", "*.typ", "*.ttf")
"""What our own code is made of."""


@cache
def code(root: Path = Path(kit.__file__).parent) -> str:
    """A fingerprint of the code that makes downloads. The handbook's own has no say in them, nor a release's."""
    found = hashlib.sha256()
    for path in sorted(path for pattern in CODE for path in root.rglob(pattern)):
        if path.relative_to(root).parts[0] not in ("handbook", "release"):
            found.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    for tool in TOOLS:
        found.update(f"{tool} {version(tool)}\0".encode())
    return found.hexdigest()


class Fingerprints:
    """Fingerprints of the downloads of one library. What many of them share is worked out once."""

    def __init__(self, library: Library, settings: Settings, when: datetime) -> None:
        self.library, self.web = library, Web(library)
        names = [[record.ref, record.title, record.retired is None] for record in library.records.values()]
        every = [_whole(record) for model in (Reference, MatrixCell, Brand, Hosting) for record in library.all(model)]
        local = library.edition.data() if library.edition else None
        self._shared = _digest([code(), when.isoformat(), repr(settings), names, every, local])

    def workshop(self, workshop: Workshop, sector: Sector | None) -> str:
        """The fingerprint of a workshop's pack."""
        found = running(workshop, self.library, sector)
        variant = variant_of(self.library, sector)
        brought: list[Record] = [one for one in (sector, variant) if one]
        return self._of([workshop, *(self.library.get(one.ref) for one in found.activities), *brought])

    def assessment(self, assessment: Assessment) -> str:
        """The fingerprint of a self-assessment's files."""
        statements = [self.library.get(ref) for ref in assessment.statements]
        dimensions = [self.library.get(one.dimension) for one in statements if isinstance(one, Statement)]
        return self._of([assessment, *statements, *dimensions])

    def _of(self, roots: Iterable[Record]) -> str:
        return _digest([self._shared, [_whole(record) for record in self.seen(roots)]])

    def seen(self, roots: Iterable[Record]) -> list[Record]:
        """The records that stand in a file in full: its own, those they name, and the updates that bear on any."""
        near = {record.ref: record for record in roots}
        for record in list(near.values()):
            near.update((ref, self.library.records[ref]) for ref in _named(record) if ref in self.library.records)
        updates = {one.ref: one for record in near.values() for one in self.web.updates(record)}
        return list({**near, **updates}.values())


def _named(record: Record) -> Iterator[str]:
    """What a record names. A sector's prompts name activities that other workshops have: they are left out."""
    for link in links(record):
        if not (isinstance(record, Variant) and link.path[0] == "prompts"):
            yield link.target


def _whole(record: Record) -> list[object]:
    return [record.ref, record.model_dump(mode="json")]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


__all__ = ["Fingerprints", "code"]
