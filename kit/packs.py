"""What goes together: which files the kit makes from the records, and the manifest that the handbook reads.

This is the only module that knows several renderers. Each download is made by a pure function and written by
`kit.files`, so the same records give the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

from kit import deck, printing, workbook
from kit.files import build_time, inside, write
from kit.library import Library
from kit.model import Assessment, Workshop
from kit.settings import Settings


@dataclass(frozen=True)
class Item:
    """One file to make."""

    name: str
    """Path below the downloads folder."""
    title: str
    what: str
    """One line for the page that offers it."""
    record: str
    make: Callable[[], bytes]


@dataclass(frozen=True)
class Made:
    """One file made, as the manifest lists it."""

    name: str
    title: str
    what: str
    record: str
    size: int


def items(library: Library, settings: Settings) -> Iterator[Item]:
    """Everything that people can download, all of it dated alike."""
    when = build_time()
    for workshop in library.all(Workshop):
        yield Item(
            f"{workshop.id}.pptx", f"{workshop.name}: the slides",
            f"{workshop.minutes} minutes, with the words to say in the notes of every slide.", workshop.ref,
            partial(deck.render, workshop, library, settings, when),
        )
    for assessment in library.all(Assessment):
        yield Item(
            f"{assessment.id}-checklist.xlsx", f"{assessment.name}: the workbook",
            "Choose from lists, and see what you said on a second sheet.", assessment.ref,
            partial(workbook.render, assessment, library, settings, when),
        )
        yield Item(
            f"{assessment.id}-checklist.pdf", f"{assessment.name}: on paper",
            "Print it, with boxes to tick and room to write.", assessment.ref,
            partial(printing.render, assessment, library, settings, when),
        )


def make(library: Library, settings: Settings, folder: Path, done: Callable[[Item], None]) -> list[Made]:
    """Make every download and the manifest; remove what no longer belongs there."""
    made: list[Made] = []
    for item in items(library, settings):
        data = item.make()
        write(inside(folder, item.name), data)
        made.append(Made(item.name, item.title, item.what, item.record, len(data)))
        done(item)
    keep = {item.name for item in made} | {"manifest.json"}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.relative_to(folder).as_posix() not in keep:
            path.unlink()
    write(folder / "manifest.json", json.dumps([asdict(item) for item in made], indent=1) + "\n")
    return made
