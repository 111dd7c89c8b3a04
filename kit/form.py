"""A self-assessment as something to fill in: the one shape from which workbook, paper and Word are drawn.

    one of ours (Assessment), or brought by someone else (Brought) --of--> Form --renderers--> files

Every text is Markdown, as in the records; what others brought is escaped, so that it shows as it was written.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from kit.errors import UsageError
from kit.library import Library
from kit.model.assessment import (
    HANDS,
    LEVELS,
    RATERS,
    Assessment,
    Dimension,
    EvidencePrompt,
    NextStep,
    Position,
    Statement,
)
from kit.model.brought import Brought
from kit.model.response import DOES_NOT_APPLY, DONT_KNOW, Answer, Response
from kit.results.instrument import Instrument, Item, Level, Role, of_assessment, of_brought
from kit.shape import near
from kit.text import plain

THEIRS = "The statements are those of whoever wrote them: ask them before you share this."
"""Said in place of our licence where the words aren't ours."""

_BY_ITSELF = re.compile(r"([!-/:-@\[-`{-~])")


def literal(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return _BY_ITSELF.sub(r"\\\1", text)


@dataclass(frozen=True)
class Asked:
    """One statement to answer."""

    number: int
    """Counted from 1, through all sections."""
    item: Item
    name: str
    """A short heading; empty where there is only the statement itself."""
    words: Mapping[str, str]
    """By role, those of the form alone; by the empty role where there is one wording for all."""
    habits: tuple[str, ...] = ()
    """What each level looks like, lowest first; empty where the levels are only names."""
    evidence: EvidencePrompt | None = None
    next: tuple[NextStep, ...] = ()
    """One a level, or none at all."""

    @property
    def ref(self) -> str:
        """How forms name it: `statement/what-people-offer`."""
        return f"statement/{self.item.id}"


@dataclass(frozen=True)
class Section:
    """Statements that belong together."""

    name: str
    question: str
    """What it asks of a service; may be empty."""
    asked: tuple[Asked, ...]


@dataclass(frozen=True)
class Aside:
    """An answer that is no level."""

    name: str
    next: str
    """May be empty."""


@dataclass(frozen=True)
class Form:
    """Everything that a form says and asks."""

    instrument: Instrument
    record: Assessment | None
    """None where someone else brought it."""
    role: Role | None
    """The one role that the form is for, if it isn't for all."""
    summary: str
    minutes: int
    """What it takes one person; 0 where nobody said."""
    it_is: tuple[str, ...]
    it_is_not: tuple[str, ...]
    instructions: tuple[str, ...]
    who_sees: tuple[str, ...]
    afterwards: tuple[str, ...]
    means: tuple[str, ...]
    """What each level means in general; empty where there are only names."""
    asides: tuple[Aside, Aside]
    sections: tuple[Section, ...]
    position: Position | None

    @property
    def name(self) -> str:
        """Its title."""
        return self.instrument.name

    @property
    def ref(self) -> str:
        """How forms name it: `assessment/quick`."""
        return f"assessment/{self.instrument.id}"

    @property
    def levels(self) -> tuple[Level, ...]:
        """Lowest first."""
        return self.instrument.levels

    @property
    def roles(self) -> tuple[Role, ...]:
        """Those that it offers."""
        return (self.role,) if self.role else self.instrument.roles

    @cached_property
    def asked(self) -> tuple[Asked, ...]:
        """Every statement, in order."""
        return tuple(one for section in self.sections for one in section.asked)

    @property
    def sectioned(self) -> bool:
        """Whether sections show: not where each has one statement only, which has a name of its own."""
        return any(len(section.asked) > 1 for section in self.sections)

    @property
    def answers(self) -> list[str]:
        """Every answer that a statement can have, in words: the levels in order, then those apart."""
        return [*(level.name for level in self.levels), *(aside.name for aside in self.asides)]

    def empty(self) -> Response:
        """The response of someone who has answered nothing yet."""
        items = self.instrument.statements
        return Response(
            assessment=self.instrument.id, assessment_version=self.instrument.version,
            role=self.role.key if self.role else "",
            answers=[Answer(statement=item.id, version=item.version) for item in items],
        )

    def words(self, library: Library) -> dict[str, object]:
        """What a program needs to ask all this: plain words beside the keys that a response holds."""

        def said(text: str) -> str:
            return plain(text, library.name)

        keys = [*(level.key for level in self.levels), DONT_KNOW, DOES_NOT_APPLY]
        return {
            "assessment": self.instrument.id, "assessment_version": self.instrument.version, "name": self.name,
            "roles": {role.key: role.says for role in self.roles},
            "answers": dict(zip(keys, self.answers, strict=True)),
            "position": dict(HANDS) if self.position else {},
            "statements": [
                {"statement": one.item.id, "version": one.item.version, "section": section.name, "name": one.name,
                 "words": {role: said(text) for role, text in one.words.items()},
                 "habits": dict(zip((level.key for level in self.levels), map(said, one.habits), strict=False)),
                 "evidence": said(one.evidence.ask) if one.evidence else ""}
                for section in self.sections for one in section.asked
            ],
        }


def form(what: Assessment | Brought, library: Library, role: str = "") -> Form:
    """The form of an assessment, for all roles or one. Raises UsageError where it has no such role."""
    return _ours(what, library, role) if isinstance(what, Assessment) else _theirs(what, library, role)


def _role(key: str, instrument: Instrument) -> Role | None:
    known = [role.key for role in instrument.roles]
    if key and key not in known:
        hint = near(key, known)
        raise UsageError(f"'{key[:60]}' is not one of the roles {', '.join(known)}" + (f"; {hint}" if hint else ""))
    return next((role for role in instrument.roles if role.key == key), None)


def _ours(assessment: Assessment, library: Library, key: str) -> Form:
    instrument = of_assessment(assessment, library)
    role = _role(key, instrument)
    asked = [_asked(number, item, library, role) for number, item in enumerate(instrument.statements, 1)]
    sections = []
    for dimension, group in groupby(asked, key=lambda one: _statement(one.item, library).dimension):
        found = library.get(dimension)
        assert isinstance(found, Dimension)
        sections.append(Section(found.name, found.question, tuple(group)))
    one, other = (Aside(aside.name, aside.next) for aside in assessment.apart.each())
    return Form(
        instrument, assessment, role, assessment.summary, assessment.minutes, tuple(assessment.it_is),
        tuple(assessment.it_is_not), tuple(assessment.instructions), tuple(assessment.who_sees),
        tuple(assessment.afterwards), tuple(assessment.scale[level].means for level in LEVELS), (one, other),
        tuple(sections), assessment.position,
    )


def _statement(item: Item, library: Library) -> Statement:
    found = library.get(f"statement/{item.id}")
    assert isinstance(found, Statement)
    return found


def _asked(number: int, item: Item, library: Library, role: Role | None) -> Asked:
    found = _statement(item, library)
    words: dict[str, str] = {rater: found.wording[rater] for rater in RATERS if role is None or rater == role.key}
    levels = [level for _, level in found.levels.each()]
    return Asked(number, item, found.name, words, tuple(level.habit for level in levels), found.evidence,
                 tuple(level.next for level in levels))


_INSTRUCTIONS = (
    "Say which role you are answering in. If you have more than one, choose one for today.",
    "At each statement, choose one answer. Go by what you have seen, and not by what you hope.",
    'Choose "{0}" if you have not seen enough to say, and "{1}" if it can\'t happen here. Both are useful answers.',
    "Write down one thing that you have seen. Leave out names.",
    "You may leave out anything, and stop when you like.",
)
"""How to fill in a form that brings no instructions of its own."""


def _theirs(brought: Brought, library: Library, key: str) -> Form:
    instrument = of_brought(brought)
    items = iter(instrument.statements)
    sections, number = [], 0
    for section in brought.sections:
        asked = []
        for one in section.statements:
            number += 1
            asked.append(Asked(number, next(items), "", {"": literal(one.text)}))
        sections.append(Section(section.name, "", tuple(asked)))
    # Who sees the answers, and that they are no measure, is as true of another's form as of ours.
    ours = min(library.all(Assessment), key=lambda one: one.minutes)
    asides = Aside(instrument.dont_know, ""), Aside(instrument.does_not_apply, "")
    instructions = [line.format(*(aside.name for aside in asides)) for line in _INSTRUCTIONS]
    return Form(
        instrument, None, _role(key, instrument), literal(brought.summary or ""), 0, (), (), tuple(instructions),
        tuple(ours.who_sees), (), (), asides, tuple(sections), None,
    )


__all__ = ["THEIRS", "Aside", "Asked", "Form", "Section", "form", "literal"]
