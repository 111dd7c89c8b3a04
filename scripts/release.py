#!/usr/bin/env python3
"""Check that a tag may become a release and, with --gather, put together the files that it carries."""

from pathlib import Path
from typing import Annotated

import typer

from kit.console import run, say, spoken_errors
from kit.release import checked, gather

ROOT = Path(__file__).resolve().parent.parent


def main(
    tag: Annotated[str, typer.Argument(help="The tag: v and the version, such as v0.2.0.")],
    gathered: Annotated[
        bool, typer.Option("--gather", help="Put what has been built together in --out, with the notes.")
    ] = False,
    out: Annotated[Path, typer.Option(help="Where the files go.")] = ROOT / "build" / "release",
) -> None:
    """Exit 1 where the tag, pyproject.toml, the code and CHANGELOG.md don't agree; `make release` does it all."""
    with spoken_errors():
        release = checked(ROOT, tag)
        say(f"{tag} is {release.version}, dated {release.date} in CHANGELOG.md")
        for path in gather(ROOT, release, out) if gathered else []:
            say(f"{path.stat().st_size:>12,}  {path.name}")


if __name__ == "__main__":
    run(main)
