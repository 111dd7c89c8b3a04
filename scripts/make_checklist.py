#!/usr/bin/env python3
"""Make a self-assessment to fill in: an Excel workbook, or a PDF to print."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kit import printing, workbook
from kit.check import load
from kit.console import run, say, spoken_errors
from kit.errors import UsageError
from kit.files import build_time, write
from kit.library import Library
from kit.model.assessment import Assessment
from kit.settings import load_settings

ROOT = Path(__file__).resolve().parent.parent


class Format(StrEnum):
    """To fill in on screen, or by hand."""

    xlsx = "xlsx"
    pdf = "pdf"


RENDERERS = {Format.xlsx: workbook.render, Format.pdf: printing.render}


def _list(library: Library) -> None:
    for assessment in library.all(Assessment):
        say(f"{assessment.id}  {assessment.minutes} minutes  {assessment.name}")


def _make(library: Library, name: str, format: Format, out: Path | None) -> None:
    assessment = library.get(f"assessment/{name}")
    assert isinstance(assessment, Assessment)
    target = out or ROOT / "build" / f"{assessment.id}-checklist.{format}"
    write(target, RENDERERS[format](assessment, library, load_settings(ROOT), build_time()))
    say(f"Wrote {target}")


def main(
    assessment: Annotated[str | None, typer.Argument(help="The assessment's id; --list shows them.")] = None,
    format: Annotated[Format, typer.Option(help="xlsx to fill in on screen, pdf to print.")] = Format.xlsx,
    out: Annotated[Path | None, typer.Option(help="Where to write; else build/ASSESSMENT-checklist.FORMAT.")] = None,
    data: Annotated[Path, typer.Option(help="The folder with the records.")] = ROOT / "data",
    list_: Annotated[bool, typer.Option("--list", help="List the assessments and make nothing.")] = False,
) -> None:
    """Exit 0 when the form is written, 1 if the data isn't sound, 2 if the arguments can't be used."""
    with spoken_errors():
        if not list_ and not assessment:
            raise UsageError("name an assessment; --list shows them")
        library = load(data)
        _list(library) if list_ else _make(library, assessment or "", format, out)


if __name__ == "__main__":
    run(main)
