"""A self-assessment brought by someone else: its own scale, sections and statements, in a file given by its path.

It is no record of ours (it isn't in `KINDS`): it has no wordings by role, no place on the matrix and no next steps.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Annotated

from pydantic import Field, model_validator

from kit.model.base import Line, Name, Piece, Slug
from kit.model.base import Summary as OneLine
from kit.model.response import APART

_Version = Annotated[int, Field(ge=1, le=1_000_000)]
_Name = Annotated[Name, Field(max_length=60)]
_FEWEST, _MOST = 3, 10


class Unnamed(Piece):
    """Levels that go by their number; only the two ends are in words."""

    levels: Annotated[int, Field(ge=_FEWEST, le=_MOST)]
    """How many levels there are."""
    low: _Name
    """What the lowest level means, in words."""
    high: _Name
    """What the highest level means, in words."""


class BroughtStatement(Piece):
    """One thing to rate, in one wording for everyone."""

    id: Slug
    """The statement's own id, so that answers find it again."""
    version: _Version = 1
    """Goes up when the meaning changes: answers to different versions are not compared."""
    text: Line
    """The statement, as everyone reads it."""


class Section(Piece):
    """Statements that belong together."""

    name: Name
    """The heading that the form shows above them."""
    statements: Annotated[list[BroughtStatement], Field(min_length=1)]
    """The statements below that heading, in order."""


class Brought(Piece):
    """The whole form."""

    id: Slug
    """The form's own id, so that answers find it again."""
    name: Name
    """What the form is called."""
    summary: OneLine | None = None
    """What it is for, in one line."""
    version: _Version
    """Goes up when the form changes: answers to different versions are not mixed."""
    scale: Annotated[list[_Name], Field(min_length=_FEWEST, max_length=_MOST)] | Unnamed
    """The levels' names in order, lowest first, or how many there are."""
    sections: Annotated[list[Section], Field(min_length=1)]
    """The statements, in groups with a heading each."""

    def each(self) -> Iterator[tuple[Section, BroughtStatement]]:
        """Every statement with its section, in order."""
        return ((section, one) for section in self.sections for one in section.statements)

    def levels(self) -> list[tuple[str, str]]:
        """The levels in order, as key and name: a slug of the name, or the number where levels have none."""
        if isinstance(self.scale, list):
            return [(slug(name), name) for name in self.scale]
        ends = {1: f" ({self.scale.low})", self.scale.levels: f" ({self.scale.high})"}
        return [(str(number), f"{number}{ends.get(number, '')}") for number in range(1, self.scale.levels + 1)]

    @model_validator(mode="after")
    def _can_be_told_apart(self) -> Brought:
        for key, count in Counter(key for key, _ in self.levels()).items():
            if key in APART:
                raise ValueError(f"scale: the level '{key}' can't be told from an answer that is no level")
            if count > 1:
                raise ValueError(f"scale: {count} levels are called '{key}'")
        for name, count in Counter(one.id for _, one in self.each()).items():
            if count > 1:
                raise ValueError(f"sections: the statement '{name}' is asked {count} times")
        return self


def slug(name: str) -> str:
    """A name as a key: "Doing with" is `doing-with`."""
    return re.sub(r"[^\w]+", "-", name.casefold().replace("'", "").replace("’", "")).strip("-_")


__all__ = ["Brought", "BroughtStatement", "Section", "Unnamed", "slug"]
