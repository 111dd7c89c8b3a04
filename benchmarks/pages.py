"""Pages as a visitor's device gets them: bytes, and Lighthouse's scores, beside a bare page of the same theme."""

from __future__ import annotations

import json
import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

from benchmarks.handbook import pages_of
from benchmarks.measure import PYTHON, ROOT, CannotMeasure, once, tool
from benchmarks.serve import serving
from benchmarks.table import Chapter

PAGES = (
    "", "check/", "understand/what-it-is/", "understand/matrix/", "see/cases/", "see/cases/keyring/", "see/evidence/",
    "act/by-role/", "kit/rate/", "look-up/glossary/",
)
KINDS = ("performance", "accessibility", "best-practices", "seo")
NODE = ROOT / "benchmarks" / "node"
FLAGS = "--headless=new --no-sandbox --disable-gpu"


@dataclass(frozen=True)
class Seen:
    """One page by Lighthouse."""

    scores: tuple[int, ...]
    """Of a hundred, as `KINDS`."""
    weight: int
    """Bytes over the wire, all files of a first visit."""
    lost: tuple[str, ...]
    """Checks that it failed, of accessibility and best practices."""


def against_bare(folder: Path) -> Chapter:
    """Ten pages beside a page of a few words in Material as it comes."""
    lighthouse = _lighthouse()
    site = folder / "ten"
    once(pages_of(ROOT / "data", site), folder)
    bare = _seen(lighthouse, _bare(folder), "", folder)
    found = {path: _seen(lighthouse, site, path, folder) for path in PAGES}
    rows = [_row("Material, a bare page", bare, bare)]
    rows += [_row(f"/{path}", seen, bare) for path, seen in found.items()]
    lost = sorted({f"{name} (/{path})" for path, seen in found.items() for name in seen.lost})
    version = subprocess.run([lighthouse, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    return Chapter(
        "Ten pages against a bare one",
        "100 for accessibility and best practices, and no more than 30 KB beyond the bare page",
        ["Page", "Accessibility", "Best practices", "Performance", "Bytes, gzipped", "Beyond the bare page"], rows,
        [f"Lighthouse {version}, as a phone on a slow line. Search engines' score is left out: it depends on the host.",
         "Checks that failed: " + ("; ".join(lost) or "none") + "."],
    )


def _row(name: str, seen: Seen, bare: Seen) -> list[str]:
    scores = dict(zip(KINDS, seen.scores, strict=True))
    return [name, *(str(scores[kind]) for kind in ("accessibility", "best-practices", "performance")),
            f"{seen.weight / 1000:.0f} KB", f"{(seen.weight - bare.weight) / 1000:+.0f} KB" if seen != bare else ""]


def _lighthouse() -> str:
    """Lighthouse's command, fetched once as it is locked."""
    command = NODE / "node_modules/.bin/lighthouse"
    if not command.exists():
        done = subprocess.run([tool("npm", "npm"), "ci", "--ignore-scripts", "--no-audit", "--no-fund"], cwd=NODE,
                              capture_output=True, text=True, check=False)
        if done.returncode:
            raise CannotMeasure(f"npm could not fetch Lighthouse: {done.stderr.strip()[-300:]}")
    return str(command)


def _bare(folder: Path) -> Path:
    project = folder / "bare"
    (project / "docs").mkdir(parents=True)
    (project / "docs/index.md").write_text("# A bare page\n\nA few words.\n", "utf-8")
    (project / "mkdocs.yml").write_text(
        "site_name: Bare\nsite_description: A page.\ntheme: {name: material, font: false}\n", "utf-8")
    site = folder / "bare-site"
    once([PYTHON, "-m", "mkdocs", "build", "--quiet", "-f", str(project / "mkdocs.yml"), "-d", str(site)], folder)
    return site


def _seen(lighthouse: str, site: Path, path: str, folder: Path) -> Seen:
    said = folder / "lighthouse.json"
    with serving(site) as address:
        command = [lighthouse, address + path, "--quiet", "--output=json", f"--output-path={said}",
                   f"--chrome-flags={FLAGS}", f"--only-categories={','.join(KINDS)}"]
        browser = {**os.environ, "CHROME_PATH": tool("chromium", "chromium")}
        done = subprocess.run(command, env=browser, capture_output=True, text=True, check=False, timeout=180)
    if done.returncode:
        raise CannotMeasure(f"Lighthouse ended with {done.returncode}: {done.stderr.strip()[-300:]}")
    report = json.loads(said.read_text("utf-8"))
    return Seen(
        tuple(round(100 * (report["categories"][kind]["score"] or 0)) for kind in KINDS),
        int(report["audits"]["total-byte-weight"]["numericValue"]), tuple(_failed(report)),
    )


def _failed(report: dict[str, dict[str, dict[str, object]]]) -> list[str]:
    names = []
    for kind in ("accessibility", "best-practices"):
        parts = report["categories"][kind]["auditRefs"]
        assert isinstance(parts, list)
        names += [str(part["id"]) for part in parts if part["weight"] and report["audits"][part["id"]]["score"] == 0]
    return names
