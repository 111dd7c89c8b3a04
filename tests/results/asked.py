"""A small assessment, responses to it, and summaries worked out the long way round."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from typing import Any

from kit.model.response import Answer, Response, Square, Squares
from kit.results.instrument import Instrument, Item, Level, Next, Role

LEVELS = ("fixing", "asking", "sharing", "facilitating")
ROLES = ("professionals", "people", "commissioners")
EVERY = (*ROLES, "")
CHOICES = (*LEVELS, "dont-know", "does-not-apply", "")


def instrument(statements: int = 2, levels: Iterable[str] = LEVELS, position: bool = True) -> Instrument:
    """An assessment with statements `s1`, `s2` ..., each of version 1, and a next step for each level."""
    names = tuple(levels)
    steps = tuple(Next(f"After {name}.", (f"case/{name}",)) for name in names)
    return Instrument(
        "small", 1, "Small", tuple(Level(name, name.capitalize()) for name in names),
        tuple(Role(role, role.capitalize(), f"I am {role}") for role in ROLES),
        tuple(Item(f"s{n}", 1, "One", f"Statement {n}", {"": "We do."}, steps) for n in range(1, statements + 1)),
        position,
    )


def as_json(asked: Instrument) -> dict[str, Any]:
    """The same, as a vector carries it."""
    return {
        "id": asked.id, "version": asked.version, "name": asked.name, "position": asked.position,
        "levels": [{"key": level.key, "name": level.name} for level in asked.levels],
        "roles": [{"key": role.key, "name": role.name} for role in asked.roles],
        "statements": [
            {"id": item.id, "version": item.version, "section": item.section, "name": item.name,
             "see": [list(step.see) for step in item.next]} for item in asked.statements
        ],
    }


def from_json(value: Mapping[str, Any]) -> Instrument:
    """The assessment of a vector."""
    return Instrument(
        value["id"], value["version"], value["name"], tuple(Level(**level) for level in value["levels"]),
        tuple(Role(**role) for role in value["roles"]),
        tuple(Item(one["id"], one["version"], one["section"], one["name"], {},
                   tuple(Next("", tuple(see)) for see in one["see"])) for one in value["statements"]),
        value["position"],
    )


def response(
    role: str, *answers: str, id: str = "", said: str = "", version: int = 1, today: tuple[str, str] = ("", ""),
    wanted: tuple[str, str] = ("", ""), asked: int = 1, date: str = "",
) -> Response:
    """A response of a role; `version` is that of the first statement, `asked` that of the form."""
    return Response(
        id=id, assessment="small", assessment_version=asked, role=role, date=date,
        answers=[Answer(statement=f"s{number}", version=version if number == 1 else 1, answer=answer, evidence=said)
                 for number, answer in enumerate(answers, 1)],
        position=Squares(today=Square(plans=today[0], delivers=today[1]),
                         wanted=Square(plans=wanted[0], delivers=wanted[1])),
    )


def many(role: str, *answers: str, first: int = 0) -> list[Response]:
    """A response for each answer to the first statement, each with an id of its own."""
    return [response(role, answer, id=f"{role}-{first + number}") for number, answer in enumerate(answers)]


def laid_out(responses: Iterable[Response], statement: str, role: str | None = None) -> list[int]:
    """Every level answer to a statement, as indices, sorted; of one role, or of everyone."""
    return sorted(
        LEVELS.index(answer.answer) for one in responses if role in (None, one.role) for answer in one.answers
        if answer.statement == statement and answer.answer in LEVELS
    )


def middle(answers: list[int]) -> list[str] | None:
    """The median, by taking one from each end until one or two are left."""
    rest = list(answers)
    while len(rest) > 2:
        rest = rest[1:-1]
    return [LEVELS[rest[0]], LEVELS[rest[-1]]] if rest else None


def far(answers: list[int]) -> tuple[int, int]:
    """Pairs two or more levels apart, and all pairs, by looking at each."""
    pairs = list(combinations(answers, 2))
    return sum(abs(one - other) >= 2 for one, other in pairs), len(pairs)
