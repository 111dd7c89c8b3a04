#!/usr/bin/env python3
"""Check every record in data/ and say, one line a problem, what to mend and where."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kit.check import problems
from kit.console import run, say, spoken_errors
from kit.errors import Problem
from kit.load import read

ROOT = Path(__file__).resolve().parent.parent


class Format(StrEnum):
    """How problems are printed: for people, for programs, or as annotations on a pull request."""

    text = "text"
    json = "json"
    github = "github"


def _github(problem: Problem) -> str:
    def escape(text: str, also: str = "") -> str:
        return "".join(f"%{ord(letter):02X}" if letter in f"%\r\n{also}" else letter for letter in text)

    return f"::error file={escape(problem.file, ':,')},line={max(problem.line, 1)}::{escape(str(problem))}"


def main(
    data: Annotated[Path, typer.Option(help="The folder with the records.")] = ROOT / "data",
    format: Annotated[Format, typer.Option(help="text, json or github.")] = Format.text,
) -> None:
    """Exit 0 if the data is sound, 1 if not, 2 if the arguments can't be used."""
    with spoken_errors():
        library = read(data)
        found = problems(library)
        if format is Format.json:
            say(json.dumps({"records": len(library.records), "problems": [asdict(p) for p in found]}, indent=2))
        for problem in found if format is not Format.json else []:
            say(_github(problem) if format is Format.github else str(problem))
        if format is Format.text and not found:
            say(f"{len(library.records)} records, all sound")
        raise typer.Exit(1 if found else 0)


if __name__ == "__main__":
    run(main)
