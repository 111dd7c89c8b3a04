#!/usr/bin/env python3
"""Copy the packs that a change touches out of what `make handbook` built, to look at before the change is taken in."""

from pathlib import Path
from typing import Annotated

import typer

from kit.check import load
from kit.console import run, say, spoken_errors
from kit.errors import UsageError
from kit.files import inside, write
from kit.packs.changed import changed
from kit.packs.work import FOLDER
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


def main(
    before: Annotated[Path, typer.Option(help="The whole project as it was before the change.")],
    out: Annotated[Path, typer.Option(help="The folder that the packs are copied to.")],
    built: Annotated[Path, typer.Option(help="Where the packs were made.")] = ROOT / "build" / "downloads",
) -> None:
    """Say how many packs changed, and which."""
    with spoken_errors():
        if not (before / "data").is_dir():
            raise UsageError(f"no records in {before / 'data'}; --before names a copy of the whole project")
        library = load(ROOT / "data")
        found = changed(library, load_settings(ROOT), ROOT, before)
        for job in found:
            name = f"{job.name}.zip"
            pack = inside(built / FOLDER, name)
            if not pack.is_file():
                raise UsageError(f"{pack} is not there; run `make handbook` first")
            write(out / name, pack.read_bytes())
        say(f"{len(found)} packs changed{': ' if found else ''}{', '.join(job.name for job in found)}")


if __name__ == "__main__":
    run(main)
