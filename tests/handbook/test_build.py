"""A build goes all the way, or says in a clear line why not and touches nothing."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from browser.sites import project
from builder import real, script

from kit.errors import KitError
from kit.files import replacing
from kit.handbook.build import build_site

from .conftest import ROOT


def fails(root: Path, site: Path, data: Path = ROOT / "data") -> list[str]:
    """The lines that a build ends with; the site that was there before must still be there."""
    site.mkdir()
    (site / "index.html").write_text("the last good one", "utf-8")
    with pytest.raises(KitError) as raised, replacing(site) as fresh:
        build_site(root, fresh, root / "downloads", lambda _: None, data)
    assert [path.name for path in site.iterdir()] == ["index.html"]
    assert (site / "index.html").read_text("utf-8") == "the last good one"
    return str(raised.value).splitlines()


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("[away](nowhere.md)", ["honesty.md", "nowhere.md"]),
        ("See [[case/taff-housin]].", ["honesty.md", "no case 'taff-housin'", "taff-housing"]),
        ('{{ cardz("case") }}', ["docs/honesty.md: 'cardz' is undefined"]),
        ('{{ cards("kase") }}', ["docs/honesty.md: no kind 'kase'", "'case'"]),
        ('{{ cases_by("country") }}', ["docs/honesty.md: cases are not grouped by 'country'", "sector"]),
        ('{{ chart("a", "T", "D", {"nfp-retur": "x"}) }}', ["docs/honesty.md: no evidence 'nfp-retur'", "nfp-return"]),
        ('{{ cards("case") ', ["docs/honesty.md: unexpected end of template"]),
    ],
    ids=["broken link", "unknown record", "unknown macro", "unknown kind", "unknown grouping",
         "unknown figure", "half a call"],
)
def test_a_slip_on_a_page_stops_the_build(added: str, said: list[str], tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    page = root / "docs/honesty.md"
    page.write_text(f"{page.read_text('utf-8')}\n\n{added}\n", "utf-8")
    lines = fails(root, tmp_path / "site")
    assert any(all(word in line for word in said) for line in lines), lines
    assert "Traceback" not in "\n".join(lines)
    assert len(lines) <= 2, lines


def test_a_place_that_is_none_or_a_picture_from_elsewhere_stops_the_build(tmp_path: Path) -> None:
    root = project(tmp_path / "project")
    added = "\n\n[down](see/evidence.md#evidence-none) ![a](https://elsewhere.example/a.png)\n"
    page = root / "docs/honesty.md"
    page.write_text(page.read_text("utf-8") + added, "utf-8")
    assert fails(root, tmp_path / "site") == [
        "honesty/index.html: '../see/evidence/#evidence-none' names no place on that page",
        "honesty/index.html: loads https://elsewhere.example/a.png from another host",
    ]


def test_unsound_records_stop_the_build_with_their_lines(tmp_path: Path) -> None:
    data = real(tmp_path).change("cases/taff-housing.yml", "sector/housing", "sector/housin")
    lines = fails(ROOT, tmp_path / "site", data.folder)
    assert any("data/cases/taff-housing.yml:" in line and "sector 'housin'" in line for line in lines), lines


def snapshot(folder: Path) -> dict[str, tuple[str, int]]:
    """Every file of a folder: its bytes, and when it was written."""
    return {
        path.relative_to(folder).as_posix(): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("country: Wales", "country: NO", "country"),
        ("id: taff-housing", "id: taff-housing\nid: again", "id"),
        ("place: Cardiff", "plaice: Cardiff", "plaice"),
    ],
)
def test_the_command_says_what_is_wrong_and_leaves_the_site(old: str, new: str, said: str, tmp_path: Path) -> None:
    data = real(tmp_path).change("cases/taff-housing.yml", old, new)
    site = tmp_path / "site"
    (site / "see").mkdir(parents=True)
    (site / "index.html").write_bytes(b"\x00the last good one\r\n")
    (site / "see/a.txt").write_text("and this", "utf-8")
    before = snapshot(site)
    ran = script("build", "--data", data.folder, "--site", site)
    assert ran.status == 1
    problems = [line for line in ran.errors if line.startswith("data/cases/taff-housing.yml:")]
    assert problems
    assert said in problems[0]
    assert ran.errors[-1].endswith("found; nothing was built.")
    assert "Traceback" not in "\n".join([*ran.errors, *ran.lines])
    assert snapshot(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "site"]


def test_the_command_builds_a_site(tmp_path: Path) -> None:
    ran = script("build", "--site", tmp_path / "site", patience=600)  # it makes what packs are stale
    assert ran.errors == []
    assert ran.status == 0
    shown = " ".join(ran.lines)
    assert "all sound" in shown
    assert "packs for workshops" in shown
    assert (tmp_path / "site/index.html").is_file()
    assert (tmp_path / "site/downloads/packs/taster.zip").is_file()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["site"]


def test_a_folder_that_is_none_is_a_slip_of_the_command(tmp_path: Path) -> None:
    ran = script("build", "--data", tmp_path / "none", "--site", tmp_path / "site")
    assert ran.status == 2
    assert len(ran.errors) == 1
    assert "is not a folder" in ran.errors[0]
    assert not (tmp_path / "site").exists()
