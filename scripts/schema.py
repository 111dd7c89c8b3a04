#!/usr/bin/env python3
"""Write data/schema/*.json from the models, so that editors complete and check records as people type them."""

from pathlib import Path
from typing import Annotated

import typer

from kit.console import err, run, say, spoken_errors
from kit.files import write
from kit.schema import schemas

ROOT = Path(__file__).resolve().parent.parent


def main(
    check: Annotated[bool, typer.Option("--check", help="Write nothing; exit 1 if a file differs.")] = False,
) -> None:
    """Write the schemas, or check that they are what the models say."""
    with spoken_errors():
        folder = ROOT / "data" / "schema"
        wanted = {folder / f"{kind}.json": text for kind, text in schemas().items()}
        stale = [path for path, text in wanted.items() if not path.is_file() or path.read_text("utf-8") != text]
        strays = [path for path in sorted(folder.glob("*.json")) if path not in wanted]
        if check:
            for path in [*stale, *strays]:
                err.print(f"{path.relative_to(ROOT)} is not what the models say; run `make schema`", markup=False)
            raise typer.Exit(1 if stale or strays else 0)
        for path, text in wanted.items():
            write(path, text)
        for path in strays:
            path.unlink()
        say(f"{len(wanted)} schemas in data/schema, {len(stale)} changed")


if __name__ == "__main__":
    run(main)
