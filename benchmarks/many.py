"""The records, many times over: each copy a whole of its own that points to itself, beside the true ones."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks.measure import ROOT

ALONE = ("brand", "matrix")
"""Folders and files that may stand only once: the nine cells, the colours."""
NOT_TWICE = ("aliases", "endnotes")
"""Fields whose values may belong to one record only."""
REF = re.compile(r"\b([a-z]+)/([a-z0-9]+(?:-[a-z0-9]+)*)\b")
STEP = 10_000
"""Between the places of one copy's records in their lists and the next's."""


def multiplied(folder: Path, times: int) -> Path:
    """A data folder with `times` as many records, all sound."""
    target = folder / f"data-{times}"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(ROOT / "data", target)
    known = {f"{record['kind']}/{record['id']}" for record in _all(target)}
    for path in sorted(target.rglob("*.yml")):
        if path.stem in ALONE or path.parent.name in ALONE:
            continue
        loaded = yaml.load(path.read_bytes(), yaml.CSafeLoader)
        for number in range(1, times):
            copied = _copied(loaded, known, number)
            _write(path, target, copied, number)
    return target


def _all(data: Path) -> list[dict[str, Any]]:
    """Every record that may be copied, with its kind."""
    from kit.check import load  # noqa: PLC0415  # after the copy is made

    return [{"kind": record.kind, "id": record.id} for record in load(data).records.values()
            if record.kind not in ALONE]


def _copied(value: Any, known: set[str], number: int, key: str = "") -> Any:
    if isinstance(value, dict):
        return {name: _renamed(name, part, known, number) for name, part in value.items() if name not in NOT_TWICE}
    if isinstance(value, list):
        return [_copied(part, known, number, key) for part in value]
    if isinstance(value, str):
        return REF.sub(lambda found: f"{found[0]}-copy-{number}" if found[0] in known else found[0], value)
    return value


def _renamed(name: str, value: Any, known: set[str], number: int) -> Any:
    if name == "id":
        return f"{value}-copy-{number}"
    if name == "order":
        return int(value) + STEP * number
    return _copied(value, known, number, name)


def _write(path: Path, data: Path, copied: Any, number: int) -> None:
    """Put a copy beside what it was made of; a list that has a file to itself gets a folder for its copies."""
    text = yaml.dump(copied, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=110)
    folder = data / path.stem if path.parent == data else path.parent
    folder.mkdir(exist_ok=True)
    (folder / f"{path.stem}-copy-{number}.yml").write_text(text, "utf-8")
