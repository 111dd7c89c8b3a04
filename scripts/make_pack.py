#!/usr/bin/env python3
"""Make a workshop's pack: slides, guide, run sheet and handouts in one zip."""

from pathlib import Path
from typing import Annotated

import typer

from kit import packs
from kit.console import EditionFolder, RecordsFolder, err, run, say, spoken_errors
from kit.edition import build_folder, opened
from kit.files import build_time, write
from kit.followup import version
from kit.model import Workshop
from kit.running import sector_called

ROOT = Path(__file__).resolve().parent.parent


def main(
    workshop: Annotated[str, typer.Argument(help="The workshop's id; make_deck.py --list shows them.")],
    sector: Annotated[str | None, typer.Option(help="A field of service, such as housing.")] = None,
    results: Annotated[
        Path | None, typer.Option(help="A team's summary.json, to make the workshop follow-up for that team.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="Where to write; build/WORKSHOP[-SECTOR][-results].zip if not given.")
    ] = None,
    data: RecordsFolder = ROOT / "data",
    edition: EditionFolder = None,
) -> None:
    """Exit 0 when the pack is written, 1 if the data isn't sound, 2 if the arguments can't be used."""
    with spoken_errors():
        (library, settings), when = opened(ROOT, data, edition), build_time()
        record = library.get(f"workshop/{workshop}")
        assert isinstance(record, Workshop)
        found, lines = version(record, library, sector_called(library, sector), results)
        for line in lines:
            err.print(line, markup=False)
        made = packs.contents(found, library, settings, when)
        target = out or build_folder(ROOT, edition) / f"{packs.slug(found)}{'-results' if results else ''}.zip"
        write(target, packs.pack(found, made, library, settings, when))
        say(f"Wrote {target}")
        for part in made:
            say(f"  {part.name:<28} {max(len(part.data) // 1000, 1):>5} KB  {part.what}")


if __name__ == "__main__":
    run(main)
