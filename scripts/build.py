#!/usr/bin/env python3
"""Check the records, make the downloads, and build the handbook into site/ (or a zip that opens from disk)."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kit import packs
from kit.console import EditionFolder, RecordsFolder, out, run, say, spoken_errors, warn
from kit.edition import build_folder, opened
from kit.files import replacing, write, zip_folder
from kit.handbook.build import build_site

ROOT = Path(__file__).resolve().parent.parent


def main(
    data: RecordsFolder = ROOT / "data",
    site: Annotated[Path, typer.Option(help="Where the handbook goes; replaced only when all went well.")] = ROOT
    / "site",
    offline: Annotated[
        Path | None, typer.Option(help="Pack an edition that opens from disk into this zip, instead of a site.")
    ] = None,
    edition: EditionFolder = None,
) -> None:
    """Build everything, or stop before anything is touched."""
    started = time.monotonic()
    with spoken_errors(), _progress() as progress:
        task = progress.add_task("Checking the records", total=1)

        def step(words: str, done: int = 0, total: int = 1) -> None:
            progress.update(task, description=words, completed=done, total=total)

        library, settings = opened(ROOT, data, edition)
        warn(library.warnings)
        made_in = build_folder(ROOT, edition)
        downloads = made_in / "downloads"
        step("Making the packs")
        made = packs.make(library, settings, downloads, lambda name, *many: step(f"Made the pack {name}", *many))
        place = made_in / "offline" if offline else site
        with replacing(place) as fresh:
            built = build_site(ROOT, fresh, downloads, step, data, offline is not None, edition)
        if offline:
            step("Packing")
            write(offline, zip_folder(place, "handbook"))
    pages = sum(1 for _ in place.rglob("*.html"))
    say(f"Records    {len(built.library.records)}, all sound")
    say(f"Downloads  {_counted(made)}")
    say(f"Handbook   {pages} pages in {time.monotonic() - started:.1f} s")
    say(f"Open       {_shown(offline or place / 'index.html')}")
    if offline:
        say("           Unpack it anywhere and open handbook/index.html; search works too.")
    else:
        say("           To search it too: `make serve`, or `make offline` for a copy to carry.")


def _progress() -> Progress:
    hidden = not out.is_terminal and not os.environ.get("FORCE_COLOR")
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn(),
        console=out, transient=True, disable=hidden,
    )


def _counted(made: list[packs.Made]) -> str:
    """How much there is to download, in a line."""
    packed = sum(one.form == "pack" for one in made)
    single = sum(bool(one.form) and one.record.startswith("workshop/") for one in made) - packed
    forms = sum(one.record.startswith("assessment/") for one in made)
    return f"{packed} packs for workshops, their {single} single files, and {forms} forms to fill in"


def _shown(path: Path) -> str:
    return str(path.resolve().relative_to(Path.cwd())) if path.resolve().is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    run(main)
