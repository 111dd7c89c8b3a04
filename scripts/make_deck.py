#!/usr/bin/env python3
"""Make a workshop's slides as a PowerPoint file."""

from pathlib import Path
from typing import Annotated

import typer

from kit import deck
from kit.check import load
from kit.console import run, say, spoken_errors
from kit.errors import UsageError
from kit.files import build_time, write
from kit.library import Library
from kit.model.workshop import Workshop
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


def _list(library: Library) -> None:
    for workshop in library.all(Workshop):
        say(f"{workshop.id}  {workshop.minutes} minutes  {workshop.name}")


def _make(library: Library, name: str, out: Path | None) -> None:
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    target = out or ROOT / "build" / f"{workshop.id}.pptx"
    write(target, deck.render(workshop, library, load_settings(ROOT), build_time()))
    say(f"Wrote {target}")


def main(
    workshop: Annotated[str | None, typer.Argument(help="The workshop's id; --list shows them.")] = None,
    out: Annotated[Path | None, typer.Option(help="Where to write; build/WORKSHOP.pptx if not given.")] = None,
    data: Annotated[Path, typer.Option(help="The folder with the records.")] = ROOT / "data",
    list_: Annotated[bool, typer.Option("--list", help="List the workshops and make nothing.")] = False,
) -> None:
    """Exit 0 when the deck is written, 1 if the data isn't sound, 2 if the arguments can't be used."""
    with spoken_errors():
        if not list_ and not workshop:
            raise UsageError("name a workshop; --list shows them")
        library = load(data)
        _list(library) if list_ else _make(library, workshop or "", out)


if __name__ == "__main__":
    run(main)
