"""Responses counted as they come in, one at a time: nothing of them is kept but counts, free text and a fingerprint.

A response that is empty counts nowhere. A copy of an earlier one is counted, as somebody must decide which to take
out, but it makes no group larger: a group of two isn't five because one of them handed in four times.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b

from kit.model.assessment import HANDS
from kit.model.response import DOES_NOT_APPLY, DONT_KNOW, Answer, Response, Square
from kit.results.instrument import Instrument, Item

NO_ROLE = ""
_UNKNOWN_KEPT = 100
"""Statements that we don't know, of which the names are kept."""


@dataclass(slots=True)
class Cell:
    """How one group answered one statement."""

    levels: list[int]
    dont_know: int = 0
    does_not_apply: int = 0
    no_answer: int = 0
    people: int = 0
    """Who was asked, copies left out."""

    @property
    def asked(self) -> int:
        """Everyone's answers, or their silence."""
        return sum(self.levels) + self.dont_know + self.does_not_apply + self.no_answer


@dataclass
class Tally:
    """Everything that a summary is made from."""

    instrument: Instrument
    responses: Counter[str] = field(default_factory=Counter)
    """By role; the empty one for those who gave none."""
    people: Counter[str] = field(default_factory=Counter)
    """The same, copies left out: the sizes that decide what may be shown."""
    cells: dict[tuple[str, str], Cell] = field(default_factory=dict)
    """By role and statement."""
    said: dict[str, list[tuple[str, str, str]]] = field(default_factory=dict)
    """By statement: the text, `evidence` or `notes`, and the role."""
    squares: dict[tuple[str, str], Counter[tuple[str, str]]] = field(default_factory=dict)
    """By role and `today` or `wanted`: who plans, who delivers."""
    other_version: Counter[str] = field(default_factory=Counter)
    unknown: Counter[str] = field(default_factory=Counter)
    dates: list[str] = field(default_factory=list)
    """The first and the last."""
    _ids: dict[bytes, str] = field(default_factory=dict)
    _named: dict[bytes, str] = field(default_factory=dict)
    _nameless: dict[bytes, str] = field(default_factory=dict)
    """Fingerprints of responses with an id and without one, and the file of each."""

    @property
    def roles(self) -> list[str]:
        """Every group in order, those without a role last."""
        return [*(role.key for role in self.instrument.roles), NO_ROLE]

    def cell(self, role: str, statement: str) -> Cell:
        """How a group answered a statement."""
        found = self.cells.get((role, statement))
        return found or self.cells.setdefault((role, statement), Cell([0] * len(self.instrument.levels)))

    def add(self, response: Response, file: str = "") -> list[str]:
        """Count a response; return what is to be said about it. One that is empty is not counted."""
        if response.empty:
            return ["holds no answers, and isn't counted"]
        role = response.role if response.role in self.roles else NO_ROLE
        copy = self._copy_of(response, file)
        fresh = 0 if copy else 1
        self.responses[role] += 1
        self.people[role] += fresh
        if response.date:
            self.dates = [min([response.date, *self.dates[:1]]), max([response.date, *self.dates[1:]])]
        notes = [copy] if copy else []
        notes += self._answers(role, response, fresh)
        self._places(role, response)
        return notes

    def _answers(self, role: str, response: Response, fresh: int) -> list[str]:
        given: dict[str, Answer] = {}
        twice, unknown, other = set[str](), list[str](), 0
        for answer in response.answers:
            if answer.statement in given:
                twice.add(answer.statement)
            given.setdefault(answer.statement, answer)
        for item in self.instrument.statements:
            found = given.pop(item.id, None)
            if found and not _present(found, item, response, self.instrument):
                self.other_version[item.id] += 1
                other += 1
                continue
            self._count(self.cell(role, item.id), found, fresh)
            if found:
                self._text(role, item.id, found)
        for name, answer in given.items():
            if answer.answer or answer.evidence or answer.notes:
                unknown.append(name)
                if name in self.unknown or len(self.unknown) < _UNKNOWN_KEPT:
                    self.unknown[name] += 1
        return list(_notes(sorted(twice), unknown, other))

    def _count(self, cell: Cell, answer: Answer | None, fresh: int) -> None:
        cell.people += fresh
        chosen = answer.answer if answer else ""
        if (level := self.instrument.places.get(chosen)) is not None:
            cell.levels[level] += 1
        elif chosen == DONT_KNOW:
            cell.dont_know += 1
        elif chosen == DOES_NOT_APPLY:
            cell.does_not_apply += 1
        else:
            cell.no_answer += 1

    def _text(self, role: str, statement: str, answer: Answer) -> None:
        for kind, text in (("evidence", answer.evidence.strip()), ("notes", answer.notes.strip())):
            if text:
                self.said.setdefault(statement, []).append((text, kind, role))

    def _places(self, role: str, response: Response) -> None:
        if self.instrument.position:
            for when, square in (("today", response.position.today), ("wanted", response.position.wanted)):
                self.squares.setdefault((role, when), Counter())[_pair(square)] += 1

    def _copy_of(self, response: Response, file: str) -> str:
        """What to say if the same response came in before; and remember this one.

        Different ids tell responses apart even where the answers are the same, as short forms' often are.
        """
        given = sorted((one.statement, one.answer, one.evidence, one.notes) for one in response.answers)
        mark = _mark([response.role, given, response.position.model_dump()])
        where = f" in {file}" if file else ""
        if response.id:
            name = _mark(response.id)
            same_id, same = self._ids.get(name), self._nameless.get(mark)
            self._ids.setdefault(name, where)
            self._named.setdefault(mark, where)
        else:
            same_id, same = None, self._nameless.get(mark, self._named.get(mark))
            self._nameless.setdefault(mark, where)
        if same_id is not None:
            return f"has the id of an earlier response{_earlier(same_id, where)}; both are kept"
        if same is not None:
            return f"has the same answers as an earlier response{_earlier(same, where)}; both are kept"
        return ""


def _earlier(first: str, now: str) -> str:
    return first if first != now else ""


def _present(answer: Answer, item: Item, response: Response, instrument: Instrument) -> bool:
    """Whether an answer is to the statement as it is now; where it says no version, the form's decides."""
    if answer.version:
        return answer.version == item.version
    return response.assessment_version in (0, instrument.version)


def _notes(twice: list[str], unknown: list[str], other: int) -> Iterator[str]:
    if twice:
        yield f"answers {_some(twice)} more than once; the first answer is kept"
    if unknown:
        yield f"answers {_some(unknown)}, which this assessment doesn't ask"
    if other:
        yield f"answers another version of {other} statement{'s' if other > 1 else ''}; not mixed with this one"


def _some(names: list[str]) -> str:
    """The first few of some names that others made up."""
    shown = ", ".join(f"'{name[:40]}'" for name in names[:3])
    return f"{shown} and {len(names) - 3} more" if len(names) > 3 else shown


def _pair(square: Square) -> tuple[str, str]:
    plans, delivers = (hand if hand in HANDS else "" for hand in (square.plans, square.delivers))
    return plans, delivers


def _mark(value: object) -> bytes:
    """A fingerprint, 16 bytes."""
    return blake2b(json.dumps(value, ensure_ascii=True).encode(), digest_size=16).digest()


__all__ = ["NO_ROLE", "Cell", "Tally"]
