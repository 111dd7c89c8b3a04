#!/usr/bin/env python3
"""Check the records, make the downloads, and build the handbook into site/ (or a zip that opens from disk)."""

import os
import time
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from kit import packs
from kit.check import load
from kit.console import out, run, say, spoken_errors
from kit.files import replacing, write, zip_folder
from kit.handbook.build import build_site
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


def main(
    data: Annotated[Path, typer.Option(help="The folder with the records.")] = ROOT / "data",
    site: Annotated[Path, typer.Option(help="Where the handbook goes; replaced only when all went well.")] = ROOT
    / "site",
    offline: Annotated[
        Path | None, typer.Option(help="Pack an edition that opens from disk into this zip, instead of a site.")
    ] = None,
) -> None:
    """Build everything, or stop before anything is touched."""
    started = time.monotonic()
    with spoken_errors(), _progress() as progress:
        task = progress.add_task("Checking the records")

        def step(words: str) -> None:
            progress.update(task, description=words)

        library = load(data)
        settings = load_settings(ROOT)
        downloads = ROOT / "build" / "downloads"
        made = packs.make(library, settings, downloads, lambda item: step(f"Made {item.name}"))
        place = ROOT / "build" / "offline" if offline else site
        with replacing(place) as fresh:
            built = build_site(ROOT, fresh, downloads, step, data, offline is not None)
        if offline:
            step("Packing")
            write(offline, zip_folder(place, "handbook"))
    pages = sum(1 for _ in place.rglob("*.html"))
    say(f"Records    {len(built.library.records)}, all sound")
    say(f"Downloads  {len(made)}: {', '.join(item.name for item in made)}")
    say(f"Handbook   {pages} pages in {time.monotonic() - started:.1f} s")
    say(f"Open       {_shown(offline or place / 'index.html')}")
    if offline:
        say("           Unpack it anywhere and open handbook/index.html; search works too.")
    else:
        say("           To search it too: `make serve`, or `make offline` for a copy to carry.")


def _progress() -> Progress:
    hidden = not out.is_terminal and not os.environ.get("FORCE_COLOR")
    return Progress(
        SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), console=out, transient=True,
        disable=hidden,
    )


def _shown(path: Path) -> str:
    return str(path.resolve().relative_to(Path.cwd())) if path.resolve().is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    run(main)
