"""What goes together: every download is made, listed, the same each time, and made again only when it must be."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from builder import WHEN, with_records

from kit import packs
from kit.library import Library
from kit.model import Assessment, Case, Record, Sector, Workshop
from kit.model.base import Retired
from kit.packs import stale, work
from kit.packs.contents import Part, readme
from kit.packs.stale import Fingerprints
from kit.running import Running, running
from kit.settings import Settings

UNSET = Settings(site_url=None, repository=None, branch="main", contact=None)
MAGIC = {".pptx": b"PK\x03\x04", ".xlsx": b"PK\x03\x04", ".pdf": b"%PDF-", ".zip": b"PK\x03\x04"}


@pytest.fixture
def run(library: Library) -> Running:
    record = library.get("workshop/board")
    assert isinstance(record, Workshop)
    return running(record, library)


@pytest.fixture
def small(library: Library) -> Library:
    """The library with one workshop that isn't withdrawn, no self-assessment and no sector: one job."""
    gone = Retired(reason="Left out of this test.")
    copy = Library(library.folder)
    for record in library.records.values():
        out = record.kind in {"workshop", "assessment", "sector"} and record.id != "board"
        copy.add(record.model_copy(update={"retired": gone}) if out else record)
    return copy


def made_in(folder: Path, library: Library) -> tuple[list[packs.Made], list[str]]:
    told: list[str] = []
    return packs.make(library, UNSET, folder, lambda name, done, total: told.append(name)), told


def test_every_workshop_has_a_pack_for_every_sector_and_every_assessment_its_forms(library: Library) -> None:
    names = {job.name for job in packs.jobs(library, UNSET, WHEN)}
    sectors = ["", *(f"-{one.id}" for one in library.all(Sector))]
    workshops = [one.id for one in library.all(Workshop)]
    assert len(workshops) >= 6
    assert names >= {f"{name}{sector}" for name in workshops for sector in sectors}
    assert "quick" in names


def test_the_manifest_tells_what_was_made_and_nothing_else_is_kept(small: Library, tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "withdrawn.pptx").write_bytes(b"old")
    made, told = made_in(tmp_path, small)
    assert told == ["board"]
    listed = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert [entry["name"] for entry in listed] == [item.name for item in made]
    kept = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert kept == {*(item.name for item in made), "manifest.json", "made.json"}
    for entry in listed:
        data = (tmp_path / entry["name"]).read_bytes()
        assert len(data) == entry["size"]
        assert data.startswith(MAGIC[Path(entry["name"]).suffix])
        assert entry["record"] in small.records


def test_a_second_run_makes_nothing_and_lists_the_same(small: Library, tmp_path: Path) -> None:
    once, _ = made_in(tmp_path, small)
    again, told = made_in(tmp_path, small)
    assert told == []
    assert again == once


def test_a_file_that_is_gone_or_cut_short_is_made_again(small: Library, tmp_path: Path) -> None:
    made, _ = made_in(tmp_path, small)
    (tmp_path / made[1].name).unlink()
    assert made_in(tmp_path, small)[1] == ["board"]
    (tmp_path / made[0].name).write_bytes(b"PK")
    assert made_in(tmp_path, small)[1] == ["board"]


@pytest.mark.parametrize(
    "left", ["{", "[]", '{"workshop/board": 1}', '{"workshop/board": {"key": "x", "files": [{"no": 1}]}}']
)
def test_a_list_that_makes_no_sense_is_not_trusted(left: str, small: Library, tmp_path: Path) -> None:
    (tmp_path / "made.json").write_text(left)
    assert made_in(tmp_path, small)[1] == ["board"]


def test_many_are_made_at_once_and_alike(small: Library, run: Running, tmp_path: Path) -> None:
    prints = Fingerprints(small, UNSET, WHEN)
    wanted = [packs.Job("workshop/board", name, prints.workshop(run.workshop, None)) for name in ("", "housing")]
    found = {job.sector: made for job, made in work._done(wanted, small, UNSET, WHEN)}
    assert found[""] == work.do(wanted[0], small, UNSET, WHEN)
    assert {made.sector for made, _ in found["housing"]} == {"housing"}


def test_a_workshop_and_a_self_assessment_with_one_id_both_have_their_files(
    small: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)  # other processes read the records from their files
    small.add(next(iter(small.all(Assessment))).model_copy(update={"id": "board", "retired": None}))
    made, told = made_in(tmp_path, small)
    assert told == ["board", "board"]
    assert {"packs/board.zip", "board-checklist.xlsx"} <= {one.name for one in made}
    assert len({one.name for one in made}) == len(made)
    assert made_in(tmp_path, small) == (made, [])


def test_a_run_that_is_stopped_keeps_what_it_made(small: Library, tmp_path: Path) -> None:
    def stopped(name: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        packs.make(small, UNSET, tmp_path, stopped)
    assert made_in(tmp_path, small)[1] == []


def records_of(prints: Fingerprints, run: Running) -> list[Record]:
    return prints.seen([run.workshop, *run.activities])


def test_a_change_to_what_a_pack_shows_changes_its_fingerprint(library: Library, run: Running) -> None:
    prints = Fingerprints(library, UNSET, WHEN)
    before = prints.workshop(run.workshop, None)
    for record in records_of(prints, run):
        if "summary" in type(record).model_fields:
            changed = with_records(library, record.model_copy(update={"summary": "Changed."}))
            workshop = changed.get(run.workshop.ref)
            assert isinstance(workshop, Workshop)
            assert Fingerprints(changed, UNSET, WHEN).workshop(workshop, None) != before, record.ref


def test_a_change_to_what_no_pack_shows_changes_neither_fingerprint_nor_bytes(library: Library, run: Running) -> None:
    prints = Fingerprints(library, UNSET, WHEN)
    seen = {record.ref for record in records_of(prints, run)}
    shared = {"reference", "matrix", "brand", "hosting"}
    others = list(_changed(one for one in library.records.values() if one.ref not in seen and one.kind not in shared))
    assert len(others) > 100
    changed = with_records(library, *others)
    assert Fingerprints(changed, UNSET, WHEN).workshop(run.workshop, None) == prints.workshop(run.workshop, None)
    before = packs.contents(run, library, UNSET, WHEN)
    after = packs.contents(running(run.workshop, changed), changed, UNSET, WHEN)
    assert {part.name: part.data for part in before} == {part.name: part.data for part in after}


def _changed(records: Iterator[Record]) -> Iterator[Record]:
    """Records whose every text but the name says something else."""
    texts = {"summary", "plain", "text", "claim", "caution", "now", "say", "role"}
    for record in records:
        fields = type(record).model_fields.keys() & texts
        yield record.model_copy(update=dict.fromkeys(fields, "Something else altogether."))


def test_code_settings_and_date_count_too(library: Library, run: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    def key(settings: Settings = UNSET, year: int = 2026) -> str:
        return Fingerprints(library, settings, WHEN.replace(year=year)).workshop(run.workshop, None)

    before = key()
    assert key(Settings("https://example.org/", None, "main", None)) != before
    assert key(year=2027) != before
    monkeypatch.setattr(stale, "code", lambda: "other code")
    assert key() != before


def test_a_pack_unzips_into_one_folder_with_a_note_that_names_every_file(library: Library, run: Running) -> None:
    made = packs.contents(run, library, UNSET, WHEN)
    with ZipFile(BytesIO(packs.pack(run, made, library, UNSET, WHEN))) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert names == ["board/README.txt", *(f"board/{part.name}" for part in made)]
        note = archive.read("board/README.txt").decode()
        assert {info.date_time for info in archive.infolist()} == {WHEN.timetuple()[:6]}
    assert all(re.search(rf"^{re.escape(part.name)} ", note, re.MULTILINE) for part in made)
    assert {"slides.pptx", "guide.pdf", "run-sheet.xlsx"} <= {part.name for part in made}
    assert max(map(len, note.splitlines())) <= 80


def test_the_same_records_give_the_same_pack(library: Library, run: Running) -> None:
    once, again = (packs.pack(run, packs.contents(run, library, UNSET, WHEN), library, UNSET, WHEN) for _ in range(2))
    assert once == again


def test_a_sectors_pack_says_for_whom_it_is(library: Library) -> None:
    workshop, sector = library.get("workshop/taster"), library.get("sector/housing")
    assert isinstance(workshop, Workshop)
    assert isinstance(sector, Sector)
    found = running(workshop, library, sector)
    assert packs.slug(found) == "taster-housing"
    note = readme(found, [Part("slides.pptx", "The slides.", b"")], library, UNSET)
    assert f"For: {sector.title}." in note


def test_a_case_that_a_sector_swaps_in_counts(library: Library) -> None:
    workshop, sector = library.get("workshop/taster"), library.get("sector/housing")
    assert isinstance(workshop, Workshop)
    assert isinstance(sector, Sector)
    version = running(workshop, library, sector)
    assert version.variant is not None
    case = library.get(version.variant.cases[0].case)
    assert isinstance(case, Case)
    changed = with_records(library, case.model_copy(update={"plain": "Something else."}))
    before = Fingerprints(library, UNSET, WHEN).workshop(workshop, sector)
    assert Fingerprints(changed, UNSET, WHEN).workshop(workshop, sector) != before
