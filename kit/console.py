"""How every script speaks: problems on stderr, one line each; never a traceback."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, NoReturn

import typer
from rich.console import Console

from kit.errors import DataError, KitError, Problem, UsageError, printable

# Without emoji=False, ":100:" in "terms.yml:100: term/one" would be printed as a picture.
out = Console(highlight=False, soft_wrap=True, emoji=False)
err = Console(stderr=True, highlight=False, soft_wrap=True, emoji=False)

RecordsFolder = Annotated[Path, typer.Option("--data", help="The folder with the records.")]
"""The option of every command that reads the records."""

EditionFolder = Annotated[
    Path | None, typer.Option("--edition", help="A local edition's folder, the one with edition.yml in it.")
]
"""The option that every command has for a local edition."""


def say(text: str = "") -> None:
    """Print a line as it is, without markup."""
    out.print(text, markup=False)


def warn(found: list[Problem]) -> None:
    """Say on stderr what deserves a look, one line each."""
    for one in found:
        err.print(str(one), markup=False)


def hand_over(text: str) -> None:
    """Print a text for programs, as it is: to lay it out for people would need many times its memory."""
    sys.stdout.write(text)


@contextmanager
def spoken_errors() -> Iterator[None]:
    """Turn a KitError into its lines on stderr and an exit status: 1 for the data, 2 for how it was asked."""
    try:
        yield
    except DataError as error:
        for problem in error.problems:
            err.print(str(problem), markup=False)
        count = len(error.problems)
        err.print(f"{count} problem{'s' if count != 1 else ''} found; nothing was built.", markup=False)
        sys.exit(1)
    except UsageError as error:
        err.print(printable(str(error)), markup=False)
        sys.exit(2)
    except KitError as error:
        err.print(str(error), markup=False)
        sys.exit(1)


def run(main: Callable[..., None]) -> NoReturn:
    """Run a script's one command. Arguments that can't be used get one line and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal that lacks a character shows its number
            stream.reconfigure(errors="backslashreplace")
    app = typer.Typer(add_completion=False)
    app.command()(main)
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except Exception as error:
        if not hasattr(error, "format_message"):  # Typer's own, each of which has it
            raise
        err.print(f"{printable(error.format_message()).rstrip('.')}; --help says more", markup=False)
        sys.exit(2)
