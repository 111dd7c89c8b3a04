"""The handbook's build: against plain MkDocs with Material over the same pages, and as the records grow."""

from __future__ import annotations

from pathlib import Path

from benchmarks import plain
from benchmarks.many import multiplied
from benchmarks.measure import PYTHON, ROOT, Spread, alternating, once, several
from benchmarks.table import Chapter


def pages_of(data: Path, out: Path) -> list[str]:
    """The command that builds only the pages."""
    return [PYTHON, "-m", "benchmarks.build_pages", str(data), str(out)]


def against_plain(folder: Path, runs: int) -> Chapter:
    """Our pages from records, beside theirs from Markdown that somebody else has written already."""
    site = folder / "pages"
    once(pages_of(ROOT / "data", site), folder)
    project = plain.plain_project(site, folder / "plain")
    took = alternating({"ours": pages_of(ROOT / "data", site), "theirs": plain.command(project)}, runs, folder)
    ours, theirs = took["ours"], took["theirs"]
    count = sum(1 for _ in site.rglob("index.html"))
    return Chapter(
        "The build against plain MkDocs", "1.15 times the time of plain MkDocs with Material, or less",
        ["What", "Time, median (range)", "Memory"],
        [[f"The handbook: {count} pages from records, every link checked", str(ours), ours.memory],
         [f"Plain: the same {count} pages, already Markdown", str(theirs), theirs.memory]],
        [f"Ours takes {ours.median / theirs.median:.2f} times as long."],
    )


def growth(folder: Path, runs: int, times: tuple[int, ...]) -> Chapter:
    """The pages of many times the records."""
    found: dict[int, tuple[Spread, int, int]] = {}
    for many in times:
        data = multiplied(folder, many)
        site = folder / f"site-{many}"
        took = several(pages_of(data, site), runs if many == 1 else 1, folder)
        found[many] = (took, sum(1 for _ in site.rglob("index.html")), _records(data))
    first = found[times[0]][0].median
    return Chapter(
        "The build as the records grow", "in a straight line: 30 times the records, 30 times the time or less",
        ["Records", "Pages", "Time, median (range)", "Times the first", "Memory"],
        [[f"{records:,}", f"{pages:,}", str(took), f"{took.median / first:.1f}", took.memory]
         for took, pages, records in found.values()],
    )


def _records(data: Path) -> int:
    from kit.check import load  # noqa: PLC0415  # only to count them

    return len(load(data).records)
