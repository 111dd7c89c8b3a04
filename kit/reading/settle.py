"""What people wrote, as the keys that are counted: words, numbers that somebody pasted, roles and dates."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from kit.model.assessment import HANDS
from kit.model.brought import slug
from kit.model.response import DOES_NOT_APPLY, DONT_KNOW, Answer, Response, Square, Squares
from kit.reading.told import Given, Refused
from kit.results.instrument import Instrument

_BARE = re.compile(r"(\d{1,2})([.,]0+)?")
"""A whole number as spreadsheets write it: 3, 3.0, 3,00."""


def plainly(text: str) -> str:
    """Words without what people don't see: capitals, kinds of apostrophe, spaces at the ends."""
    return " ".join(text.replace("’", "'").replace("\u00a0", " ").casefold().split())


class Settler:
    """Looks up what responses say in the terms of one assessment."""

    def __init__(self, instrument: Instrument) -> None:
        self.instrument = instrument
        apart = {DONT_KNOW: instrument.dont_know, DOES_NOT_APPLY: instrument.does_not_apply}
        levels = {level.key: level.name for level in instrument.levels}
        self._answers = _lookup({**apart, **levels})
        self._numbered = all(level.key.isdigit() for level in instrument.levels)
        self._roles = _lookup({role.key: role.name for role in instrument.roles})
        self._roles |= {plainly(role.says): role.key for role in instrument.roles if role.says}
        self._hands = _lookup({str(key): name for key, name in HANDS.items()})

    def settle(self, given: Given) -> Given:
        """The same response in keys. Raises Refused where it answers another assessment.

        Warnings name no answer and no role: they stand in a report in which some groups may not be seen.
        """
        response, instrument = given.response, self.instrument
        name = response.assessment.removeprefix("assessment/")
        if name != instrument.id:
            raise Refused(f"answers another assessment, '{name[:60]}'")
        seen = Counter[str]()
        settled = Response(
            id=response.id.strip(), assessment=name, assessment_version=response.assessment_version,
            role=self._role(response.role, seen), team=response.team.strip(), date=_date(response.date, seen),
            answers=[self._answer(answer, seen) for answer in response.answers],
            position=Squares(
                today=self._square(response.position.today, seen),
                wanted=self._square(response.position.wanted, seen),
            ),
        )
        if response.assessment_version not in (0, instrument.version):
            seen[f"is from version {response.assessment_version} of the form; this is version {instrument.version}"] = 0
        return Given(settled, [*given.warnings, *(f"{say}: {count}" if count else say for say, count in seen.items())])

    def _role(self, said: str, seen: Counter[str]) -> str:
        key = self._roles.get(plainly(said), "")
        if said.strip() and not key:
            seen["has a role that the form doesn't offer; counted without a role"] = 0
        return key

    def _answer(self, answer: Answer, seen: Counter[str]) -> Answer:
        name = answer.statement.removeprefix("statement/")
        if name not in self.instrument.known:
            return answer.model_copy(update={"statement": name})
        said = plainly(answer.answer)
        key = self._answers.get(said, "")
        if said and not key:
            key = self._number(said, seen)
        if key == answer.answer and name == answer.statement:
            return answer
        return answer.model_copy(update={"statement": name, "answer": key})

    def _number(self, said: str, seen: Counter[str]) -> str:
        """The level of a number from 1 to as many as there are; what is none is no answer."""
        found, levels = _BARE.fullmatch(said), self.instrument.levels
        if found and 1 <= int(found[1]) <= len(levels):
            if not self._numbered:
                seen[f"bare numbers, read as levels 1 to {len(levels)}"] += 1
            return levels[int(found[1]) - 1].key
        seen["answers that the form doesn't offer, counted as none"] += 1
        return ""

    def _square(self, square: Square, seen: Counter[str]) -> Square:
        found = [self._hands.get(plainly(hand), "") for hand in (square.plans, square.delivers)]
        for said, key in zip((square.plans, square.delivers), found, strict=True):
            if said.strip() and not key:
                seen["places on the matrix that the form doesn't offer, left out"] += 1
        return Square(plans=found[0], delivers=found[1])


def _lookup(names: dict[str, str]) -> dict[str, str]:
    """Keys by every way to write them: the name, the name as a slug, the key itself, which wins."""
    found = {slug(name): key for key, name in names.items()}
    found |= {plainly(name): key for key, name in names.items()}
    return found | {key: key for key in names}


def _date(said: str, seen: Counter[str]) -> str:
    try:
        return date.fromisoformat(said.strip()[:10]).isoformat() if said.strip() else ""
    except ValueError:
        seen["has a date that can't be read; write 2026-11-23"] = 0
        return ""


__all__ = ["Settler", "plainly"]
