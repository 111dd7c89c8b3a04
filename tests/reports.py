"""Summaries to make reports of: fourteen answers to the whole assessment, too few, small groups, hostile text."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from kit.library import Library
from kit.model.assessment import HANDS, Assessment
from kit.model.brought import Brought
from kit.model.response import Answer, Response, Square, Squares
from kit.model.summary import FileRead, Summary
from kit.report import Report, report
from kit.results.instrument import Instrument, of_assessment, of_brought
from kit.results.summary import summary_of
from kit.results.tally import Tally
from kit.settings import Settings

NOWHERE = Settings(site_url=None, repository=None, branch="main", contact=None)
EVIL = "=HYPERLINK(\"https://evil.example\",\"x\") <script>alert(1)</script> #panic(\"no\") {{ 7*7 }} ]]> 'a' & \\ $x$"
ODD = "one\x00\x1b[31m\x85\ud800\u202e\ue000\U0001f600two"
"""Controls, half of a character, and some that no font has."""
BROUGHT = Brought.model_validate({
    "id": "theirs", "name": f"Ladder {EVIL}", "version": 3,
    "scale": {"levels": 10, "low": "<b>Not at all</b>", "high": "=1+1 Completely"},
    "sections": [
        {"name": "=1+1 Having a say", "statements": [
            {"id": "asked", "text": f"{EVIL} People are *asked* [[case/nowhere]]."},
            {"id": "told", "text": "w" * 200},
        ]},
        {"name": "Doing it", "statements": [{"id": "help", "text": "People help to run it."}]},
    ],
})


@dataclass(frozen=True)
class Made:
    """A summary, what it is of, and its report."""

    summary: Summary
    instrument: Instrument
    library: Library

    def report(self, settings: Settings = NOWHERE) -> Report:
        return report(self.summary, self.instrument, self.library, settings)


def fourteen(library: Library, in_room: bool = False, sizes: tuple[int, ...] = (8, 6, 0), since: bool = True) -> Made:
    """Eight staff and six people who use it answer the whole assessment, and did so in May."""
    found = library.get("assessment/full")
    assert isinstance(found, Assessment)
    asked = of_assessment(found, library)
    roles = [role.key for role, size in zip(asked.roles, sizes, strict=True) for _ in range(size)]
    earlier = _summary(asked, roles, Random(1), in_room, 0.0, day="2026-05-04") if since else None
    return Made(_summary(asked, roles, Random(2), in_room, 0.7, earlier), asked, library)


def theirs(library: Library, count: int = 7) -> Made:
    """Answers to an assessment that someone else wrote, with a role each, and nothing in it to be trusted."""
    asked = of_brought(BROUGHT)
    return Made(_summary(asked, ["people"] * count + ["professionals"] * count, Random(3), False, 0.0), asked, library)


def nobody(library: Library, in_room: bool = False) -> Made:
    """Too few to show anything."""
    return fourteen(library, in_room, (1, 1, 0), since=False)


def _summary(
    asked: Instrument, roles: list[str], dice: Random, in_room: bool, shift: float, earlier: Summary | None = None,
    day: str = "2026-11-23",
) -> Summary:
    tally = Tally(asked)
    for number, role in enumerate(roles):
        tally.add(_response(asked, role, number, dice, shift).model_copy(update={"date": day}))
    read = [
        FileRead(file="team/anna.xlsx", how="accepted", why=[]),
        FileRead(file=f"{EVIL}.csv", how="accepted with warnings", why=["the same answers as in anna.xlsx", EVIL]),
        FileRead(file="virus.exe", how="refused", why=["not a workbook, JSON or CSV", ODD]),
    ]
    return summary_of(tally, 3 if in_room else 5, in_room, read, earlier)


def _response(asked: Instrument, role: str, number: int, dice: Random, shift: float) -> Response:
    most = len(asked.levels) - 1
    centre = {"professionals": 0.68, "people": 0.2}.get(role, 0.45) * most
    answers = []
    for place, item in enumerate(asked.statements):
        width = 0.25 if place % 5 == 3 else most * 0.22
        level = round(min(max(dice.gauss(centre + (shift if place % 3 else 0), width), 0), most))
        if place % 5 == 3:
            level = min(1 + (dice.random() < 0.3), most)
        answer = dice.choices([asked.levels[level].key, "dont-know", "does-not-apply", ""], [90, 6, 2, 2])[0]
        said = "We asked Mrs P. what she can cook, and she now runs the Tuesday lunch." if dice.random() < 0.06 else ""
        answers.append(Answer(statement=item.id, version=item.version, answer=answer, evidence=said,
                              notes=EVIL if place == 1 and number % 5 == 0 else ""))
    hands = list(HANDS)
    return Response(
        id=f"{role}-{number}", assessment=asked.id, assessment_version=asked.version, role=role,
        answers=answers, position=Squares(
            today=Square(plans=dice.choices(hands, [7, 3, 1])[0], delivers=dice.choices(hands, [6, 3, 1])[0]),
            wanted=Square(plans=dice.choices(hands, [1, 7, 2])[0], delivers=dice.choices(hands, [1, 6, 3])[0]),
        ) if asked.position and number % 7 else Squares(),
    )


__all__ = ["BROUGHT", "EVIL", "NOWHERE", "ODD", "Made", "fourteen", "nobody", "theirs"]
