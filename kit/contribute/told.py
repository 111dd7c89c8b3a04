"""What `scripts/new.py` tells people: which kinds there are, and what to do once a record is begun."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Iterator
from pathlib import Path

from kit.contribute.scaffold import Draft, marked
from kit.contribute.writing import MARK
from kit.errors import Problem
from kit.model import KINDS


def kinds() -> Iterator[str]:
    """Every kind with what it is, a line each."""
    width = max(map(len, KINDS))
    for kind, model in KINDS.items():
        yield f"{kind:<{width}}  {(inspect.getdoc(model) or '').splitlines()[0]}"


def next_steps(made: Draft, dry: bool, edition: Path | None = None) -> Iterator[str]:
    """Where it is, what it lacks, and how to go on."""
    verb = "Would write" if dry else "Wrote"
    yield f"{verb} {made.ref} into {made.shown}, line {made.line}"
    if made.lacks:
        yield "It is not finished. `make validate` will ask for:"
        yield from (f"  {line}" for line in _lacking(made))
    yield "Next:"
    yield from (f"  {number}. {step}" for number, step in enumerate(_steps(made, edition), 1))


def _lacking(made: Draft) -> Iterator[str]:
    """The fields that wait for words, in a few lines; then what else is wrong, a line each."""
    lines = made.text.split("\n")
    places = {one: _place(one, lines) for one in made.lacks}
    waiting = [one for one in made.lacks if places[one]]
    waiting.sort(key=places.__getitem__)
    named = ", ".join(f"{one.field} (line {places[one]})" for one in waiting)
    yield from textwrap.wrap(named, 110, break_on_hyphens=False)
    yield from (str(one) for one in made.lacks if one not in waiting)


def _place(problem: Problem, lines: list[str]) -> int:
    """The line that is marked for a field, counted from 1; 0 where there is none."""
    if MARK in lines[problem.line - 1]:
        return problem.line
    name = problem.field.rpartition(".")[2]
    below = range(problem.line - 1, len(lines))
    return next((number + 1 for number in below if lines[number].strip() == f"# {name}:  {MARK}"), 0)


def _steps(made: Draft, edition: Path | None) -> Iterator[str]:
    also = f" EDITION={edition}" if edition else ""
    if marked(made):
        yield f"Open {made.shown} and write what is marked \"# TO WRITE\"; take each mark away as you go."
    elif made.lacks:
        yield f"Open {made.shown} and mend what is listed above."
    else:
        yield f"Open {made.shown}, read it once more, and add what may be left out if you have it."
    yield f"make validate{also}    (says what is still wrong, in which line)"
    yield f"make serve{also}       (then look at {made.page or 'its page'})"
    yield "Open a pull request that says what you added, and how you know."
