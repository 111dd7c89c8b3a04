#!/usr/bin/env python3
"""Make a self-assessment to fill in: an Excel workbook, a PDF to print, a Word document, an empty response in JSON."""

import json
from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kit import printing, word, workbook
from kit.console import EditionFolder, RecordsFolder, run, say, spoken_errors
from kit.edition import build_folder, opened
from kit.errors import UsageError
from kit.files import build_time, write
from kit.form import Form, form
from kit.library import Library
from kit.model.assessment import Assessment
from kit.results.bring import read_brought
from kit.settings import Settings

ROOT = Path(__file__).resolve().parent.parent


class Format(StrEnum):
    """To fill in on screen, by hand, in Word, or by another program."""

    xlsx = "xlsx"
    pdf = "pdf"
    docx = "docx"
    json = "json"


Renderer = Callable[[Form, Library, Settings, datetime], bytes]
RENDERERS: dict[Format, Renderer] = {
    Format.xlsx: workbook.render, Format.pdf: printing.render, Format.docx: word.render,
}


def _list(library: Library) -> None:
    for assessment in library.all(Assessment):
        say(f"{assessment.id}  {assessment.minutes} minutes  {assessment.name}")


def _form(name: str, role: str, library: Library) -> Form:
    if name.lower().endswith((".yml", ".yaml")):
        return form(read_brought(Path(name)), library, role)
    found = library.get(f"assessment/{name.removeprefix('assessment/')}")
    assert isinstance(found, Assessment)
    return form(found, library, role)


def _make(asked: Form, library: Library, settings: Settings, format: Format, large: bool, tally: bool) -> bytes:
    given = (asked, library, settings, build_time())
    if tally:
        return printing.tally(*given)
    return printing.render(*given, large=True) if large else RENDERERS[format](*given)


def _json(asked: Form, library: Library, target: Path) -> None:
    """An empty response, and beside it the words: a response holds answers and nothing else."""
    beside = target.with_name(f"{target.stem}-words.json")
    for path, held in ((target, asked.empty().model_dump()), (beside, asked.words(library))):
        write(path, json.dumps(held, ensure_ascii=False, indent=1) + "\n")
        say(f"Wrote {path}")


def _suffix(role: str, large: bool, tally: bool) -> str:
    return "".join(f"-{part}" for part in (role, "large-print" * large, "tally" * tally) if part)


def main(
    assessment: Annotated[str | None, typer.Argument(help="An id (--list shows them), or your own FILE.yml.")] = None,
    format: Annotated[Format, typer.Option(help="xlsx for the screen, pdf for paper, docx to change.")] = Format.xlsx,
    role: Annotated[str, typer.Option(help="Word it for one role: professionals, people or commissioners.")] = "",
    large_print: Annotated[bool, typer.Option("--large-print", help="PDF in type of 18 points or more.")] = False,
    tally: Annotated[bool, typer.Option("--tally", help="PDF for the wall: statements against answers.")] = False,
    out: Annotated[Path | None, typer.Option(help="Where to write; else build/ASSESSMENT-checklist.FORMAT.")] = None,
    data: RecordsFolder = ROOT / "data",
    edition: EditionFolder = None,
    list_: Annotated[bool, typer.Option("--list", help="List the assessments and make nothing.")] = False,
) -> None:
    """Exit 0 when the form is written, 1 if the data isn't sound, 2 if the arguments can't be used."""
    with spoken_errors():
        if not list_ and not assessment:
            raise UsageError("name an assessment; --list shows them")
        if large_print and tally:
            raise UsageError("--large-print and --tally are two different sheets; make one at a time")
        if (large_print or tally) and format is not Format.pdf:
            raise UsageError(f"{'--large-print' if large_print else '--tally'} is for paper; add --format pdf")
        library, settings = opened(ROOT, data, edition)
        if list_:
            _list(library)
            return
        asked = _form(assessment or "", role, library)
        name = f"{asked.instrument.id}-checklist{_suffix(role, large_print, tally)}.{format}"
        target = out or build_folder(ROOT, edition) / name
        if format is Format.json:
            _json(asked, library, target)
            return
        write(target, _make(asked, library, settings, format, large_print, tally))
        say(f"Wrote {target}")


if __name__ == "__main__":
    run(main)
