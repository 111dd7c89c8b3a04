#!/usr/bin/env python3
"""Begin a new record: answer questions, or give the answers as options, and get a commented YAML file to go on with."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kit.console import EditionFolder, RecordsFolder, err, out, run, say, spoken_errors
from kit.contribute.answers import Answers
from kit.contribute.ask import ask
from kit.contribute.given import fill, take
from kit.contribute.scaffold import check_room, draft, home, model_of
from kit.contribute.told import kinds, next_steps
from kit.edition import read
from kit.errors import UsageError
from kit.files import write

ROOT = Path(__file__).resolve().parent.parent


def main(
    kind: Annotated[str | None, typer.Argument(help="What to add, such as case or term; --list shows all.")] = None,
    id_: Annotated[str, typer.Option("--id", help="Its id: lower-case letters, digits and hyphens.")] = "",
    set_: Annotated[
        list[str] | None,
        typer.Option(
            "--set", metavar="FIELD=VALUE",
            help="A field's value; once for each: --set name=Ours --set today.text=Running --set sectors=health. "
            "A list grows by one each time; `none` stands for null or an empty list.",
        ),
    ] = None,
    no_input: Annotated[bool, typer.Option("--no-input", help="Ask nothing; mark what is not given.")] = False,
    comments: Annotated[bool, typer.Option(help="Say in the file what each field is for.")] = True,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Show what would be written, and write nothing.")] = False,
    data: RecordsFolder = ROOT / "data",
    edition: EditionFolder = None,
    list_: Annotated[bool, typer.Option("--list", help="List the kinds, and write nothing.")] = False,
) -> None:
    """Write a new record where it belongs, without touching any other, and say what to do next.

    Exit 0 when it is written, 1 if stopped, 2 if the arguments can't be used.
    """
    with spoken_errors():
        if list_ or not kind:
            return _list(list_)
        model, library = model_of(kind), read(data, edition)
        check_room(model, library)
        answers = Answers(model, library)
        take(answers, id_, set_ or [])
        if not no_input:
            ask(answers, lambda prompt: out.input(prompt, markup=False, emoji=False), say)
        fill(answers)
        made = draft(answers, home(library, edition), comments)
        if dry_run:
            sys.stdout.write(made.block if made.path.exists() else made.text)
        else:
            write(made.path, made.text)
        for line in next_steps(made, dry_run, edition):
            (err.print(line, markup=False) if dry_run else say(line))


def _list(asked: bool) -> None:
    if not asked:
        raise UsageError("name a kind, such as case; --list shows them")
    for line in kinds():
        say(line)


if __name__ == "__main__":
    run(main)
