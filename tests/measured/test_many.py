"""Copies of the records are records: as sound as the true ones, and each pointing to its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.many import ALONE, multiplied
from kit.check import load
from kit.library import Library
from kit.model import Case


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return load(multiplied(tmp_path_factory.mktemp("many"), 3))


def test_all_but_what_stands_alone_is_there_three_times(many: Library, library: Library) -> None:
    once = [record for record in library.records.values() if record.kind in ALONE]
    assert len(many.records) == 3 * len(library.records) - 2 * len(once)


def test_a_copy_points_to_copies(many: Library, library: Library) -> None:
    first, copied = library.get("case/keyring"), many.get("case/keyring-copy-2")
    assert isinstance(first, Case)
    assert isinstance(copied, Case)
    assert copied.principles == [f"{ref}-copy-2" for ref in first.principles]
    assert copied.cell == first.cell
    assert many.get("case/keyring") == first


def test_asked_again_it_begins_afresh(tmp_path: Path) -> None:
    assert sorted(multiplied(tmp_path, 2).rglob("*.yml")) == sorted(multiplied(tmp_path, 2).rglob("*.yml"))
