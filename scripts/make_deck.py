#!/usr/bin/env python3
"""Make a workshop's slides as a PowerPoint file."""

from pathlib import Path
from typing import Annotated

import typer
from rich.box import SIMPLE
from rich.table import Column, Table

from kit import deck
from kit.console import EditionFolder, RecordsFolder, err, out, run, say, spoken_errors
from kit.deck.cover import Cover, cover
from kit.edition import build_folder, opened
from kit.errors import UsageError
from kit.files import build_time, write
from kit.followup import version
from kit.library import Library
from kit.model.workshop import Workshop
from kit.running import Running, sector_called
from kit.running import only as only_these
from kit.settings import Settings
from kit.versions import versions, workshops

ROOT = Path(__file__).resolve().parent.parent


def _list(library: Library) -> None:
    """The workshops with their minutes, then what each sector's version has of its own."""
    for workshop in workshops(library):
        say(f"{workshop.id}  {workshop.minutes} minutes  {workshop.name}")
    ids = [Column(name, no_wrap=True) for name in ("workshop", "sector")]
    table = Table(*ids, "own cases,\nexamples", "own\nprompts", "where the general\nstands in", box=SIMPLE)
    for one in versions(library):
        table.add_row(one.workshop.id, one.sector.id, str(one.own.examples), str(one.own.prompts), one.general)
    out.print(table)


def _run(library: Library, name: str, sector: str | None, only: list[str], results: Path | None) -> Running:
    workshop = library.get(f"workshop/{name}")
    assert isinstance(workshop, Workshop)
    whole, lines = version(workshop, library, sector_called(library, sector), results)
    for line in lines:
        err.print(line, markup=False)
    return only_these(whole, only) if only else whole


def _make(
    library: Library, settings: Settings, found: Running, told: Cover, template: Path | None, target: Path
) -> None:
    if template and target.exists() and template.exists() and target.samefile(template):
        raise UsageError("--out is the template itself; give the deck another name")
    adopted = deck.adopt(template, told.date) if template else None
    made = deck.render(found, library, settings, build_time(), told, adopted)
    for line in adopted.stood_in(deck.sheets(found, library, settings, told, adopted)) if adopted else []:
        err.print(line, markup=False)
    write(target, made)
    say(f"Wrote {target}")


def main(
    workshop: Annotated[str | None, typer.Argument(help="The workshop's id; --list shows them.")] = None,
    sector: Annotated[str | None, typer.Option(help="A sector's own version; --list shows them.")] = None,
    title: Annotated[str | None, typer.Option(help="In place of the workshop's name on the first slide.")] = None,
    organisation: Annotated[str | None, typer.Option(help="Whose day it is.")] = None,
    date: Annotated[str | None, typer.Option(help="The day: 2026-11-24, or as you would write it.")] = None,
    facilitators: Annotated[
        list[str] | None, typer.Option(help="Who leads it; more than once, or names with commas between.")
    ] = None,
    template: Annotated[Path | None, typer.Option(help="Your organisation's own .pptx or .potx.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="Only this activity; more than once for several.")] = None,
    results: Annotated[
        Path | None, typer.Option(help="A team's summary.json, to make the workshop follow-up for that team.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write; build/WORKSHOP[-SECTOR][-results].pptx if not given.")
    ] = None,
    data: RecordsFolder = ROOT / "data",
    edition: EditionFolder = None,
    list_: Annotated[bool, typer.Option("--list", help="List workshops and sectors, and make nothing.")] = False,
) -> None:
    """Exit 0 when the deck is written, 1 if the data isn't sound, 2 if the arguments can't be used."""
    with spoken_errors():
        if not list_ and not workshop:
            raise UsageError("name a workshop; --list shows them")
        told = cover(title, organisation, date, facilitators or ())
        library, settings = opened(ROOT, data, edition)
        if list_:
            return _list(library)
        found = _run(library, workshop or "", sector, only or [], results)
        name = "-".join(part for part in (workshop, sector, "results" if results else None) if part)
        target = out or build_folder(ROOT, edition) / f"{name}.pptx"
        return _make(library, settings, found, told, template, target)


if __name__ == "__main__":
    run(main)
