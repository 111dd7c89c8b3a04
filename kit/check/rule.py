"""What a rule is, and how rules are tried on a library: each problem bears its rule's name, unless it is on purpose."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from kit.check.speech import said
from kit.errors import Level, Problem
from kit.library import Library
from kit.model import Record
from kit.refs import texts
from kit.yamltree import Path


@dataclass
class Look:
    """A library as the rules see it."""

    library: Library
    today: date | None = None
    """The day on which age is judged; None where only what is wrong on any day is wanted."""

    @cached_property
    def texts(self) -> list[tuple[Record, Path, str]]:
        """Every Markdown text of every record, with its field. Titles and names are none."""
        return [(record, *one) for record in self.library.records.values() for one in texts(record)]

    @cached_property
    def said(self) -> list[tuple[Record, Path, str]]:
        """The same as a reader hears it: links by their words, without code, quotations and addresses."""
        return [(record, path, said(text)) for record, path, text in self.texts]


Check = Callable[[Look], Iterator[Problem]]


@dataclass(frozen=True)
class Rule:
    """One thing that records must be, with a name to speak of it by.

    The check's docstring is the rule's text in the handbook: a first paragraph that says what, the rest why.
    """

    name: str
    check: Check
    wrong: str
    """An example that breaks it, as it would stand in a record."""
    right: str
    """The same, mended."""
    level: Level = "error"
    firm: str = ""
    """Why it can't be broken on purpose; empty if it can."""
    whole: frozenset[str] = field(default_factory=frozenset)
    """Kinds that it must see whole: it is silent while one of their records can't be read."""

    @property
    def what(self) -> str:
        """The rule in a sentence or two."""
        return " ".join(inspect.cleandoc(self.check.__doc__ or "").partition("\n\n")[0].split())

    @property
    def why(self) -> str:
        """What it is good for."""
        return " ".join(inspect.cleandoc(self.check.__doc__ or "").partition("\n\n")[2].split())


def rule(
    name: str, wrong: str, right: str, level: Level = "error", firm: str = "", whole: Collection[str] = ()
) -> Callable[[Check], Rule]:
    """Make a rule of the check below it."""
    return lambda check: Rule(name, check, wrong, right, level, firm, frozenset(whole))


def tried(look: Look, rules: Iterable[Rule]) -> Iterator[Problem]:
    """What breaks the rules and is not on purpose, and what is said to be on purpose and breaks nothing."""
    library = look.library
    unread = library.unsure | {ref.partition("/")[0] for ref in library.claimed - set(library.records)}
    for one in rules:
        if not one.whole & unread:
            yield from _tried(look, one)


def _tried(look: Look, one: Rule) -> Iterator[Problem]:
    library = look.library
    meant = {ref for ref, record in library.records.items() if one.name in record.on_purpose and not one.firm}
    excused: set[str] = set()
    for problem in one.check(look):
        if problem.record in meant:
            excused.add(problem.record)
        else:
            yield replace(problem, rule=one.name, level=one.level)
    for ref in meant - excused:
        message = f"nothing here breaks '{one.name}' any more"
        found = library.problem(ref, ("on_purpose", one.name), message, "delete it")
        yield replace(found, rule="on-purpose", level=one.level)
