"""What was asked, whoever wrote it: the one shape of an assessment that everything here computes with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kit.library import Library
from kit.model.assessment import LEVELS, RATER_NAMES, RATERS, Assessment, Dimension, Statement
from kit.model.brought import Brought
from kit.text import plain


@dataclass(frozen=True)
class Level:
    """One step of the scale."""

    key: str
    """As responses and summaries write it: `asking`, `3`."""
    name: str


@dataclass(frozen=True)
class Role:
    """One of the groups that answer."""

    key: str
    name: str
    """From outside: "Staff"."""
    says: str = ""
    """As someone who has it would say it: "I work in the service"."""


@dataclass(frozen=True)
class Next:
    """What to try from a level on."""

    text: str
    see: tuple[str, ...]
    """References of records to look at, the best first."""


@dataclass(frozen=True)
class Item:
    """One thing that was asked."""

    id: str
    version: int
    section: str
    name: str
    words: Mapping[str, str]
    """By role; by the empty role where there is one wording for all."""
    next: tuple[Next, ...] = ()
    """One a level, or none at all."""


@dataclass(frozen=True)
class Instrument:
    """An assessment as something to measure with."""

    id: str
    version: int
    name: str
    levels: tuple[Level, ...]
    """Lowest first."""
    roles: tuple[Role, ...]
    """In the order of the forms; may be empty."""
    statements: tuple[Item, ...]
    position: bool
    """Whether it asks for a place on the matrix."""
    dont_know: str = "Don't know"
    does_not_apply: str = "Doesn't apply"
    known: dict[str, Item] = field(init=False, repr=False, compare=False)
    """The statements by id."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "known", {item.id: item for item in self.statements})

    @cached_property
    def places(self) -> dict[str, int]:
        """Each level's index, from 0, by its key."""
        return {level.key: number for number, level in enumerate(self.levels)}

    def role_name(self, key: str) -> str:
        """What to call a role; those who gave none are named so."""
        return next((role.name for role in self.roles if role.key == key), "No role given")


_ROLES = tuple(Role(key, RATER_NAMES[key], says) for key, says in RATERS.items())


def of_assessment(assessment: Assessment, library: Library) -> Instrument:
    """One of our own assessments. Raises UsageError where a statement is missing."""
    levels = tuple(Level(name, assessment.scale[name].name) for name in LEVELS)
    statements = tuple(_item(library.get(ref), library) for ref in assessment.statements)
    apart = assessment.apart
    return Instrument(assessment.id, assessment.version, assessment.name, levels, _ROLES, statements, True,
                      apart.dont_know.name, apart.does_not_apply.name)


def _item(statement: object, library: Library) -> Item:
    assert isinstance(statement, Statement)
    section = library.get(statement.dimension)
    assert isinstance(section, Dimension)
    words: dict[str, str] = {rater: plain(statement.wording[rater], library.name) for rater in RATERS}
    steps = (statement.levels[name].next for name in LEVELS)
    following = tuple(Next(plain(step.text, library.name), tuple(step.see)) for step in steps)
    return Item(statement.id, statement.version, section.name, statement.name, words, following)


def of_brought(brought: Brought) -> Instrument:
    """An assessment that someone else wrote. People answer it in the same roles as ours, or in none."""
    levels = tuple(Level(key, name) for key, name in brought.levels())
    statements = tuple(
        Item(one.id, one.version, section.name, one.text, {"": one.text}) for section, one in brought.each()
    )
    return Instrument(brought.id, brought.version, brought.name, levels, _ROLES, statements, False)


__all__ = ["Instrument", "Item", "Level", "Next", "Role", "of_assessment", "of_brought"]
