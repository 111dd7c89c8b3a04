#!/usr/bin/env python3
"""Check every record in data/ and say, one line a problem, what to mend and where."""

from pathlib import Path
from typing import Annotated

import typer

from kit.check import problems, warnings
from kit.console import EditionFolder, RecordsFolder, err, run, say, spoken_errors
from kit.edition import read
from kit.files import today
from kit.findings import Format, lines
from kit.mend import mend
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


def main(
    data: RecordsFolder = ROOT / "data",
    format: Annotated[Format, typer.Option(help="text, json or github.")] = Format.text,
    edition: EditionFolder = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="First mend what is safe: spacing, quotes, the order of fields, the schema line."),
    ] = False,
) -> None:
    """Exit 0 if the data is sound, 1 if not, 2 if the arguments can't be used. A warning makes nothing unsound."""
    with spoken_errors():
        if fix:
            for line in mend(data, edition):
                err.print(line, markup=False)
        library = read(data, edition)
        wrong = problems(library)
        found = sorted([*wrong, *warnings(library, today())])
        for line in lines(found, len(library.records), format, load_settings(ROOT).site_url):
            say(line)
        raise typer.Exit(1 if wrong else 0)


if __name__ == "__main__":
    run(main)
