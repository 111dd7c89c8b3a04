"""Every deck is sound: by our own lint, by openxml-audit, by Microsoft's Open XML SDK, workbooks of charts included."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from ooxml import audited, embedded, judged

from kit.deck.lint import lint

from . import hostile
from .conftest import ROOT, SOMEWHERE, render
from .decks import SECTORS, WORKSHOPS, made, own_deck, records


@cache
def bad(name: str) -> bytes:
    """A deck of a text that nobody should write."""
    return render(*hostile.made(hostile.TEXTS[name], records()), SOMEWHERE)


DECKS: dict[str, Callable[[], bytes]] = {
    **{name: partial(made, name) for name in WORKSHOPS},
    **{f"own of {name}": partial(own_deck, name) for name in SECTORS},
    "markup": partial(bad, "markup"),
    "emoji": partial(bad, "emoji"),
    "forty": lambda: render(hostile.forty(), records()),
}
VERSIONS = [(name, variant) for name in WORKSHOPS for variant in SECTORS]
each_deck = pytest.mark.parametrize("deck", DECKS.values(), ids=DECKS.keys())


def written(data: bytes, folder: Path) -> Path:
    path = folder / "deck.pptx"
    path.write_bytes(data)
    return path


@each_deck
def test_our_lint_finds_nothing(deck: Callable[[], bytes]) -> None:
    assert lint(deck()) == []


@each_deck
def test_openxml_audit_finds_nothing(deck: Callable[[], bytes], tmp_path: Path) -> None:
    data = deck()
    assert audited(written(data, tmp_path)) == []
    assert [fault for book in embedded(data, tmp_path) for fault in audited(book)] == []


@each_deck
def test_the_open_xml_sdk_finds_nothing(deck: Callable[[], bytes], tmp_path: Path) -> None:
    data = deck()
    assert judged(written(data, tmp_path)) == []
    assert [fault for book in embedded(data, tmp_path) for fault in judged(book)] == []


@pytest.mark.parametrize("judge", [audited, judged])
def test_the_judges_find_what_is_wrong(judge: Callable[[Path], list[str]], tmp_path: Path) -> None:
    target = BytesIO()
    with ZipFile(BytesIO(made(WORKSHOPS[0]))) as archive, ZipFile(target, "w") as broken:
        for name in archive.namelist():
            broken.writestr(name, archive.read(name).replace(b"<a:bodyPr", b'<a:bodyPr bogus="1"', 1))
    assert any("bogus" in fault for fault in judge(written(target.getvalue(), tmp_path)))


def test_some_deck_has_a_chart_whose_workbook_was_judged(tmp_path: Path) -> None:
    assert any(embedded(made(name), tmp_path) for name in WORKSHOPS)


@pytest.mark.full
@pytest.mark.parametrize(("name", "variant"), VERSIONS, ids=["-".join(one) for one in VERSIONS])
def test_every_version_is_sound(name: str, variant: str, tmp_path: Path) -> None:
    data = made(name, variant)
    path = written(data, tmp_path)
    assert [*lint(data), *audited(path), *judged(path)] == []
    assert [fault for book in embedded(data, tmp_path) for fault in (*audited(book), *judged(book))] == []


def sums(seed: str, epoch: str, versions: str) -> dict[str, str]:
    """The checksums of decks made by another process, whose sets and dates come out differently if they may."""
    code = (
        "import hashlib, json\n"
        "from datetime import UTC, datetime\n"
        "from kit import deck\nfrom kit.files import build_time\nfrom kit.running import running\n"
        "from tests.deck.decks import SECTORS, WORKSHOPS, records, sector_of, workshop\n"
        "from tests.deck.conftest import SOMEWHERE\n"
        "found = {}\n"
        "for name in WORKSHOPS:\n"
        f"    for variant in {versions}:\n"
        "        run = running(workshop(name), records(), sector_of(variant) if variant else None)\n"
        "        data = deck.render(run, records(), SOMEWHERE, build_time())\n"
        "        found[f'{name} {variant}'] = hashlib.sha256(data).hexdigest()\n"
        "print(json.dumps(found))\n"
    )
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": path}
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    return dict(json.loads(ran.stdout))


def test_the_same_date_gives_the_same_bytes_in_another_process() -> None:
    first, again = sums("1", "1700000000", "[None, *SECTORS[:1]]"), sums("2", "1700000000", "[None, *SECTORS[:1]]")
    assert first == again
    assert len(set(first.values())) == len(first)


@pytest.mark.full
def test_every_version_has_the_same_bytes_in_another_process() -> None:
    assert sums("1", "1700000000", "[None, *SECTORS]") == sums("2", "1700000000", "[None, *SECTORS]")


def test_charts_workbooks_carry_the_decks_date() -> None:
    for name in WORKSHOPS:
        with ZipFile(BytesIO(made(name))) as archive:
            for part in archive.namelist():
                if part.endswith(".xlsx"):
                    with ZipFile(BytesIO(archive.read(part))) as book:
                        assert book.read("docProps/core.xml").count(b"2026-11-23T00:00:00Z") == 2
                        assert {entry.date_time for entry in book.infolist()} == {(2026, 11, 23, 0, 0, 0)}


def test_checksums_are_of_different_decks() -> None:
    assert hashlib.sha256(made(WORKSHOPS[0])).digest() != hashlib.sha256(made(WORKSHOPS[1])).digest()
