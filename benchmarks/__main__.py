"""`make bench`: measure, and print the tables in Markdown."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from benchmarks import decks, handbook, pages, summarising, validation
from benchmarks.measure import CannotMeasure, machine
from benchmarks.table import Chapter, table
from kit.console import err, run

Measured = Callable[[Path, int], Chapter]
CHAPTERS: dict[str, Measured] = {
    "handbook": handbook.against_plain,
    "handbook-growth": lambda folder, runs: handbook.growth(folder, runs, (1, 10, 30)),
    "deck": decks.against_pandoc,
    "deck-growth": lambda folder, runs: decks.growth(folder, runs, (50, 100, 200, 400)),
    "validation": lambda folder, runs: validation.against_yamllint(folder, runs, (1, 30)),
    "summarising": lambda folder, runs: summarising.growth(folder, runs, (100, 1_000, 10_000, 100_000)),
    "pages": lambda folder, _: pages.against_bare(folder),
}
"""Each measurement by its name, with the folder that it may fill and how many runs count."""


def main(
    names: Annotated[list[str] | None, typer.Argument(help=f"Of {', '.join(CHAPTERS)}; all if none is named.")] = None,
    runs: Annotated[int, typer.Option(help="How many runs count.", min=1)] = 5,
) -> None:
    """Print what was measured, as Markdown; what can't be measured here says why on stderr, and the rest goes on."""
    asked = names or list(CHAPTERS)
    if unknown := [name for name in asked if name not in CHAPTERS]:
        err.print(f"no measurement '{unknown[0]}'; there are {', '.join(CHAPTERS)}", markup=False)
        raise typer.Exit(2)
    failed = False
    sys.stdout.write(table(["Measured on", ""], machine()) + "\n\n")
    for name in asked:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            try:
                sys.stdout.write(f"{CHAPTERS[name](Path(folder), runs)}\n\n")
            except CannotMeasure as error:
                err.print(f"{name}: {error}", markup=False)
                failed = True
        sys.stdout.flush()
    raise typer.Exit(int(failed))


if __name__ == "__main__":
    run(main)
