"""The test vectors: responses, options and the summary that every implementation must come to.

`python -m results.cases` (in tests/) writes them to tests/vectors/ after a change that is meant.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kit.model.brought import Brought
from kit.model.response import Answer, Response
from kit.model.summary import Summary
from kit.results.instrument import Instrument, of_brought
from kit.results.summary import summary_of, to_json
from kit.results.tally import Tally

from .asked import as_json, instrument, many, response

HERE = Path(__file__).resolve().parent.parent / "vectors"
_F, _A, _S, _T = "fixing", "asking", "sharing", "facilitating"


@dataclass(frozen=True)
class Case:
    """One vector before it is worked out."""

    why: str
    responses: list[Response]
    asked: Instrument = field(default_factory=lambda: instrument(1))
    smallest: int = 5
    in_room: bool = False
    earlier: list[Response] | None = None
    """Responses of an earlier summary."""

    def summary(self) -> Summary:
        """What this project makes of it."""
        before = self._made(self.earlier, None) if self.earlier is not None else None
        return self._made(self.responses, before)

    def _made(self, responses: list[Response], earlier: Summary | None) -> Summary:
        tally = Tally(self.asked)
        for one in responses:
            tally.add(one)
        return summary_of(tally, self.smallest, self.in_room, (), earlier)

    def plain(self) -> dict[str, Any]:
        """The vector's file."""
        options: dict[str, Any] = {"smallest_group": self.smallest, "in_room": self.in_room}
        if self.earlier is not None:
            options["since"] = json.loads(to_json(self._made(self.earlier, None)))
        return {
            "why": self.why, "instrument": as_json(self.asked), "options": options,
            "responses": [one.model_dump() for one in self.responses], "summary": json.loads(to_json(self.summary())),
        }


def _seven() -> tuple[Instrument, list[Response]]:
    form = Brought.model_validate({
        "id": "theirs", "name": "Theirs", "version": 3, "scale": {"levels": 7, "low": "never", "high": "always"},
        "sections": [{"name": "One", "statements": [{"id": "we-ask", "text": "We ask."}]}],
    })
    answers = ["1", "2", "4", "5", "7", "7", "dont-know"]
    return of_brought(form), [
        Response(id=f"r{number}", assessment="theirs", assessment_version=3, role="people",
                 answers=[Answer(statement="we-ask", version=1, answer=answer)])
        for number, answer in enumerate(answers)
    ]


_SEVEN, _SEVEN_ANSWERS = _seven()
_PLACES = [("together", "professionals"), ("professionals", "professionals"), ("together", ""), ("", "")]

CASES = {
    "odd": Case("An odd number of answers has one middle.", many("professionals", _F, _A, _A, _S, _T)),
    "even": Case("An even number, with the same two middle answers.", many("people", _F, _A, _A, _T, _S, _A)),
    "between": Case(
        "Two different middle answers: between asking and sharing.", many("people", _F, _A, _A, _S, _S, _T),
    ),
    "wide-middle": Case(
        "The two middle answers don't lie next to each other: between fixing and facilitating.",
        many("people", _F, _F, _F, _T, _T, _T),
    ),
    "tie": Case(
        "Two statements as mixed as each other: the wider gap comes first, then their own order.",
        [response(role, a, b, a, id=f"{role}-{n}") for role, (one, other) in {
            "professionals": ((_F, _F, _F, _S, _S), (_F, _F, _F, _F, _F)),
            "people": ((_F, _F, _S, _F, _S), (_S, _S, _S, _S, _F)),
        }.items() for n, (a, b) in enumerate(zip(one, other, strict=True))],
        instrument(3),
    ),
    "one-role-missing": Case(
        "Nobody answered as a commissioner; the other two are shown.",
        many("professionals", _F, _F, _F, _A, _F) + many("people", _S, _S, _T, _S, _S),
    ),
    "small-role": Case(
        "Three people in one role and four in another: both hidden, as together they are enough.",
        many("professionals", _F, _F, _A, _A, _S, _S) + many("people", _S, _S, _T)
        + many("commissioners", _F, _A, _A, _A),
    ),
    "subtraction": Case(
        "One role of two would be what is left when the other is taken from everyone: so both are hidden.",
        many("professionals", _F, _F, _A, _A, _S, _S, _T) + many("people", _S, _T),
    ),
    "no-role": Case(
        "Two who gave no role are a group of their own, and the smallest other is hidden with them.",
        many("professionals", *[_A] * 6) + many("people", *[_S] * 5) + many("", _F, _T),
    ),
    "too-few": Case(
        "Fewer than five in all: nothing is shown.", many("professionals", _F, _A) + many("people", _S, _S),
    ),
    "in-room": Case("Three are enough in the room.", many("people", _F, _A, _S), smallest=3, in_room=True),
    "all-dont-know": Case("Nobody knows: no median, no spread, no share.", many("people", *["dont-know"] * 5)),
    "apart": Case(
        "Don't know is a share of those who didn't choose doesn't apply; silence counts among them.",
        [*many("people", _A, "dont-know", "dont-know", "does-not-apply", "does-not-apply"),
         response("people", "", id="silent", said="Only a word.")],
    ),
    "empty": Case("No responses at all.", []),
    "blank-form": Case(
        "A form that nobody filled in counts nowhere.", [*many("people", *[_A] * 5), response("people", "")],
    ),
    "copies": Case(
        "A copy, by its id or its answers, is counted but makes no group larger: four people and no group of five.",
        [*many("people", _F, _A, _S, _T), *many("people", _F), *many("professionals", *[_A] * 6)],
    ),
    "brought-seven": Case("Somebody's own scale of seven, without names.", _SEVEN_ANSWERS, _SEVEN),
    "two-versions": Case(
        "Three of eight answered another version of the first statement: it isn't mixed, and five remain.",
        [response("people", _A, _S, id=f"new{n}") for n in range(5)]
        + [response("people", _T, _S, id=f"old{n}", version=2) for n in range(3)],
        instrument(2),
    ),
    "too-few-of-a-version": Case(
        "Only two were asked the present version: that statement shows nothing.",
        [response("people", _A, id=f"new{n}") for n in range(2)]
        + [response("people", _T, id=f"old{n}", version=2) for n in range(5)],
    ),
    "positions": Case(
        "Places on the matrix, some of them half said.",
        [response("people", _A, id=f"p{n}", today=_PLACES[n % 4], wanted=("community", "together")) for n in range(6)]
        + [response("professionals", _S, id=f"s{n}", today=_PLACES[n % 2]) for n in range(5)],
    ),
    "words": Case(
        "What people wrote: by its letters, with a role only where that role is shown.",
        [response("people", _A, id=f"p{n}", said=f"Seen {5 - n}") for n in range(5)]
        + [response("professionals", _S, id=f"s{n}", said="Éclair 😀") for n in range(3)]
        + [response("commissioners", _S, id=f"c{n}", said="A thing") for n in range(2)],
    ),
    "unknown": Case(
        "Answers to a statement that isn't asked are counted by its name.",
        [response("people", _A, _F, id=f"p{n}") for n in range(5)],
    ),
    "since": Case(
        "Against an earlier summary: people moved up by a level and a half.",
        many("people", _S, _S, _T, _S, _T, _T), earlier=many("people", _F, _A, _A, _A, _F),
    ),
}


def main() -> None:
    """Write every vector."""
    for name, case in CASES.items():
        text = json.dumps(case.plain(), ensure_ascii=False, indent=1) + "\n"
        (HERE / f"{name}.json").write_text(text, "utf-8")


if __name__ == "__main__":
    main()
