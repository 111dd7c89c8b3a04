"""Text that nobody should write and somebody will."""

from __future__ import annotations

from typing import Any

from kit.library import Library
from kit.model import Case, Evidence
from kit.model.workshop import Workshop

from .conftest import with_records, workshop

WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
TEXTS = {
    "long word": (WORD * 6)[:390],
    "widest letters": "W" * 390,
    "right to left": "المشاركة في الإنتاج تعني أن الناس والموظفين يعملون معا " * 6,
    "hebrew": "אנשים ואנשי מקצוע עובדים יחד כשווים " * 10,
    "emoji": "👩🏽‍🏫🏳️‍🌈🧑‍🤝‍🧑🎉" * 20,
    "ideographs": "共同生产是人们与专业人员一起工作" * 20,
    "markup": "Fish & chips <b>now</b> </a:t> {{ x }} {% raw %} \"quotes\" 'and' <script>alert(1)</script> " * 4,
    "long": "We sat down together, and nobody spoke, and then somebody laughed. " * 5,
}
"""Each fits in a Line of 400 characters."""


def slides(text: str) -> list[dict[str, Any]]:
    """A slide of each kind, full of one text."""
    title = text[:110]
    kinds: list[dict[str, Any]] = [
        {"kind": "title", "subtitle": text},
        {"kind": "outcomes"},
        {"kind": "agenda"},
        {"kind": "section", "text": text},
        {"kind": "statement", "text": text, "credit": text},
        {"kind": "points", "points": [text] * 7},
        {"kind": "points", "points": [text], "numbered": True},
        {
            "kind": "pair",
            "left": {"heading": text[:40], "points": [text] * 3},
            "right": {"heading": "B", "points": ["x"]},
        },
        {
            "kind": "matrix",
            "caption": text,
            "cell": "matrix/self-organised",
            "place": [{"what": "distinction/consultation", "words": text[:120]}],
        },
        {"kind": "case", "case": "case/hostile", "text": text * 4, "today": text, "exchange": True},
        {"kind": "figure", "evidence": "evidence/hostile", "number": text[:24], "meaning": text, "today": text},
        {
            "kind": "chart",
            "evidence": ["evidence/hostile", "evidence/expert-patients-gp-visits"],
            "labels": [text[:40], "x"],
            "caption": text,
            "today": text,
        },
        {
            "kind": "quiz",
            "title": text[:40],
            "evidence": "evidence/hostile",
            "question": text,
            "options": [text[:60], "x", "y", "z"],
            "answer": text[:60],
            "meaning": text,
            "today": text,
            "reveal": text,
        },
        {"kind": "discussion", "question": text, "prompts": [text] * 4},
        {"kind": "commitments", "columns": [text[:40], "x"]},
        {"kind": "table", "head": [text[:60], "x"], "rows": [[text, text]] * 2, "caption": text},
        {"kind": "activity", "do": [text] * 4, "groups": text, "have": text},
        {"kind": "sources"},
        {"kind": "close", "text": text},
    ]
    said = {"script": text, "watch": text, "access": text, "remote": text}
    return [{**said, **kind, "title": f"{number} {kind.get('title', title)}"} for number, kind in enumerate(kinds, 1)]


def made(text: str, library: Library) -> tuple[Workshop, Library]:
    """A workshop full of one text, and the records that it draws on."""
    case, evidence = library.get("case/taff-housing"), library.get("evidence/expert-patients-gp-visits")
    assert isinstance(case, Case)
    assert isinstance(evidence, Evidence)
    exchange = [one.model_copy(update={"who": text[:110], "gives": text, "gets": text}) for one in case.exchange]
    update = {"id": "hostile", "name": text[:110], "place": text[:110]}
    records = (case.model_copy(update={**update, "exchange": exchange}), evidence.model_copy(update=update))
    talk = {"part": "input", "name": text[:60], "slides": [{"minutes": 1, **slide} for slide in slides(text)]}
    pause = {"part": "break", "name": f"P{text[:59]}", "minutes": 5, "text": text, "script": text}
    parts = [talk, pause]
    return workshop(parts=parts, minutes=len(talk["slides"]) + 5, outcomes=[text] * 5), with_records(library, *records)


def forty() -> Workshop:
    """Forty bullets, and forty numbered steps."""
    points = [f"Point {n}: people who use it and people who run it talk, and write it down" for n in range(1, 41)]
    return workshop(
        {"kind": "points", "title": "Dots", "points": points},
        {"kind": "points", "title": "Numbers", "points": points, "numbered": True},
        {"kind": "pair", "title": "Sides", "left": {"heading": "Is", "points": points},
         "right": {"heading": "Is not", "points": points[:3]}},
        {"kind": "activity", "title": "Steps", "do": points, "groups": "In pairs", "have": "A list"},
    )
